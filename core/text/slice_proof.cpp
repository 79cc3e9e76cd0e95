#include "core/text/slice_proof.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string>

#include "core/text/characters.hpp"
#include "core/text/decode.hpp"
#include "core/text/normalise.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

constexpr std::string_view kMarkdownMarks = "*_`~#>|[!\\";

// Reads slice and text side by side. `at_` is a byte of the slice, `given_` one of the text.
class Proof {
 public:
  Proof(std::string_view slice, const SliceClaim& claim)
      : slice_(slice),
        text_(claim.text),
        printed_(claim.provenance.printed_lines),
        left_out_(claim.left_out),
        markdown_(claim.source.format == "markdown"),
        line_(claim.provenance.lines ? claim.provenance.lines->first : 0) {}

  bool holds() {
    skip_gap();
    while (at_ < slice_.size()) {
      if (!step()) return false;
    }
    return given_ == text_.size();
  }

  std::size_t given() const { return given_; }

 private:
  CodePoint source() const { return code_point_at(slice_, at_); }
  CodePoint given_character() const { return code_point_at(text_, given_); }

  bool step() {
    const CodePoint s = source();
    if (is_invisible(s.value)) {
      at_ += s.bytes;
      return true;
    }
    if (is_space(s.value)) return gap();
    if (is_hyphen(s.value) && line_ends_at(at_ + s.bytes)) return line_end_hyphen(s);
    const CodePoint t = given_character();
    if (s.value == t.value && t.bytes != 0) {
      at_ += s.bytes;
      given_ += t.bytes;
      return true;
    }
    return markdown_ && skip_mark();
  }

  // White space of the slice is one space of the text, or none at its ends, nor between letters
  // that stand apart (S K O L A).
  bool gap() {
    const std::size_t begin = at_;
    skip_gap();
    if (is_single_letter_before(begin) && is_single_letter(at_) && given_ < text_.size() &&
        text_[given_] != ' ')
      return true;
    if (at_ == slice_.size() || given_ == 0 || text_[given_ - 1] == ' ') return true;
    if (given_ < text_.size() && text_[given_] == ' ') {
      ++given_;
      return true;
    }
    // A mark that is left out may stand between the space and the end (`**word** `).
    return markdown_ && given_ == text_.size();
  }

  bool is_single_letter(std::size_t at) const {
    const CodePoint letter = code_point_at(slice_, at);
    const CodePoint next = code_point_at(slice_, at + letter.bytes);
    return is_letter(letter.value) && (next.bytes == 0 || is_space(next.value));
  }

  bool is_single_letter_before(std::size_t end) const {
    const CodePoint letter = code_point_before(slice_, end);
    const CodePoint before = code_point_before(slice_, end - letter.bytes);
    return is_letter(letter.value) && (before.bytes == 0 || is_space(before.value));
  }

  bool line_end_hyphen(CodePoint hyphen) {
    at_ += hyphen.bytes;
    const bool kept = is_hyphen(given_character().value);
    if (kept) given_ += given_character().bytes;
    skip_gap();
    if (kept && given_ < text_.size() && text_[given_] == ' ') ++given_;
    skip_line_marks();
    return true;
  }

  // Moves over Markdown's signs at the start of a line, and the white space after them.
  void skip_line_marks() {
    while (markdown_ && at_ < slice_.size() && source().value != given_character().value &&
           skip_mark())
      skip_gap();
  }

  // Moves over white space, margin numbers and the lines that are left out.
  void skip_gap() {
    bool line_start = false;
    for (;;) {
      const CodePoint s = source();
      if (s.bytes == 0) return;
      if (s.value == '\n' || (s.value == '\r' && !next_is_newline())) {
        ++line_;
        at_ += s.bytes;
        line_start = true;
        skip_left_out_lines();
      } else if (is_space(s.value) || is_invisible(s.value)) {
        at_ += s.bytes;
      } else if (!skip_margin_number(line_start)) {
        return;
      }
    }
  }

  bool next_is_newline() const { return at_ + 1 < slice_.size() && slice_[at_ + 1] == '\n'; }

  bool line_ends_at(std::size_t at) const {
    while (at < slice_.size()) {
      const CodePoint c = code_point_at(slice_, at);
      if (c.value == '\n' || c.value == '\r' || c.value == '\f') return true;
      if (is_digit(c.value) && at > 0 && is_space(code_point_before(slice_, at).value)) {
        const std::size_t end = margin_number_end(at, /*line_start=*/false);
        if (end == at) return false;
        at = end;
        continue;
      }
      if (!is_space(c.value) && !is_invisible(c.value)) return false;
      at += c.bytes;
    }
    return false;
  }

