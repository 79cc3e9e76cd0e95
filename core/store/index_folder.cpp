#include "core/store/index_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <random>
#include <vector>

namespace ordalag {

Result<IndexLock> IndexLock::take(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return fail(ErrorCode::kUnreadable, "cannot make the index folder: " + error.message(),
                folder.string());
  const auto file = folder / "lock";
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0)
    return fail(ErrorCode::kUnreadable, std::string("cannot open: ") + std::strerror(errno),
                file.string());
  IndexLock lock(fd);
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno == EWOULDBLOCK)
    return fail(ErrorCode::kLocked, "another writer is at work on this index", folder.string(),
                "wait until it is done, and try again");
  return fail(ErrorCode::kUnreadable, std::string("cannot lock: ") + std::strerror(errno),
              file.string());
}

IndexLock::~IndexLock() {
  if (fd_ >= 0) ::close(fd_);
}

void remove_other_generations(const std::filesystem::path& folder, const std::string& current,
                              const std::string& previous) {
  std::error_code ignored;
  std::vector<std::filesystem::path> doomed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("rev-") && name != current && name != previous)
      doomed.push_back(entry.path());
  }
  for (const auto& path : doomed) std::filesystem::remove_all(path, ignored);
}

std::string random_index_id() {
  std::random_device random;
  std::string id;
  for (int i = 0; i < 4; ++i) {
    char digits[9];
    std::snprintf(digits, sizeof digits, "%08x", random());
    id += digits;
  }
  return id;
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

}  // namespace ordalag
