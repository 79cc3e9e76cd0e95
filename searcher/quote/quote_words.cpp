#include "searcher/quote/quote_words.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "searcher/quote/quote_characters.hpp"

namespace ordalag {
namespace {

constexpr char kEllipsis = 1;  // the ellipsis in a MarkPack
constexpr std::string_view kEllipsisText = "…";

// Words after which a hanging hyphen stands for a whole that is named later ("kultur- och
// fritidspolitik"); before any other word a hyphen and white space are a line end.
constexpr std::array<std::string_view, 9> kAfterHangingHyphen = {
    "och", "eller", "samt", "respektive", "resp", "till", "men", "utan", "såväl"};

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0xB4 || c == '`'; }

// For each byte: an ASCII letter or digit in lower case; 0 for any other.
constexpr std::array<char, 256> kAsciiLower = [] {
  std::array<char, 256> table{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) table[c] = static_cast<char>(c);
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
  for (unsigned char c = 'A'; c <= 'Z'; ++c) table[c] = static_cast<char>(c + 32);
  return table;
}();

char ascii_lower(char c) { return kAsciiLower[static_cast<unsigned char>(c)]; }

// The second byte, in lower case, of a letter from U+00C0 to U+00FE whose first byte is C3 (å, ä, ö,
// é); 0 for ×, ÷, ß and whatever is none.
char latin_lower(unsigned char second) {
  if (second < 0x80 || second > 0xBE || second == 0x97 || second == 0xB7 || second == 0x9F) {
    return '\0';
  }
  return static_cast<char>(second | 0x20);
}

bool is_newline(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

char mark_byte(char32_t c) {
  switch (c) {
    case 0x2026: return kEllipsis;
    case 0x2044: return '/';
    case 0xA1: return '!';
    case 0xBF: return '?';
    default: return static_cast<char>(c);
  }
}

class Divider {
 public:
  Divider(std::string_view text, LineEnds line_ends, QuoteWords& out)
      : text_(text), line_ends_(line_ends), out_(out) {}

  void run() {
    while (at_ < text_.size()) step();
    out_.marks_after = take_marks();
    out_.gap_after = gap_;
  }

 private:
  CodePoint peek(std::size_t at) const {
    return at < text_.size() ? code_point_at(text_, at) : CodePoint{0, 1};
  }
  CharClass class_at(std::size_t at) const { return classify(peek(at).value); }
  bool is_digit_at(std::size_t at) const {
    return at < text_.size() && text_[at] >= '0' && text_[at] <= '9';
  }
  bool is_word_at(std::size_t at) const {
    if (at >= text_.size()) return false;
    const CharClass what = class_at(at);
    return what == CharClass::kLetter || what == CharClass::kDigit;
  }

  void step() {
    if (ascii_lower(text_[at_]) != 0) {
      read_word({}, at_);
      return;
    }
    if (text_[at_] == ' ') {
      before_ = ' ';
      ++at_;
      return;
    }
    const CodePoint c = code_point_at(text_, at_);
    switch (classify(c.value)) {
      case CharClass::kLetter:
      case CharClass::kDigit:
        read_word({}, at_);
        return;
      case CharClass::kSpace:
        if (is_newline(c.value)) dashes_ = 0;
        break;
      case CharClass::kHyphen:
      case CharClass::kDash:
        if (read_dash(c)) return;
        break;
      case CharClass::kMark:
        read_mark(c);
        return;
      case CharClass::kSign:
        read_sign(c);
        return;
      case CharClass::kInvisible:
      case CharClass::kQuoteMark:
      case CharClass::kBullet:
        break;
    }
    before_ = c.value;
    at_ += c.bytes;
  }

  // A dash outside a word. Returns true when it has read more than the dash.
  bool read_dash(const CodePoint& c) {
    const bool after_number =
        !out_.words.empty() && marks_.empty() && out_.words.back().kind == QuoteWordKind::kNumber;
    const std::size_t next = skip_blanks(at_ + c.bytes);
    if (after_number && is_digit_at(next) && classify(before_) != CharClass::kDash) {
      marks_.push_back('-');  // a range: "2018-2022", "2018 – 2022"
    } else if (is_digit_at(at_ + c.bytes) && is_blank(before_)) {
      const std::size_t begin = std::exchange(at_, at_ + c.bytes);
      read_word("-", begin);  // a negative number
      return true;
    } else if (is_blank(before_) && ends_with_and() && c.value == '-' && is_word_at(at_ + 1)) {
      const std::size_t begin = at_++;
      read_word("-", begin);  // "grundskolor och -lärare"
      return true;
    } else {
      const CharClass last = classify(before_);
      // Only blanks part the dashes of a gap: the rule of a table, |---|---|, is none.
      if (last != CharClass::kHyphen && last != CharClass::kDash)
        dashes_ = is_blank(before_) ? dashes_ + 1 : 1;
    }
    return false;
  }

  static bool is_blank(char32_t c) { return classify(c) == CharClass::kSpace && !is_newline(c); }

  bool ends_with_and() const {
    if (out_.words.empty() || !marks_.empty()) return false;
    const std::string_view form = out_.form(out_.words.back());
    return form == "och" || form == "eller";
  }

  std::size_t skip_blanks(std::size_t at) const {
    while (at < text_.size() && (class_at(at) == CharClass::kSpace ||
                                 class_at(at) == CharClass::kInvisible)) {
      at += peek(at).bytes;
    }
    return at;
  }

  void read_mark(const CodePoint& c) {
    std::size_t size = c.bytes;
    char mark = mark_byte(c.value);
    if (c.value == '.' && text_.substr(at_, 3) == "...") {
      mark = kEllipsis;
      while (at_ + size < text_.size() && text_[at_ + size] == '.') ++size;
    }
    if ((mark == ']' || mark == ')') && dashes_ > 0 && !marks_.empty() &&
        (marks_.back() == '[' || marks_.back() == '(')) {
      marks_.back() = kEllipsis;  // "[--]" is an omission as "[...]" is
      dashes_ = 0;
    } else {
      marks_.push_back(mark);
    }
    before_ = c.value;
    at_ += size;
  }

  void read_sign(const CodePoint& c) {
    QuoteWord word = begin_word(at_, QuoteWordKind::kSign);
    append_utf8(c.value, out_.forms);
    at_ += c.bytes;
    before_ = c.value;
    finish_word(word, at_);
  }

  QuoteWord begin_word(std::size_t begin, QuoteWordKind kind) {
    QuoteWord word;
    word.marks_before = take_marks();
    word.gap_before = gap_;
    word.kind = kind;
    word.form_begin = static_cast<std::uint32_t>(out_.forms.size());
    word.span.begin = static_cast<std::uint32_t>(begin);
    return word;
  }

  void finish_word(QuoteWord& word, std::size_t end) {
    word.form_size = static_cast<std::uint32_t>(out_.forms.size()) - word.form_begin;
    word.span.end = static_cast<std::uint32_t>(end);
    word.key = std::hash<std::string_view>{}(out_.form(word));
    out_.words.push_back(word);
  }

  // The marks since the last word, packed; sets gap_ when they tell of an omission.
  MarkPack take_marks() {
    gap_ = dashes_ >= 2 || marks_.find(kEllipsis) != std::string::npos;
    MarkPack pack = 0;
    for (const char mark : marks_) pack = pack << 8 | static_cast<unsigned char>(mark);
    marks_.clear();
    dashes_ = 0;
    return pack;
  }

  // A word of which the text before at_, from `begin` on, is the sign.
  void read_word(std::string_view sign, std::size_t begin) {
    const CodePoint first = code_point_at(text_, at_);
    QuoteWord word = begin_word(begin, classify(first.value) == CharClass::kDigit
                                                       ? QuoteWordKind::kNumber
                                                       : QuoteWordKind::kWord);
    word.capital = is_upper(first.value);
    out_.forms += sign;
    std::size_t end = at_;
    char32_t last = 0;
    grouped_ = false;
    while (at_ < text_.size()) {
      if (read_plain_letters(last)) {
        end = at_;
        continue;
      }
      const CodePoint c = code_point_at(text_, at_);
      const CharClass what = classify(c.value);
      if (what == CharClass::kLetter || what == CharClass::kDigit) {
        append_lower(c.value, out_.forms);
        last = c.value;
        at_ += c.bytes;
        end = at_;
      } else if (what == CharClass::kInvisible) {
        at_ += c.bytes;
      } else if (!read_inside(word, c, last, end)) {
        break;
      }
    }
    before_ = last;
    finish_word(word, end);
  }

  // The common letters at one go: what a Swedish text mostly consists of.
  bool read_plain_letters(char32_t& last) {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      if (const char lower = ascii_lower(text_[at_]); lower != 0) {
        out_.forms.push_back(lower);
        last = static_cast<unsigned char>(text_[at_++]);
        continue;
      }
      if (text_[at_] != '\xC3' || at_ + 1 == text_.size()) break;
      const auto second = static_cast<unsigned char>(text_[at_ + 1]);
      const char lower = latin_lower(second);
      if (lower == 0) break;
      out_.forms.push_back('\xC3');
      out_.forms.push_back(lower);
      last = 0xC0U + (second & 0x3FU);
      at_ += 2;
    }
    return at_ > begin;
  }

  // Something inside or at the end of a word that is no letter; false: the word ends before it.
  bool read_inside(const QuoteWord& word, const CodePoint& c, char32_t last, std::size_t& end) {
    const std::size_t next = at_ + c.bytes;
    const bool digit_before = classify(last) == CharClass::kDigit;
    switch (classify(c.value)) {
      case CharClass::kQuoteMark:
        if (!is_apostrophe(c.value) || digit_before || class_at(next) != CharClass::kLetter ||
            next >= text_.size()) {
          return false;
        }
        out_.forms += '\'';
        at_ = next;
        return true;
      case CharClass::kMark:
        if (!joins(c.value, digit_before, next)) return false;
        out_.forms += static_cast<char>(c.value);
        at_ = next;
        return true;
      case CharClass::kSpace:
        return read_grouped_digits(word, next);
      case CharClass::kHyphen:
        return read_hyphen(c, last, end);
      case CharClass::kDash:
        if (!is_word_at(next) || (digit_before && is_digit_at(next))) return false;
        at_ = next;
        return true;
      default:
        return false;
    }
  }

  // A mark that belongs to a number ("2,5", "12:30") or a colon inside a word ("EU:s").
  bool joins(char32_t mark, bool digit_before, std::size_t next) const {
    if (mark != '.' && mark != ',' && mark != ':') return false;
    if (digit_before) return is_digit_at(next);
    return mark == ':' && next < text_.size() && class_at(next) == CharClass::kLetter;
  }

  // "10 000": one to three digits, then groups of exactly three.
  bool read_grouped_digits(const QuoteWord& word, std::size_t next) {
    if (word.kind != QuoteWordKind::kNumber) return false;
    // Lines of canonical text are passages; of a quotation they may be broken anywhere.
    if (line_ends_ == LineEnds::kNone && is_newline(peek(at_).value)) return false;
    std::string_view form = std::string_view(out_.forms).substr(word.form_begin);
    if (form.starts_with('-')) form.remove_prefix(1);
    if (!grouped_ && form.size() > 3) return false;
    if (!std::ranges::all_of(form, [](char d) { return d >= '0' && d <= '9'; })) return false;
    for (std::size_t i = 0; i < 3; ++i) {
      if (!is_digit_at(next + i)) return false;
    }
    if (is_word_at(next + 3)) return false;
    grouped_ = true;
    at_ = next;
    return true;
  }

  bool read_hyphen(const CodePoint& c, char32_t last, std::size_t& end) {
    const std::size_t next = at_ + c.bytes;
    if (is_word_at(next)) {
      if (classify(last) == CharClass::kDigit && is_digit_at(next)) return false;
      at_ = next;  // a hyphen inside a word: real or from a line end, the letters are the word
      return true;
    }
    if (classify(last) == CharClass::kDigit || class_at(next) == CharClass::kHyphen) return false;
    const std::size_t after = skip_blanks(next);
    const bool spaced = after > next;
    if (spaced && after < text_.size() && class_at(after) == CharClass::kLetter &&
        !hangs_before(after)) {
      // "Nord-" before "Syd" is no line end; in "NORD-" before "SYD" capitals tell nothing.
      if (is_upper(peek(after).value) && !is_upper(last)) return false;
      if (is_line_end(next, after)) {
        at_ = after;
        return true;
      }
    } else if (spaced && after < text_.size() && class_at(after) != CharClass::kLetter) {
      return false;
    }
    out_.forms += '-';  // hanging: "kultur- och", "kultur-, idrotts- och"
    at_ = next;
    end = next;
    return true;
  }

  // Whether the white space in [begin, end) behind a hyphen is a line end inside a word.
  bool is_line_end(std::size_t begin, std::size_t end) {
    const bool breaks = text_.substr(begin, end - begin).find('\n') != std::string_view::npos;
    if (line_ends_ == LineEnds::kAtBlank) return true;
    if (line_ends_ == LineEnds::kAtLineBreak && breaks) return true;
    out_.hyphen_blank = true;
    return false;
  }

  bool hangs_before(std::size_t at) const {
    std::string form;
    while (is_word_at(at) && form.size() < 16) {
      const CodePoint c = code_point_at(text_, at);
      append_lower(c.value, form);
      at += c.bytes;
    }
    return std::ranges::find(kAfterHangingHyphen, form) != kAfterHangingHyphen.end();
  }

  std::string_view text_;
  LineEnds line_ends_;
  QuoteWords& out_;
  std::size_t at_ = 0;
  char32_t before_ = '\n';          // the character before at_, as far as it matters
  std::string marks_;               // since the last word
  unsigned dashes_ = 0;             // spaced dashes since the last word
  bool gap_ = false;
  bool grouped_ = false;            // the number being read has groups of digits
};

}  // namespace

