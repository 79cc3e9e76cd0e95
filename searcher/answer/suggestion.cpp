#include "searcher/answer/suggestion.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "core/tagging/proper_names.hpp"
#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "searcher/match/dotted_word.hpp"
#include "searcher/query/edit_distance.hpp"

namespace ordalag {
namespace {

constexpr std::uint32_t kShortWord = 4;  // code points; one edit makes another word of it
constexpr std::uint32_t kLeastLength = 3;

struct Candidate {
  std::size_t distance = 0;
  std::uint32_t passages = 0;
  std::string form;

  friend bool operator<(const Candidate& a, const Candidate& b) {
    return std::tuple(a.distance, b.passages, std::string_view(a.form)) <
           std::tuple(b.distance, a.passages, std::string_view(b.form));
  }
};

// The nearest forms, best first; a few, for the first may turn out to be a name.
std::vector<Candidate> nearest(std::string_view form, const IndexReader& reader) {
  const std::uint32_t length = count_code_points(form);
  const int limit = length <= kShortWord ? 1 : 2;
  constexpr std::size_t kKept = 16;
  std::vector<Candidate> kept;
  reader.each_form_near(form, limit, [&](std::string_view other, std::uint32_t passages) {
    const auto most = static_cast<std::size_t>(limit);
    const std::size_t distance = edit_distance(form, other, most);
    if (distance > most) return;
    Candidate candidate{distance, passages, std::string(other)};
    const auto place = std::lower_bound(kept.begin(), kept.end(), candidate);
    kept.insert(place, std::move(candidate));
    if (kept.size() > kKept) kept.pop_back();
  });
  return kept;
}

// A word that the language lists is rightly spelt, whether or not the index has it.
bool may_be_misspelt(const QueryWord& word, const IndexReader& reader, const Analyser& analyser) {
  return count_code_points(word.form) >= kLeastLength && !analyser.knows(word.form) &&
         !stands_in_index(word.form, word.lemma, reader);
}

// Listed, or a compound of listed words: an unknown first element is most often a name.
bool is_no_name(const std::string& form, const Analyser& analyser, WordCache& cache) {
  if (analyser.knows(form)) return true;
  const Word& word = analyser.word(form, cache);
  return !word.parts.empty() &&
         std::all_of(word.parts.begin(), word.parts.end(), [&](const CompoundPart& part) {
           return !part.element || analyser.knows(part.lemma);
         });
}

// True where the index writes `form` as a name, and never without a capital: "Stockholm".
bool stands_as_name(const std::string& form, const IndexReader& reader, const Analyser& analyser,
                    WordCache& cache) {
  constexpr std::size_t kMostRead = 50;  // passages; a word of the language shows itself sooner
  std::vector<PassageNumber> holding;
  reader.postings(TermField::kLemma, analyser.word(form, cache).lemma,
                  [&](PassageNumber passage, std::uint32_t) {
                    if (holding.size() < kMostRead) holding.push_back(passage);
                  });
  bool name = false;
  std::vector<Token> tokens;
  for (const PassageNumber passage : holding) {
    const std::string_view text = reader.passage_text(passage);
    analyser.tokenise(text, cache, tokens);
    for (const Token& token : tokens) {
      if (token.kind != TokenKind::kWord || token.word->form != form) continue;
      if (is_lower(code_point_at(text, token.span.begin).value)) return false;
      name = name || is_proper_name(text, token.span);
    }
  }
  return name;
}

// What `word` was meant for; empty when it stands as it is.
std::optional<std::string> meant(const QueryWord& word, const IndexReader& reader,
                                 const Analyser& analyser, WordCache& cache) {
  if (!word.read_as.empty()) return word.read_as;
  if (!may_be_misspelt(word, reader, analyser)) return std::nullopt;
  for (const Candidate& candidate : nearest(word.form, reader))
    if (is_no_name(candidate.form, analyser, cache) &&
        !stands_as_name(candidate.form, reader, analyser, cache))
      return candidate.form;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> suggest(const std::string& raw, const ResolvedQuery& query,
                                   const IndexReader& reader, const Analyser& analyser,
                                   WordCache& cache) {
  std::string suggestion = raw;
  bool changed = false;
  for (const QueryWord& word : query.words) {
    const auto replacement = meant(word, reader, analyser, cache);
    if (!replacement) continue;
    const std::size_t at = suggestion.find(word.text);
    if (at == std::string::npos) continue;
    suggestion.replace(at, word.text.size(), *replacement);
    changed = true;
  }
  if (!changed) return std::nullopt;
  return suggestion;
}

}  // namespace ordalag
