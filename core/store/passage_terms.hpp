// From a document to the terms of each of its passages: the one place that decides which terms a
// passage gets. A change here is a change of the schema (manifest.hpp).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/document.hpp"
#include "core/base/years.hpp"
#include "core/language/analyser.hpp"
#include "core/store/columns.hpp"
#include "core/store/form_table.hpp"
#include "core/store/retrieval_query.hpp"
#include "core/store/term_counter.hpp"
#include "core/store/vocabulary.hpp"

namespace ordalag {

// What one passage adds to the index.
struct PassageTerms {
  std::span<const TermCounter::Count> counts;  // valid until the next passage
  std::uint32_t length = 0;                    // sum of wdf
  std::uint32_t tokens = 0;                    // words and numbers of its text
  std::uint32_t words = 0;                     // length of its word sequence
  SignatureRow signature;
};

// Distinct forms whose terms are remembered: about 40 MB.
inline constexpr std::size_t kMostForms = 100'000;

// Analyses documents, one after the other; every distinct word is looked into once, until
// kMostForms are known and a new batch begins. Used by one thread at a time.
class PassageAnalyser {
 public:
  // The analyser outlives the object.
  explicit PassageAnalyser(const Analyser& analyser);
  ~PassageAnalyser();

  // Starts a batch: term numbers of an earlier one are no longer valid. `words` is what the calling
  // thread remembers of words; it outlives the batch.
  void begin_batch(WordCache& words);

  // Starts a document: works out the terms that all its passages share. The document outlives the
  // calls of `passage` for it.
  void begin(const Document& document);
  PassageTerms passage(std::uint32_t index);
  const std::string& text(TermCounter::Term term) const { return terms_.text(term); }

  // The forms of this batch: adds `sign` times the number of passages that hold each.
  void add_forms_to(VocabularyCounts& counts, std::int64_t sign) const;

 private:
  using Terms = std::vector<TermCounter::Term>;
  std::uint32_t number_of(const Word& word);
  // Of a text that stands around a passage: lemmas as `field`, and those of elements that are no
  // words of it as `parts`.
  Terms field_terms(TermField field, TermField parts, std::string_view text);
  const Terms& section_terms(std::uint32_t section);
  const Terms& lead_in_terms(std::uint32_t passage);
  // Those of the speakers: neighbours share them, so the last ones are kept.
  const Terms& attribution_terms(const Attribution& attribution);
  TermCounter::Term filter_term(TermField field, std::string_view value);
  void add_years(const Years& years);  // to document_terms_
  void add_all(const Terms& terms);

  const Analyser& analyser_;
  WordCache* words_ = nullptr;  // of the present batch
  TermCounter terms_;
  std::vector<Token> tokens_;
  FormTable forms_;
  std::vector<std::uint32_t> batch_;     // forms of the present batch
  std::vector<std::uint32_t> distinct_;  // forms of the present passage
  std::vector<std::uint32_t> sequence_;  // its word sequence
  std::uint32_t passage_ = 0;            // how many passages were counted, from 1

  const Document* document_ = nullptr;
  Terms document_terms_;  // title and facts
  Attribution attribution_;
  Terms attribution_terms_;
  std::unordered_map<std::uint32_t, Terms> sections_, lead_ins_;
};

}  // namespace ordalag
