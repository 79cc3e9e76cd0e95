// Writes one part of a new revision: a small fresh Xapian database, and the texts and records of
// its documents.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/base/result.hpp"
#include "core/store/built_part.hpp"
#include "core/store/index_writer.hpp"
#include "core/store/passage_terms.hpp"
#include "core/store/vocabulary.hpp"

namespace ordalag {

// Passages of a part of a good size. A term has one chunk of postings for each part that holds it:
// small parts make a large index. 33,000 passages in parts of 500, 1,500 and 3,000 take 0.79, 0.82
// and 0.86 s to write and 0.10, 0.07 and 0.05 s to compact, and 5.7, 4.8 and 4.3 MB.
inline constexpr std::uint32_t kPartPassages = 4000;

// What a part hands over when it is done. `part.documents` have offsets in `segment`.
struct FinishedPart {
  BuiltPart part;
  std::string segment;  // texts and records, one after the other
  VocabularyCounts forms;
  std::unique_ptr<PassageAnalyser> analyser;  // for the next part
};

struct PartSettings {
  std::filesystem::path postings;  // folder of its Xapian database, made here
  std::uint32_t sequence = 0;
  WordCache* words = nullptr;  // what the thread that uses the part remembers of words
};

// `done` is called once, from the destructor, on the thread that used the part: the part, or why it
// could not be written.
std::unique_ptr<IndexPart> make_part(PartSettings settings,
                                     std::unique_ptr<PassageAnalyser> analyser,
                                     std::function<void(Result<FinishedPart>)> done);

}  // namespace ordalag
