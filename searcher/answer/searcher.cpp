#include "searcher/answer/searcher.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <limits>
#include <utility>

#include "core/text/join.hpp"
#include "core/text/normalise.hpp"
#include "core/text/utf8.hpp"
#include "searcher/answer/finding_builder.hpp"
#include "searcher/answer/hit_builder.hpp"
#include "searcher/answer/suggestion.hpp"
#include "searcher/query/query_parser.hpp"
#include "searcher/query/year_range.hpp"
#include "searcher/rank/date_order.hpp"
#include "searcher/rank/document_search.hpp"
#include "searcher/rank/passage_search.hpp"
#include "searcher/rank/weights.hpp"

namespace ordalag {
namespace {

constexpr std::size_t kShownForms = 20;  // of an expansion: the commonest say what was found

class Stopwatch {
 public:
  double milliseconds() const {
    return std::chrono::duration<double, std::milli>(Clock::now() - start_).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point start_ = Clock::now();
};

Status check(const SearchRequest& request) {
  if (request.limit > kMaxHits || request.offset > kMaxHits - request.limit)
    return fail(ErrorCode::kUsage, "more than " + std::to_string(kMaxHits) + " hits were asked for",
                "--limit", "narrow the query, or use `export`");
  for (const FieldFilter& filter : request.filters) {
    if (first_invalid_utf8(filter.value))
      return fail(ErrorCode::kUsage, "a filter is not valid UTF-8");
    if (filter.field == TermField::kYear && !parse_year_range(filter.value))
      return fail(ErrorCode::kUsage, "\"" + filter.value + "\" is no year or range of years",
                  "--year", "write 2022 or 2018..2022");
  }
  return {};
}

}  // namespace

struct Searcher::Impl {
  std::shared_ptr<const Analyser> analyser;
  std::unique_ptr<IndexReader> reader;
  Registries registries;
  WordCache cache;
  TextView view{*analyser, cache};
  EditionFolder folder{*reader};
  FacetCounter facets{*reader, registries};
  std::unique_ptr<DocumentSearch> documents;  // made when first asked for

  Impl(std::shared_ptr<const Analyser> a, std::unique_ptr<IndexReader> r, Registries g)
      : analyser(std::move(a)), reader(std::move(r)), registries(std::move(g)) {}

