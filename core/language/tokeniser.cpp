#include "core/language/tokeniser.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "core/text/fold.hpp"

namespace ordalag {
namespace {

constexpr std::array<std::string_view, 2> kSignWords = {"§", "%"};
// How far to the right of a suspended word the word it leans on may stand, in segments.
constexpr std::size_t kSuspendedReach = 8;
constexpr std::size_t kOtherWordsBetween = 2;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "1990-talet", but not "1900-talet", which is a century.
bool is_decade(std::string_view form) {
  return form.size() > 7 && (form.starts_with("19") || form.starts_with("20")) && form[2] >= '1' &&
         form[2] <= '9' && form[3] == '0' && form.substr(4).starts_with("-tal");
}

class Tokeniser {
 public:
  Tokeniser(std::string_view text, const Morphology& morphology, CachedWords& cache,
            std::vector<Token>& tokens)
      : text_(text),
        morphology_(morphology),
        cache_(cache),
        segments_(cache.segments),
        tokens_(tokens) {}

  void run() {
    std::uint32_t end = 0;  // of the segment before
    std::size_t i = 0;
    while (i < segments_.size()) {
      const ByteSpan span = segments_[i].span;
      if (span.begin - end > 1) add_signs(end, span.begin);
      i = segments_[i].has_letter ? add_word(i) : add_number(i);
      end = segments_[i - 1].span.end;
    }
    if (end < text_.size()) add_signs(end, static_cast<std::uint32_t>(text_.size()));
  }

 private:
  using Entry = CachedWords::Entry;

  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }
  std::string_view surface(std::size_t i) const {
    return slice(segments_[i].span.begin, segments_[i].span.end);
  }
  // The text between segment i and the next one (or the end).
  std::string_view gap_after(std::size_t i) const {
    const std::uint32_t begin = segments_[i].span.end;
    return i + 1 < segments_.size() ? slice(begin, segments_[i + 1].span.begin)
                                    : text_.substr(begin);
  }
  const Entry& entry(std::string_view word) { return cache_.entry(word, morphology_); }
  const Entry& entry_of(std::size_t segment) {
    return cache_.entry_of(segment, text_, morphology_);
  }

  void push(ByteSpan span, TokenKind kind, const Word& word) {
    tokens_.push_back({span, position_, kind, &word});
  }
  void push_word(ByteSpan span, TokenKind kind = TokenKind::kWord) {
    push(span, kind, entry(slice(span.begin, span.end)).word);
  }

  static std::size_t hyphen_size(std::string_view gap) {
    if (gap.starts_with('-')) return 1;
    return gap.starts_with("\u2010") || gap.starts_with("\u2011") ? 3 : 0;
  }
  static std::size_t dash_size(std::string_view gap) {
    return gap.starts_with("\u2013") ? 3 : hyphen_size(gap);
  }
  static bool is_blank(std::string_view gap) {
    return std::all_of(gap.begin(), gap.end(), [](char c) {
      return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    });
  }
  bool is_conjunction(std::size_t i) { return segments_[i].has_letter && entry_of(i).conjunction; }

  void add_signs(std::uint32_t begin, std::uint32_t end);
  std::size_t add_number(std::size_t i);
  std::size_t add_word(std::size_t i);
  std::size_t add_hyphenated(std::size_t i);
  std::size_t add_line_end(std::size_t i);
  std::size_t add_abbreviation(std::size_t i);
  std::size_t add_suspended(std::size_t i);
  std::string completion(std::size_t i);
  void add_right_hanging(std::size_t i);

  std::string_view text_;
  const Morphology& morphology_;
  CachedWords& cache_;
  const std::vector<WordSegment>& segments_;
  std::vector<Token>& tokens_;
  std::uint32_t position_ = 0;
};

void Tokeniser::add_signs(std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t at = begin; at < end; ++at) {
    if (text_[at] != '%' && text_[at] != '\xC2') continue;
    for (const std::string_view sign : kSignWords) {
      if (!slice(at, end).starts_with(sign)) continue;
      push_word({at, at + static_cast<std::uint32_t>(sign.size())});
      ++position_;
    }
  }
}

