// The kinds of files that are read by way of a library.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ordalag::extract {

enum class FileKind : std::uint8_t { kPdf, kDocx, kOdt, kHtml, kEpub, kDoc, kRtf };

struct FileKindInfo {
  FileKind kind;
  std::string_view name;  // "pdf": SourceInfo::format
};

// The row of `kind`.
const FileKindInfo& info(FileKind kind);
std::optional<FileKind> file_kind_from_name(std::string_view name);

// The kind of a file by its first bytes and what its container holds, and by its name (lower case
// or not) where those do not tell. Empty for everything else. Linear for ZIP files, else constant.
std::optional<FileKind> kind_of_file(std::string_view bytes, std::string_view file_name);

// DOC and RTF.
bool is_legacy_office(FileKind kind);

}  // namespace ordalag::extract
