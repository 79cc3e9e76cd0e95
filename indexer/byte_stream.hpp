// The bytes of a file, one buffer after the other: as they lie there, or unpacked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "core/base/result.hpp"

namespace ordalag {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  // Fills as much of `buffer` as there is; 0 at the end. Errors: kUnreadable, and kBadInput when
  // packed data are damaged.
  virtual Result<std::size_t> read(std::span<char> buffer) = 0;
  // Bytes of the file read so far; of a packed one, packed bytes.
  virtual std::uint64_t consumed() const = 0;
};

// Errors: kUnreadable with the file and the system's reason.
Result<std::unique_ptr<ByteStream>> open_file(const std::filesystem::path& file);

// The same, unpacked when the name ends in .gz (zlib) or .zst (zstd).
Result<std::unique_ptr<ByteStream>> open_unpacked(const std::filesystem::path& file,
                                                  const std::string& name);

}  // namespace ordalag
