#include "indexer/extract/worker/legacy_office.hpp"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include "core/base/process.hpp"

namespace ordalag::extract {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> kOfficePrograms = {"soffice", "libreoffice"};

// The first of the programs that is on the search path; empty when none is.
fs::path office_program() {
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/bin:/bin" : path;
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    for (const std::string_view program : kOfficePrograms) {
      const fs::path candidate = fs::path(folders.substr(0, end)) / program;
      if (access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return {};
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "ordalag-office-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

Result<std::string> convert_to_odt(const FileToExtract& file, const fs::path& extract_program) {
  const fs::path office = office_program();
  const std::string name(info(file.kind).name);
  if (office.empty())
    return fail(ErrorCode::kUnsupported, name + " is read through LibreOffice, which is not installed",
                {}, "install libreoffice-writer, or save it as DOCX or ODT");
  const TemporaryFolder folder;
  if (folder.path().empty())
    return fail(ErrorCode::kInternal, "could not make a temporary folder");
  const fs::path source = folder.path() / ("source." + name);
  std::ofstream(source, std::ios::binary) << file.bytes;
  const ProcessLimits limits;
  ORDALAG_TRY(end, run_process(extract_program,
                               {"--convert", folder.path().string(), office.string(), source.string()},
                               {}, limits));
  if (end.timed_out)
    return fail(ErrorCode::kTooLarge, "LibreOffice took more than the time allowed");
  std::ifstream converted(folder.path() / "source.odt", std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(converted)), {});
  if (bytes.empty()) return fail(ErrorCode::kBadInput, "LibreOffice could not read the file");
  return bytes;
}

}  // namespace ordalag::extract
