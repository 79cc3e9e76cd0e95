// Near-copies: passages of different documents that say the same, found over the whole index when a
// revision is published. They are what makes two documents editions of each other.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "core/store/columns.hpp"

namespace ordalag {

// What near-copies need to know of an index. `passages` and `signatures` go side by side.
struct NearCopyInput {
  std::span<const PassageRow> passages;  // in text order within a document; `group` is not used
  std::span<const SignatureRow> signatures;
  std::span<const std::uint64_t> party_keys;  // of each party set, a hash of its codes
  // Text of a passage by its place in `passages`.
  std::function<std::string_view(std::uint32_t)> text;
};

// For each passage the smallest number (place + 1) in its group; its own for a lone passage.
//
// Two passages of different documents with the same party set are copies when their words are
// similar (word_similarity) to kEditionSimilarity and their documents are editions of each other,
// or to kLoneSimilarity and both have kLoneWords words. Documents are editions when near-copies
// cover half of the words of the shorter one, and when both are editions of a third. Between two
// copies in order in a pair that is so covered, what is left over on both sides pairs already at
// kGapSimilarity.
//
// Passages of kRepeatedWords words and more with the same word sequence are always one group, also
// within a document. Of shorter ones the k-th occurrence within a document pairs with the k-th in
// the other. Otherwise a group never holds two passages of one document: similar sentences there say
// different things. The result depends on the passages alone, not on their order. About 5 µs a
// passage.
inline constexpr double kEditionSimilarity = 0.8;
// One word replaced in an item of three, or written in two ("akut-boenden").
inline constexpr double kGapSimilarity = 0.6;
// Outside editions a changed word in a demand makes another demand ("införa" for "avskaffa" among
// twenty words of parliamentary formula), so more is asked for.
inline constexpr double kLoneSimilarity = 0.9;
inline constexpr std::uint32_t kLoneWords = 12;
// Shorter ones ("Vi vill att kommunen ska:", "Bakgrund") open chapters and lists, each its own.
inline constexpr std::uint32_t kRepeatedWords = 8;
std::vector<std::uint32_t> near_copy_groups(const NearCopyInput& input);

}  // namespace ordalag