// Groups of thousands (10 000), law references (2001:453), ranges (18-21), and words that begin
// with a number (80-talet).
std::size_t Tokeniser::add_number(std::size_t i) {
  const auto is_group = [&](std::size_t k) {
    const std::string_view digits = surface(k);
    const std::size_t comma = digits.find(',');
    return !segments_[k].has_letter && std::min(comma, digits.size()) == 3 &&
           digits.find('.') == std::string_view::npos;
  };
  const auto is_thin = [](std::string_view gap) {
    return gap == " " || gap == "\u00A0" || gap == "\u2009" || gap == "\u202F";
  };
  std::size_t last = i;
  const std::string_view first = surface(i);
  const bool opens_group = first.size() <= 3 && std::all_of(first.begin(), first.end(), is_digit);
  while (opens_group && last + 1 < segments_.size() && is_thin(gap_after(last)) &&
         is_group(last + 1)) {
    ++last;
  }
  if (last == i && i + 1 < segments_.size() && !segments_[i + 1].has_letter &&
      gap_after(i) == ":") {
    ++last;
  }
  const ByteSpan span{segments_[i].span.begin, segments_[last].span.end};
  const std::string_view gap = gap_after(last);
  const std::size_t dash = dash_size(gap);
  if (dash > 0 && dash == gap.size() && last + 1 < segments_.size()) {
    if (segments_[last + 1].has_letter) return add_hyphenated(last);
    push_word(span, TokenKind::kNumber);
    push_word({span.begin, segments_[last + 1].span.end}, TokenKind::kNumber);
  } else {
    push_word(span, TokenKind::kNumber);
  }
  ++position_;
  return last + 1;
}

std::size_t Tokeniser::add_word(std::size_t i) {
  const ByteSpan span = segments_[i].span;
  const char next = span.end < text_.size() ? text_[span.end] : '\0';
  if (next == '-' || next == '\xE2') {
    const std::string_view gap = gap_after(i);
    const std::size_t hyphen = hyphen_size(gap);
    const bool more = i + 1 < segments_.size();
    // hjärt-och kärlsjukdomar: a blank is missing.
    const bool hanging = more && hyphen > 0 && gap.size() == hyphen && is_conjunction(i + 1) &&
                         is_blank(gap_after(i + 1));
    if (more && hyphen > 0 && gap.size() == hyphen && !hanging) return add_hyphenated(i);
    if (more && dash_size(gap) > 0) {
      if (const std::size_t end = add_suspended(i)) return end;
      if (const std::size_t end = hyphen > 0 ? add_line_end(i) : 0) return end;
    }
  }
  const Entry& found = entry_of(i);
  if (found.opens_abbreviation) {
    if (const std::size_t end = add_abbreviation(i)) return end;
  }
  if (span.begin > 1 && text_[span.begin - 1] == '-') add_right_hanging(i);
  push(span, TokenKind::kWord, found.word);
  ++position_;
  return i + 1;
}

// Ann-Louise, e-post, 80-talet, bostad-först-modellen: the whole, and its pieces beside it unless
// one before them is a number or a single letter.
std::size_t Tokeniser::add_hyphenated(std::size_t i) {
  std::size_t last = i;
  while (last + 1 < segments_.size()) {
    const std::string_view gap = gap_after(last);
    if (hyphen_size(gap) == 0 || hyphen_size(gap) != gap.size()) break;
    ++last;
  }
  if (last == i) ++last;  // a number, a dash and a word
  const ByteSpan span{segments_[i].span.begin, segments_[last].span.end};
  const Word& whole = entry(slice(span.begin, span.end)).word;
  push(span, TokenKind::kWord, whole);
  if (is_decade(whole.form)) {  // "90-talet", as it is written for short
    push_word({span.begin + 2, span.end}, TokenKind::kElement);
  } else if (whole.form.find('-') != std::string::npos) {
    for (std::size_t k = i; k <= last; ++k) {
      const Word& piece = entry_of(k).word;
      if (!segments_[k].has_letter || surface(k).size() < 2) break;
      push(segments_[k].span, TokenKind::kElement, piece);
    }
  }
  ++position_;
  return last + 1;
}

