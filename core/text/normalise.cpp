#include "core/text/normalise.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>

namespace ordalag {
namespace {

const icu::Normalizer2& composition() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
  }();
  return *instance;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

bool is_composed(std::string_view text) {
  // Nothing below U+0300 changes under NFC, and its lead bytes lie below 0xCC; General
  // Punctuation up to U+20FF (lead byte 0xE2) changes in a few rare signs that ICU knows.
  const bool plain = std::all_of(text.begin(), text.end(), [](char byte) {
    return static_cast<unsigned char>(byte) < 0xCC;
  });
  if (plain) return true;
  UErrorCode status = U_ZERO_ERROR;
  return composition().isNormalizedUTF8(piece(text), status);
}

std::string composed(std::string_view text) {
  if (is_composed(text)) return std::string(text);
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  composition().normalizeUTF8(0, piece(text), sink, nullptr, status);
  return out;
}

}  // namespace ordalag
