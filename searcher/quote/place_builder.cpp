#include "searcher/quote/place_builder.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/text/utf8.hpp"
#include "searcher/quote/quote_characters.hpp"
#include "searcher/quote/word_classes.hpp"

namespace ordalag {
namespace {

constexpr std::uint32_t kAroundBytes = 80;  // of source text shown before and after a place
// A place that is shown is searched this far for the ends of its sentences.
constexpr std::size_t kSentenceWords = 80;

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// Words first .. last with the punctuation that follows up to the next word.
std::string piece(const DividedText& text, std::size_t first, std::size_t last) {
  const std::vector<QuoteWord>& words = text.words->words;
  const std::uint32_t begin = words[first].span.begin;
  const std::size_t end = last + 1 < words.size() ? words[last + 1].span.begin : text.text.size();
  return std::string(trimmed(text.text.substr(begin, end - begin)));
}

// The same without the punctuation after the last word: the end of a place.
std::string last_piece(const DividedText& text, std::size_t first, std::size_t last) {
  const std::vector<QuoteWord>& words = text.words->words;
  const std::uint32_t begin = words[first].span.begin;
  return std::string(text.text.substr(begin, words[last].span.end - begin));
}

// As many whole words as fit before or after a span.
std::string around(std::string_view text, ByteSpan span, bool before) {
  if (before) {
    std::size_t begin = span.begin > kAroundBytes ? span.begin - kAroundBytes : 0;
    if (begin > 0) begin = text.find_first_of(" \n", begin);
    if (begin == std::string_view::npos || begin >= span.begin) return {};
    return std::string(text.substr(begin == 0 ? 0 : begin + 1, span.begin - begin - (begin != 0)));
  }
  std::size_t end = std::min<std::size_t>(text.size(), span.end + kAroundBytes);
  if (end < text.size()) end = text.find_last_of(" \n", end);
  if (end == std::string_view::npos || end <= span.end) return {};
  return std::string(text.substr(span.end, end - span.end));
}

void fill_texts(const IndexReader& reader, const SourceWindow& window, QuotePlace& place) {
  place.document = window.document;
  const std::string_view text = reader.text(window.document);
  for (const ByteSpan& span : place.spans) {
    if (!place.matched_text.empty()) place.matched_text += kOmission;
    place.matched_text += text.substr(span.begin, span.size());
    const PassageNumber last = passage_at(reader, window.document, span.end - 1);
    for (PassageNumber p = passage_at(reader, window.document, span.begin); p <= last; ++p) {
      if (place.passages.empty() || p > place.passages.back()) place.passages.push_back(p);
    }
  }
  place.before = around(text, place.spans.front(), true);
  place.after = around(text, place.spans.back(), false);
}

bool passage_border_between(const SourceWindow& window, std::size_t word) {
  const std::uint32_t from = word == 0 ? 0 : window.words.words[word - 1].span.end;
  const std::uint32_t to = word < window.words.words.size()
                               ? window.words.words[word].span.begin
                               : static_cast<std::uint32_t>(window.text.size());
  return window.text.substr(from, to - from).find('\n') != std::string_view::npos;
}

// True when a sentence begins at `word` (or the text ends before it).
bool sentence_border(const SourceWindow& window, std::size_t word) {
  if (word == 0 || word >= window.words.words.size()) return true;
  const MarkPack marks = window.words.words[word].marks_before;
  // The full stop of "t.ex." or "kap." before a small letter ends no sentence.
  if (ends_sentence(marks) && window.words.words[word].kind != QuoteWordKind::kWord) return true;
  if (ends_sentence(marks) && window.words.words[word].capital) return true;
  return passage_border_between(window, word);
}

// True when only the number or letter of a list ("2.1", "a)") stands before `word` in its passage.
bool after_enumerator(const SourceWindow& window, std::size_t word) {
  if (word == 0) return false;
  const QuoteWord& before = window.words.words[word - 1];
  const bool enumerator = before.kind == QuoteWordKind::kNumber ||
                          (before.form_size == 1 && window.words.words[word].marks_before != 0);
  return enumerator && (word == 1 || passage_border_between(window, word - 1)) &&
         !passage_border_between(window, word);
}

// A list item in small letters goes on the sentence of its lead-in.
bool continues_lead_in(const IndexReader& reader, const SourceWindow& window, std::size_t word) {
  const QuoteWord& first = window.words.words[word];
  if (first.capital || first.kind != QuoteWordKind::kWord) return false;
  const PassageNumber number =
      passage_at(reader, window.document, window.offset + first.span.begin);
  return reader.passage(number).lead_in.has_value();
}

bool has_negation(const SourceWindow& window, std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) {
    if (is_negation(window.words.form(window.words.words[i]))) return true;
  }
  return false;
}

}  // namespace

