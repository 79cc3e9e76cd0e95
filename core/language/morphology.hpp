// What one word is: its form, its lemma, its compound parts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/analyser.hpp"
#include "core/language/compound_splitter.hpp"
#include "core/language/lexicon.hpp"
#include "core/language/snowball.hpp"
#include "core/language/stemmer_config.hpp"

namespace ordalag {

// Read-only once made; safe to share between threads (each brings its own Snowball).
class Morphology {
 public:
  // Both must outlive the object.
  Morphology(const Lexicon& lexicon, const StemmerConfig& config);

  // The analysis of a word as it stands in a text: with a colon ending (EU:s), hyphens inside
  // (Ann-Louise), after it (alkohol-) or before it (-lärare), or digits.
  Word analyse(std::string_view surface, const Snowball& snowball) const;

  // The lemma of a folded word: spelling variants, irregular forms, the lexicon, the lemma of the
  // last element of a compound, Snowball, in this order.
  std::string lemma(std::string_view form, const Snowball& snowball) const;

  // What a suspended word and the word it leans on make together: ("alkohol", "drogmissbruk") ->
  // "alkoholmissbruk". Both folded, without the hyphen. Empty when nothing sensible comes out.
  std::string complete_left(std::string_view left, std::string_view right) const;

  // True when `left` keeps a hyphen where it opens `whole` ("it" of "itsystem": it-system).
  bool needs_hyphen(std::string_view left, std::string_view whole) const;

  // The reverse: ("grundskolor", "lärare") -> "grundskollärare". May be several, or none.
  std::vector<std::string> complete_right(std::string_view left, std::string_view right,
                                          const Snowball& snowball) const;

  // True when `form` is in the lexicon itself.
  bool is_listed(std::string_view form) const;
  // True when `form` is listed, irregular, or a compound of known elements.
  bool is_known(std::string_view form) const;
  // True when `form` can be the first of the pieces of a dotted abbreviation ("t" of "t. ex.").
  bool may_open_abbreviation(std::string_view form) const;
  // The abbreviation whose pieces, without dots, are `pieces`; null when there is none.
  const Abbreviation* abbreviation(std::string_view pieces) const;

 private:
  void analyse_plain(std::string_view form, const Snowball& snowball, Word& word) const;
  // True when `form` is a compound with a boundary at each of the bytes `places`, which rise.
  bool divides_at(std::string_view form, const std::vector<std::uint32_t>& places) const;
  void analyse_hyphenated(const Snowball& snowball, Word& word) const;
  void add_parts(std::vector<std::uint32_t> cuts, const Snowball& snowball, Word& word) const;
  std::uint32_t head_cut(std::string_view word, const std::vector<std::uint32_t>& cuts) const;
  std::string head_lemma(std::string_view element) const;
  std::string compound_lemma(std::string_view form, const std::vector<std::uint32_t>& cuts) const;
  std::string normal(std::string lemma) const;
  // huvudstäder by the row städer -> stad of irregular.tsv; empty when no row fits.
  std::string lemma_by_tail(std::string_view form) const;
  std::string lemma_of(std::string_view form, const FormEntry* entry,
                       const std::vector<std::uint32_t>& cuts, const Snowball& snowball) const;

  const Lexicon& lexicon_;
  const StemmerConfig& config_;
  CompoundSplitter splitter_;
  // What the small tables say of a form, gathered so that one look-up asks them all.
  struct Special {
    const Abbreviation* abbreviation = nullptr;  // by form without final dot, and by pieces
    bool opens_abbreviation = false;
    bool stop = false;
  };
  const Special& special(std::string_view form) const;
  const IrregularForm* irregular(std::string_view form) const;
  const std::string* variant(std::string_view form) const;
  StringMap<Special> special_;
  StringSet weak_lemmas_;
  // Nearly no word is in these tables, and every word is looked up in them.
  KeyFilter special_keys_, irregular_keys_, variant_keys_, weak_keys_;
};

}  // namespace ordalag
