// From the SOURCE arguments to the files to read, in a fixed order.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/result.hpp"
#include "indexer/configuration_files.hpp"

namespace ordalag {

enum class SourceForm { kDocument, kJsonl };

struct SourceEntry {
  std::string file;  // absolute and normalised; "-" for standard input
  SourceForm form = SourceForm::kDocument;
  DocumentId fallback_id;  // made of its path below the source; empty for JSONL
};

// A file that is passed over, and why.
struct SkippedFile {
  std::string file;
  std::string reason;
};

struct SourceList {
  std::vector<SourceEntry> files;  // sorted by path, each once; "-" last
  std::vector<SkippedFile> skipped;
  std::vector<Error> failures;          // folders that could not be read
  std::vector<std::string> unreadable;  // those folders: what lies below is not known
  ConfigurationFiles configuration;     // found on the way
  std::vector<std::string> covered;     // the sources themselves, absolute
  std::vector<std::string> missing;     // sources that are not there

  // True when this run speaks for `file`: it is one of the sources or lies below one.
  bool covers(const std::string& file) const;
  // True when `file` lies below a folder that could not be read: whether it is there is not known.
  bool is_hidden(const std::string& file) const;
};

// Walks folders (links to folders are not followed, hidden names are passed over). Never fails:
// what cannot be read is in the list. Linear in the entries.
SourceList list_sources(const std::vector<std::string>& sources);

// Those found on the way, the catalogue that was given by itself, and what lies beside it.
ConfigurationFiles configuration_files(const SourceList& list,
                                       const std::optional<std::filesystem::path>& catalogue);

// "2018/Valprogram S.txt" -> "2018-valprogram-s"; the name's ending stays for formats that often
// come beside a text version ("program.pdf" -> "program-pdf").
DocumentId fallback_id(const std::filesystem::path& below_source);

}  // namespace ordalag
