#include "searcher/render/completion.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "searcher/render/display_width.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/styled_text.hpp"

namespace ordalag {

boost::json::object completions_json(std::string_view typed, const IndexInfo& index,
                                     const std::vector<Completion>& completions) {
  boost::json::array list;
  for (const Completion& completion : completions)
    list.push_back(
        {{"text", completion.text}, {"word", completion.word}, {"passages", completion.passages}});
  return {{"schema_version", kJsonVersion},
          {"query", typed},
          {"index", index_json(index)},
          {"suggestions", std::move(list)}};
}

std::string completions_text(const std::vector<Completion>& completions,
                             const TextOptions& options) {
  std::uint32_t widest = 0;
  for (const Completion& completion : completions)
    widest = std::max(widest, display_width(completion.text));
  std::string text;
  for (const Completion& completion : completions) {
    StyledText line;
    line.add(completion.text, Style::kStrong);
    line.add(std::string(widest - display_width(completion.text) + 2, ' ') +
                 std::to_string(completion.passages),
             Style::kFaint);
    text += line.wrapped(options.width, "", options.colour);
  }
  return text;
}

}  // namespace ordalag
