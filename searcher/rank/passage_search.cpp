#include "searcher/rank/passage_search.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "searcher/match/word_matcher.hpp"
#include "searcher/rank/date_order.hpp"
#include "searcher/rank/id_order.hpp"
#include "searcher/rank/retrieval_plan.hpp"
#include "searcher/rank/text_features.hpp"
#include "searcher/rank/text_filter.hpp"
#include "searcher/rank/weights.hpp"

namespace ordalag {
namespace {

using Order = std::function<bool(const Ranked&, const Ranked&)>;

class PassageSearch {
 public:
  PassageSearch(const ResolvedQuery& query, const PassageSearchOptions& options,
                const SearchTools& tools)
      : query_(query), options_(options), tools_(tools), ids_(tools.reader) {}

  Ranking run() {
    if (is_pure_filter(query_)) {
      add(match(all_words(query_, Reach::kWhole), Reach::kWhole), Tier::kAllWords);
    } else {
      collect();
    }
    fold();
    count();
    order();
    return std::move(ranking_);
  }

 private:
  Matches match(const RetrievalQuery& retrieval, Reach reach) {
    MatchOptions matching;
    matching.at_most = options_.counted;
    TextFilter filter(query_, reach, tools_.reader, tools_.view);
    if (!filter.is_idle())
      matching.accept = [&](PassageNumber passage) { return filter.accepts(passage); };
    Matches matches = tools_.reader.match(retrieval, matching);
    if (!matches.complete) ranking_.complete = false;
    return matches;
  }

  // Joins matches to the hits, which are in passage order; known passages keep their better tier
  // and take the larger score.
  void add(const Matches& matches, Tier tier) {
    std::vector<Ranked> joined;
    joined.reserve(ranking_.hits.size() + matches.all.size());
    auto known = ranking_.hits.begin();
    for (const Match& found : matches.all) {
      while (known != ranking_.hits.end() && known->passage < found.passage)
        joined.push_back(*known++);
      if (known != ranking_.hits.end() && known->passage == found.passage) {
        joined.push_back({found.passage, known->tier, std::max(known->score, found.weight)});
        ++known;
      } else {
        joined.push_back({found.passage, tier, found.weight});
      }
    }
    joined.insert(joined.end(), known, ranking_.hits.end());
    ranking_.hits = std::move(joined);
  }

  // The marks of one retrieval tell the first two tiers apart, where no text has to be read.
  void collect_all_words() {
    if (query_.words.size() <= kMarkedWords && !needs_text(query_.root)) {
      const Matches matches = match(all_words(query_, Reach::kAnyClass), Reach::kAnyClass);
      const WholeTest is_whole(query_);
      ranking_.hits.reserve(matches.all.size());
      for (const Match& found : matches.all)
        ranking_.hits.push_back({found.passage,
                                 is_whole(found.marks) ? Tier::kAllWords : Tier::kAllClasses,
                                 found.weight});
      return;
    }
    add(match(all_words(query_, Reach::kWhole), Reach::kWhole), Tier::kAllWords);
    if (!query_.words.empty())
      add(match(all_words(query_, Reach::kAnyClass), Reach::kAnyClass), Tier::kAllClasses);
  }

  void collect() {
    collect_all_words();
    const bool relaxed = options_.match == MatchMode::kAny ||
                         (options_.match == MatchMode::kAuto && ranking_.hits.size() < kFewHits);
    if (relaxed && !query_.relaxable.empty())
      add(match(any_word(query_), Reach::kAnyClass), Tier::kSomeWords);
  }

  void fold() {
    if (options_.editions == EditionMode::kCollapse)
      tools_.folder.fold(ranking_.hits,
                         [this](const Ranked& a, const Ranked& b) { return ids_.better(a, b); });
  }

  void count() {
    ranking_.passages.reserve(ranking_.hits.size());
    for (const Ranked& hit : ranking_.hits) ranking_.passages.push_back(hit.passage);
    ranking_.all_words = static_cast<std::uint32_t>(
        std::count_if(ranking_.hits.begin(), ranking_.hits.end(),
                      [](const Ranked& hit) { return hit.tier == Tier::kAllWords; }));
  }

  void sort_first(std::size_t wanted, const Order& before) {
    sort_first(wanted, ranking_.hits.end(), before);
  }

