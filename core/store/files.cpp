#include "core/store/files.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace ordalag {
namespace {

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

tl::unexpected<Error> system_failure(ErrorCode code, const char* what,
                                     const std::filesystem::path& file) {
  return fail(code, std::string(what) + ": " + std::strerror(errno), file.string());
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& file) {
  const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) return system_failure(ErrorCode::kIndexCorrupt, "cannot open", file);
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0)
    return system_failure(ErrorCode::kIndexCorrupt, "cannot stat", file);
  MappedFile mapped;
  if (status.st_size == 0) return mapped;
  const auto size = static_cast<std::size_t>(status.st_size);
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, fd.get(), 0);
  if (data == MAP_FAILED) return system_failure(ErrorCode::kIndexCorrupt, "cannot map", file);
  mapped.data_ = static_cast<const char*>(data);
  mapped.size_ = size;
  return mapped;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

Status write_file(const std::filesystem::path& file, std::string_view bytes) {
  const Descriptor fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (fd.get() < 0) return system_failure(ErrorCode::kUnreadable, "cannot write", file);
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return system_failure(ErrorCode::kUnreadable, "cannot write", file);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(fd.get()) != 0) return system_failure(ErrorCode::kUnreadable, "cannot sync", file);
  return {};
}

Status replace_file(const std::filesystem::path& file, std::string_view bytes) {
  std::filesystem::path temporary = file;
  temporary += ".tmp";
  ORDALAG_CHECK(write_file(temporary, bytes));
  if (::rename(temporary.c_str(), file.c_str()) != 0)
    return system_failure(ErrorCode::kUnreadable, "cannot replace", file);
  return sync_folder(file.parent_path());
}

Status sync_folder(const std::filesystem::path& folder) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0 || ::fsync(fd.get()) != 0)
    return system_failure(ErrorCode::kUnreadable, "cannot sync", folder);
  return {};
}

Status sync_tree(const std::filesystem::path& folder) {
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator it(folder, error), end; it != end;
       it.increment(error)) {
    if (error) break;
    ORDALAG_CHECK(sync_folder(it->path()));
  }
  if (error) return fail(ErrorCode::kUnreadable, error.message(), folder.string());
  return sync_folder(folder);
}

}  // namespace ordalag