void divide_quote(std::string_view text, LineEnds line_ends, QuoteWords& out) {
  out.words.clear();
  out.hyphen_blank = false;
  out.forms.clear();
  out.forms.reserve(text.size() + 16);
  Divider(text, line_ends, out).run();
}

std::string marks_text(MarkPack marks) {
  std::string text;
  for (int shift = 56; shift >= 0; shift -= 8) {
    const char mark = static_cast<char>(marks >> shift & 0xFF);
    if (mark == kEllipsis) {
      text += kEllipsisText;
    } else if (mark != 0) {
      text += mark;
    }
  }
  return text;
}

bool measures_number(const QuoteWords& words, std::size_t at) {
  if (at == 0 || at >= words.words.size()) return false;
  const QuoteWord& sign = words.words[at];
  if (sign.kind != QuoteWordKind::kSign || sign.marks_before != 0 ||
      words.words[at - 1].kind != QuoteWordKind::kNumber)
    return false;
  const std::string_view form = words.form(sign);
  return form == "%" || form == "‰" || form == "°";
}

bool ends_sentence(MarkPack marks) {
  for (; marks != 0; marks >>= 8) {
    const char mark = static_cast<char>(marks & 0xFF);
    if (mark == '.' || mark == '!' || mark == '?' || mark == kEllipsis) return true;
  }
  return false;
}

}  // namespace ordalag
