#include "searcher/answer/similar.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/store/word_sequence.hpp"
#include "searcher/answer/show.hpp"
#include "searcher/rank/id_order.hpp"

namespace ordalag {
namespace {

ComparableWords words_of(std::string_view text) {
  std::vector<std::uint32_t> words;
  word_sequence(text, words);
  return ComparableWords(std::move(words));
}

std::vector<PartyCode> shared(const std::vector<PartyCode>& a, const std::vector<PartyCode>& b) {
  std::vector<PartyCode> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

}  // namespace

std::vector<NearCopy> near_copies_of(const IndexReader& reader, PassageNumber passage,
                                     double at_least) {
  const ComparableWords own = words_of(reader.passage_text(passage));
  std::vector<NearCopy> found;
  for (const PassageNumber other : reader.near_copy_candidates(passage)) {
    const double similarity = word_similarity(own, words_of(reader.passage_text(other)), at_least);
    if (similarity > 0) found.push_back({other, similarity});
  }
  const IdOrder ids(reader);
  std::sort(found.begin(), found.end(), [&](const NearCopy& a, const NearCopy& b) {
    return a.similarity != b.similarity ? a.similarity > b.similarity
                                        : ids.by_text(a.passage, b.passage);
  });
  return found;
}

Result<SimilarAnswer> similar_to(const IndexReader& reader, const HitBuilder& hits,
                                 const PassageId& id, const SimilarOptions& options) {
  ORDALAG_TRY(number, require_passage(reader, id));
  SimilarAnswer answer;
  answer.index = reader.info();
  answer.passage = hits.build(number);
  for (const NearCopy& copy : near_copies_of(reader, number, options.at_least)) {
    const auto both = shared(reader.parties(number), reader.parties(copy.passage));
    ++answer.total;
    if (both.empty() && !reader.parties(copy.passage).empty()) ++answer.by_others;
    if (answer.similar.size() == options.limit) continue;
    SimilarPassage& similar = answer.similar.emplace_back();
    similar.hit = hits.build(copy.passage);
    similar.similarity = copy.similarity;
    similar.identical = similar.hit.text == answer.passage.text;
    similar.parties = both;
  }
  ORDALAG_CHECK(reader.health());
  return answer;
}

}  // namespace ordalag