// A hyphen at the end of a line, or left over from one: akut-\nboenden.
std::size_t Tokeniser::add_line_end(std::size_t i) {
  const std::string_view gap = gap_after(i);
  const std::size_t hyphen = hyphen_size(gap);
  if (!is_blank(gap.substr(hyphen)) || !segments_[i + 1].has_letter || is_conjunction(i + 1)) {
    return 0;
  }
  const std::string joined = std::string(surface(i)) + std::string(surface(i + 1));
  const std::string_view next = surface(i + 1);
  const bool capital = fold(next).front() != next.front() && next.front() != '\xC3';
  const bool at_line_end = gap.find('\n') != std::string_view::npos;
  const ByteSpan span{segments_[i].span.begin, segments_[i + 1].span.end};
  if (capital) {
    if (!at_line_end) return 0;
    push(span, TokenKind::kWord, entry(std::string(surface(i)) + "-" + std::string(next)).word);
    push_word(segments_[i].span, TokenKind::kElement);
    push_word(segments_[i + 1].span, TokenKind::kElement);
  } else {
    if (!at_line_end && !morphology_.is_known(fold(joined))) return 0;
    push(span, TokenKind::kWord, entry(joined).word);
  }
  ++position_;
  return i + 2;
}

// An abbreviation written apart: "t. ex.", "bl a".
std::size_t Tokeniser::add_abbreviation(std::size_t i) {
  constexpr std::size_t kMostPieces = 4;
  std::string pieces = fold(surface(i));
  std::size_t end = 0;
  std::string found;
  for (std::size_t k = i + 1; k < segments_.size() && k < i + kMostPieces; ++k) {
    const std::string_view gap = gap_after(k - 1);
    if (gap != " " && gap != ". " && gap != ".") break;
    pieces += ' ';
    append_folded(surface(k), pieces);
    if (const Abbreviation* abbreviation = morphology_.abbreviation(pieces)) {
      end = k + 1;
      found = abbreviation->form;
    }
  }
  if (end == 0) return 0;
  const ByteSpan span{segments_[i].span.begin, segments_[end - 1].span.end};
  push(span, TokenKind::kWord, entry(std::string_view(found).substr(0, found.size() - 1)).word);
  ++position_;
  return end;
}

// What the suspended word of segment i stands for; empty when it leans on nothing.
std::string Tokeniser::completion(std::size_t i) {
  const std::string left = fold(surface(i));
  std::size_t others = 0;
  bool coordinated = false;
  for (std::size_t k = i + 1; k < segments_.size() && k <= i + kSuspendedReach; ++k) {
    std::string_view gap = gap_after(k - 1);
    gap.remove_prefix(std::min(dash_size(gap), gap.size()));
    for (const char c : gap) {
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != ',' && c != '/') return {};
    }
    const bool listed = gap.find_first_of(",/") != std::string_view::npos;
    if (listed && others > 0) return {};  // cell- och genterapier, nya läkemedel
    coordinated = coordinated || listed;
    if (!segments_[k].has_letter) return {};
    if (is_conjunction(k)) {
      coordinated = true;
      continue;
    }
    const std::string_view after = gap_after(k);
    const std::size_t dash = dash_size(after);
    const bool suspended = dash > 0 && (dash < after.size() || k + 1 == segments_.size());
    if (suspended) {
      coordinated = true;
      continue;
    }
    if (!coordinated) return {};
    std::uint32_t end = segments_[k].span.end;
    if (dash > 0 && k + 1 < segments_.size()) end = segments_[k + 1].span.end;
    std::string whole = morphology_.complete_left(left, fold(slice(segments_[k].span.begin, end)));
    if (!whole.empty()) return whole;
    if (++others > kOtherWordsBetween) return {};
  }
  return {};
}

