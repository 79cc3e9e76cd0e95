#include <array>

#include "searcher/commands/open.hpp"
#include "searcher/commands/run.hpp"
#include "searcher/render/json_text.hpp"
#include "searcher/render/similar.hpp"

namespace ordalag {
namespace {

constexpr std::array kSimilarOptions{
    OptionRow{"at-least", Takes::kOne, "PERCENT", "so much alike, 50 to 100 (default 80)"},
    OptionRow{"limit,n", Takes::kOne, "N", "at most so many passages (default 20)"},
};
constexpr std::uint32_t kDefaultPercent = 80;
// Below it the signatures find too few of the pairs that there are.
constexpr std::uint32_t kLeastPercent = 50;
constexpr std::uint32_t kWholePercent = 100;
constexpr std::uint32_t kDefaultLimit = 20;
constexpr std::uint32_t kMostLimit = 1000;

}  // namespace

std::span<const OptionRow> similar_options() { return kSimilarOptions; }

Result<int> run_similar(const Call& call) {
  const auto& arguments = call.options.arguments();
  if (arguments.size() != 1)
    return fail(ErrorCode::kUsage, "`similar` wants one id of a passage", {},
                "`ordalag search` gives ids of passages");
  ORDALAG_TRY(percent,
              call.options.number("at-least", kDefaultPercent, kLeastPercent, kWholePercent));
  ORDALAG_TRY(limit, call.options.number("limit", kDefaultLimit, 0, kMostLimit));
  ORDALAG_TRY(reader, open_index(call));
  ORDALAG_TRY(registries, load_registries(*reader));
  const HitBuilder hits(*reader, registries, call.text.language);
  const SimilarOptions options{static_cast<double>(percent) / kWholePercent, limit};
  ORDALAG_TRY(answer, similar_to(*reader, hits, PassageId(arguments.front()), options));
  std::ostream& out = call.console.out;
  if (call.format == Format::kJson)
    out << to_text(similar_json(answer)) << '\n';
  else if (call.format == Format::kCsv)
    out << similar_csv(answer);
  else
    out << similar_text(answer, call.text);
  return answer.total == 0 ? kNothingFound : kFound;
}

}  // namespace ordalag
