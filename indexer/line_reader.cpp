#include "indexer/line_reader.hpp"

#include <algorithm>
#include <utility>

namespace ordalag {

LineReader::LineReader(std::unique_ptr<ByteStream> stream, std::size_t max_line)
    : stream_(std::move(stream)), max_line_(max_line), buffer_(1 << 16) {}

Result<std::optional<Line>> LineReader::next() {
  Line line;
  line.number = number_ + 1;
  bool started = false;
  for (;;) {
    if (begin_ == end_) {
      ORDALAG_TRY(size, stream_->read(buffer_));
      begin_ = 0;
      end_ = size;
      if (size == 0) break;
    }
    started = true;
    const char* first = buffer_.data() + begin_;
    const char* last = buffer_.data() + end_;
    const char* mark = std::find(first, last, '\n');
    if (line.text.size() + static_cast<std::size_t>(mark - first) > max_line_) line.too_long = true;
    if (line.too_long)
      std::string().swap(line.text);
    else
      line.text.append(first, mark);
    begin_ += static_cast<std::size_t>(mark - first);
    if (mark == last) continue;
    ++begin_;
    break;
  }
  if (!started) return std::optional<Line>();
  ++number_;
  if (line.text.ends_with('\r')) line.text.pop_back();
  return std::optional(std::move(line));
}

}  // namespace ordalag
