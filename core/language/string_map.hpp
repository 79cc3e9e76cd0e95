// Hash tables from strings that are looked up by string_view without a copy.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace ordalag {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

template <class Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

// A cheap test that rules most other keys out before a table is asked: one bit for each key in 2^14,
// by its length and both its ends.
class KeyFilter {
 public:
  void add(std::string_view key) { bits_.set(place_of(key)); }
  bool may_hold(std::string_view key) const { return bits_.test(place_of(key)); }

 private:
  static constexpr std::size_t kBits = 1U << 14U;
  static std::size_t place_of(std::string_view key) {
    constexpr std::size_t kEnd = 4;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    if (key.size() >= kEnd) {
      std::memcpy(&first, key.data(), kEnd);
      std::memcpy(&last, key.data() + key.size() - kEnd, kEnd);
    } else {
      for (const char c : key) first = first << 8U | static_cast<unsigned char>(c);
    }
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
    const std::uint64_t both = (std::uint64_t{first} << 32U | last) + key.size();
    return static_cast<std::size_t>((both * kMix) >> 50U) % kBits;
  }
  std::bitset<kBits> bits_;
};

// The value of `key`, or null.
template <class Value>
const Value* find(const StringMap<Value>& map, std::string_view key) {
  const auto it = map.find(key);
  return it == map.end() ? nullptr : &it->second;
}

}  // namespace ordalag
