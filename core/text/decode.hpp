// From the bytes of a text file to UTF-8, with the way back to the bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag {

// The encodings that are read. Names for `SourceInfo::charset`: name(Charset).
enum class Charset { kUtf8, kUtf16Le, kUtf16Be, kWindows1252 };
std::string_view name(Charset charset);

// Bytes of the source for bytes of the decoded text. Decoding keeps every character (line ends
// too), so the way back is a matter of counting.
class SourceOffsets {
 public:
  SourceOffsets() = default;
  SourceOffsets(Charset charset, std::uint32_t byte_order_mark, std::string_view decoded);

  // The byte of the source that byte `decoded` of `text` (the decoded text) comes from. At most
  // a kilobyte is counted through; none for UTF-8.
  std::uint64_t of(std::string_view text, std::size_t decoded) const;

 private:
  Charset charset_ = Charset::kUtf8;
  std::uint32_t byte_order_mark_ = 0;
  std::vector<std::uint64_t> steps_;  // source byte at each multiple of kStep decoded bytes
};

struct DecodedText {
  std::string text;  // valid UTF-8 without byte order mark
  Charset charset = Charset::kUtf8;
  SourceOffsets source;
};

// A byte order mark decides; else what is UTF-8 is UTF-8; else UTF-16 where ICU's detector and
// the zero bytes agree; else Windows-1252 (which holds Latin-1). Errors: kBadInput with the byte
// offset in the message: empty, binary (control characters), a file that is UTF-8 but for single
// bytes, bytes that Windows-1252 does not define. Linear.
Result<DecodedText> decode(std::string_view bytes);

// A piece of a file whose charset is known by the name that `name` gives. The piece starts and
// ends between characters; a byte order mark is dropped. Errors: kBadInput, as above, and an
// unknown name.
Result<std::string> decode_as(std::string_view bytes, std::string_view charset);

}  // namespace ordalag
