// What each distinct word adds to a passage, worked out once and found again fast.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/analyser.hpp"
#include "core/store/term_counter.hpp"

namespace ordalag {

struct FormEntry {
  std::string form;
  std::string lemma;
  std::size_t parts = 0;  // of the word
  bool stop = false;
  std::uint32_t hash = 0;  // for signatures
  TermCounter::Term lemma_term = 0;
  std::vector<TermCounter::Term> part_terms;
  std::uint32_t passage = 0;   // the last passage that had it
  std::uint32_t passages = 0;  // of the present batch
};

// A hash table with open addressing: one look at a slot, one at the entry. Entries keep their
// numbers and places until clear().
class FormTable {
 public:
  FormTable() { clear(); }
  // The number of `word`; kNone when it is new. A form may stand for several words: "drog-" before
  // a conjunction is a drug, "drog" alone the past of "dra".
  static constexpr std::uint32_t kNone = ~0U;
  std::uint32_t find(const Word& word) const;
  // Adds an entry whose word is not in the table yet; its `hash`, which is that of the form, is set
  // here.
  std::uint32_t add(FormEntry entry);
  FormEntry& operator[](std::uint32_t number) { return entries_[number]; }
  const FormEntry& operator[](std::uint32_t number) const { return entries_[number]; }
  std::size_t size() const { return entries_.size(); }
  void clear();

 private:
  struct Slot {
    std::uint32_t print = 0;
    std::uint32_t number = kNone;
  };
  void place(std::uint64_t hash, std::uint32_t number);

  std::deque<FormEntry> entries_;
  std::vector<Slot> slots_;
};

}  // namespace ordalag
