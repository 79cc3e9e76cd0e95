// Reads a file of a format that needs a library, in a process of its own behind a sandbox.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "indexer/extract/file_kind.hpp"
#include "indexer/reading/extracted_text.hpp"

namespace ordalag::extract {

struct FileToExtract {
  FileKind kind;
  std::string_view bytes;
};

// Runs ordalag-extract on the bytes. A crash, a bomb or a hang in it costs this one file. DOC and
// RTF are first converted by LibreOffice, in a process with fewer guards. Errors: kBadInput (broken, encrypted, without text,
// or reading it crashed), kTooLarge (memory, time, output, unpacked size), kUnsupported (DOC and RTF
// without LibreOffice), kInternal (the program is missing). Thread-safe. 10 ms and the reading.
Result<reading::ExtractedText> extract_file(const FileToExtract& file);

// The guards that the reading process has on this kernel, by name (see guards.hpp). Errors:
// kInternal when the program cannot be started. One process start.
Result<std::vector<std::string>> active_guards();

}  // namespace ordalag::extract
