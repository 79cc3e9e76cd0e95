// What was asked about a quotation, and what was found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/span.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/quote/alignment.hpp"
#include "searcher/quote/alterations.hpp"
#include "searcher/quote/folds.hpp"

namespace ordalag {

enum class Verdict : std::uint8_t {
  kExact,
  kElided,
  kAltered,
  kSpliced,
  kMisattributed,
  kNotFound,
};

// As in the JSON: "not_found".
std::string_view name(Verdict verdict);

struct VerdictRule;  // judgement.hpp

// The origin that is claimed; all parts that are given must fit.
struct QuoteClaim {
  std::optional<std::string> party;     // code or name, former names by the document's date
  std::optional<std::string> speaker;   // name, or a part of it
  std::optional<std::string> document;  // id or title
  bool empty() const { return !party && !speaker && !document; }
};

struct QuoteRequest {
  std::string quote;
  QuoteClaim claim;
};

// A stretch of the word diff, punctuation after its words included.
struct DiffPiece {
  EditOp op = EditOp::kEqual;
  std::string quote;
  std::string source;
};

// A place in the sources that the quotation comes from.
struct QuotePlace {
  DocumentNumber document = 0;
  std::vector<PassageNumber> passages;  // that it touches, at least one
  std::vector<ByteSpan> spans;          // in the canonical text, one for each fragment
  double similarity = 1;                // of words, 0 to 1; 1 only when nothing differs
  std::string matched_text;             // the spans as the source writes them, " […] " between
  std::string before;                   // up to 80 bytes of the source around it
  std::string after;
  std::vector<DiffPiece> diff;
  bool claim_fits = true;
};

struct QuoteContext {
  bool starts_mid_sentence = false;
  bool ends_mid_sentence = false;
  std::string omitted;            // what the gaps leave out, " […] " between; may be empty
  bool omitted_negation = false;  // there is a negation in it
  bool cut_negation = false;      // one in the part of the sentence before or after the quotation
};

struct QuoteAnswer {
  QuoteRequest request;
  Verdict verdict = Verdict::kNotFound;
  const VerdictRule* rule = nullptr;      // the row of the table of rules that decided
  double similarity = 0;
  FoldSet folds;
  std::vector<Alteration> alterations;
  QuoteContext context;
  std::vector<QuotePlace> places;         // best first; for kSpliced in the order of the quotation
  std::vector<PassageNumber> nearest;     // when there are no places
  std::uint32_t places_found = 0;         // distinct places, editions counted once
  bool places_complete = true;
  bool common = false;                    // so short or so frequent that it tells little of origin
  double took_ms = 0;
};

}  // namespace ordalag
