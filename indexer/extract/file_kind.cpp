#include "indexer/extract/file_kind.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace ordalag::extract {
namespace {

constexpr std::array<FileKindInfo, 7> kKinds = {{{FileKind::kPdf, "pdf"},
                                                 {FileKind::kDocx, "docx"},
                                                 {FileKind::kOdt, "odt"},
                                                 {FileKind::kHtml, "html"},
                                                 {FileKind::kEpub, "epub"},
                                                 {FileKind::kDoc, "doc"},
                                                 {FileKind::kRtf, "rtf"}}};

struct NameEnding {
  std::string_view ending;
  FileKind kind;
};
constexpr std::array<NameEnding, 9> kEndings = {{{".pdf", FileKind::kPdf},
                                                 {".docx", FileKind::kDocx},
                                                 {".odt", FileKind::kOdt},
                                                 {".html", FileKind::kHtml},
                                                 {".htm", FileKind::kHtml},
                                                 {".xhtml", FileKind::kHtml},
                                                 {".epub", FileKind::kEpub},
                                                 {".doc", FileKind::kDoc},
                                                 {".rtf", FileKind::kRtf}}};

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

std::optional<FileKind> kind_by_name(std::string_view file_name) {
  const std::string name = lower_ascii(file_name);
  const auto* const row = std::find_if(kEndings.begin(), kEndings.end(), [&](const NameEnding& each) {
    return name.ends_with(each.ending);
  });
  if (row == kEndings.end()) return std::nullopt;
  return row->kind;
}

// ODT and EPUB hold their media type unpacked in the first member, DOCX its main part by name. Where
// a program packed the media type, the names of the members tell.
std::optional<FileKind> kind_of_zip(std::string_view bytes) {
  constexpr std::size_t kWhereMediaTypesStand = 200;
  const std::string_view start = bytes.substr(0, kWhereMediaTypesStand);
  if (start.find("application/vnd.oasis.opendocument.text") != std::string_view::npos)
    return FileKind::kOdt;
  if (start.find("application/epub+zip") != std::string_view::npos) return FileKind::kEpub;
  if (bytes.find("word/document") != std::string_view::npos) return FileKind::kDocx;
  if (start.find("application/vnd.oasis.opendocument.") != std::string_view::npos)
    return std::nullopt;  // a spreadsheet, a drawing
  if (bytes.find("META-INF/container.xml") != std::string_view::npos) return FileKind::kEpub;
  if (bytes.find("content.xml") != std::string_view::npos) return FileKind::kOdt;
  return std::nullopt;
}

bool looks_like_html(std::string_view bytes) {
  constexpr std::size_t kStart = 1024;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string start = lower_ascii(bytes.substr(0, kStart));
  const std::size_t first = start.find_first_not_of(" \t\r\n\f");
  if (first == std::string::npos) return false;
  const std::string_view text = std::string_view(start).substr(first);
  if (text.starts_with("<!doctype html") || text.starts_with("<html")) return true;
  const bool markup = text.starts_with("<?xml") || text.starts_with("<!--");
  return markup && text.find("<html") != std::string_view::npos;
}

}  // namespace

const FileKindInfo& info(FileKind kind) {
  return *std::find_if(kKinds.begin(), kKinds.end(),
                       [&](const FileKindInfo& each) { return each.kind == kind; });
}

std::optional<FileKind> file_kind_from_name(std::string_view name) {
  for (const FileKindInfo& each : kKinds)
    if (each.name == name) return each.kind;
  return std::nullopt;
}

std::optional<FileKind> kind_of_file(std::string_view bytes, std::string_view file_name) {
  const std::optional<FileKind> named = kind_by_name(file_name);
  if (bytes.starts_with(kZip)) {
    const std::optional<FileKind> held = kind_of_zip(bytes);
    const bool packed = named == FileKind::kDocx || named == FileKind::kOdt || named == FileKind::kEpub;
    return held ? held : packed ? named : std::nullopt;
  }
  if (bytes.starts_with("%PDF-")) return FileKind::kPdf;
  if (bytes.starts_with("{\\rtf")) return FileKind::kRtf;
  if (bytes.starts_with(kCompoundFile))
    return named == FileKind::kDoc ? named : std::nullopt;
  if (looks_like_html(bytes)) return FileKind::kHtml;
  return named;
}

bool is_legacy_office(FileKind kind) { return kind == FileKind::kDoc || kind == FileKind::kRtf; }

}  // namespace ordalag::extract
