#include "searcher/match/occurrences.hpp"

#include <algorithm>
#include <string_view>

#include "searcher/match/suspended_halves.hpp"

namespace ordalag {
namespace {

// How a token must agree with a word of the query.
enum class Agreement { kLemma, kForm, kPrefix };

bool agrees(const Token& token, const PhraseWord& wanted, Agreement agreement) {
  switch (agreement) {
    case Agreement::kLemma:
      return token.word->lemma == wanted.lemma;
    case Agreement::kForm:
      return token.kind != TokenKind::kExpansion && token.word->form == wanted.form;
    case Agreement::kPrefix:
      return token.kind != TokenKind::kExpansion && token.word->form.starts_with(wanted.form);
  }
  return false;
}

// True when the very form stands in the text, not a whole that a suspended hyphen stands for.
bool stands_so(const Token& token, const PhraseWord& wanted) {
  return token.kind != TokenKind::kExpansion && token.word->form == wanted.form;
}

// The token at `position` that agrees, the same form before another form of the lemma.
const Token* token_at(const TextView& view, std::uint32_t position, const PhraseWord& wanted,
                      Agreement agreement) {
  const Token* found = nullptr;
  for (const Token& token : view.at(position)) {
    if (!agrees(token, wanted, agreement)) continue;
    if (token.word->form == wanted.form) return &token;
    if (found == nullptr) found = &token;
  }
  return found;
}

bool sentence_ends_between(const TextView& view, const Token& left, const Token& right) {
  if (right.span.begin <= left.span.end) return false;
  const auto gap = view.text().substr(left.span.end, right.span.begin - left.span.end);
  return holds_sentence_end(gap, view.text().substr(right.span.begin));
}

// ökat alkohol- och drogmissbruk: "missbruk" belongs to what was found, "och drog" does not.
void add_lent_half(const Token& last, const TextView& view, Occurrence& found) {
  if (last.kind != TokenKind::kExpansion) return;
  for (const ShownLetters& shown : shown_letters(view, last))
    if (shown.bytes.begin >= found.bytes.end) found.lent = shown.bytes;
}

void find_sequence(const ResolvedNode& node, Agreement agreement, const TextView& view,
                   std::vector<Occurrence>& out) {
  const auto& words = node.phrase;
  if (words.empty() || view.positions() < words.size()) return;
  const auto length = static_cast<std::uint32_t>(words.size());
  for (std::uint32_t start = 0; start + length <= view.positions(); ++start) {
    const Token* first = token_at(view, start, words[0], agreement);
    if (first == nullptr) continue;
    Occurrence found{start, start + length - 1,          first->span,
                     {},    stands_so(*first, words[0]), &node};
    const Token* last = first;
    for (std::uint32_t i = 1; i < length; ++i) {
      const Token* next = token_at(view, start + i, words[i], agreement);
      if (next == nullptr ||
          (sentence_ends_between(view, *last, *next) && !node.sentence_ends[i - 1])) {
        last = nullptr;
        break;
      }
      found.exact = found.exact && stands_so(*next, words[i]);
      found.bytes.end = std::max(found.bytes.end, next->span.end);
      last = next;
    }
    if (last == nullptr) continue;
    add_lent_half(*last, view, found);
    out.push_back(found);
    start += length - 1;
  }
}

std::uint32_t distance(const Occurrence& a, const Occurrence& b) {
  if (a.last < b.first) return b.first - a.last;
  if (b.last < a.first) return a.first - b.last;
  return 0;
}

// Keeps, in each list, what is near enough to something in the next list, both ways.
void find_near(const ResolvedNode& node, const TextView& view, std::vector<Occurrence>& out) {
  std::vector<std::vector<Occurrence>> lists(node.children.size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    find_occurrences(node.children[i], view, lists[i]);
    if (lists[i].empty()) return;
  }
  const auto keep_near = [&](std::vector<Occurrence>& list, const std::vector<Occurrence>& other) {
    std::erase_if(list, [&](const Occurrence& a) {
      return std::none_of(other.begin(), other.end(), [&](const Occurrence& b) {
        const std::uint32_t apart = distance(a, b);
        return apart > 0 && apart <= node.distance;
      });
    });
  };
  for (std::size_t i = 1; i < lists.size(); ++i) keep_near(lists[i], lists[i - 1]);
  for (std::size_t i = lists.size() - 1; i > 0; --i) keep_near(lists[i - 1], lists[i]);
  if (std::any_of(lists.begin(), lists.end(), [](const auto& list) { return list.empty(); }))
    return;
  for (const auto& list : lists) out.insert(out.end(), list.begin(), list.end());
  std::sort(out.begin(), out.end(),
            [](const Occurrence& a, const Occurrence& b) { return a.bytes.begin < b.bytes.begin; });
}

}  // namespace

void find_occurrences(const ResolvedNode& node, const TextView& view,
                      std::vector<Occurrence>& out) {
  switch (node.op) {
    case QueryOp::kWord:
    case QueryOp::kInflected:
      return find_sequence(node, Agreement::kLemma, view, out);
    case QueryOp::kForm:
    case QueryOp::kPhrase:
      return find_sequence(node, Agreement::kForm, view, out);
    case QueryOp::kPrefix:
      return find_sequence(node, Agreement::kPrefix, view, out);
    case QueryOp::kNear:
      return find_near(node, view, out);
    default:
      return;
  }
}

}  // namespace ordalag
