#include "searcher/http/request_id.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>
#include <random>

namespace ordalag {

std::string request_id(std::string_view given) {
  constexpr std::size_t kLongest = 64;
  const auto harmless = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_' || c == '.';
  };
  if (!given.empty() && given.size() <= kLongest && std::ranges::all_of(given, harmless))
    return std::string(given);
  static thread_local std::mt19937_64 random{std::random_device{}()};
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string id;
  std::uint64_t bits = random();
  for (int i = 0; i < 16; ++i, bits >>= 4U) id += kHex[bits & 15U];
  return id;
}

std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 40> text{};
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
  return {text.data(), size};
}

}  // namespace ordalag
