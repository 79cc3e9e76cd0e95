#include "searcher/render/check.hpp"

#include <boost/json/array.hpp>

#include "searcher/render/json.hpp"
#include "searcher/render/words.hpp"

namespace ordalag {

namespace json = boost::json;

json::object check_json(const CheckAnswer& answer) {
  json::array failures;
  for (const CheckFailure& failure : answer.failures)
    failures.push_back({{"document", failure.document.value},
                        {"passage", failure.passage.empty() ? json::value(nullptr)
                                                            : json::value(failure.passage.value)},
                        {"file", failure.file},
                        {"reason", failure.reason}});
  return {{"schema_version", kJsonVersion}, {"index", index_json(answer.index)},
          {"sources", answer.sources},      {"documents", answer.documents},
          {"passages", answer.passages},    {"proved", answer.proved},
          {"unchanged_only", answer.unchanged_only},
          {"ok", answer.failures.empty()},  {"failures", std::move(failures)}};
}

std::string check_text(const CheckAnswer& answer, const TextOptions& options) {
  std::string text = say(Phrase::kProved, options.language, answer.proved) + "\n";
  if (answer.unchanged_only != 0)
    text += say(Phrase::kUnchangedOnly, options.language, answer.unchanged_only) + "\n";
  if (answer.failures.empty()) return text;
  text += say(Phrase::kNotProved, options.language,
              answer.passages - answer.proved - answer.unchanged_only) + "\n";
  for (const CheckFailure& failure : answer.failures) {
    StyledText line;
    line.add(failure.passage.empty() ? failure.document.value : failure.passage.value,
             Style::kStrong);
    line.add("  " + failure.file + ": " + failure.reason);
    text += line.wrapped(options.width, "  ", options.colour);
  }
  return text;
}

}  // namespace ordalag
