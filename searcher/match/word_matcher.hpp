// Which words of a text match which words of the query, and how.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/span.hpp"
#include "searcher/match/occurrences.hpp"
#include "searcher/match/resolved_query.hpp"
#include "searcher/match/text_view.hpp"

namespace ordalag {

// Strongest first. Names for JSON: name(MatchClass).
enum class MatchClass : std::uint8_t { kExact, kInflected, kCompound, kSynonym };
std::string_view name(MatchClass match_class);

struct WordMatch {
  ByteSpan bytes;              // in the text; of a compound only the letters of the part, of a
                               // suspended word one half (the other half is a match too)
  std::uint32_t position = 0;  // of the word in the text
  MatchClass match_class = MatchClass::kExact;
  bool element_only = false;  // one element of a compound of the query, not the word itself
  std::size_t word = 0;       // index in ResolvedQuery::words
};

// Made once a query, used for every text that is shown or ranked.
class WordMatcher {
 public:
  // `query` outlives the matcher.
  explicit WordMatcher(const ResolvedQuery& query);

  // The matches of the query's words in text order; one token may match several words. A compound
  // of the query that does not stand in the text is matched by its elements, when all stand there
  // (`element_only` otherwise). Clears `out`. Linear in the text.
  void find(const TextView& view, std::vector<WordMatch>& out) const;

 private:
  struct Entry {
    std::size_t word;
    MatchClass match_class;  // kInflected: the word itself, in whatever form
    bool element;            // of a compound of the query
  };
  using Entries = std::vector<Entry>;
  struct Phrase {
    std::size_t word;
    ResolvedNode node;  // a synonym of several words
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  // What most words of a text fail, at a fraction of the cost of a look-up: one of 64 kinds by
  // length and last letter.
  static std::uint64_t kind_of(std::string_view lemma) {
    const unsigned last = lemma.empty() ? 0 : static_cast<unsigned char>(lemma.back());
    return std::uint64_t{1} << ((lemma.size() * 7 + last) & 63);
  }
  Entries& entries_of(const std::string& lemma);
  const Entries* find_entries(std::string_view lemma) const {
    if ((kinds_ & kind_of(lemma)) == 0) return nullptr;
    const auto found = entries_.find(lemma);
    return found == entries_.end() ? nullptr : &found->second;
  }
  void add_token(const Token& token, const TextView& view, std::vector<WordMatch>& out) const;
  bool counts(const CompoundPart& part) const;
  void judge_elements(std::vector<WordMatch>& matches, const TextView& view) const;

  const ResolvedQuery& query_;
  std::unordered_map<std::string, Entries, Hash, std::equal_to<>> entries_;
  std::uint64_t kinds_ = 0;  // of all keys of entries_
  std::vector<Phrase> phrases_;
  bool has_elements_ = false;
};

}  // namespace ordalag