QuotePlace place_of_matches(const IndexReader& reader, const QuoteText& quote,
                            const SourceWindow& window, const std::vector<FragmentMatch>& matches) {
  QuotePlace place;
  for (const FragmentMatch& match : matches) {
    if (&match != &matches.front() && match.at > (&match - 1)->end()) {
      place.diff.push_back({EditOp::kDelete, {}, piece(window.divided(), (&match - 1)->end(), match.at - 1)});
    }
    place.spans.push_back(window.span(match.at, match.end() - 1));
    const auto draw = &match == &matches.back() ? last_piece : piece;
    place.diff.push_back({EditOp::kEqual,
                          draw(quote.divided(), match.fragment.first,
                               match.fragment.first + match.fragment.count - 1),
                          draw(window.divided(), match.at, match.end() - 1)});
  }
  fill_texts(reader, window, place);
  return place;
}

QuotePlace place_of_alignment(const IndexReader& reader, const QuoteText& quote,
                              const SourceWindow& window, const Alignment& alignment) {
  QuotePlace place;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool any = false;
  for (std::size_t i = 0; i < alignment.edits.size();) {
    std::size_t end = i;
    while (end < alignment.edits.size() && alignment.edits[end].op == alignment.edits[i].op) ++end;
    const Edit& head = alignment.edits[i];
    const Edit& tail = alignment.edits[end - 1];
    DiffPiece diff{head.op, {}, {}};
    const auto draw = end == alignment.edits.size() ? last_piece : piece;
    if (head.op != EditOp::kDelete) diff.quote = draw(quote.divided(), head.quote, tail.quote);
    if (head.op != EditOp::kInsert) {
      diff.source = draw(window.divided(), head.source, tail.source);
      if (!any) first = head.source;
      last = tail.source;
      any = true;
    }
    place.diff.push_back(std::move(diff));
    i = end;
  }
  place.spans.push_back(window.span(first, last));
  fill_texts(reader, window, place);
  return place;
}

FoldSet folds_of_matches(const QuoteText& quote, const SourceWindow& window,
                         const std::vector<FragmentMatch>& matches) {
  FoldSet folds;
  for (const FragmentMatch& match : matches) {
    folds.add(folds_between(quote.divided(), match.fragment.first, window.divided(), match.at,
                            match.fragment.count));
  }
  for (std::size_t i = 1; i < matches.size(); ++i) {
    const MarkPack marks = quote.words.marks_at(matches[i].fragment.first);
    // Over a lead-in and an item that stands further down: the colon between them.
    if (marks == 0 && window.words.marks_at(matches[i - 1].end()) != 0) folds.add(Fold::kBullets);
  }
  if (!quote.composed) folds.add(Fold::kComposition);
  if (!quote.words.gap_after && drops_final_stop(quote, window, matches.back().end())) {
    folds.add(Fold::kFinalFullStop);
  }
  return folds;
}

QuoteContext context_of(const IndexReader& reader, const SourceWindow& window, std::size_t first,
                        std::size_t last) {
  QuoteContext context;
  const bool border = sentence_border(window, first) || after_enumerator(window, first);
  context.starts_mid_sentence = !border || continues_lead_in(reader, window, first);
  context.ends_mid_sentence = !sentence_border(window, last + 1);
  std::size_t begin = first;
  while (begin > 0 && first - begin < kSentenceWords && !sentence_border(window, begin)) --begin;
  std::size_t end = last + 1;
  while (end < window.words.words.size() && end - last < kSentenceWords &&
         !sentence_border(window, end)) {
    ++end;
  }
  context.cut_negation = has_negation(window, begin, first) || has_negation(window, last + 1, end);
  return context;
}

void note_omissions(const SourceWindow& window, const std::vector<FragmentMatch>& matches,
                    QuoteContext& context) {
  for (std::size_t i = 1; i < matches.size(); ++i) {
    const std::uint32_t from = matches[i - 1].end();
    const std::uint32_t to = matches[i].at;
    if (to <= from) continue;
    if (!context.omitted.empty()) context.omitted += kOmission;
    context.omitted += piece(window.divided(), from, to - 1);
    context.omitted_negation = context.omitted_negation || has_negation(window, from, to);
  }
}

}  // namespace ordalag
