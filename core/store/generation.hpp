// One immutable revision of an index as mapped files; everything but the postings.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/result.hpp"
#include "core/store/columns.hpp"
#include "core/store/files.hpp"
#include "core/store/stored_document.hpp"
#include "core/store/vocabulary.hpp"

namespace ordalag {

// Names of the files in a generation's folder.
namespace generation_files {
inline constexpr const char* kPostings = "postings";  // a Xapian database
inline constexpr const char* kContents = "contents.json";
inline constexpr const char* kPassages = "passages.col";
inline constexpr const char* kDocuments = "documents.col";
inline constexpr const char* kSignatures = "signatures.col";
inline constexpr const char* kEditions = "editions.col";
inline constexpr const char* kVocabulary = "vocabulary.bin";
inline constexpr const char* kRemovedTerms = "removed-terms.bin";  // see Generation::removed_terms
inline constexpr const char* kSources = "sources.bin";
inline constexpr const char* kAttachments = "attachments";  // a folder
inline constexpr const char* kFileSums = "files.json";      // of all these (file_sums.hpp)
}  // namespace generation_files

// The small table of a generation, kept as JSON.
struct GenerationContents {
  std::uint64_t total_length = 0;     // sum of PassageRow::length
  std::uint32_t section_runs = 0;     // neighbouring passages of one section count as one
  std::uint32_t docids = 0;           // Xapian's numbers, from 1; some may be of removed passages
  std::vector<std::string> segments;  // text files, in the order that DocumentRow::segment counts
  std::vector<std::vector<PartyCode>> party_sets;
  std::vector<std::vector<ThemeId>> theme_sets;
};
Status write_contents(const std::filesystem::path& folder, const GenerationContents& contents);

// A distinct list gets a number; the tables of party and theme sets are made with it.
template <class Id>
class SetTable {
 public:
  explicit SetTable(std::vector<std::vector<Id>>& sets) : sets_(sets) {
    for (std::uint32_t i = 0; i < sets_.size(); ++i) numbers_.emplace(sets_[i], i);
  }
  std::uint32_t number(const std::vector<Id>& set) {
    const auto [it, added] = numbers_.emplace(set, static_cast<std::uint32_t>(sets_.size()));
    if (added) sets_.push_back(set);
    return it->second;
  }

 private:
  std::vector<std::vector<Id>>& sets_;
  std::map<std::vector<Id>, std::uint32_t> numbers_;
};

// A number of the party sets as a row holds it; a generation with more sets than fit is refused.
inline std::uint16_t narrow_set(std::uint32_t number) { return static_cast<std::uint16_t>(number); }

// Opening maps files and reads all but texts, signatures and postings once, to know that they are
// as they were written: later reads of them need no checks of their own. Some 0.2 ms a megabyte.
class Generation {
 public:
  Generation() = default;
  // Errors: kIndexCorrupt with the file.
  static Result<Generation> open(const std::filesystem::path& folder);

  std::span<const PassageRow> passages() const { return passages_; }  // number - 1
  std::span<const DocumentRow> documents() const { return documents_; }
  std::span<const SignatureRow> signatures() const { return signatures_; }
  std::span<const EditionRow> editions() const { return editions_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  // How many postings of a term stand on passages that are no longer there. They stay in the Xapian
  // database until it is written anew, and are passed over and taken from its counts.
  const Vocabulary& removed_terms() const { return removed_terms_; }
  const GenerationContents& contents() const { return contents_; }
  const std::filesystem::path& folder() const { return folder_; }

  const PassageRow& passage(PassageNumber number) const { return passages_[number - 1]; }
  // One past the last passage of the run in one section that `number` stands in.
  PassageNumber section_end(PassageNumber number) const;
  // The passage that has Xapian's number `docid`; 0 when none has.
  PassageNumber number_of(std::uint32_t docid) const {
    if (numbers_.empty()) return docid <= passages_.size() ? docid : 0;
    return docid < numbers_.size() ? numbers_[docid] : 0;
  }
  // Xapian's number of a passage; rises with the passage.
  std::uint32_t docid_of(PassageNumber number) const {
    return numbers_.empty() ? number : passage(number).docid;
  }
  std::string_view text(DocumentNumber number) const;
  std::string_view record(DocumentNumber number) const;
  std::string_view passage_text(PassageNumber number) const;
  // That every file is as it was written. Reads them all. Errors: kIndexCorrupt with the file.
  Status check_files() const;
  // That its text and record are as they were written. Reads both.
  bool is_sound(DocumentNumber number) const;

 private:
  Status check() const;
  void number_passages();
  std::string_view slice(const DocumentRow& row, std::uint64_t begin, std::uint32_t size) const;

  std::filesystem::path folder_;
  GenerationContents contents_;
  MappedFile passages_file_, documents_file_, signatures_file_, editions_file_;
  std::vector<MappedFile> segments_;
  std::span<const PassageRow> passages_;
  std::span<const DocumentRow> documents_;
  std::span<const SignatureRow> signatures_;
  std::span<const EditionRow> editions_;
  Vocabulary vocabulary_, removed_terms_;
  std::vector<PassageNumber> numbers_;  // by docid; empty when docid and number are the same
};

}  // namespace ordalag