  Ranking find(const SearchRequest& request, const ResolvedQuery& query);
  Ranking find_documents(const SearchRequest& request, const ResolvedQuery& query);
  Ranked best_passage(const ResolvedQuery& query, const Ranked& document);
  SearchAnswer totals(const SearchRequest& request, const Question& question,
                      const Ranking& ranking);
  std::vector<Expansion> expansions(const ResolvedQuery& query) const;
  void add_hits(const SearchRequest& request, const ResolvedQuery& query, const Ranking& ranking,
                SearchAnswer& answer);
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::~Searcher() = default;

Result<std::unique_ptr<Searcher>> Searcher::open(const std::filesystem::path& folder,
                                                 std::shared_ptr<const Analyser> analyser) {
  ORDALAG_TRY(reader, IndexReader::open(folder, analyser->fingerprint()));
  ORDALAG_TRY(registries, load_registries(*reader));
  auto impl = std::make_unique<Impl>(std::move(analyser), std::move(reader), std::move(registries));
  return std::unique_ptr<Searcher>(new Searcher(std::move(impl)));
}

void Searcher::set_deadline(std::optional<Deadline::Clock::time_point> deadline) {
  impl_->reader->set_deadline(deadline);
}

const IndexReader& Searcher::reader() const { return *impl_->reader; }
const Registries& Searcher::registries() const { return impl_->registries; }
const Analyser& Searcher::analyser() const { return *impl_->analyser; }
WordCache& Searcher::cache() { return impl_->cache; }

Result<Searcher::Question> Searcher::resolve_request(const SearchRequest& request) {
  ORDALAG_CHECK(check(request));
  const ResolveContext context{*impl_->analyser, impl_->cache, *impl_->reader,
                               impl_->registries.parties, request.synonyms};
  Question question;
  std::vector<FieldFilter> conditions;
  // Filters alone list what they let through.
  if (!request.query.empty() || request.filters.empty()) {
    ORDALAG_TRY(tree, request.syntax == Syntax::kLanguage ? parse_query(request.query)
                                                          : parse_words(request.query));
    question.parsed = to_string(tree);
    ORDALAG_TRY(query, resolve(tree, context));
    add_conditions(tree, conditions);
    question.query = std::move(query);
  }
  std::vector<FieldFilter> filters = request.filters;
  for (FieldFilter& filter : filters) filter.value = composed(filter.value);
  narrow(question.query, filters, context);
  std::ranges::move(filters, std::back_inserter(conditions));
  question.unknown = unknown_values(conditions, context, impl_->registries);
  return question;
}

Ranking Searcher::Impl::find(const SearchRequest& request, const ResolvedQuery& query) {
  if (request.group == Grouping::kDocument) return find_documents(request, query);
  PassageSearchOptions options;
  options.match = request.match;
  options.sort = request.sort;
  options.editions = request.editions;
  options.sorted = request.offset + request.limit;
  return search_passages(query, options, SearchTools{*reader, view, folder});
}

// A document stands in the ranking as its first passage.
Ranking Searcher::Impl::find_documents(const SearchRequest& request, const ResolvedQuery& query) {
  if (!documents) documents = std::make_unique<DocumentSearch>(*reader, *analyser, cache);
  Ranking ranking;
  const std::size_t wanted = std::size_t{request.offset} + request.limit;
  for (const RankedDocument& found : documents->search(query, view, wanted)) {
    const bool all = found.words >= query.wanted.size();
    if (!all && request.match == MatchMode::kAll) continue;
    ranking.hits.push_back({reader->document(found.document).first_passage,
                            all ? Tier::kAllWords : Tier::kSomeWords, found.score});
    ranking.passages.push_back(ranking.hits.back().passage);
    if (all) ++ranking.all_words;
  }
  if (request.sort == SortOrder::kRelevance) return ranking;
  sort_by_date(ranking.hits, ranking.hits.size(), request.sort, *reader);
  return ranking;
}

// The passage that shows best why the document was found; its first one when none does.
Ranked Searcher::Impl::best_passage(const ResolvedQuery& query, const Ranked& document) {
  ResolvedQuery within = query;
  const std::string& id = reader->document(reader->document_of(document.passage)).facts.id.value;
  narrow(within, {{TermField::kDocument, id}},
         ResolveContext{*analyser, cache, *reader, registries.parties});
  PassageSearchOptions options;
  options.match = MatchMode::kAny;
  options.editions = EditionMode::kShowAll;
  options.sorted = 1;
  const Ranking ranking = search_passages(within, options, SearchTools{*reader, view, folder});
  Ranked best =
      ranking.hits.empty() ? Ranked{document.passage, Tier::kSomeWords, 0} : ranking.hits.front();
  best.score = document.score;
  return best;
}

std::vector<Expansion> Searcher::Impl::expansions(const ResolvedQuery& query) const {
  std::vector<Expansion> expansions;
  for (const QueryWord& word : query.words) {
    Expansion expansion{word.text, {}, {}, {}};
    if (!word.read_as.empty()) expansion.read_as = word.read_as;
    for (IndexReader::Form& form : reader->forms_of(word.lemma, kShownForms + 1)) {
      if (form.form == word.form) continue;
      if (expansion.forms.size() == kShownForms) break;
      expansion.forms.push_back(std::move(form.form));
    }
    for (const Analyser::Synonym& synonym : word.synonyms)
      expansion.synonyms.push_back(joined(synonym.lemmas, " "));
    expansions.push_back(std::move(expansion));
  }
  return expansions;
}

SearchAnswer Searcher::Impl::totals(const SearchRequest& request, const Question& question,
                                    const Ranking& ranking) {
  SearchAnswer answer;
  answer.raw = request.query;
  answer.parsed = question.parsed;
  answer.expansions = expansions(question.query);
  answer.unknown = question.unknown;
  answer.index = reader->info();
  answer.total = static_cast<std::uint32_t>(ranking.hits.size());
  answer.exact_total = ranking.complete;
  answer.all_words = ranking.all_words;
  answer.offset = request.offset;
  answer.limit = request.limit;
  const Counted counted =
      request.group == Grouping::kDocument ? Counted::kDocuments : Counted::kPassages;
  answer.facets = facets.count(ranking.passages, counted, request.language);
  return answer;
}

void Searcher::Impl::add_hits(const SearchRequest& request, const ResolvedQuery& query,
                              const Ranking& ranking, SearchAnswer& answer) {
  const HitBuilder hits(*reader, registries, request.language);
  FindingBuilder findings(query, view);
  const std::size_t end =
      std::min<std::size_t>(std::size_t{request.offset} + request.limit, ranking.hits.size());
  for (std::size_t i = request.offset; i < end; ++i) {
    const Ranked ranked = request.group == Grouping::kDocument
                              ? best_passage(query, ranking.hits[i])
                              : ranking.hits[i];
    Hit hit = hits.build(ranked.passage);
    const auto read = ranking.read.find(ranked.passage);
    hit.finding =
        findings.build(hit, ranked.tier, read == ranking.read.end() ? nullptr : &read->second);
    hit.finding->rank = static_cast<std::uint32_t>(i) + 1;
    hit.finding->score = ranked.score;
    answer.hits.push_back(std::move(hit));
  }
}

Ranking Searcher::find(const ResolvedQuery& query, const PassageSearchOptions& options) {
  return search_passages(query, options, SearchTools{*impl_->reader, impl_->view, impl_->folder});
}

std::vector<Hit> Searcher::hits(const ResolvedQuery& query, std::span<const Ranked> ranked,
                                Language language) {
  const HitBuilder builder(*impl_->reader, impl_->registries, language);
  FindingBuilder findings(query, impl_->view);
  std::vector<Hit> hits;
  for (const Ranked& found : ranked) {
    Hit& hit = hits.emplace_back(builder.build(found.passage));
    hit.finding = findings.build(hit, found.tier);
    hit.finding->rank = static_cast<std::uint32_t>(hits.size());
    hit.finding->score = found.score;
  }
  return hits;
}

std::vector<PassageNumber> Searcher::find_all(const ResolvedQuery& query, MatchMode match) {
  PassageSearchOptions every;
  every.match = match;
  every.editions = EditionMode::kShowAll;
  every.sorted = 0;
  every.counted = std::numeric_limits<std::uint32_t>::max();
  std::vector<PassageNumber> passages;
  for (const Ranked& hit : find(query, every).hits) passages.push_back(hit.passage);
  std::sort(passages.begin(), passages.end());
  return passages;
}

Result<SearchAnswer> Searcher::search(const SearchRequest& request) {
  const Stopwatch watch;
  ORDALAG_TRY(question, resolve_request(request));
  const Ranking ranking = impl_->find(request, question.query);
  SearchAnswer answer = impl_->totals(request, question, ranking);
  impl_->add_hits(request, question.query, ranking, answer);
  const bool read_otherwise = std::any_of(question.query.words.begin(), question.query.words.end(),
                                          [](const QueryWord& w) { return !w.read_as.empty(); });
  if (ranking.all_words == 0 || read_otherwise)
    answer.suggestion =
        suggest(request.query, question.query, *impl_->reader, *impl_->analyser, impl_->cache);
  ORDALAG_CHECK(impl_->reader->health());
  answer.took_ms = watch.milliseconds();
  return answer;
}

Result<SearchAnswer> Searcher::count(const SearchRequest& request) {
  const Stopwatch watch;
  ORDALAG_TRY(question, resolve_request(request));
  SearchAnswer answer = impl_->totals(request, question, impl_->find(request, question.query));
  ORDALAG_CHECK(impl_->reader->health());
  answer.took_ms = watch.milliseconds();
  return answer;
}

Result<std::vector<RankedId>> Searcher::rank(const SearchRequest& request) {
  ORDALAG_TRY(question, resolve_request(request));
  const Ranking ranking = impl_->find(request, question.query);
  std::vector<RankedId> ids;
  const std::size_t end =
      std::min<std::size_t>(std::size_t{request.offset} + request.limit, ranking.hits.size());
  const IndexReader& reader = *impl_->reader;
  for (std::size_t i = request.offset; i < end; ++i) {
    const Ranked& hit = ranking.hits[i];
    ids.push_back({request.group == Grouping::kDocument
                       ? reader.document(reader.document_of(hit.passage)).facts.id.value
                       : reader.passage(hit.passage).id.value,
                   hit.score});
  }
  ORDALAG_CHECK(reader.health());
  return ids;
}

}  // namespace ordalag