  // The end of the margin number at `at`, or `at` when none stands there.
  std::size_t margin_number_end(std::size_t at, bool line_start) const {
    if (!printed_) return at;
    std::uint32_t value = 0;
    const char* begin = slice_.data() + at;
    const auto [end, error] = std::from_chars(begin, slice_.data() + slice_.size(), value);
    if (error != std::errc() || value < printed_->first || value > printed_->last) return at;
    std::size_t next = static_cast<std::size_t>(end - slice_.data());
    const std::size_t stop = next;
    if (line_start && next < slice_.size() && is_space(code_point_at(slice_, next).value))
      return stop;
    while (next < slice_.size() && slice_[next] != '\n') {
      const CodePoint c = code_point_at(slice_, next);
      if (!is_space(c.value)) return at;
      next += c.bytes;
    }
    return stop;
  }

  bool skip_margin_number(bool line_start) {
    const std::size_t end = margin_number_end(at_, line_start);
    if (end == at_) return false;
    at_ = end;
    return true;
  }

  void skip_left_out_lines() {
    while (at_ < slice_.size() && is_left_out(line_)) {
      const std::size_t end = slice_.find('\n', at_);
      if (end == std::string_view::npos) return;  // the last line of a slice is never left out
      at_ = end + 1;
      ++line_;
    }
  }

  bool is_left_out(std::uint32_t line) const {
    if (markdown_ && is_only_markup()) return true;
    return std::any_of(left_out_.begin(), left_out_.end(), [&](const LeftOut& left) {
      // These two stand within lines whose rest is text.
      if (left.reason == "margin_number" || left.reason == "metadata") return false;
      return std::any_of(left.at.begin(), left.at.end(), [&](const LineRange& range) {
        return line >= range.first && line <= range.last;
      });
    });
  }

  // The line at `at_` is markup alone (a rule, a fence, a table's rule, an image or a tag) and not
  // what the text goes on with.
  bool is_only_markup() const {
    const std::string_view rest = slice_.substr(at_);
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::string_view text = text_.substr(std::min(given_, text_.size()));
    const std::string_view next = text.starts_with(' ') ? text.substr(1) : text;
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != std::string_view::npos && !next.empty() && line[first] == next[0]) return false;
    for (std::size_t at = 0; at < line.size();) {
      const CodePoint c = code_point_at(line, at);
      const bool image = line.substr(at).starts_with("![");
      if (image || c.value == '<') {
        const std::size_t end = line.find(image ? ')' : '>', at);
        if (end == std::string_view::npos) return false;
        at = end + 1;
      } else if (is_invisible(c.value) || is_space(c.value) ||
                 std::string_view("-*_=~`|:#>").find(line[at]) != std::string_view::npos) {
        at += c.bytes;
      } else {
        return false;
      }
    }
    return true;
  }

  bool skip_mark() {
    const char mark = slice_[at_];
    const std::string_view rest = slice_.substr(at_);
    if (rest.starts_with("![") || rest.starts_with("](")) {
      const std::size_t end = rest.find(')');
      if (end == std::string_view::npos) return false;
      at_ += end + 1;
      return true;
    }
    if (mark == '<') {
      const std::size_t end = rest.find('>');
      if (end == std::string_view::npos) return false;
      at_ += end + 1;
      return true;
    }
    if (kMarkdownMarks.find(mark) == std::string_view::npos) return false;
    ++at_;
    return true;
  }

  std::string_view slice_;
  std::string_view text_;
  std::optional<LineRange> printed_;
  const std::vector<LeftOut>& left_out_;
  bool markdown_;
  std::uint32_t line_;
  std::size_t at_ = 0;
  std::size_t given_ = 0;
};

}  // namespace

Status prove(const SliceClaim& claim) {
  ORDALAG_TRY(decoded, decode_as(claim.slice, claim.source.charset));
  const std::string slice = composed(decoded);
  Proof proof(slice, claim);
  if (proof.holds()) return {};
  const std::string_view after = claim.text.substr(proof.given());
  return fail(ErrorCode::kCheckFailed,
              "the source stops giving the text before \"" +
                  std::string(after.substr(0, byte_of_code_point(after, 40))) + "\"",
              claim.source.file);
}

bool gives(const SliceClaim& claim) { return prove(claim).has_value(); }

}  // namespace ordalag
