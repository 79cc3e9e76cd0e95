// Writes the next revision of an index. Readers see it whole, when `publish` has returned, or
// never.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/document.hpp"
#include "core/base/result.hpp"
#include "core/language/analyser.hpp"

namespace ordalag {

// What the index holds from one source file, for skipping what is unchanged.
struct IndexedSource {
  std::string file;  // normalised absolute path, "-" for stdin
  std::string sha256;
  std::string settings;  // hash of what else shaped its documents (catalogue entry, registry)
  std::vector<DocumentId> documents;
};

// A batch of documents on its way into the index. Made by one thread, used by one thread.
class IndexPart {
 public:
  virtual ~IndexPart() = default;
  virtual Status add(const Document& document) = 0;
};

class IndexWriter {
 public:
  struct Options {
    std::filesystem::path folder;
    std::shared_ptr<const Analyser> analyser;
    bool from_scratch = false;  // forget the present revision (another analyser, --full)
  };
  // Takes the lock. Errors: kLocked (another writer), kIndexMismatch, kIndexCorrupt, kUnreadable.
  static Result<std::unique_ptr<IndexWriter>> open(Options options);
  ~IndexWriter();  // without publish, nothing has happened

  std::vector<IndexedSource> sources() const;
  void remove_source(const std::string& file);  // with all its documents
  // Part number `sequence` (from 0, dense): the order of parts, not of calls, decides passage
  // numbers. `words` is what the calling thread remembers of words; it outlives the part.
  // Thread-safe.
  Result<std::unique_ptr<IndexPart>> part(std::uint32_t sequence, WordCache& words);
  void put_source(IndexedSource source);  // thread-safe

  // Merges parts and kept documents, computes near-copy groups and the vocabulary, and makes the
  // result the current revision in one rename. `attachments` are small texts kept by name beside
  // it (attachment_names.hpp). When no document was added or removed and the attachments
  // but the report are the same, only the report is replaced and the revision number stays.
  Result<std::uint64_t> publish(const std::map<std::string, std::string>& attachments);

 private:
  struct Impl;
  explicit IndexWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ordalag
