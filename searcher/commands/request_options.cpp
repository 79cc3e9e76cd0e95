#include "searcher/commands/request_options.hpp"

#include <utility>

namespace ordalag {
namespace {

constexpr std::array kFilterFields{
    std::pair{"party", TermField::kParty},
    std::pair{"theme", TermField::kTheme},
    std::pair{"municipality", TermField::kMunicipality},
    std::pair{"kind", TermField::kKind},
    std::pair{"document", TermField::kDocument},
    std::pair{"speaker", TermField::kSpeaker},
    std::pair{"year", TermField::kYear},
};
static_assert(kFilterFields.size() == kFilterOptions.size());

constexpr std::array kMatchModes{std::pair{std::string_view("auto"), MatchMode::kAuto},
                                 std::pair{std::string_view("all"), MatchMode::kAll},
                                 std::pair{std::string_view("any"), MatchMode::kAny}};
constexpr std::array kSortOrders{std::pair{std::string_view("relevance"), SortOrder::kRelevance},
                                 std::pair{std::string_view("date"), SortOrder::kOldest},
                                 std::pair{std::string_view("-date"), SortOrder::kNewest}};
constexpr std::array kGroupings{std::pair{std::string_view("passage"), Grouping::kPassage},
                                std::pair{std::string_view("document"), Grouping::kDocument}};

constexpr std::array kSynonymModes{std::pair{std::string_view("yes"), SynonymMode::kUse},
                                   std::pair{std::string_view("no"), SynonymMode::kIgnore}};

constexpr std::uint32_t kDefaultLimit = 10;

}  // namespace

std::vector<FieldFilter> filters_of(const Options& options) {
  std::vector<FieldFilter> filters;
  for (const auto& [name, field] : kFilterFields)
    for (std::string& value : options.texts(name)) filters.push_back({field, std::move(value)});
  return filters;
}

Result<SearchRequest> request_of(const Call& call) {
  const Options& options = call.options;
  SearchRequest request;
  for (const std::string& word : options.arguments())
    request.query += (request.query.empty() ? "" : " ") + word;
  request.filters = filters_of(options);
  request.language = call.text.language;
  ORDALAG_TRY(limit, options.number("limit", kDefaultLimit, 0, kMaxHits));
  ORDALAG_TRY(offset, options.number("offset", 0, 0, kMaxHits));
  ORDALAG_TRY(match, choose(kMatchModes, options.text("match").value_or("auto"), "--match"));
  ORDALAG_TRY(sort, choose(kSortOrders, options.text("sort").value_or("relevance"), "--sort"));
  ORDALAG_TRY(group, choose(kGroupings, options.text("group").value_or("passage"), "--group"));
  ORDALAG_TRY(synonyms,
              choose(kSynonymModes, options.text("synonyms").value_or("yes"), "--synonyms"));
  request.limit = limit;
  request.offset = offset;
  request.match = match;
  request.sort = sort;
  request.group = group;
  request.synonyms = synonyms;
  if (options.on("all-editions")) request.editions = EditionMode::kShowAll;
  return request;
}

}  // namespace ordalag
