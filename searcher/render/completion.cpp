#include "searcher/render/completion.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "searcher/render/display_width.hpp"
#include "searcher/render/json.hpp"

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
  constexpr std::uint32_t kCountWidth = 10;  // with the gap before it
  const std::uint32_t room = std::max(options.width, 2 * kCountWidth) - kCountWidth;
  std::vector<std::string> texts;
  std::uint32_t widest = 0;
  for (const Completion& completion : completions) {
    // Of a long query the word that is being typed tells the lines apart.
    const bool fits = display_width(completion.text) <= room;
    texts.push_back(fits ? completion.text : "… " + completion.word);
    widest = std::max(widest, display_width(texts.back()));
  }
  std::string lines;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string count = std::to_string(completions[i].passages);
    const std::size_t used = display_width(texts[i]) + count.size();
    const std::size_t gap = std::max<std::size_t>(widest + kCountWidth, used + 2) - used;
    lines += texts[i] + std::string(gap, ' ') + count + "\n";
  }
  return lines;
}

}  // namespace ordalag
