// Every number that decides a verdict, with the reason or the measurement that chose it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ordalag {

struct QuoteLimits {
  // --- what is accepted ---
  std::size_t most_bytes = 32 * 1024;  // about ten pages: longer is a text, not a quotation
  std::size_t fewest_words = 2;        // one word is no wording

  // --- common wording ---
  // Below this many words a wording may well have arisen twice: 3 % of the runs of four words of
  // the national programmes stand with several parties, of five words 1 %.
  std::size_t short_words = 5;
  std::size_t common_places = 4;       // unrelated places from which on longer wording is common too
  std::size_t most_places = 1000;      // listed; `places_complete` says when there are more

  // --- elided (the contract's figure) ---
  std::uint32_t gap_words = 120;       // a marked gap leaves out fewer words than this
  std::size_t gap_bytes = 1400;        // and room for it: 120 words of 11.6 bytes

  // --- spliced ---
  // A fragment of so many words found exactly elsewhere is no chance; an invented end of five
  // words is not taken for a fragment.
  std::size_t fragment_words = 6;
  std::size_t moved_fragment_words = 2;  // fragments of one and the same place, out of order
  std::size_t glue_words = 2;            // function words put in to join two fragments
  std::size_t apart_words = 10;          // words left out unmarked that put fragments "apart"

  std::size_t changed_words = 3;         // fewer beside one place's wording are an alteration

  // --- altered: "clearly comes from" there ---
  // Measured on the national programmes: of 793 quotations made false by one change all are at
  // least 0.75 like their place; of 3,000 sentences from motions that stand nowhere in them 0.2 %
  // are 0.7 or more like any place (and most of those are real echoes).
  double least_similarity = 0.7;
  std::size_t least_equal_words = 3;
  std::size_t least_content_words = 2;
  // With a word or so changed in a row of function words, one other word is enough.
  double great_similarity = 0.8;
  std::size_t great_equal_words = 6;
  // An exact beginning betrays the place whatever follows.
  std::size_t beginning_words = 6;
  std::size_t beginning_content_words = 2;
  // So many words in a row anywhere do when half of the quotation is like the place: stock phrases
  // have as many.
  std::size_t anchor_words = 5;
  std::size_t anchor_content_words = 3;
  double anchored_similarity = 0.5;

  // --- how far to look ---
  std::size_t candidate_terms = 8;     // rarest lemmas of the quotation that are looked up
  // A posting costs about 20 ns, a window that is verified 10 us: more words leave fewer windows.
  std::uint32_t candidate_postings = 12000;  // of all of them together ...
  std::size_t candidate_least_terms = 4;     // ... but for the rarest
  std::size_t candidate_windows = 1000;      // verified word by word
  std::size_t aligned_windows = 10;          // aligned when none holds the words exactly
  std::size_t compared_windows = 64;         // from which these are chosen
  double near_weight = 0.6;            // share of the best window's weight that is still looked at
  std::size_t nearest = 3;             // passages shown when nothing was found
};

inline constexpr QuoteLimits kQuoteLimits{};

}  // namespace ordalag
