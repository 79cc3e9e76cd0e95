// Reads one revision of an index. A reader keeps its revision for as long as it lives, whatever a
// writer publishes meanwhile. Not shared between threads: one reader per worker.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/document.hpp"
#include "core/base/result.hpp"
#include "core/store/deadline.hpp"
#include "core/store/manifest.hpp"
#include "core/store/retrieval_query.hpp"
#include "core/store/stored_document.hpp"

namespace ordalag {

struct MatchOptions {
  // Stop counting (and collecting) after this many matches; `Matches::complete` says whether it
  // did.
  std::uint32_t at_most = 10000;
  // Keeps a candidate only when it returns true (a phrase found in the text, a form, ...).
  std::function<bool(PassageNumber)> accept;
};

struct Matches {
  std::vector<Match> all;  // every match with its weight, in passage-number order
  bool complete = true;    // false: more match than `at_most`; `all` holds the best ones
};

class IndexReader {
 public:
  // Errors: kNoIndex, kIndexCorrupt, kIndexMismatch (schema or fingerprint; the hint says what to
  // do). `fingerprint` empty: any analyser will do (status, export of an old index).
  static Result<std::unique_ptr<IndexReader>> open(const std::filesystem::path& folder,
                                                   const std::string& fingerprint);
  ~IndexReader();

  const IndexInfo& info() const;
  // What went wrong in reading since the index was opened, the first thing (kIndexCorrupt): the
  // calls below then gave less than there is. A request that reads asks this at its end.
  const Status& health() const;
  // That no file of the index has changed since it was written. Reads them all. Errors:
  // kIndexCorrupt with the file.
  Status check_files() const;
  // From now until the next call of it: what has not ended by `deadline` is broken off, and
  // health() says kTimeout. No deadline: nothing is broken off. Forgets an earlier time-out.
  void set_deadline(std::optional<Deadline::Clock::time_point> deadline);
  // True once the deadline has passed; health() says kTimeout then. For long work on what was read.
  bool late() const;
  // A small text that the writer kept by name (attachment_names.hpp); empty when absent.
  std::string attachment(const std::string& name) const;

  // --- documents ---
  std::uint32_t document_count() const;
  const StoredDocument& document(DocumentNumber number) const;  // cached
  std::optional<DocumentNumber> find_document(const DocumentId& id) const;
  // Where its id stands among the sorted ids of all documents, as the ids of its passages sort.
  std::uint32_t id_order(DocumentNumber number) const;
  std::string_view text(DocumentNumber number) const;  // canonical text, mapped, no copy

  // --- passages ---
  std::uint32_t passage_count() const;
  std::optional<PassageNumber> find_passage(const PassageId& id) const;
  DocumentNumber document_of(PassageNumber passage) const;    // O(1), from memory
  Passage passage(PassageNumber number) const;                // reads one record
  std::string_view passage_text(PassageNumber number) const;  // mapped, no copy, O(1)
  // What follows the # in its id: orders the passages of a document as their ids do.
  std::string_view id_ending(PassageNumber number) const;  // mapped, no copy, O(1)
  // Near-copies of this passage in other documents (editions), and where its own document repeats
  // it word for word, in number order.
  std::vector<PassageNumber> editions(PassageNumber number) const;
  // Passages of the whole index that may be near-copies of this one, by whomever: those that share
  // a band of its signature (signature.hpp says how surely), in number order, itself left out. To
  // be verified by word_similarity. One pass over the signatures.
  std::vector<PassageNumber> near_copy_candidates(PassageNumber number) const;
  // The same number for all passages of one near-copy group; its own number for a lone passage.
  PassageNumber edition_group(PassageNumber number) const;

  // --- columns for facets, from memory ---
  const std::vector<PartyCode>& parties(PassageNumber number) const;
  const std::vector<ThemeId>& themes(PassageNumber number) const;
  std::uint32_t words(PassageNumber number) const;  // of its text; at most 65535
  // What counting asks of every hit, close together: a passage's own row is three times as long.
  struct Columns {
    DocumentNumber document = 0;
    std::uint32_t party_list = 0;  // which of the distinct lists below it has
    std::uint32_t theme_list = 0;
  };
  std::span<const Columns> columns() const;  // by passage number; the first call reads every row
  // edition_group() by passage number, but 0 for a lone passage. Made when first asked for.
  std::span<const PassageNumber> edition_groups() const;
  std::span<const std::vector<PartyCode>> party_lists() const;
  std::span<const std::vector<ThemeId>> theme_lists() const;

  // --- retrieval ---
  Matches match(const RetrievalQuery& query, const MatchOptions& options) const;
  // Visits the postings of one term in passage-number order: (passage, wdf).
  void postings(TermField field, const std::string& term,
                const std::function<void(PassageNumber, std::uint32_t)>& visit) const;
  std::uint32_t frequency(TermField field, const std::string& term) const;  // passages
  std::uint32_t length(PassageNumber number) const;                         // sum of wdf
  // Values of a boolean field with the number of passages of each ("M" -> 12), sorted by value.
  std::vector<std::pair<std::string, std::uint32_t>> values(TermField field) const;

  // --- vocabulary: every folded surface form that stands in the passages. One that stands for
  // several lemmas ("drog", and "drog-" before a conjunction) is several forms.
  struct Form {
    std::string form;
    std::string lemma;
    std::uint32_t passages = 0;  // how many hold it
  };
  std::vector<Form> forms_with_prefix(std::string_view prefix, std::size_t at_most) const;
  std::uint32_t form_frequency(std::string_view form) const;
  // Forms that have `lemma`, most frequent first.
  std::vector<Form> forms_of(std::string_view lemma, std::size_t at_most = SIZE_MAX) const;
  using VisitForm = std::function<void(std::string_view form, std::uint32_t passages)>;
  void each_form(const VisitForm& visit) const;
  // Visits the forms that are at most `edits` edits of one letter from `form`, and some others.
  // Looks at 4 bytes a form, read from the vocabulary when first asked for; minds the deadline.
  void each_form_near(std::string_view form, int edits, const VisitForm& visit) const;

 private:
  struct Impl;
  explicit IndexReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ordalag
