#include "searcher/tally/trend.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <utility>

#include "searcher/tally/labels.hpp"
#include "searcher/tally/topic.hpp"

namespace ordalag {
namespace {

class TrendMaker {
 public:
  TrendMaker(Searcher& searcher, const SearchRequest& request)
      : searcher_(searcher),
        reader_(searcher.reader()),
        request_(request),
        labels_{searcher.reader(), searcher.registries(), request.language},
        dated_(searcher.reader().passage_count() + 1, false) {}

  Result<Trend> run() {
    ORDALAG_TRY(question, searcher_.resolve_request(request_));
    ResolvedQuery query = std::move(question.query);
    const Topic asked = divide(query);

    if (!asked.given)
      return fail(ErrorCode::kUsage, "there is nothing to count", "q", "give a query or --theme");
    Trend answer;
    answer.raw = request_.query;
    answer.asked = asked_in_words(request_);
    answer.parsed = std::move(question.parsed);
    answer.unknown = std::move(question.unknown);
    answer.index = reader_.info();
    const auto matches = searcher_.find_all(query, request_.match);
    Tallier tallier(reader_, matches, mask_of(asked.facts, reader_));
    answer.all = tallier.of_all();
    // Other years of a document's period are not those that were asked for.
    add_years(tallier, take_values(query, TermField::kYear), answer);
    answer.undated = undated(tallier);
    ORDALAG_CHECK(reader_.health());
    return answer;
  }

 private:
  void add_years(Tallier& tallier, const std::optional<std::vector<std::string>>& asked,
                 Trend& answer) {
    for (const auto& [value, count] : reader_.values(TermField::kYear)) {
      std::vector<PassageNumber> passages;
      reader_.postings(TermField::kYear, value, [&](PassageNumber passage, std::uint32_t) {
        passages.push_back(passage);
        dated_[passage] = true;
      });
      if (asked && !std::binary_search(asked->begin(), asked->end(), value)) continue;
      TrendYear row;
      std::from_chars(value.data(), value.data() + value.size(), row.year);
      row.tally = tallier.of(passages);
      if (row.tally.documents == 0) continue;
      row.parties = parties_of(tallier, passages);
      answer.years.push_back(std::move(row));
    }
    fill_gaps(answer.years);
  }

  std::vector<PartyTally> parties_of(Tallier& tallier,
                                     const std::vector<PassageNumber>& passages) const {
    std::map<std::string, std::vector<PassageNumber>> by_party;
    for (const PassageNumber passage : passages)
      for (const PartyCode& code : reader_.parties(passage))
        by_party[code.value].push_back(passage);
    std::vector<PartyTally> parties;
    for (const auto& [code, own] : by_party) {
      const Tally tally = tallier.of(own);
      if (tally.documents > 0)
        parties.push_back({code, label_of(TermField::kParty, code, labels_), tally});
    }
    return parties;
  }

  // Years without documents stand between the others, so that a curve has its gaps.
  static void fill_gaps(std::vector<TrendYear>& years) {
    std::sort(years.begin(), years.end(),
              [](const TrendYear& a, const TrendYear& b) { return a.year < b.year; });
    std::vector<TrendYear> all;
    for (TrendYear& row : years) {
      while (!all.empty() && all.back().year + 1 < row.year) {
        TrendYear gap;
        gap.year = all.back().year + 1;
        all.push_back(std::move(gap));
      }
      all.push_back(std::move(row));
    }
    years = std::move(all);
  }

  Tally undated(Tallier& tallier) const {
    std::vector<PassageNumber> passages;
    for (PassageNumber passage = 1; passage <= reader_.passage_count(); ++passage)
      if (!dated_[passage]) passages.push_back(passage);
    return tallier.of(passages);
  }

  Searcher& searcher_;
  const IndexReader& reader_;
  const SearchRequest& request_;
  LabelContext labels_;
  std::vector<bool> dated_;
};

}  // namespace

Result<Trend> trend(Searcher& searcher, const SearchRequest& request) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  auto answer = TrendMaker(searcher, request).run();
  if (answer)
    answer->took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return answer;
}

}  // namespace ordalag
