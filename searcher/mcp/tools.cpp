#include <array>

#include "searcher/commands/run.hpp"
#include "searcher/mcp/tool.hpp"

namespace ordalag {
namespace {

constexpr std::array kHits{CutList{"hits", 1}};
constexpr std::array kQuoteLists{CutList{"nearest"}, CutList{"matches", 1}};
constexpr std::array kPassageLists{CutList{"after"}, CutList{"before"}};
constexpr std::array kSides{CutList{"groups/hits", 1}};
constexpr std::array kSources{CutList{"sources", 1}};

}  // namespace

std::span<const Tool> tools() {
  static const std::array kTools{
      Tool{"search_passages", "Search passages",
           "Finds passages of Swedish policy documents (party programmes, manifestos, motions, "
           "debate articles) by any inflection or compound of the words, ranked, each with its "
           "party, document, page, line and a citation. Write the query in Swedish. \"fras\" is "
           "verbatim; parti:V tema:bostad kommun:Västerås år:2018..2026 narrow it; OCH ELLER INTE "
           "combine.",
           "query", "the query, in Swedish", false, search_options(), run_search, kHits,
           Paging::kOffset},
      Tool{"check_quote", "Check a quotation",
           "Tells whether a quotation stands so in the sources: exact, elided, altered (with every "
           "difference typed), spliced, misattributed or not_found, with the places that hold it. "
           "Never treat altered wording as a quotation.",
           "quote", "the words as they are quoted", true, quote_options(), run_quote, kQuoteLists},
      Tool{"get_passage", "Get a passage",
           "Gives a passage with the passages around it, by the id that a search gave.", "id",
           "id of a passage", true, show_options(), run_passage, kPassageLists},
      Tool{"compare_parties", "Compare the parties",
           "Gives what each party says of a matter (words, a theme, or both), the best passages "
           "of each, how often per 10,000 words, and which parties are silent and why.",
           "query", "the words, in Swedish; may be left out when a theme is given", false,
           compare_options(), run_compare, kSides, Paging::kList},
      Tool{"list_sources",
           "List the sources",
           "Lists the documents in the index, by whom, from when, and where they come from.",
           "",
           "",
           false,
           {},
           run_sources,
           kSources,
           Paging::kList},
  };
  return kTools;
}

}  // namespace ordalag
