#include "core/text/text_directive.hpp"

#include <algorithm>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/fold.hpp"
#include "core/text/percent.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

// A longer text is told by its first and last words: links stay short enough to be sent.
constexpr std::size_t kLongestWhole = 120;  // bytes
constexpr std::size_t kFirstWords = 5;

// Base letters: browsers find text by the primary strength of Unicode collation. White space is
// left out: between the parts of a directive a browser wants none.
std::string base_letters(std::string_view text) {
  const std::string folded = fold(text);
  std::string base;
  base.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint c = code_point_at(folded, at);
    if (c.value == U'å' || c.value == U'ä')
      base += 'a';
    else if (c.value == U'ö')
      base += 'o';
    else if (!is_space(c.value))
      base.append(folded, at, c.bytes);
    at += c.bytes;
  }
  return base;
}

// Byte length of the first `count` words of `text`.
std::size_t first_words(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < count && at != std::string_view::npos; ++i)
    at = text.find(' ', at + (i > 0 ? 1 : 0));
  return std::min(at, text.size());
}

// The byte at which the last `count` words of `text` begin.
std::size_t last_words(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (at == 0) return 0;
    const std::size_t space = text.rfind(' ', at - 1);
    if (space == std::string_view::npos) return 0;
    at = space;
  }
  return at + 1;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_letter(c.value) || is_digit(c.value)) return true;
    at += c.bytes;
  }
  return false;
}

// As the directive's syntax wants it: "-" has a meaning, besides what URLs encode.
std::string encoded(std::string_view text) { return percent_encoded(text, "._~!()"); }

// The parts of a directive, as places in the page.
struct Directive {
  std::string_view prefix, start, end, suffix;

  std::string text() const {
    std::string out = ":~:text=";
    if (!prefix.empty()) out += encoded(prefix) + "-,";
    out += encoded(start);
    if (!end.empty()) out += "," + encoded(end);
    if (!suffix.empty()) out += ",-" + encoded(suffix);
    return out;
  }
};

// The text in its page, and the tries to tell it from other places, shortest first. Each part of a
// directive stands within one block, and a prefix or suffix right beside the text.
class Finder {
 public:
  Finder(std::string_view page, std::string_view folded, ByteSpan place)
      : page_(page), folded_(folded), begin_(place.begin), end_(place.end) {
    text_ = page.substr(begin_, end_ - begin_);
    first_line_ = text_.substr(0, text_.find('\n'));
    const std::size_t line_end = text_.rfind('\n');
    last_line_ = line_end == std::string_view::npos ? text_ : text_.substr(line_end + 1);
    find_neighbours();
  }

  std::optional<std::string> find() {
    if (!has_word(text_) || cuts_word()) return std::nullopt;
    Directive directive;
    if (by_own_words(directive) || by_neighbours(directive)) return directive.text();
    return std::nullopt;
  }

 private:
  bool on_one_line() const { return first_line_.size() == text_.size(); }

  // A browser takes whole words alone.
  bool cuts_word() const {
    const auto in_word = [](CodePoint c) { return is_letter(c.value) || is_digit(c.value); };
    return (begin_ > 0 && in_word(code_point_before(page_, begin_)) &&
            in_word(code_point_at(page_, begin_))) ||
           (end_ < page_.size() && in_word(code_point_at(page_, end_)) &&
            in_word(code_point_before(page_, end_)));
  }

  // The rest of the line that the text stands on, else the line beside it.
  void find_neighbours() {
    if (begin_ > 1 && (page_[begin_ - 1] == '\n' || page_[begin_ - 1] == ' ')) {
      const std::string_view before = page_.substr(0, begin_ - 1);
      before_ = before.substr(before.rfind('\n') + 1);
    }
    if (end_ + 1 < page_.size() && (page_[end_] == '\n' || page_[end_] == ' ')) {
      const std::string_view after = page_.substr(end_ + 1);
      after_ = after.substr(0, after.find('\n'));
    }
  }

  bool stands_once(std::string_view words) const {
    const std::string wanted = base_letters(words);
    const std::size_t first = folded_.find(wanted);
    return first != std::string_view::npos &&
           folded_.find(wanted, first + 1) == std::string_view::npos;
  }

