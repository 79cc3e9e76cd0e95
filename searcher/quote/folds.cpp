#include "searcher/quote/folds.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/utf8.hpp"
#include "searcher/quote/quote_characters.hpp"

namespace ordalag {
namespace {

constexpr std::array<std::string_view, 11> kNames = {
    "letter_case",  "white_space",       "line_break",  "quotation_marks",
    "dashes",       "bullets",           "ligatures",   "soft_hyphens",
    "line_end_hyphens", "composition",   "final_full_stop"};

// What of a stretch of text the folds make equal: one sequence for each.
struct Surface {
  std::u32string quotation_marks;
  std::u32string dashes;
  std::u32string bullets;
  unsigned soft_hyphens = 0;
  unsigned hyphens = 0;
  unsigned ligatures = 0;
  unsigned line_breaks = 0;
  std::u32string blanks;
  std::u32string letters;  // as written: capitals stay
};

void read(std::string_view text, Surface& out) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.bytes;
    switch (classify(c.value)) {
      case CharClass::kLetter:
      case CharClass::kDigit:
        out.ligatures += is_ligature(c.value) ? 1 : 0;
        out.letters += c.value;
        break;
      case CharClass::kInvisible: ++out.soft_hyphens; break;
      case CharClass::kQuoteMark: out.quotation_marks += c.value; break;
      case CharClass::kHyphen: ++out.hyphens; break;
      case CharClass::kDash: out.dashes += c.value; break;
      case CharClass::kBullet: out.bullets += c.value; break;
      case CharClass::kSpace:
        if (c.value == '\n') ++out.line_breaks;
        out.blanks += c.value;
        break;
      default: break;
    }
  }
}

FoldSet compare_inside(std::string_view quote, std::string_view source) {
  FoldSet folds;
  if (quote == source) return folds;
  Surface q;
  Surface s;
  read(quote, q);
  read(source, s);
  if (q.ligatures != s.ligatures) folds.add(Fold::kLigatures);
  else if (q.letters != s.letters) folds.add(Fold::kLetterCase);
  if (q.soft_hyphens != s.soft_hyphens) folds.add(Fold::kSoftHyphens);
  if (q.hyphens + q.dashes.size() != s.hyphens + s.dashes.size()) {
    folds.add(Fold::kLineEndHyphens);  // with the white space of the line's end
  } else {
    if (q.dashes != s.dashes) folds.add(Fold::kDashes);
    if (q.blanks != s.blanks) folds.add(Fold::kWhiteSpace);
  }
  if (q.quotation_marks != s.quotation_marks) folds.add(Fold::kQuotationMarks);
  return folds;
}

FoldSet compare_gap(std::string_view quote, std::string_view source) {
  FoldSet folds;
  if (quote == source) return folds;
  Surface q;
  Surface s;
  read(quote, q);
  read(source, s);
  if (q.quotation_marks != s.quotation_marks) folds.add(Fold::kQuotationMarks);
  if (q.bullets != s.bullets) folds.add(Fold::kBullets);
  // A hyphen or dash at a line's head is the bullet of a list.
  if (q.hyphens != s.hyphens || q.dashes != s.dashes) {
    folds.add(q.line_breaks != 0 && s.hyphens + s.dashes.size() == 0 ? Fold::kBullets
                                                                     : Fold::kDashes);
  }
  if (q.soft_hyphens != s.soft_hyphens) folds.add(Fold::kSoftHyphens);
  if ((q.line_breaks == 0) != (s.line_breaks == 0)) {
    folds.add(Fold::kLineBreak);
  } else if (q.blanks != s.blanks) {
    folds.add(Fold::kWhiteSpace);
  }
  return folds;
}

}  // namespace

std::string_view name(Fold fold) { return kNames[static_cast<std::size_t>(fold)]; }

std::vector<Fold> FoldSet::list() const {
  std::vector<Fold> folds;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (has(static_cast<Fold>(i))) folds.push_back(static_cast<Fold>(i));
  }
  return folds;
}

FoldSet folds_between(const DividedText& quote, std::size_t quote_first, const DividedText& source,
                      std::size_t source_first, std::size_t count) {
  FoldSet folds;
  const auto slice = [](const DividedText& of, std::uint32_t begin, std::uint32_t end) {
    return of.text.substr(begin, end - begin);
  };
  for (std::size_t i = 0; i < count; ++i) {
    const QuoteWord& q = quote.words->words[quote_first + i];
    const QuoteWord& s = source.words->words[source_first + i];
    folds.add(compare_inside(slice(quote, q.span.begin, q.span.end),
                             slice(source, s.span.begin, s.span.end)));
    if (i == 0) continue;
    folds.add(compare_gap(
        slice(quote, quote.words->words[quote_first + i - 1].span.end, q.span.begin),
        slice(source, source.words->words[source_first + i - 1].span.end, s.span.begin)));
  }
  return folds;
}

}  // namespace ordalag
