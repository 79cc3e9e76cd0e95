#include "searcher/match/word_matcher.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "core/language/part_place.hpp"
#include "core/text/utf8.hpp"
#include "searcher/match/suspended_halves.hpp"

namespace ordalag {
namespace {

constexpr std::array kClassNames{std::string_view("exact"), std::string_view("inflected"),
                                 std::string_view("compound"), std::string_view("synonym")};

bool in_text_order(const WordMatch& a, const WordMatch& b) {
  if (a.bytes.begin != b.bytes.begin) return a.bytes.begin < b.bytes.begin;
  if (a.match_class != b.match_class) return a.match_class < b.match_class;
  return a.word < b.word;
}

}  // namespace

std::string_view name(MatchClass match_class) {
  return kClassNames[static_cast<std::size_t>(match_class)];
}

WordMatcher::WordMatcher(const ResolvedQuery& query) : query_(query) {
  for (std::size_t i = 0; i < query.words.size(); ++i) {
    const QueryWord& word = query.words[i];
    entries_of(word.lemma).push_back({i, MatchClass::kInflected, false});
    for (const std::string& part : word.elements) {
      entries_of(part).push_back({i, MatchClass::kCompound, true});
      has_elements_ = true;
    }
    for (const Analyser::Synonym& synonym : word.synonyms) {
      if (synonym.lemmas.size() == 1) {
        entries_of(synonym.lemmas.front()).push_back({i, MatchClass::kSynonym, false});
        continue;
      }
      Phrase phrase{i, {}};
      phrase.node.op = QueryOp::kInflected;
      for (const std::string& lemma : synonym.lemmas) phrase.node.phrase.push_back({lemma, lemma});
      phrase.node.sentence_ends.assign(synonym.lemmas.size() - 1, false);
      phrases_.push_back(std::move(phrase));
    }
  }
}

WordMatcher::Entries& WordMatcher::entries_of(const std::string& lemma) {
  kinds_ |= kind_of(lemma);
  return entries_[lemma];
}

bool WordMatcher::counts(const CompoundPart& part) const {
  switch (query_.compounds) {
    case CompoundMode::kAll:
      return true;
    case CompoundMode::kHead:
      return part.head;
    case CompoundMode::kModifier:
      return !part.head;
    case CompoundMode::kNone:
      return false;
  }
  return false;
}

void WordMatcher::add_token(const Token& token, const TextView& view,
                            std::vector<WordMatch>& out) const {
  const Word& word = *token.word;
  const bool suspended = token.kind == TokenKind::kExpansion;
  const auto add = [&](const Entry& entry, MatchClass match_class, CodePointSpan letters) {
    for (const ShownLetters& shown : shown_letters(view, token, letters))
      out.push_back({shown.bytes, shown.position, match_class, entry.element, entry.word});
  };
  if (const Entries* entries = find_entries(word.lemma)) {
    for (const Entry& entry : *entries) {
      MatchClass match_class = entry.match_class;
      if (suspended) {
        add(entry, match_class, {0, count_code_points(word.form)});
        continue;
      }
      if (match_class == MatchClass::kInflected && word.form == query_.words[entry.word].form)
        match_class = MatchClass::kExact;
      out.push_back({view.letters(token), token.position, match_class, entry.element, entry.word});
    }
  }
  for (const CompoundPart& part : word.parts) {
    const Entries* entries = find_entries(part.lemma);
    if (entries == nullptr || !counts(part)) continue;
    for (const Entry& entry : *entries) {
      if (entry.match_class != MatchClass::kInflected) continue;
      if (suspended) {
        add(entry, MatchClass::kCompound, part.span);
        continue;
      }
      const ByteSpan bytes = place_in_text(view.text(), token, part.span).value_or(token.span);
      out.push_back({bytes, token.position, MatchClass::kCompound, false, entry.word});
    }
  }
}

// Elements of the query's compound count where the compound itself does not stand, and for the
// word only when all of them are there.
void WordMatcher::judge_elements(std::vector<WordMatch>& matches, const TextView& view) const {
  std::vector<bool> whole(query_.words.size(), false);
  for (const WordMatch& match : matches)
    if (!match.element_only) whole[match.word] = true;
  std::erase_if(matches, [&](const WordMatch& m) { return m.element_only && whole[m.word]; });
  for (std::size_t i = 0; i < query_.words.size(); ++i) {
    const auto& elements = query_.words[i].elements;
    if (elements.empty() || whole[i]) continue;
    const bool all = std::all_of(elements.begin(), elements.end(), [&](const std::string& lemma) {
      return std::any_of(view.tokens().begin(), view.tokens().end(),
                         [&](const Token& token) { return token.word->lemma == lemma; });
    });
    if (!all) continue;
    for (WordMatch& match : matches)
      if (match.word == i) match.element_only = false;
  }
}

void WordMatcher::find(const TextView& view, std::vector<WordMatch>& out) const {
  out.clear();
  for (const Token& token : view.tokens()) add_token(token, view, out);
  std::vector<Occurrence> found;
  for (const Phrase& phrase : phrases_) {
    found.clear();
    find_occurrences(phrase.node, view, found);
    for (const Occurrence& place : found)
      out.push_back({place.bytes, place.first, MatchClass::kSynonym, false, phrase.word});
  }
  if (has_elements_) judge_elements(out, view);
  std::sort(out.begin(), out.end(), in_text_order);
}

}  // namespace ordalag