  // The words that close the text after the first `from` bytes of it; the browser takes the first
  // place of them, which must be the text's end. Empty when there are none.
  std::string_view closing_words(std::size_t from) const {
    const std::string rest = base_letters(text_.substr(from));
    const std::size_t line_begin = text_.size() - last_line_.size();
    const std::string_view room = text_.substr(std::max(from, line_begin));
    for (std::size_t count = kFirstWords;; count *= 2) {
      const std::string_view words = room.substr(last_words(room, count));
      const std::string wanted = base_letters(words);
      if (has_word(words) && rest.find(wanted) + wanted.size() == rest.size()) return words;
      if (words.size() == room.size()) return {};
    }
  }

  // Short ones whole, others from their first words, as many as it takes, to their last.
  bool by_own_words(Directive& directive) const {
    if (on_one_line() && text_.size() <= kLongestWhole) {
      directive = {{}, text_, {}, {}};
      return stands_once(text_);
    }
    for (std::size_t count = kFirstWords;; count *= 2) {
      const std::size_t length = first_words(first_line_, count);
      if (on_one_line() && length == text_.size()) break;
      directive = {{}, text_.substr(0, length), closing_words(length), {}};
      if (!directive.end.empty() && has_word(directive.start) && stands_once(directive.start))
        return true;
      if (length == first_line_.size()) return false;
    }
    directive = {{}, text_, {}, {}};
    return stands_once(text_);
  }

  bool by_neighbours(Directive& directive) const {
    if (!on_one_line() && directive.end.empty()) return false;
    const std::string_view start = directive.start;
    for (std::size_t count = 2; has_word(before_); count *= 2) {
      directive.prefix = before_.substr(last_words(before_, count));
      if (has_word(directive.prefix) &&
          stands_once(page_.substr(begin_ - 1 - directive.prefix.size(),
                                   directive.prefix.size() + 1 + start.size())))
        return true;
      if (directive.prefix.size() == before_.size()) break;
    }
    const std::string_view prefix = std::exchange(directive.prefix, {});
    if (by_suffix(directive)) return true;
    directive.prefix = prefix;
    return has_word(prefix) && by_suffix(directive);
  }

  // With words of the block after it, behind all that `directive` has.
  bool by_suffix(Directive& directive) const {
    const std::size_t from = begin_ - (directive.prefix.empty() ? 0 : directive.prefix.size() + 1);
    for (std::size_t count = 2; has_word(after_); count *= 2) {
      directive.suffix = after_.substr(0, first_words(after_, count));
      const std::size_t to = end_ + 1 + directive.suffix.size();
      if (has_word(directive.suffix) && stands_once(page_.substr(from, to - from))) return true;
      if (directive.suffix.size() == after_.size()) break;
    }
    return false;
  }

  std::string_view page_, folded_;
  std::size_t begin_, end_;
  std::string_view text_, first_line_, last_line_;
  std::string_view before_, after_;  // what stands beside the text
};

}  // namespace

ShownPage::ShownPage(std::string_view page) : page_(page), folded_(base_letters(page)) {}

std::optional<std::string> ShownPage::directive(ByteSpan place) const {
  if (place.empty() || place.end > page_.size()) return std::nullopt;
  return Finder(page_, folded_, place).find();
}

std::optional<ByteSpan> find_shown(std::string_view page, ByteSpan around,
                                   std::string_view passage) {
  if (around.end > page.size() || passage.empty()) return std::nullopt;
  const std::string_view blocks = page.substr(around.begin, around.size());
  const auto span = [&](std::size_t begin, std::size_t end) {
    return ByteSpan{around.begin + static_cast<std::uint32_t>(begin),
                    around.begin + static_cast<std::uint32_t>(end)};
  };
  if (const std::size_t at = blocks.find(passage); at != std::string_view::npos)
    return span(at, at + passage.size());
  for (const std::size_t count : {kFirstWords, std::size_t{2}, std::size_t{1}}) {
    const std::string_view first = passage.substr(0, first_words(passage, count));
    const std::string_view last = passage.substr(last_words(passage, count));
    const std::size_t begin = blocks.find(first);
    const std::size_t end = blocks.rfind(last);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) continue;
    return span(begin, end + last.size());
  }
  return std::nullopt;
}

}  // namespace ordalag
