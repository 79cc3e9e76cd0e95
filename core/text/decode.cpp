#include "core/text/decode.hpp"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

constexpr std::size_t kStep = 1024;  // decoded bytes between two remembered source offsets

struct CharsetRow {
  Charset charset;
  std::string_view name;
  std::string_view byte_order_mark;
};

constexpr std::array<CharsetRow, 4> kCharsets = {{
    {Charset::kUtf8, "UTF-8", "\xEF\xBB\xBF"},
    {Charset::kUtf16Le, "UTF-16LE", "\xFF\xFE"},
    {Charset::kUtf16Be, "UTF-16BE", "\xFE\xFF"},
    {Charset::kWindows1252, "windows-1252", ""},
}};

// 0x80 to 0x9F of Windows-1252 (0: undefined); the rest of it is Latin-1.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

tl::unexpected<Error> bad_byte(std::string what, std::size_t at) {
  return fail(ErrorCode::kBadInput, std::move(what) + " at byte " + std::to_string(at), {},
              "save the text as UTF-8");
}

// Control characters that no text is written with. Texts out of PDFs hold a few by accident, so
// only a zero byte, or more than one in a hundred bytes, makes a file binary.
constexpr std::size_t kControlShare = 100;
bool is_control(unsigned char byte) { return byte < 0x09 || (byte >= 0x0E && byte < 0x20); }

std::optional<std::size_t> first_binary(std::string_view bytes) {
  const auto control = [](char byte) { return is_control(static_cast<unsigned char>(byte)); };
  if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos) return zero;
  const auto count = std::count_if(bytes.begin(), bytes.end(), control);
  if (static_cast<std::size_t>(count) * kControlShare <= bytes.size()) return std::nullopt;
  return static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), control) -
                                  bytes.begin());
}

Result<std::string> from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const char32_t value = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte;
    if (value == 0 && byte != 0) return bad_byte("neither UTF-8 nor Windows-1252", at);
    append_utf8(value, out);
  }
  return out;
}

Result<std::string> from_utf16(std::string_view bytes, Charset charset) {
  const std::size_t high = charset == Charset::kUtf16Be ? 0 : 1;
  const auto unit = [&](std::size_t at) -> char32_t {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + high]) << 8U |
                                 static_cast<unsigned char>(bytes[at + 1 - high]));
  };
  std::string out;
  out.reserve(bytes.size());
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit(at);
    if (value >= 0xD800 && value < 0xE000) {
      const char32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (value >= 0xDC00 || low < 0xDC00 || low >= 0xE000)
        return bad_byte("invalid UTF-16", at);
      value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
      at += 2;
    }
    append_utf8(value, out);
  }
  if (at != bytes.size()) return bad_byte("UTF-16 that ends in half a character", at);
  return out;
}

Result<std::string> convert(std::string_view bytes, Charset charset) {
  switch (charset) {
    case Charset::kUtf8:
      if (const auto at = first_invalid_utf8(bytes)) return bad_byte("invalid UTF-8", *at);
      return std::string(bytes);
    case Charset::kUtf16Le:
    case Charset::kUtf16Be:
      return from_utf16(bytes, charset);
    case Charset::kWindows1252:
      return from_windows_1252(bytes);
  }
  return fail(ErrorCode::kInternal, "an encoding without a decoder");
}

// UTF-16 without a mark: ICU names it, and the zero bytes lie on the side that it says.
std::optional<Charset> unmarked_utf16(std::string_view bytes) {
  constexpr std::size_t kSample = 65536;
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return std::nullopt;
  const std::string_view sample = bytes.substr(0, kSample);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < sample.size(); ++at)
    if (sample[at] == '\0') ++zeros[at % 2];
  if (zeros[0] + zeros[1] == 0) return std::nullopt;

  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t found = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
  if (U_FAILURE(status)) return std::nullopt;
  for (std::int32_t i = 0; i < found; ++i) {
    const std::string_view named = ucsdet_getName(matches[i], &status);
    if (named == "UTF-16LE" && zeros[1] > 4 * zeros[0]) return Charset::kUtf16Le;
    if (named == "UTF-16BE" && zeros[0] > 4 * zeros[1]) return Charset::kUtf16Be;
  }
  // The detector wants a longer text than a heading; the zero bytes alone are as clear.
  if (zeros[1] * 3 > sample.size() && zeros[0] == 0) return Charset::kUtf16Le;
  if (zeros[0] * 3 > sample.size() && zeros[1] == 0) return Charset::kUtf16Be;
  return std::nullopt;
}

