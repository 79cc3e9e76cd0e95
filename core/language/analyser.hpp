// The one analyser: the same object analyses passages, queries, highlights and quotations.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/base/span.hpp"

namespace ordalag {

// One element of a compound. `lemma` is its base form ("heltids" -> "heltid").
struct CompoundPart {
  std::string lemma;
  CodePointSpan span;    // in Word::form; spans of nested parts may overlap (arbetsmarknad in
                         // arbetsmarknadsinsats), the elements proper come first and tile the word
  bool head = false;     // the last element (efterled) or a span that ends with it; else a modifier
  bool element = false;  // one of the tiling elements, not an inner span of several
};

// All that is known of one distinct surface form. Immutable once made.
struct Word {
  std::string form;                 // folded: NFC, lower case, accents dropped except on å ä ö
  std::string lemma;                // the key that all inflections share
  std::vector<CompoundPart> parts;  // empty when the word is no compound
  bool known = false;               // in the lexicon (itself or as a compound of known elements)
  bool stop = false;                // a function word (stemmer-config/stopwords.txt)
  bool weak = false;                // says how rather than what (stemmer-config/weakwords.txt)
};

enum class TokenKind : std::uint8_t {
  kWord,
  kNumber,     // digits, with separators normalised: "1.250,50" -> "1250,50", "10 000" -> "10000"
  kElement,    // one element of a hyphenated word, beside the joined form ("ann", "louise")
  kExpansion,  // the whole that a suspended hyphen stands for ("alkoholmissbruk" at "alkohol-")
};

struct Token {
  ByteSpan span;               // in the analysed text, including a colon ending or a hyphen
  std::uint32_t position = 0;  // word count from 0; tokens beside each other share it
  TokenKind kind = TokenKind::kWord;
  const Word* word = nullptr;  // owned by the WordCache
};

// Remembers the analysis of every distinct word seen. One per thread; grows with the vocabulary
// up to a documented cap and is then cleared between texts. Pointers from Token stay valid until
// the next call of Analyser::tokenise with the same cache.
class WordCache {
 public:
  WordCache();
  ~WordCache();
  WordCache(WordCache&&) noexcept;
  WordCache& operator=(WordCache&&) noexcept;

  // Changes whenever the cache is emptied, and is never that of another cache: what is remembered
  // by the address of a Word holds for as long as this number stands.
  std::uint64_t generation() const;

 private:
  friend class Analyser;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Where the analyser's data lie.
struct AnalyserFiles {
  std::filesystem::path config;  // the folder stemmer-config
  std::filesystem::path
      lexicon;  // sv.lex, made by ordalag-lexicon from hunspell-sv; may be missing
};

// The files of this installation, under share_folder().
AnalyserFiles default_analyser_files();

class Analyser {
 public:
  // Reads the configuration and maps the lexicon. Errors: kBadConfig with file and line.
  // A missing lexicon is no error: lemmas then come from Snowball and the irregular forms alone,
  // `warnings()` says so, and the fingerprint differs.
  static Result<std::shared_ptr<const Analyser>> load(const AnalyserFiles& files);
  ~Analyser();

  // "sv-<version>:<16 hex>", over the version of the code, the configuration and the lexicon.
  const std::string& fingerprint() const;
  const std::vector<std::string>& warnings() const;

  // The tokens of `text` (valid UTF-8, any composition) in text order. Linear in the text.
  // `tokens` is cleared first.
  void tokenise(std::string_view text, WordCache& cache, std::vector<Token>& tokens) const;

  // The analysis of one word as typed. The pointer is valid as Token::word is.
  const Word& word(std::string_view surface, WordCache& cache) const;

  // True when the lexicon holds `form` (folded) itself: used to judge a line-end hyphen.
  bool knows(std::string_view form) const;

  // True when `first` keeps a hyphen where it opens a word ("it" before "system").
  bool keeps_hyphen(std::string_view first, std::string_view rest) const;

  // Lemmas (or phrases of lemmas, space between) that the synonym table puts beside `lemma`.
  struct Synonym {
    std::vector<std::string> lemmas;  // one for a word, several for a phrase
    double weight = 0;                // (0, 1)
  };
  std::vector<Synonym> synonyms(std::string_view lemma) const;

  // Lemmas of the same derivational family (derivation.hpp), sorted, without `lemma` itself.
  std::vector<std::string> relatives(std::string_view lemma, WordCache& cache) const;

 private:
  struct Impl;
  explicit Analyser(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ordalag
