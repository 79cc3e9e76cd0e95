#include "searcher/answer/text_fragment.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

// A longer passage is told by its first and last words: links stay short enough to be sent.
constexpr std::size_t kLongestWhole = 120;  // bytes
constexpr std::size_t kFirstWords = 5;

// Bytes of letters that differ in case alone are alike: ASCII, and the second bytes of Å, Ä, Ö, É.
// That some other bytes are alike too makes a rare directive longer, never wrong.
char folded(char c) {
  const bool upper = c >= 'A' && c <= 'Z';
  const auto byte = static_cast<unsigned char>(c);
  const bool upper_tail = byte >= 0x80 && byte <= 0x9E;
  return upper || upper_tail ? static_cast<char>(byte | 0x20U) : c;
}

struct FoldedHash {
  std::size_t operator()(char c) const { return std::hash<char>()(folded(c)); }
};
struct FoldedEqual {
  bool operator()(char a, char b) const { return folded(a) == folded(b); }
};

// True when `words` stand once in `text`. Passages are parted by line ends in the canonical text, and
// `words` that reach over one hold it.
bool stands_once(std::string_view text, std::string_view words) {
  if (words.empty()) return false;
  const std::boyer_moore_horspool_searcher searcher(words.begin(), words.end(), FoldedHash(),
                                                    FoldedEqual());
  const auto first = std::search(text.begin(), text.end(), searcher);
  return first != text.end() && std::search(first + 1, text.end(), searcher) == text.end();
}

// Byte length of the first `count` words of `text`.
std::size_t first_words(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < count && at != std::string_view::npos; ++i)
    at = text.find_first_of(" \n", at + (i > 0 ? 1 : 0));
  return std::min(at, text.size());
}

// The byte at which the last `count` words of `text` begin.
std::size_t last_words(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (at == 0) return 0;
    const std::size_t space = text.find_last_of(" \n", at - 1);
    if (space == std::string_view::npos) return 0;
    at = space;
  }
  return at + 1;
}

// As the directive's syntax wants it: besides what URLs encode, "-", "," and "&" have a meaning.
std::string encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '_' || c == '~' || c == '!' || c == '(' || c == ')';
    if (plain) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c == '\n' ? ' ' : c);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
  }
  return out;
}

// The parts of a directive, as places in the canonical text.
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

// The words that open the passage, and those that close it where it is long or its cells are not
// joined on the page as they are in the text.
Directive shortest(std::string_view text, PassageKind kind) {
  constexpr std::string_view kCellBar = " | ";
  if (const std::size_t bar = text.find(kCellBar);
      kind == PassageKind::kTableRow && bar != std::string_view::npos)
    return {{}, text.substr(0, bar), text.substr(text.rfind(kCellBar) + kCellBar.size()), {}};
  if (text.size() <= kLongestWhole) return {{}, text, {}, {}};
  const std::size_t start = first_words(text, kFirstWords);
  const std::size_t end = std::max(last_words(text, kFirstWords), start);
  return {{}, text.substr(0, start), text.substr(end), {}};
}

// The browser takes the first place of `end` after `start`: it must be the passage's end.
bool ends_rightly(std::string_view passage, const Directive& directive) {
  if (directive.end.empty()) return true;
  const std::string_view rest = passage.substr(directive.start.size());
  const std::boyer_moore_horspool_searcher searcher(directive.end.begin(), directive.end.end(),
                                                    FoldedHash(), FoldedEqual());
  return std::search(rest.begin(), rest.end(), searcher) ==
         rest.end() - static_cast<std::ptrdiff_t>(directive.end.size());
}

// The passage in its document, and the tries to tell it from other places, shortest first.
class Finder {
 public:
  Finder(std::string_view canonical, const Passage& passage)
      : canonical_(canonical), begin_(passage.bytes.begin), end_(passage.bytes.end) {
    const std::size_t line_end = canonical.find('\n', std::min(end_ + 1, canonical.size()));
    if (end_ + 1 < canonical.size())
      after_ = canonical.substr(end_ + 1, std::min(line_end, canonical.size()) - end_ - 1);
    if (begin_ < 2) return;
    const std::size_t line_begin = canonical.rfind('\n', begin_ - 2);
    const std::size_t from = line_begin == std::string_view::npos ? 0 : line_begin + 1;
    before_ = canonical.substr(from, begin_ - 1 - from);
  }

  // With more words of its own.
  bool by_longer_start(Directive& directive) const {
    for (std::size_t words = kFirstWords;; words *= 2) {
      const std::size_t length = first_words(text(), words);
      if (length >= text().size()) break;
      Directive longer{{}, text().substr(0, length), {}, {}};
      longer.end = text().substr(std::max(last_words(text(), kFirstWords), length));
      if (!stands_once(canonical_, longer.start) || !ends_rightly(text(), longer)) continue;
      directive = longer;
      return true;
    }
    directive = {{}, text(), {}, {}};
    return stands_once(canonical_, text());
  }

  // With words of the passage before it. A browser wants them within one block of the page.
  bool by_prefix(Directive& directive) const {
    for (std::size_t words = 2; !before_.empty(); words *= 2) {
      const std::size_t from = last_words(before_, words);
      directive.prefix = before_.substr(from);
      const std::size_t length = directive.prefix.size() + 1 + directive.start.size();
      if (stands_once(canonical_, canonical_.substr(begin_ - 1 - directive.prefix.size(), length)))
        return true;
      if (from == 0) break;
    }
    return false;
  }

  // With words of the passage after it, behind all that `directive` has.
  bool by_suffix(Directive& directive) const {
    const std::size_t from = begin_ - (directive.prefix.empty() ? 0 : directive.prefix.size() + 1);
    for (std::size_t words = 2; !after_.empty(); words *= 2) {
      directive.suffix = after_.substr(0, first_words(after_, words));
      if (stands_once(canonical_,
                      canonical_.substr(from, end_ + 1 + directive.suffix.size() - from)))
        return true;
      if (directive.suffix.size() == after_.size()) break;
    }
    return false;
  }

  std::string_view text() const { return canonical_.substr(begin_, end_ - begin_); }

 private:
  std::string_view canonical_, before_, after_;  // `before_` and `after_`: the passages beside it
  std::size_t begin_, end_;
};

}  // namespace

std::optional<std::string> text_directive(std::string_view canonical, const Passage& passage) {
  const Finder finder(canonical, passage);
  if (finder.text().empty()) return std::nullopt;
  Directive directive = shortest(finder.text(), passage.kind);
  const bool in_cells = directive.end.data() != nullptr && passage.kind == PassageKind::kTableRow;
  if (stands_once(canonical, directive.start) && ends_rightly(finder.text(), directive))
    return directive.text();
  if (!in_cells && finder.by_longer_start(directive)) return directive.text();
  if (finder.by_prefix(directive)) return directive.text();
  if (in_cells) return std::nullopt;
  const std::string_view prefix = std::exchange(directive.prefix, {});
  if (finder.by_suffix(directive)) return directive.text();
  directive.prefix = prefix;
  if (!prefix.empty() && finder.by_suffix(directive)) return directive.text();
  return std::nullopt;
}

}  // namespace ordalag
