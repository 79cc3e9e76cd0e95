// How much was said, and of how much: counts with their denominators.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/store/index_reader.hpp"

namespace ordalag {

// Editions count once: of near-copies, one passage, and the words of the longest.
struct Tally {
  std::uint32_t count = 0;               // passages that match
  std::uint32_t matching_documents = 0;  // that they stand in
  std::uint32_t passages = 0;            // among which was looked
  std::uint32_t documents = 0;
  std::uint64_t words = 0;  // of those passages

  // Matching passages per 10,000 words; empty without words.
  std::optional<double> rate() const {
    constexpr double kPer = 10'000;
    if (words == 0) return std::nullopt;
    return kPer * count / static_cast<double>(words);
  }
};

// Tallies matches among passages, one selection after the other.
class Tallier {
 public:
  // `matches`: the passages that match, editions too. `among`: a mask by passage number; empty:
  // all.
  Tallier(const IndexReader& reader, const std::vector<PassageNumber>& matches,
          std::vector<bool> among);

  // The tally of these passages, in rising order. Linear in them, as the next two.
  Tally of(std::span<const PassageNumber> passages);
  // Of those that have `value` in `field`.
  Tally of(TermField field, const std::string& value);
  Tally of_all();

 private:
  void begin();
  void add(PassageNumber passage, Tally& tally);

  const IndexReader& reader_;
  std::vector<bool> matches_, among_;
  std::uint32_t selection_ = 0;
  // By near-copy group: the last selection that counted its words, how many, and the last that
  // counted its match.
  std::vector<std::uint32_t> worded_, words_, matched_;
  std::optional<DocumentNumber> document_;  // of the passage added last
  bool document_matched_ = false;
};

}  // namespace ordalag
