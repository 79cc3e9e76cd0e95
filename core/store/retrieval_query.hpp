// What the searcher asks of the index: a small value tree over terms, without Xapian's types.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/stored_document.hpp"

namespace ordalag {

// Where a term stands. Prefixes are in the field table (fields.hpp).
enum class TermField {
  kLemma,         // lemma in the passage's own text
  kHeadPart,      // lemma of a compound's last element in the passage's text
  kModifierPart,  // lemma of another element of a compound in the passage's text
  kLeadIn,        // lemma in the lead-in of the passage
  kSection,       // lemma in the headings above the passage
  kTitle,         // lemma in the document's title
  kLeadInPart,    // lemma of a compound's element in the lead-in, and nowhere there of a word
  kSectionPart,   // the same of the headings
  kTitlePart,     // the same of the title
  kParty,         // code of the party that speaks ("M")
  kTheme,         // theme id
  kMunicipality,  // folded name
  kKind,          // document kind
  kYear,          // "2022"
  kSpeaker,       // folded word of the speaker's name
  kDocument,      // document id
};

struct RetrievalQuery {
  enum class Op {
    kTerm,
    kAnd,
    kOr,
    kAndNot,
    kSynonym,
    kScale,
    kMark,
    kFilter,
    kAndMaybe,
    kAll,
    kNone
  };
  Op op = Op::kNone;
  TermField field = TermField::kLemma;  // kTerm
  std::string term;                     // kTerm, without prefix
  double factor = 1;                    // kScale
  std::uint32_t marks = 0;              // kMark: bits that a match of the child carries
  std::vector<RetrievalQuery> children;

  static RetrievalQuery word(TermField field, std::string term) {
    return {Op::kTerm, field, std::move(term), 1, 0, {}};
  }
  static RetrievalQuery join(Op op, std::vector<RetrievalQuery> children) {
    return {op, TermField::kLemma, {}, 1, 0, std::move(children)};
  }
  static RetrievalQuery scale(RetrievalQuery child, double factor) {
    return {Op::kScale, TermField::kLemma, {}, factor, 0, {std::move(child)}};
  }
  static RetrievalQuery mark(RetrievalQuery child, std::uint32_t marks) {
    return {Op::kMark, TermField::kLemma, {}, 1, marks, {std::move(child)}};
  }
  static RetrievalQuery all() { return {Op::kAll, TermField::kLemma, {}, 1, 0, {}}; }
};

// A passage that a retrieval query finds.
struct Match {
  PassageNumber passage = 0;
  std::uint32_t marks = 0;  // of all marked clauses that it matches (RetrievalQuery::mark)
  double weight = 0;
};

}  // namespace ordalag
