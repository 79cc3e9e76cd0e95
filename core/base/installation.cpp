#include "core/base/installation.hpp"

#include <cstdlib>
#include <system_error>

namespace ordalag {
namespace {

// The value of an environment variable; an empty one counts as unset.
std::filesystem::path from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::filesystem::path() : std::filesystem::path(value);
}

}  // namespace

std::filesystem::path share_folder() {
  if (auto given = from_environment("ORDALAG_SHARE"); !given.empty()) return given;
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  return program.parent_path().parent_path() / "share" / "ordalag";
}

std::filesystem::path default_index_folder() {
  if (auto given = from_environment("ORDALAG_DB"); !given.empty()) return given;
  auto data = from_environment("XDG_DATA_HOME");
  if (data.empty()) data = from_environment("HOME") / ".local" / "share";
  return data / "ordalag" / "index";
}

}  // namespace ordalag