  void sort_first(std::size_t wanted, std::vector<Ranked>::iterator end, const Order& before) {
    const auto begin = ranking_.hits.begin();
    const auto size = static_cast<std::size_t>(end - begin);
    std::partial_sort(begin, begin + static_cast<std::ptrdiff_t>(std::min(wanted, size)), end,
                      before);
  }

  // The same by tier and score: ids are compared only among what scores as well as the last wanted.
  void sort_first_by_score(std::size_t wanted, const Order& by_score) {
    auto& hits = ranking_.hits;
    if (wanted >= hits.size()) return sort_first(wanted, by_score);
    const auto worth = [](const Ranked& hit) { return std::pair(hit.tier, -hit.score); };
    std::vector<std::pair<Tier, double>> worths(hits.size());
    std::transform(hits.begin(), hits.end(), worths.begin(), worth);
    const auto last = worths.begin() + static_cast<std::ptrdiff_t>(wanted) - 1;
    std::nth_element(worths.begin(), last, worths.end());
    const auto end = std::partition(hits.begin(), hits.end(),
                                    [&](const Ranked& hit) { return worth(hit) <= *last; });
    sort_first(wanted, end, by_score);
  }

  void order() {
    if (options_.sorted == 0) return;  // only counted
    if (options_.sort != SortOrder::kRelevance)
      return sort_by_date(ranking_.hits, options_.sorted, options_.sort, tools_.reader);
    if (is_pure_filter(query_)) {
      return sort_first(options_.sorted, [this](const Ranked& a, const Ranked& b) {
        return ids_.by_text(a.passage, b.passage);
      });
    }
    const Order by_score = [this](const Ranked& a, const Ranked& b) { return ids_.better(a, b); };
    sort_first_by_score(std::max<std::size_t>(options_.sorted, kReranked), by_score);
    rerank(by_score);
    step_down();
  }

  // Reads no more texts than the wanted hits need: a hit that could not come among them with the
  // largest factor ends the reading, for those after it score less.
  void rerank(const Order& by_score) {
    if (query_.words.empty()) return;
    const WordMatcher matcher(query_);
    const std::size_t count = std::min(kReranked, ranking_.hits.size());
    const auto begin = ranking_.hits.begin();
    std::size_t read = 0;
    for (; read < count; ++read) {
      Ranked& hit = ranking_.hits[read];
      if (read >= options_.sorted && options_.sorted > 0) {
        const Ranked& last = ranking_.hits[options_.sorted - 1];
        const double largest = largest_text_factor(query_, hit.tier);
        if (last.tier < hit.tier || last.score > hit.score * largest) break;
      }
      tools_.view.read(tools_.reader.passage_text(hit.passage));
      std::vector<WordMatch>& matches = ranking_.read[hit.passage];
      matcher.find(tools_.view, matches);
      hit.score *= text_factor(query_, matches);
      // Those read stay in order, so that the last wanted one is known.
      const auto place =
          std::upper_bound(begin, begin + static_cast<std::ptrdiff_t>(read), hit, by_score);
      std::rotate(place, begin + static_cast<std::ptrdiff_t>(read),
                  begin + static_cast<std::ptrdiff_t>(read) + 1);
    }
  }

  // Scores fall from hit to hit: those of a lower tier are scaled to begin under the tier above.
  void step_down() {
    const std::size_t sorted =
        std::min(std::max<std::size_t>(options_.sorted, kReranked), ranking_.hits.size());
    double factor = 1;
    for (std::size_t i = 1; i < sorted; ++i) {
      Ranked& hit = ranking_.hits[i];
      const Ranked& above = ranking_.hits[i - 1];
      if (hit.tier != above.tier) {
        constexpr double kStep = 0.9;
        factor =
            hit.score > above.score * kStep && hit.score > 0 ? above.score * kStep / hit.score : 1;
      }
      hit.score *= factor;
    }
  }

  const ResolvedQuery& query_;
  const PassageSearchOptions& options_;
  const SearchTools& tools_;
  IdOrder ids_;
  Ranking ranking_;
};

}  // namespace

Ranking search_passages(const ResolvedQuery& query, const PassageSearchOptions& options,
                        const SearchTools& tools) {
  return PassageSearch(query, options, tools).run();
}

}  // namespace ordalag
