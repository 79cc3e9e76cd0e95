#include "core/text/decode.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

constexpr std::string_view kText = "Fler trygga gårdar – för små och stora. 😀 Öppna förskolan.\n";

std::string as_utf16(std::string_view text, Charset charset) {
  std::string out;
  const auto unit = [&](unsigned value) {
    const char high = static_cast<char>(value >> 8U);
    const char low = static_cast<char>(value & 0xFFU);
    out += charset == Charset::kUtf16Be ? high : low;
    out += charset == Charset::kUtf16Be ? low : high;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (c.value >= 0x10000) {
      unit(static_cast<unsigned>(0xD800 + ((c.value - 0x10000) >> 10U)));
      unit(static_cast<unsigned>(0xDC00 + ((c.value - 0x10000) & 0x3FFU)));
    } else {
      unit(static_cast<unsigned>(c.value));
    }
    at += c.bytes;
  }
  return out;
}

std::string message_of(std::string_view bytes) {
  const auto decoded = decode(bytes);
  return decoded ? "read as " + std::string(name(decoded->charset)) : decoded.error().message;
}

// Every piece of the decoded text, cut out of the source and decoded alone, is that piece.
void expect_way_back(const std::string& bytes) {
  const auto decoded = decode(bytes);
  ASSERT_TRUE(decoded) << describe(decoded.error());
  const std::string_view text = decoded->text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = at + code_point_at(text, at).bytes;
    const std::uint64_t begin = decoded->source.of(text, at);
    const std::uint64_t end = decoded->source.of(text, next);
    const auto piece = decode_as(std::string_view(bytes).substr(begin, end - begin),
                                 name(decoded->charset));
    ASSERT_TRUE(piece) << describe(piece.error());
    ASSERT_EQ(*piece, text.substr(at, next - at)) << "byte " << at;
    at = next;
  }
}

TEST(Decode, ReadsUtf8WithAndWithoutAByteOrderMark) {
  EXPECT_EQ(decode(kText)->text, kText);
  const auto marked = decode("\xEF\xBB\xBF" + std::string(kText));
  EXPECT_EQ(marked->text, kText);
  EXPECT_EQ(marked->source.of(marked->text, 0), 3U);
}

TEST(Decode, ReadsUtf16OfBothOrdersWithAndWithoutAMark) {
  for (const Charset charset : {Charset::kUtf16Le, Charset::kUtf16Be}) {
    const std::string mark = charset == Charset::kUtf16Le ? "\xFF\xFE" : "\xFE\xFF";
    for (const std::string& bytes : {mark + as_utf16(kText, charset), as_utf16(kText, charset)}) {
      const auto decoded = decode(bytes);
      ASSERT_TRUE(decoded) << describe(decoded.error());
      EXPECT_EQ(decoded->charset, charset);
      EXPECT_EQ(decoded->text, kText);
    }
  }
}

TEST(Decode, TakesWhatIsNotUtf8ForWindows1252) {
  const auto decoded = decode("Sm\xE5 \x96 och \x93stora\x94");
  ASSERT_TRUE(decoded);
  EXPECT_EQ(name(decoded->charset), "windows-1252");
  EXPECT_EQ(decoded->text, "Små – och “stora”");
}

TEST(Decode, FindsTheWayBackToTheBytesOfTheSource) {
  std::string longer;
  while (longer.size() < 5000) longer += kText;
  expect_way_back(longer);
  expect_way_back("\xEF\xBB\xBF" + longer);
  expect_way_back("\xFE\xFF" + as_utf16(longer, Charset::kUtf16Be));
  std::string latin;
  while (latin.size() < 5000) latin += "Sm\xE5 h\xF6ns \x96 ";
  expect_way_back(latin);
}

TEST(Decode, NamesTheByteOfDamageInUtf8) {
  EXPECT_FALSE(decode("Vi vill bygga \xFF fler bostäder\n"));
  EXPECT_EQ(message_of("småskola, högskola\xE5, förskola"), "invalid UTF-8 at byte 20");
}

TEST(Decode, RefusesEmptyAndBinaryFiles) {
  EXPECT_EQ(message_of(""), "the file is empty");
  std::string bytes = "abc";
  bytes += '\0';
  bytes += "\x01\x02 rest of it";
  EXPECT_EQ(message_of(bytes), "binary data, not text: a control character at byte 3");
  EXPECT_EQ(message_of(std::string(50, '\x02') + "text"),
            "binary data, not text: a control character at byte 0");
}

TEST(Decode, PutsUpWithAStrayControlCharacter) {
  std::string text(500, 'a');
  text[100] = '\x03';
  EXPECT_EQ(message_of(text), "read as UTF-8");
}

TEST(Decode, RefusesAnUnknownCharset) { EXPECT_FALSE(decode_as("abc", "EBCDIC")); }

}  // namespace
}  // namespace ordalag