// alkohol- och drogmissbruk: the word as it stands and the whole that it stands for.
std::size_t Tokeniser::add_suspended(std::size_t i) {
  const std::string_view gap = gap_after(i);
  const std::size_t dash = dash_size(gap);
  if (dash == gap.size() && !is_conjunction(i + 1)) return 0;
  std::string whole = completion(i);
  const bool before_conjunction = is_blank(gap.substr(dash)) && is_conjunction(i + 1);
  if (whole.empty() && !before_conjunction) return 0;
  const ByteSpan span{segments_[i].span.begin,
                      segments_[i].span.end + static_cast<std::uint32_t>(dash)};
  if (!whole.empty()) push(span, TokenKind::kExpansion, entry(whole).word);
  push(span, TokenKind::kWord, entry(std::string(surface(i)) + "-").word);
  ++position_;
  return i + 1;
}

// grundskolor och -lärare: before the word itself, the whole that it stands for.
void Tokeniser::add_right_hanging(std::size_t i) {
  if (i < 2 || !is_conjunction(i - 1) || !segments_[i - 2].has_letter) return;
  const std::string_view gap = gap_after(i - 1);
  if (gap.size() < 2 || gap.back() != '-' || !is_blank(gap.substr(0, gap.size() - 1))) return;
  if (!is_blank(gap_after(i - 2))) return;
  const ByteSpan span{segments_[i].span.begin - 1, segments_[i].span.end};
  for (const std::string& whole :
       morphology_.complete_right(fold(surface(i - 2)), fold(surface(i)), cache_.snowball)) {
    push(span, TokenKind::kExpansion, entry(whole).word);
  }
}

constexpr std::string_view kSubscripts = "\xE2\x82";  // and a byte 80 to 89: U+2080 to U+2089
constexpr std::array<std::string_view, 2> kPowers = {"\u00B2", "\u00B3"};
constexpr std::array<std::string_view, 6> kLengths = {"mm", "cm", "dm", "m", "km", "kvm"};

// Bytes of the lowered digit at `at`, or of a power there after a unit of length.
std::size_t index_size(std::string_view text, std::uint32_t at, std::string_view before) {
  const std::string_view rest = text.substr(at);
  if (rest.size() > kSubscripts.size() && rest.starts_with(kSubscripts)) {
    const auto last = static_cast<unsigned char>(rest[2]);
    return last >= 0x80 && last <= 0x89 ? 3 : 0;
  }
  if (std::find(kLengths.begin(), kLengths.end(), before) == kLengths.end()) return 0;
  for (const std::string_view power : kPowers)
    if (rest.starts_with(power)) return power.size();
  return 0;
}

// CO₂, H₂O, m²: digits beside the line belong to the word, as they do where they are typed on it
// (CO2). Others, such as marks of notes, do not.
void take_in_indices(std::string_view text, std::vector<WordSegment>& segments) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    WordSegment segment = segments[i];
    const std::string_view word = text.substr(segment.span.begin, segment.span.size());
    if (kept > 0 && segments[kept - 1].span.end == segment.span.begin) {
      segments[kept - 1].span.end = segment.span.end;
    } else {
      segments[kept++] = segment;
    }
    ByteSpan& span = segments[kept - 1].span;
    if (!segment.has_letter) continue;
    while (const std::size_t size = index_size(text, span.end, word))
      span.end += static_cast<std::uint32_t>(size);
  }
  segments.resize(kept);
}

bool may_hold_indices(std::string_view text) {
  return text.find(kSubscripts) != std::string_view::npos ||
         std::any_of(kPowers.begin(), kPowers.end(), [&](std::string_view power) {
           return text.find(power) != std::string_view::npos;
         });
}

}  // namespace

void tokenise(std::string_view text, const Morphology& morphology, CachedWords& cache,
              std::vector<Token>& tokens) {
  tokens.clear();
  cache.prepare(morphology);
  cache.breaker.divide(text, cache.segments);
  if (may_hold_indices(text)) take_in_indices(text, cache.segments);
  cache.fetch(text);
  Tokeniser(text, morphology, cache, tokens).run();
}

}  // namespace ordalag
