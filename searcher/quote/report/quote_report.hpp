// An answer about a quotation with its places as hits: what the renderers draw.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/span.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/registries.hpp"
#include "searcher/quote/judgement.hpp"
#include "searcher/quote/quote_answer.hpp"

namespace ordalag {

// One place of the answer.
struct QuoteMatch {
  Hit hit;                            // the passage that holds most of it; score: similarity
  std::vector<PassageId> passages;    // all that it touches
  std::vector<CodePointSpan> spans;   // in the document's canonical text
};

struct QuoteReport {
  QuoteAnswer answer;
  std::vector<QuoteMatch> matches;    // one for each of answer.places
  std::vector<Hit> nearest;           // one for each of answer.nearest; score 0
  std::string index_id;
  Language language = Language::kSwedish;
};

// Reads the records of what is shown. All but `answer` only for the call. Errors: what
// IndexReader::health() says at the end.
Result<QuoteReport> make_report(QuoteAnswer answer, const IndexReader& reader,
                                const Registries& registries, Language language);

// Why the verdict is what it is, in the report's language.
std::string_view reason(const QuoteReport& report);

// One sentence for publishing: the verdict, the origin, and what differs.
std::string summary(const QuoteReport& report);

}  // namespace ordalag
