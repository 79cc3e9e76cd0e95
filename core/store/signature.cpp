#include "core/store/signature.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

namespace ordalag {
namespace {

// Two odd-looking numbers a minimum: Knuth's linear congruential generator, any seed will do.
constexpr auto kMultipliers = [] {
  std::array<std::uint32_t, 64> table{};
  std::uint64_t state = 0x9E3779B97F4A7C15ULL;
  for (auto& value : table) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    value = static_cast<std::uint32_t>(state >> 32) | 1U;
  }
  return table;
}();

}  // namespace

SignatureMaker::SignatureMaker(std::uint64_t text_key) : text_key_(text_key) {
  std::fill(std::begin(minima_), std::end(minima_), std::numeric_limits<std::uint32_t>::max());
}

void SignatureMaker::add(std::uint32_t word_hash) {
  ++size_;
  for (int i = 0; i < kMinima; ++i) {
    const std::uint32_t mixed = (word_hash ^ kMultipliers[i + 32]) * kMultipliers[i];
    minima_[i] = std::min(minima_[i], mixed ^ (mixed >> 15));
  }
}

SignatureRow SignatureMaker::row() const {
  SignatureRow row;
  row.text_key = text_key_;
  for (int band = 0; band < kBands; ++band)
    row.bands[band] = static_cast<std::uint32_t>(
        XXH3_64bits(minima_ + band * kBandRows, kBandRows * sizeof(std::uint32_t)));
  return row;
}

}  // namespace ordalag
