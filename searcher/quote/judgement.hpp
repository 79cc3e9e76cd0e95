// From what was found of a quotation to its verdict: one table of rules, read from the top.
#pragma once

#include <span>
#include <string_view>

#include "searcher/quote/quote_answer.hpp"

namespace ordalag {

// What the search for a quotation has established.
struct QuoteFindings {
  bool wording = false;          // enough words to be a wording at all
  bool content = false;          // not function words alone
  bool exact = false;            // stands in one place
  bool exact_as_claimed = false; // ... and such a place fits the claimed origin (or none is claimed)
  bool elided = false;           // its fragments stand in order, gaps marked
  bool elided_as_claimed = false;
  bool spliced = false;          // exact fragments of places apart cover it
  bool altered = false;          // one place is clearly what it comes from
};

struct VerdictRule {
  std::string_view name;    // for the JSON
  Verdict verdict;
  bool (*holds)(const QuoteFindings&);
  std::string_view reason;     // why this is the verdict, for people
  std::string_view reason_sv;  // the same in Swedish
};

// The rules in order; the first that holds decides. The last one always does.
std::span<const VerdictRule> verdict_rules();

const VerdictRule& decide(const QuoteFindings& findings);

}  // namespace ordalag
