// How much of a query stands together in one passage of a document.
#pragma once

#include <cstdint>
#include <vector>

#include "core/store/stored_document.hpp"

namespace ordalag {

// Where the words of one query stand. A document about what was asked for names its words in one
// breath; one that holds them pages apart treats several matters.
class Coverage {
 public:
  void clear() { words_.clear(); }
  // The passages that are added from here on hold a word of the query ...
  void begin_word() { words_.emplace_back().terms.emplace_back(); }
  // ... or an element of the compound that this word is.
  void begin_element() { words_.back().terms.emplace_back(); }
  // Passages come in rising lists, one for each field that the word is looked up in.
  void begin_list() { words_.back().terms.back().emplace_back(); }
  void add(PassageNumber passage) { words_.back().terms.back().back().push_back(passage); }
  // What the present word counts against the others, known when its passages are.
  void weigh(double worth) { words_.back().worth = worth; }

  // The largest share, from 0 to 1, of the worth of all words that one of the `count` passages from
  // `first` on holds. O(terms × (log of their passages + count)).
  double best(PassageNumber first, std::uint32_t count);

 private:
  using Lists = std::vector<std::vector<PassageNumber>>;
  struct Word {
    double worth = 0;
    std::vector<Lists> terms;  // the word itself, then its elements
  };
  // Adds `share` to shares_ where a passage holds the term.
  void mark(const Lists& term, double share, PassageNumber first);

  std::vector<Word> words_;
  // Of each passage of one document:
  std::vector<double> held_;    // worth of the words that it holds
  std::vector<double> shares_;  // how much of the present word it holds
  std::vector<bool> marked_;    // whether it holds the present term
};

}  // namespace ordalag
