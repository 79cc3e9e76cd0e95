// The MinHash signature of a passage: passages that share most of their words share a band of it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/store/columns.hpp"

namespace ordalag {

// Words that bear a passage's meaning; with fewer, its function words sign too.
inline constexpr std::size_t kFewestSignatureWords = 3;

// MinHash signature of a passage's distinct words, cut in kBands bands of kBandRows minima. Two
// passages that share a share s of their words have a band in common with probability
// 1 - (1 - s^3)^8: 0.94 at s = 0.67 (two words of ten replaced), 0.0005 at s = 0.04 (the mean of
// two passages on different matters).
class SignatureMaker {
 public:
  explicit SignatureMaker(std::uint64_t text_key);
  void add(std::uint32_t word_hash);
  std::size_t size() const { return size_; }
  SignatureRow row() const;

 private:
  static constexpr int kBandRows = 3;
  static constexpr int kMinima = kBands * kBandRows;
  std::uint64_t text_key_;
  std::size_t size_ = 0;
  std::uint32_t minima_[kMinima];
};

}  // namespace ordalag
