#include "searcher/tally/comparison.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <utility>

#include "searcher/answer/hit_builder.hpp"
#include "searcher/rank/id_order.hpp"
#include "searcher/tally/labels.hpp"
#include "searcher/tally/topic.hpp"

namespace ordalag {
namespace {

// A heading only announces what others say: among so many more of the best passages, those that are
// none come first.
constexpr std::uint32_t kHeadings = 50;

struct ByRow {
  CompareBy by;
  std::string_view name;
  TermField field;
};
constexpr std::array kBy{
    ByRow{CompareBy::kParty, "party", TermField::kParty},
    ByRow{CompareBy::kMunicipality, "municipality", TermField::kMunicipality},
    ByRow{CompareBy::kYear, "year", TermField::kYear},
};
constexpr std::array<std::string_view, 2> kSilences{"no_documents", "no_match"};

TermField field_of(CompareBy by) { return kBy[static_cast<std::size_t>(by)].field; }

class Comparer {
 public:
  Comparer(Searcher& searcher, const SearchRequest& request, CompareBy by)
      : searcher_(searcher), request_(request), by_(by) {}

  Result<Comparison> run() {
    ORDALAG_CHECK(find_themes());
    ORDALAG_TRY(question, searcher_.resolve_request(request_));
    asked_ = take_values(question.query, field_of(by_));
    topic_ = divide(std::move(question.query));
    if (!topic_.given)
      return fail(ErrorCode::kUsage, "there is nothing to compare", "q", "give a query or --theme");
    themes_ = themes_alone(topic_);
    Comparison answer;
    answer.raw = request_.query;
    answer.asked = asked_in_words(request_);
    answer.parsed = std::move(question.parsed);
    answer.unknown = std::move(question.unknown);
    answer.by = by_;
    answer.index = searcher_.reader().info();
    add_sides(answer);
    tally(answer);
    for (ComparedSide& side : answer.sides) {
      if (!side.silence) side.hits = best_of(side);
      if (by_ == CompareBy::kMunicipality) side.value = side.label;  // the index folds it
    }
    ORDALAG_CHECK(searcher_.reader().health());
    return answer;
  }

 private:
  const IndexReader& reader() const { return searcher_.reader(); }

  // Puts ids for the names of themes. Of a theme that does not exist nobody can be said to be
  // silent.
  Status find_themes() {
    for (FieldFilter& filter : request_.filters) {
      if (filter.field != TermField::kTheme) continue;
      const Theme* theme = theme_named(searcher_.registries(), filter.value);
      if (theme == nullptr)
        return fail(ErrorCode::kUsage, "there is no theme \"" + filter.value + "\"", "theme",
                    "`ordalag themes` lists them");
      filter.value = theme->id.value;
    }
    return {};
  }

  void add_sides(Comparison& answer) const {
    std::vector<std::string> known;
    if (by_ == CompareBy::kParty)
      for (const Party& party : searcher_.registries().parties.parties())
        known.push_back(party.code.value);
    for (const auto& [value, passages] : reader().values(field_of(by_)))
      if (std::find(known.begin(), known.end(), value) == known.end()) known.push_back(value);
    for (std::string& value : known) {
      if (asked_ && std::find(asked_->begin(), asked_->end(), value) == asked_->end()) continue;
      ComparedSide& side = answer.sides.emplace_back();
      const LabelContext labels{reader(), searcher_.registries(), request_.language};
      side.label = label_of(field_of(by_), value_of(field_of(by_), value, labels), labels);
      side.value = std::move(value);
    }
  }

  void tally(Comparison& answer) {
    const auto matches = searcher_.find_all(topic_.whole, request_.match);
    Tallier tallier(reader(), matches, mask_of(topic_.facts, reader()));
    answer.all = tallier.of_all();
    for (ComparedSide& side : answer.sides) {
      side.tally = tallier.of(field_of(by_), side.value);
      if (side.tally.documents == 0)
        side.silence = Silence::kNoDocuments;
      else if (side.tally.count == 0)
        side.silence = Silence::kNoMatch;
    }
    if (by_ == CompareBy::kParty && !asked_) {
      std::vector<PassageNumber> unsigned_ones;
      for (const PassageNumber passage : matches)
        if (reader().parties(passage).empty()) unsigned_ones.push_back(passage);
      answer.elsewhere = tallier.of(unsigned_ones).count;
    }
  }

  std::vector<Hit> best_of(const ComparedSide& side) {
    ResolvedQuery query = topic_.whole;
    demand(query, field_of(by_), side.value);
    PassageSearchOptions options;
    options.match = request_.match;
    options.sort = request_.sort;
    options.editions = request_.editions;
    options.counted = std::numeric_limits<std::uint32_t>::max();
    options.sorted = themes_.empty() ? request_.limit + kHeadings : 0;
    std::vector<Ranked> hits = searcher_.find(query, options).hits;
    if (themes_.empty()) {
      hits.resize(std::min<std::size_t>(hits.size(), options.sorted));
    } else {
      rank_by_theme(hits);
    }
    std::stable_partition(hits.begin(), hits.end(), [&](const Ranked& hit) {
      return reader().passage(hit.passage).kind != PassageKind::kHeading;
    });
    hits.resize(std::min<std::size_t>(hits.size(), request_.limit));
    return searcher_.hits(query, hits, request_.language);
  }

  // Those for which most speaks first.
  void rank_by_theme(std::vector<Ranked>& hits) const {
    for (Ranked& hit : hits)
      for (const ordalag::ThemeTag& tag : reader().passage(hit.passage).themes)
        if (std::find(themes_.begin(), themes_.end(), tag.id.value) != themes_.end())
          hit.score = std::max(hit.score, tag.score);
    const IdOrder ids(reader());
    std::sort(hits.begin(), hits.end(), [&](const Ranked& a, const Ranked& b) {
      return a.score != b.score ? a.score > b.score : ids.by_text(a.passage, b.passage);
    });
  }

  Searcher& searcher_;
  SearchRequest request_;
  CompareBy by_;
  std::optional<std::vector<std::string>> asked_;
  Topic topic_;
  std::vector<std::string> themes_;
};

}  // namespace

std::string_view name(CompareBy by) { return kBy[static_cast<std::size_t>(by)].name; }

std::string_view name(Silence silence) { return kSilences[static_cast<std::size_t>(silence)]; }

Result<Comparison> compare(Searcher& searcher, const SearchRequest& request, CompareBy by) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  auto answer = Comparer(searcher, request, by).run();
  if (answer)
    answer->took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return answer;
}

}  // namespace ordalag
