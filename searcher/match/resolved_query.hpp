// A query whose words have been analysed: what is searched for, verified and highlighted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/language/analyser.hpp"
#include "searcher/query/compound_mode.hpp"
#include "searcher/query/query_tree.hpp"

namespace ordalag {

// A word that is matched in any inflection, as compound part, and by synonym.
struct QueryWord {
  std::string text;  // as typed, NFC
  std::string form;  // folded
  std::string lemma;
  std::vector<std::string> elements;  // lemmas of the elements that tile a compound, else empty
  std::vector<std::string> parts;     // lemmas of all parts: the elements and inner spans, unique
  std::vector<Analyser::Synonym> synonyms;
  bool stop = false;
  bool weak = false;    // says how a matter is spoken of, not what it is
  std::string read_as;  // the word with å, ä, ö that `text`, which stands nowhere, was taken for
};

// One word of a phrase, or of =word.
struct PhraseWord {
  std::string form;
  std::string lemma;
  bool operator==(const PhraseWord&) const = default;
};

// The word of a negation or of NEAR: neither scored nor highlighted by itself.
inline constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);

// A node of the query tree with what its words mean to the index.
struct ResolvedNode {
  QueryOp op = QueryOp::kGroup;
  std::size_t word = kNoWord;                 // kWord: index in ResolvedQuery::words
  std::vector<PhraseWord> phrase;             // kWord, kForm, kPrefix (one), kPhrase, kInflected
  std::vector<bool> sentence_ends;            // kPhrase, kInflected: a sentence ends after word i
  std::vector<std::string> lemmas;            // kPrefix: lemmas of the forms that begin so
  TermField field = TermField::kParty;        // kField
  std::vector<std::vector<std::string>> any;  // kField: any of these lists, all terms of a list
  std::uint32_t distance = 0;                 // kNear
  std::string text;                           // as typed, for highlights and explain
  std::vector<ResolvedNode> children;
  bool operator==(const ResolvedNode&) const = default;
};

struct ResolvedQuery {
  ResolvedNode root;
  std::vector<QueryWord> words;  // of every kWord node outside of negations and NEAR; no
                                 // lemma twice

  // The words that a hit may lack under --match auto: those that stand free in the outermost
  // group. Indices in `words`.
  std::vector<std::size_t> relaxable;
  // The same without function words, when enough other words remain: what "all words" means.
  std::vector<std::size_t> wanted;

  CompoundMode compounds = CompoundMode::kAll;
};

}  // namespace ordalag
