// Does a place fit the origin that is claimed for a quotation?
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/ids.hpp"
#include "core/registry/parties.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/quote/quote_answer.hpp"

namespace ordalag {

// Judges places by one claim. The reader and the registry outlive it; one per quotation.
class ClaimJudge {
 public:
  ClaimJudge(const IndexReader& reader, const PartyRegistry& parties, const QuoteClaim& claim);

  // True when every part of the claim fits: the party is among those of a passage that the place
  // touches (a name counts by the year of the document: FP is L until 2015), the speaker's name
  // holds all words of the claimed one, the document has the claimed id or title. An empty claim
  // fits everything, a place without a known party fits no party.
  bool fits(const QuotePlace& place) const;

 private:
  bool party_fits(const QuotePlace& place) const;
  bool speaker_fits(const QuotePlace& place) const;
  bool document_fits(const QuotePlace& place) const;

  const IndexReader& reader_;
  const PartyRegistry& parties_;
  const QuoteClaim& claim_;
};

}  // namespace ordalag
