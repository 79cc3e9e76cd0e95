#include "indexer/extract/web/html_charset.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "core/text/utf8.hpp"

namespace ordalag::extract {
namespace {

// Names that mean Windows-1252 to a browser (WHATWG Encoding, "legacy single-byte encodings").
constexpr std::array<std::string_view, 8> kLatin = {"windows-1252", "iso-8859-1", "latin1",
                                                    "iso8859-1",    "ascii",      "us-ascii",
                                                    "cp1252",       "iso-8859-15"};

bool ends_name(char c) { return c == '"' || c == '\'' || c == ';' || c == '>' || c == '/' || c == ' '; }

// `bytes` as UTF-8 with U+FFFD for every byte that is none; empty when that are more than few of the
// letters beyond ASCII (then it is no UTF-8).
std::string with_broken_letters_marked(std::string_view bytes) {
  constexpr std::size_t kFewestGoodPerBad = 4;
  std::string text;
  std::size_t good = 0, bad = 0;
  while (!bytes.empty()) {
    const std::size_t valid = first_invalid_utf8(bytes).value_or(bytes.size());
    for (const char c : bytes.substr(0, valid)) good += (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U;
    text += bytes.substr(0, valid);
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    ++bad;
    text += "\xEF\xBF\xBD";
    bytes.remove_prefix(1);
  }
  return good < bad * kFewestGoodPerBad ? std::string() : text;
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  constexpr std::size_t kDeclaredWithin = 4096;
  std::string start(bytes.substr(0, kDeclaredWithin));
  for (char& c : start) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (const std::string_view key : {"charset=", "encoding="}) {
    std::size_t at = start.find(key);
    if (at == std::string::npos) continue;
    at += key.size();
    while (at < start.size() && (start[at] == '"' || start[at] == '\'' || start[at] == ' ')) ++at;
    const std::size_t begin = at;
    while (at < start.size() && !ends_name(start[at])) ++at;
    if (at > begin) return start.substr(begin, at - begin);
  }
  return {};
}

Result<DecodedText> decode_html(std::string_view bytes) {
  const std::string declared = declared_charset(bytes);
  const bool latin = std::find(kLatin.begin(), kLatin.end(), declared) != kLatin.end();
  if (latin && first_invalid_utf8(bytes)) {
    // Bytes that Windows-1252 does not define are no reason to lose the page; detection says more.
    if (auto text = decode_as(bytes, name(Charset::kWindows1252)))
      return DecodedText{*std::move(text), Charset::kWindows1252, {}};
  }
  if (!first_invalid_utf8(bytes)) return decode(bytes);
  // A page cut in the middle of a letter, or put together of parts: browsers show U+FFFD for the few
  // broken letters, and so does the text.
  std::string mended = with_broken_letters_marked(bytes);
  if (!mended.empty()) return DecodedText{std::move(mended), Charset::kUtf8, {}};
  return decode(bytes);
}

}  // namespace ordalag::extract
