#include "searcher/tally/tally.hpp"

#include <utility>

namespace ordalag {

Tallier::Tallier(const IndexReader& reader, const std::vector<PassageNumber>& matches,
                 std::vector<bool> among)
    : reader_(reader),
      matches_(reader.passage_count() + 1, false),
      among_(std::move(among)),
      worded_(reader.passage_count() + 1, 0),
      words_(reader.passage_count() + 1, 0),
      matched_(reader.passage_count() + 1, 0) {
  for (const PassageNumber passage : matches) matches_[passage] = true;
}

void Tallier::begin() {
  ++selection_;
  document_.reset();
}

void Tallier::add(PassageNumber passage, Tally& tally) {
  if (!among_.empty() && !among_[passage]) return;
  const DocumentNumber document = reader_.document_of(passage);
  if (document_ != document) {
    document_ = document;
    document_matched_ = false;
    ++tally.documents;
  }
  const PassageNumber group = reader_.edition_group(passage);
  // The longest of near-copies counts, whichever comes first.
  const std::uint32_t words = reader_.words(passage);
  std::uint32_t& counted = words_[group];
  if (std::exchange(worded_[group], selection_) != selection_) {
    ++tally.passages;
    counted = 0;
  }
  if (words > counted) tally.words += words - std::exchange(counted, words);
  if (!matches_[passage]) return;
  if (!std::exchange(document_matched_, true)) ++tally.matching_documents;
  // An edition may match where the one before it did not.
  if (std::exchange(matched_[group], selection_) != selection_) ++tally.count;
}

Tally Tallier::of(std::span<const PassageNumber> passages) {
  Tally tally;
  begin();
  for (const PassageNumber passage : passages) add(passage, tally);
  return tally;
}

Tally Tallier::of(TermField field, const std::string& value) {
  Tally tally;
  begin();
  reader_.postings(field, value,
                   [&](PassageNumber passage, std::uint32_t) { add(passage, tally); });
  return tally;
}

Tally Tallier::of_all() {
  Tally tally;
  begin();
  for (PassageNumber passage = 1; passage <= reader_.passage_count(); ++passage)
    add(passage, tally);
  return tally;
}

}  // namespace ordalag
