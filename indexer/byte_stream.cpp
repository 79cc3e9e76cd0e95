#include "indexer/byte_stream.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ordalag {
namespace {

constexpr std::size_t kBufferSize = 1 << 16;

class FileStream : public ByteStream {
 public:
  FileStream(int fd, std::string file) : fd_(fd), file_(std::move(file)) {}
  ~FileStream() override { ::close(fd_); }
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  Result<std::size_t> read(std::span<char> buffer) override {
    for (;;) {
      const ssize_t size = ::read(fd_, buffer.data(), buffer.size());
      if (size >= 0) {
        consumed_ += static_cast<std::uint64_t>(size);
        return static_cast<std::size_t>(size);
      }
      if (errno != EINTR) return fail(ErrorCode::kUnreadable, std::strerror(errno), file_);
    }
  }

  std::uint64_t consumed() const override { return consumed_; }

 private:
  int fd_;
  std::string file_;
  std::uint64_t consumed_ = 0;
};

// What gzip and zstd have in common: packed bytes are fetched when the last ones are used up.
class UnpackingStream : public ByteStream {
 public:
  UnpackingStream(std::unique_ptr<ByteStream> packed, std::string file)
      : packed_(std::move(packed)), file_(std::move(file)), buffer_(kBufferSize) {}
  std::uint64_t consumed() const override { return packed_->consumed(); }

 protected:
  // Fetches the next packed bytes; false at their end.
  Result<bool> fetch() {
    auto size = packed_->read(buffer_);
    if (!size) return fail(size.error());
    input_ = std::string_view(buffer_.data(), *size);
    return *size > 0;
  }
  tl::unexpected<Error> damaged() const {
    return fail(ErrorCode::kBadInput, "the packed data are damaged or cut short", file_);
  }

  std::string_view input_;  // packed bytes not yet used

 private:
  std::unique_ptr<ByteStream> packed_;
  std::string file_;
  std::vector<char> buffer_;
};

class GzipStream : public UnpackingStream {
 public:
  GzipStream(std::unique_ptr<ByteStream> packed, std::string file)
      : UnpackingStream(std::move(packed), std::move(file)) {
    constexpr int kGzipOnly = 16;
    inflateInit2(&state_, MAX_WBITS + kGzipOnly);
  }
  ~GzipStream() override { inflateEnd(&state_); }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  Result<std::size_t> read(std::span<char> buffer) override {
    state_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    state_.avail_out = static_cast<uInt>(buffer.size());
    while (state_.avail_out == buffer.size()) {
      if (input_.empty()) {
        ORDALAG_TRY(more, fetch());
        if (!more && !between_members_) return damaged();
        if (!more) break;
      }
      between_members_ = false;
      state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input_.data()));
      state_.avail_in = static_cast<uInt>(input_.size());
      const int code = inflate(&state_, Z_NO_FLUSH);
      input_ = input_.substr(input_.size() - state_.avail_in);
      if (code == Z_STREAM_END) {  // several members may follow one another
        inflateReset(&state_);
        between_members_ = true;
      } else if (code != Z_OK) {
        return damaged();
      }
    }
    return buffer.size() - state_.avail_out;
  }

 private:
  z_stream state_{};
  bool between_members_ = false;
};

class ZstdStream : public UnpackingStream {
 public:
  ZstdStream(std::unique_ptr<ByteStream> packed, std::string file)
      : UnpackingStream(std::move(packed), std::move(file)), state_(ZSTD_createDStream()) {}
  ~ZstdStream() override { ZSTD_freeDStream(state_); }
  ZstdStream(const ZstdStream&) = delete;
  ZstdStream& operator=(const ZstdStream&) = delete;

  Result<std::size_t> read(std::span<char> buffer) override {
    ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
    while (out.pos == 0) {
      if (input_.empty()) {
        ORDALAG_TRY(more, fetch());
        if (!more && !between_frames_) return damaged();
        if (!more) break;
      }
      ZSTD_inBuffer in{input_.data(), input_.size(), 0};
      const std::size_t code = ZSTD_decompressStream(state_, &out, &in);
      if (ZSTD_isError(code) != 0) return damaged();
      between_frames_ = code == 0;
      input_.remove_prefix(in.pos);
    }
    return out.pos;
  }

 private:
  ZSTD_DStream* state_;
  bool between_frames_ = false;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> open_file(const std::filesystem::path& file) {
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return fail(ErrorCode::kUnreadable, std::strerror(errno), file.string());
  return std::make_unique<FileStream>(fd, file.string());
}

Result<std::unique_ptr<ByteStream>> open_unpacked(const std::filesystem::path& file,
                                                  const std::string& name) {
  auto packed = open_file(file);
  if (!packed) return fail(packed.error());
  if (name.ends_with(".gz")) return std::make_unique<GzipStream>(std::move(*packed), name);
  if (name.ends_with(".zst")) return std::make_unique<ZstdStream>(std::move(*packed), name);
  return packed;
}

}  // namespace ordalag
