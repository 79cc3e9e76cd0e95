// From a resolved query to what is asked of the index.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/store/retrieval_query.hpp"
#include "searcher/match/resolved_query.hpp"

namespace ordalag {

// How far a word reaches.
enum class Reach {
  kOwnText,   // as a word of the passage's own text: phrases, NEAR
  kWhole,     // as a word of the text, of the lead-in or of the headings above;
              // negations
  kAnyClass,  // also as part of a compound, by its own elements, by a synonym
};

// Candidates for `node`: all passages that match it, and for phrases, forms and NEAR some more,
// which the text then decides.
RetrievalQuery candidates(const ResolvedNode& node, const ResolvedQuery& query, Reach reach);

// The whole query at a reach, all its wanted words asked for.
RetrievalQuery all_words(const ResolvedQuery& query, Reach reach);

// The whole query with any of its free words, or an element of one; everything else is asked for
// as before.
RetrievalQuery any_word(const ResolvedQuery& query);

// How many words of a query can be told apart in the marks of a match.
inline constexpr std::size_t kMarkedWords = 32;

// Of the marks of a match of all_words() at Reach::kAnyClass, of a query whose words are no more
// than kMarkedWords and that needs_text() does not hold for: true when it matches at Reach::kWhole
// too.
class WholeTest {
 public:
  explicit WholeTest(const ResolvedQuery& query);  // outlives the test
  bool operator()(std::uint32_t marks) const {
    return (marks & required_) == required_ && (simple_ || holds(marks));
  }

 private:
  bool holds(std::uint32_t marks) const;

  const ResolvedQuery& query_;
  std::uint32_t required_ = 0;  // the marks of the words that are asked for outright
  bool simple_ = true;          // nothing else is asked for
};

// True when nothing in the query scores: fields and negations only.
bool is_pure_filter(const ResolvedQuery& query);

// True when the text has to decide: the query holds a phrase, =word, word* or NEAR.
bool needs_text(const ResolvedNode& node);

}  // namespace ordalag
