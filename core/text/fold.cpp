#include "core/text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

// Folded base letters of U+00C0..U+00FF; an empty entry is left to ICU.
constexpr std::array<std::string_view, 64> kLatin1 = {
    "a", "a", "a", "a", "ä", "å", "ä", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "",  "n", "o", "o", "o", "o", "ö", "",  "ö", "u", "u", "u", "u", "y", "",  "",
    "a", "a", "a", "a", "ä", "å", "ä", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "",  "n", "o", "o", "o", "o", "ö", "",  "ö", "u", "u", "u", "u", "y", "",  "y"};

const icu::Normalizer2& case_fold() {
  static const icu::Normalizer2* instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCCasefoldInstance(status);
  }();
  return *instance;
}

const icu::Normalizer2& composition() {
  static const icu::Normalizer2* instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
  }();
  return *instance;
}

bool is_swedish_letter(UChar32 c) { return c == U'å' || c == U'ä' || c == U'ö'; }

// The letter under all accents of `c`, itself when it has none.
UChar32 base_letter(UChar32 c) {
  switch (c) {
    case U'æ':
    case U'ǽ':
    case U'ǣ':
      return U'ä';
    case U'ø':
    case U'ǿ':
      return U'ö';
    case U'ł':
      return U'l';
    case U'đ':
      return U'd';
    default:
      break;
  }
  icu::UnicodeString parts;
  while (!is_swedish_letter(c) && composition().getRawDecomposition(c, parts)) {
    const UChar32 first = parts.char32At(0);
    if (parts.length() == U16_LENGTH(first) || !u_isalpha(first)) break;
    c = first;
  }
  return c;
}

void append_by_icu(std::string_view text, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::UnicodeString folded = case_fold().normalize(source, status);
  folded = composition().normalize(folded, status);
  for (std::int32_t i = 0; i < folded.length();) {
    const UChar32 c = folded.char32At(i);
    i += U16_LENGTH(c);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    append_utf8(static_cast<char32_t>(base_letter(c)), out);
  }
}

}  // namespace

void append_folded(std::string_view text, std::string& out) {
  const std::size_t start = out.size();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : text[i]);
      continue;
    }
    std::string_view letter;
    if (byte == 0xC3 && i + 1 < text.size()) {
      letter = kLatin1[static_cast<unsigned char>(text[i + 1]) & 0x3F];
    }
    if (letter.empty()) {
      out.resize(start);
      append_by_icu(text, out);
      return;
    }
    // A combining mark may follow and change the letter (o + diaeresis): it is not Latin-1, so
    // ICU takes the whole text over when it comes.
    out.append(letter);
    ++i;
  }
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_folded(text, out);
  return out;
}

std::string fold_by_icu(std::string_view text) {
  std::string out;
  append_by_icu(text, out);
  return out;
}

}  // namespace ordalag
