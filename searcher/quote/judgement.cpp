#include "searcher/quote/judgement.hpp"

#include <algorithm>
#include <array>

namespace ordalag {
namespace {

using F = QuoteFindings;

constexpr std::array<std::string_view, 6> kVerdictNames = {"exact",   "elided",        "altered",
                                                           "spliced", "misattributed", "not_found"};

// Honesty first: what can be said of too little text comes before any match. Then the strongest
// claim that holds. An origin is only denied to wording that does stand somewhere. A splice comes
// before an alteration because it needs more: every word must stand exactly, in long fragments.
constexpr std::array kRules = {
    VerdictRule{"one_word", Verdict::kNotFound, [](const F& f) { return !f.wording; },
                "one word is no wording that could be quoted",
                "ett ord är ingen ordalydelse som kan citeras"},
    VerdictRule{"function_words", Verdict::kNotFound, [](const F& f) { return !f.content; },
                "function words alone could stand anywhere",
                "enbart småord kan stå var som helst"},
    VerdictRule{"stands_so", Verdict::kExact, [](const F& f) { return f.exact_as_claimed; },
                "every word stands so, in order, in one place",
                "varje ord står så, i ordning, på ett ställe"},
    VerdictRule{"stands_with_gaps", Verdict::kElided,
                [](const F& f) { return !f.exact && f.elided_as_claimed; },
                "every fragment stands so, in order, and the gaps are marked",
                "varje del står så, i ordning, och utelämningarna är markerade"},
    VerdictRule{"stands_elsewhere", Verdict::kMisattributed,
                [](const F& f) { return f.exact || f.elided; },
                "the wording stands in the sources, but not with the claimed origin",
                "orden står i källorna, men inte hos den som anges"},
    VerdictRule{"put_together", Verdict::kSpliced, [](const F& f) { return f.spliced; },
                "exact fragments of places apart are put together as one",
                "ordagranna delar från skilda ställen är hopfogade till ett"},
    VerdictRule{"words_differ", Verdict::kAltered, [](const F& f) { return f.altered; },
                "it comes from one place in the sources, but words differ",
                "det kommer från ett ställe i källorna, men ord skiljer"},
    VerdictRule{"nothing_near", Verdict::kNotFound, [](const F&) { return true; },
                "no place in the sources has enough of the words",
                "inget ställe i källorna har tillräckligt av orden"},
};

}  // namespace

std::string_view name(Verdict verdict) {
  return kVerdictNames[static_cast<std::size_t>(verdict)];
}

std::span<const VerdictRule> verdict_rules() { return kRules; }

const VerdictRule& decide(const QuoteFindings& findings) {
  return *std::ranges::find_if(kRules, [&](const VerdictRule& rule) { return rule.holds(findings); });
}

}  // namespace ordalag