// True when the bytes around the faults are UTF-8 beyond doubt: then a fault is damage, and the
// file is not in another encoding. In Swedish Windows-1252, where a letter of UTF-8 would be a
// capital with an accent and a sign after it, such pairs are far fewer than the other letters.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::uint32_t length = code_point_at(bytes, at).bytes;
    const bool whole = length > 1 && !first_invalid_utf8(bytes.substr(at, length));
    ++(whole ? good : bad);
    at += whole ? length : 1;
  }
  return good > 0 && good >= bad;
}

Result<Charset> detect(std::string_view bytes) {
  if (bytes.empty()) return fail(ErrorCode::kBadInput, "the file is empty");
  for (const CharsetRow& row : kCharsets)
    if (!row.byte_order_mark.empty() && bytes.starts_with(row.byte_order_mark)) return row.charset;
  if (const auto utf16 = unmarked_utf16(bytes)) return *utf16;
  if (const auto at = first_binary(bytes))
    return fail(ErrorCode::kBadInput,
                "binary data, not text: a control character at byte " + std::to_string(*at));
  const auto invalid = first_invalid_utf8(bytes);
  if (!invalid) return Charset::kUtf8;
  if (mostly_utf8(bytes)) return bad_byte("invalid UTF-8", *invalid);
  return Charset::kWindows1252;
}

std::string_view mark_of(Charset charset, std::string_view bytes) {
  for (const CharsetRow& row : kCharsets)
    if (row.charset == charset && bytes.starts_with(row.byte_order_mark))
      return row.byte_order_mark;
  return {};
}

// Bytes of the source that one character takes.
std::uint64_t width(Charset charset, CodePoint c) {
  if (charset == Charset::kWindows1252) return 1;
  return c.value >= 0x10000 ? 4 : 2;
}

}  // namespace

std::string_view name(Charset charset) {
  return std::find_if(kCharsets.begin(), kCharsets.end(),
                      [&](const CharsetRow& row) { return row.charset == charset; })
      ->name;
}

SourceOffsets::SourceOffsets(Charset charset, std::uint32_t byte_order_mark,
                             std::string_view decoded)
    : charset_(charset), byte_order_mark_(byte_order_mark) {
  if (charset == Charset::kUtf8) return;
  std::uint64_t source = byte_order_mark;
  for (std::size_t at = 0; at < decoded.size();) {
    const CodePoint c = code_point_at(decoded, at);
    // A step that falls inside a character is that character's start.
    for (std::size_t byte = at; byte < at + c.bytes; ++byte)
      if (byte % kStep == 0) steps_.push_back(source);
    source += width(charset, c);
    at += c.bytes;
  }
}

std::uint64_t SourceOffsets::of(std::string_view text, std::size_t decoded) const {
  if (steps_.empty()) return byte_order_mark_ + decoded;
  const std::size_t step = std::min(decoded / kStep, steps_.size() - 1);
  std::uint64_t source = steps_[step];
  std::size_t at = step * kStep;
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  while (at < decoded) {
    const CodePoint c = code_point_at(text, at);
    source += width(charset_, c);
    at += c.bytes;
  }
  return source;
}

Result<DecodedText> decode(std::string_view bytes) {
  ORDALAG_TRY(charset, detect(bytes));
  const std::string_view mark = mark_of(charset, bytes);
  ORDALAG_TRY(text, convert(bytes.substr(mark.size()), charset));
  DecodedText decoded;
  decoded.text = std::move(text);
  decoded.charset = charset;
  decoded.source =
      SourceOffsets(charset, static_cast<std::uint32_t>(mark.size()), decoded.text);
  return decoded;
}

Result<std::string> decode_as(std::string_view bytes, std::string_view charset) {
  for (const CharsetRow& row : kCharsets)
    if (row.name == charset)
      return convert(bytes.substr(mark_of(row.charset, bytes).size()), row.charset);
  return fail(ErrorCode::kBadInput, "unknown encoding " + std::string(charset));
}

}  // namespace ordalag
