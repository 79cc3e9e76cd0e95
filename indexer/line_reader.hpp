// The lines of a stream, of which none may eat the memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/byte_stream.hpp"
#include "indexer/reading/line_limit.hpp"

namespace ordalag {

struct Line {
  std::uint32_t number = 0;  // from 1
  std::string text;          // without its end; empty when too long
  bool too_long = false;
};

class LineReader {
 public:
  explicit LineReader(std::unique_ptr<ByteStream> stream, std::size_t max_line = kMaxLine);
  // The next line; nothing at the end. A line over the limit is passed over and says so; memory
  // stays within the limit. Errors: those of the stream.
  Result<std::optional<Line>> next();
  // Bytes of the file read so far.
  std::uint64_t consumed() const { return stream_->consumed(); }

 private:
  std::unique_ptr<ByteStream> stream_;
  std::size_t max_line_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  // of what is left in buffer_
  std::uint32_t number_ = 0;
};

}  // namespace ordalag
