#include <array>
#include <string>

#include "searcher/answer/completion.hpp"
#include "searcher/commands/open.hpp"
#include "searcher/commands/run.hpp"
#include "searcher/render/completion.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {
namespace {

constexpr std::uint32_t kDefaultSuggestions = 10;
constexpr std::uint32_t kMostSuggestions = 100;

constexpr std::array kSuggestOptions{
    OptionRow{"limit,n", Takes::kOne, "N", "at most so many (default 10)"},
};

}  // namespace

std::span<const OptionRow> suggest_options() { return kSuggestOptions; }

Result<int> run_suggest(const Call& call) {
  if (call.options.arguments().empty())
    return fail(ErrorCode::kUsage, "`suggest` wants the beginning of a query");
  std::string typed;
  for (const std::string& word : call.options.arguments())
    typed += (typed.empty() ? "" : " ") + word;
  ORDALAG_TRY(limit, call.options.number("limit", kDefaultSuggestions, 1, kMostSuggestions));
  ORDALAG_TRY(searcher, open_searcher(call));
  const IndexReader& reader = searcher->reader();
  ORDALAG_TRY(completions, complete(typed, limit, reader, searcher->analyser()));
  ORDALAG_CHECK(reader.health());
  if (call.format == Format::kJson)
    call.console.out << to_text(completions_json(typed, reader.info(), completions)) << '\n';
  else
    call.console.out << completions_text(completions, call.text);
  return completions.empty() ? kNothingFound : kFound;
}

}  // namespace ordalag
