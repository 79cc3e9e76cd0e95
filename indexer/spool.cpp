#include "indexer/spool.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "indexer/byte_stream.hpp"
#include "indexer/file_hash.hpp"

namespace ordalag {
namespace {

constexpr std::size_t kBufferSize = 1 << 16;

}  // namespace

Result<Spool> Spool::of_file(const std::filesystem::path& file) {
  Spool spool;
  spool.path_ = file;
  auto stream = open_file(file);
  if (!stream) return fail(stream.error());
  Sha256 hash;
  std::vector<char> buffer(kBufferSize);
  for (;;) {
    ORDALAG_TRY(size, (*stream)->read(buffer));
    if (size == 0) break;
    hash.add({buffer.data(), size});
    spool.size_ += size;
  }
  spool.sha256_ = hash.hex();
  return spool;
}

Result<Spool> Spool::standard_input() {
  std::string name = (std::filesystem::temp_directory_path() / "ordalag-stdin-XXXXXX").string();
  const int fd = ::mkstemp(name.data());
  if (fd < 0) return fail(ErrorCode::kUnreadable, std::strerror(errno), name);
  Spool spool;
  spool.path_ = name;
  spool.temporary_ = true;
  Sha256 hash;
  std::vector<char> buffer(kBufferSize);
  std::FILE* out = ::fdopen(fd, "wb");
  bool good = true;
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), stdin)) {
    good = good && std::fwrite(buffer.data(), 1, size, out) == size;
    hash.add({buffer.data(), size});
    spool.size_ += size;
  }
  good = good && std::ferror(stdin) == 0;
  good = std::fclose(out) == 0 && good;
  if (!good) return fail(ErrorCode::kUnreadable, "standard input cannot be kept", name);
  spool.sha256_ = hash.hex();
  return spool;
}

Spool::~Spool() {
  if (temporary_) ::unlink(path_.c_str());
}

Result<std::string> read_whole(const std::filesystem::path& file, std::uint64_t at_most) {
  auto stream = open_file(file);
  if (!stream) return fail(stream.error());
  std::string bytes;
  std::vector<char> buffer(kBufferSize);
  for (;;) {
    ORDALAG_TRY(size, (*stream)->read(buffer));
    if (size == 0) return bytes;
    bytes.append(buffer.data(), size);
    if (bytes.size() > at_most)
      return fail(ErrorCode::kTooLarge, "the file is larger than --max-size", file.string());
  }
}

}  // namespace ordalag
