#include "indexer/reading/formats.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include "core/text/characters.hpp"

namespace ordalag::reading {
namespace {

struct FormatRow {
  std::string_view extension;  // with its dot, lower case
  std::string_view name;
  std::optional<Format> format;  // empty: known, but not read by this build
};

constexpr std::array<FormatRow, 10> kByName = {{
    {".txt", "plain text", Format::kPlainText},
    {".text", "plain text", Format::kPlainText},
    {".md", "Markdown", Format::kMarkdown},
    {".markdown", "Markdown", Format::kMarkdown},
    {".xlsx", "XLSX", {}},
    {".xls", "XLS", {}},
    {".pptx", "PPTX", {}},
    {".ppt", "PPT", {}},
    {".ods", "ODS", {}},
    {".xml", "XML", {}},
}};

struct SignatureRow {
  std::string_view begins;
  std::string_view name;
};

constexpr std::array<SignatureRow, 7> kBySignature = {{
    {"PK\x03\x04", "a ZIP container"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a file of an old office program"},
    {"\x89PNG", "PNG"},
    {"\xFF\xD8\xFF", "JPEG"},
    {"GIF8", "GIF"},
    {"\x1F\x8B", "gzip"},
    {"\x28\xB5\x2F\xFD", "zstd"},
}};

tl::unexpected<Error> unsupported(std::string_view name, const std::string& file) {
  return fail(ErrorCode::kUnsupported, std::string(name) + " is not supported", file,
              "save it as PDF, DOCX, HTML, plain text or Markdown");
}

}  // namespace

Result<Format> detect_format(std::string_view bytes, const std::string& file) {
  const std::string extension =
      lower_case(std::filesystem::path(file).extension().string());
  const auto* const named =
      std::find_if(kByName.begin(), kByName.end(),
                   [&](const FormatRow& row) { return row.extension == extension; });
  for (const SignatureRow& row : kBySignature) {
    if (!bytes.starts_with(row.begins)) continue;
    const bool zipped = row.begins.starts_with("PK") && named != kByName.end() && !named->format;
    return unsupported(zipped ? named->name : row.name, file);
  }
  if (bytes.starts_with("<?xml")) return unsupported("XML", file);
  if (named == kByName.end()) return Format::kPlainText;
  if (!named->format) return unsupported(named->name, file);
  return *named->format;
}

}  // namespace ordalag::reading
