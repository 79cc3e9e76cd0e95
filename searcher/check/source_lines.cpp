#include "searcher/check/source_lines.hpp"

#include <openssl/evp.h>
#include <zlib.h>
#include <zstd.h>

#include <array>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <vector>

namespace ordalag {
namespace {

constexpr std::string_view kGzipSignature = "\x1F\x8B";
constexpr std::string_view kZstdSignature = "\x28\xB5\x2F\xFD";
constexpr std::size_t kBufferSize = 1 << 18;

// Puts chunks together to lines.
class LineSplitter {
 public:
  explicit LineSplitter(const std::function<bool(std::uint32_t, std::string_view)>& visit)
      : visit_(visit) {}

  // False when the visitor has seen enough.
  bool add(std::string_view chunk) {
    for (;;) {
      const std::size_t end = chunk.find('\n');
      if (end == std::string_view::npos) {
        rest_ += chunk;
        return true;
      }
      rest_ += chunk.substr(0, end);
      if (!emit()) return false;
      chunk.remove_prefix(end + 1);
    }
  }
  void finish() {
    if (!rest_.empty()) emit();
  }

 private:
  bool emit() {
    if (!rest_.empty() && rest_.back() == '\r') rest_.pop_back();
    const bool more = visit_(++number_, rest_);
    rest_.clear();
    return more;
  }

  const std::function<bool(std::uint32_t, std::string_view)>& visit_;
  std::string rest_;
  std::uint32_t number_ = 0;
};

Status unpack_gzip(std::string_view bytes, const std::string& file, LineSplitter& lines) {
  z_stream state{};
  constexpr int kGzipOnly = 16;
  inflateInit2(&state, MAX_WBITS + kGzipOnly);
  const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&state, inflateEnd);
  std::vector<char> buffer(kBufferSize);
  while (!bytes.empty()) {
    state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    state.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), 1U << 30U));
    const uInt offered = state.avail_in;
    state.next_out = reinterpret_cast<Bytef*>(buffer.data());
    state.avail_out = static_cast<uInt>(buffer.size());
    const int code = inflate(&state, Z_NO_FLUSH);
    if (code != Z_OK && code != Z_STREAM_END)
      return fail(ErrorCode::kBadInput, "the packed data are damaged", file);
    bytes.remove_prefix(offered - state.avail_in);
    if (!lines.add({buffer.data(), buffer.size() - state.avail_out})) return {};
    if (code == Z_STREAM_END) inflateReset(&state);
  }
  return {};
}

Status unpack_zstd(std::string_view bytes, const std::string& file, LineSplitter& lines) {
  const std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> state(ZSTD_createDStream(),
                                                                            ZSTD_freeDStream);
  std::vector<char> buffer(kBufferSize);
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  for (bool full = false; in.pos < in.size || full;) {
    ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
    if (ZSTD_isError(ZSTD_decompressStream(state.get(), &out, &in)) != 0)
      return fail(ErrorCode::kBadInput, "the packed data are damaged", file);
    if (!lines.add({buffer.data(), out.pos})) return {};
    full = out.pos == out.size;  // more may wait inside
  }
  return {};
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    hex += kHex[digest[i] >> 4U];
    hex += kHex[digest[i] & 15U];
  }
  return hex;
}

Result<std::string> read_bytes(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::kUnreadable, std::strerror(errno), file);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (in.bad()) return fail(ErrorCode::kUnreadable, "the file cannot be read", file);
  return bytes;
}

Status visit_lines(std::string_view bytes, const std::string& file,
                   const std::function<bool(std::uint32_t, std::string_view)>& visit) {
  LineSplitter lines(visit);
  Status status;
  if (bytes.starts_with(kGzipSignature))
    status = unpack_gzip(bytes, file, lines);
  else if (bytes.starts_with(kZstdSignature))
    status = unpack_zstd(bytes, file, lines);
  else
    lines.add(bytes);
  if (status) lines.finish();
  return status;
}

}  // namespace ordalag
