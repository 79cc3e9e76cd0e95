// From files to the parts of a new revision, by several threads and in a fixed order.
//
// The caller's thread feeds units (a file, or some lines of a JSONL file); workers read them to
// documents and tag them; the gate takes the documents in the order of the units, whoever read
// them, lets each id in once, and packs them in batches; the worker that completes a batch analyses
// and writes it as one part. So parts, ids and reports are the same whatever the number of workers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.hpp"
#include "core/store/index_writer.hpp"
#include "indexer/configuration.hpp"
#include "indexer/line_reader.hpp"
#include "indexer/reading/reading.hpp"
#include "indexer/report.hpp"
#include "indexer/source_list.hpp"

namespace ordalag {

// A source file on its way through the pipeline.
struct SourceWork {
  SourceEntry entry;
  std::string sha256;
  std::string settings;
  const CatalogueEntry* facts = nullptr;
  SourceReport report;
  std::vector<DocumentId> documents;          // those that were let in
  bool refused_ids = false;                   // some document was kept out for its id
  std::vector<std::size_t> missed_overrides;  // for its documents, that no passage answers to
  std::uint64_t more_errors = 0;              // beyond those in the report
};

// Which ids are taken, and by whom. A document of an unchanged file that comes later in the order
// must give way to a new one of an earlier file: that is what a full build would do.
class IdRegister {
 public:
  struct Owner {
    std::string file;
    std::uint32_t line = 0;  // of a JSONL file
    bool kept = false;       // in the index from before
  };
  // The ids of a source that is in the index.
  void add_kept(const IndexedSource& source);
  void release(const IndexedSource& source);
  // Lets the id in, or gives the owner that has it.
  const Owner* claim(const DocumentId& id, Owner owner);
  void replace(const DocumentId& id, Owner owner) { owners_[id.value] = std::move(owner); }

 private:
  std::unordered_map<std::string, Owner> owners_;
};

class Pipeline {
 public:
  struct Options {
    const Configuration* configuration = nullptr;
    IndexWriter* writer = nullptr;  // nullptr: read only (--dry-run)
    const SourceList* sources = nullptr;
    unsigned jobs = 1;
  };
  // Starts the workers. `kept` are the sources that are in the index now.
  Pipeline(const Options& options, const std::vector<IndexedSource>& kept);
  ~Pipeline();

  // Both wait when the workers are far behind. The work outlives `finish`.
  void add(SourceWork& work, SourceFile file);
  void add(SourceWork& work, std::vector<Line> lines);
  // A source of the index is about to be read anew or is gone: its documents leave.
  void forget(const IndexedSource& source);
  // Waits until everything added has passed the gate, and gives the unchanged sources that had to
  // give way to new documents; they are to be read anew. Gives each once.
  std::vector<std::string> displaced();
  // Waits for everything. Errors: what made writing impossible; errors of sources are in their
  // reports.
  Status finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ordalag
