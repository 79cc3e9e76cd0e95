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
  return decode(bytes);
}

}  // namespace ordalag::extract
