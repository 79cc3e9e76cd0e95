#include "indexer/reading/headings.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/dates.hpp"
#include "indexer/reading/document_words.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

// Longest heading in code points and words, alone between blank lines and close to other text.
// Party programmes have headings that are whole slogans (95 code points, 18 words).
constexpr std::uint32_t kLongestApart = 110;
constexpr std::uint32_t kMostWordsApart = 18;
constexpr std::uint32_t kLongestClose = 80;
constexpr std::uint32_t kMostWordsClose = 11;
constexpr std::uint32_t kMostLines = 3;
// The first of a document may say all of who, what and when ("Överenskommelse mellan ...").
constexpr std::uint32_t kLongestTitle = 200;
constexpr std::uint32_t kMostWordsTitle = 28;

constexpr std::size_t kLongestRun = 3;        // headings in a row; more are a list or a title page
constexpr std::uint32_t kShortestText = 60;   // code points of a paragraph without a full stop

bool is_marked(const Draft& draft, const Block& block) {
  return draft.lines[block.begin].style == LineStyle::kHeading;
}

bool is_caption(const Draft& draft, const Block& block) {
  return draft.lines[block.begin].style == LineStyle::kCaption;
}

bool is_apart(const Draft& draft, const Block& block) {
  const Line& line = draft.lines[block.begin];
  return block.begin == 0 || line.blank_before || line.page_before;
}

// "a. B" inside a text: it has sentences. Numbering and abbreviations have no capital after.
bool holds_sentences(std::string_view text) {
  for (std::size_t at = text.find(". "); at != std::string_view::npos;
       at = text.find(". ", at + 2)) {
    const bool after_word = at > 1 && is_lower(code_point_before(text, at).value);
    if (after_word && is_upper(code_point_at(text, at + 2).value)) return true;
  }
  return false;
}

// "12,5", "2027", "14 %" without its sign.
bool is_amount(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789,.") == std::string_view::npos;
}

class HeadingFinder {
 public:
  explicit HeadingFinder(Draft& draft) : draft_(draft), blocks_(draft.blocks) {}

  void run() {
    for (std::size_t b = 0; b < blocks_.size();) {
      if (is_marked(draft_, blocks_[b])) {
        blocks_[b].kind = PassageKind::kHeading;
        ++b;
        continue;
      }
      std::size_t end = b;
      while (end < blocks_.size() && looks_like_heading(end)) ++end;
      judge_run(b, end);
      b = std::max(end, b + 1);
    }
  }

 private:
  bool looks_like_heading(std::size_t b) const {
    const Block& block = blocks_[b];
    const bool may_be_heading = block.role == Role::kText || block.role == Role::kReply;
    if (block.kind != PassageKind::kParagraph || !may_be_heading || is_caption(draft_, block) ||
        is_marked(draft_, block) || block.end - block.begin > kMostLines)
      return false;
    const std::string_view text = block.text;
    const bool apart = is_apart(draft_, block) && stands_free(b);
    const std::uint32_t width = count_code_points(text);
    const std::uint32_t words = count_words(text);
    const bool title = b == 0 && apart && kind_of_title(text);
    if (width < 2 || width > (title ? kLongestTitle : apart ? kLongestApart : kLongestClose) ||
        words > (title ? kMostWordsTitle : apart ? kMostWordsApart : kMostWordsClose))
      return false;
    const bool numbered = numbering_depth(text) > 0;
    if (!starts_upper(text) && !numbered && !is_period(text)) return false;
    if (b > 0 && b < kMostLines && is_period(text)) return looks_like_heading(b - 1);
    if (is_speech_or_sum(text) || holds_sentences(text)) return false;
    return ends_like_heading(text, words) && !goes_on_after(b) && begins_anew(b);
  }

  // Nothing but white space right after it: the next block does not touch it.
  bool stands_free(std::size_t b) const {
    return b + 1 < blocks_.size() && is_apart(draft_, blocks_[b + 1]);
  }

  // "2022–2026" and nothing else: a line of the title.
  static bool is_period(std::string_view text) {
    const auto period = find_period(text);
    return period && period->begin == 0 && period->end == text.size();
  }

  // A line of speech ("– Vi ...") or one without letters is none.
  static bool is_speech_or_sum(std::string_view text) {
    const char32_t first = code_point_at(text, 0).value;
    if (is_dash(first) || is_hyphen(first)) return true;
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      if (is_lower(c.value)) return false;
      at += c.bytes;
    }
    return !is_all_capitals(text);
  }

  static bool ends_like_heading(std::string_view text, std::uint32_t words) {
    if (ends_with(text, '.') || ends_with(text, ':') || ends_with(text, ';') || ends_open(text) ||
        ends_in_hyphen(text))
      return false;
    if (ends_sentence(text) && words > kMostWordsClose) return false;
    const std::string_view last = last_word(text);
    if (is_amount(last) && is_amount(last_word(text.substr(0, text.size() - last.size()))))
      return false;  // a row of a table
    return !ends_in_demand(last);
  }

  // The next block is the rest of its sentence.
  bool goes_on_after(std::size_t b) const {
    if (b + 1 >= blocks_.size()) return false;
    const Block& next = blocks_[b + 1];
    const Line& line = draft_.lines[next.begin];
    const bool unmarked = line.style == LineStyle::kUnknown && !line.mark;  // perhaps a bare item
    return (next.kind == PassageKind::kParagraph || unmarked) && starts_lower(next.text) &&
           !is_apart(draft_, next);
  }

  // What stands before it is finished.
  bool begins_anew(std::size_t b) const {
    if (b == 0 || is_apart(draft_, blocks_[b])) return true;
    const Block& before = blocks_[b - 1];
    if (before.kind != PassageKind::kParagraph || is_marked(draft_, before)) return true;
    return ends_sentence(before.text) || looks_like_heading(b - 1);
  }

  // Text, a list or a lead-in: what a heading stands over.
  bool is_body(std::size_t b) const {
    if (b >= blocks_.size()) return false;
    const Block& block = blocks_[b];
    if (block.role == Role::kSignature) return starts_folded(block.text, "av ");  // a byline
    if (block.kind != PassageKind::kParagraph || is_marked(draft_, block)) return true;
    return ends_sentence(block.text) || ends_with(block.text, ':') || opens_list(block.text) ||
           count_code_points(block.text) >= kShortestText;
  }

  // Blocks [begin, end) all look like headings, and the block at `end` does not.
  void judge_run(std::size_t begin, std::size_t end) {
    const bool top = begin == 0;  // the title page
    const bool byline = top && end + 1 < blocks_.size() && blocks_[end].role == Role::kSignature;
    if (begin == end || !(byline || is_body(end))) return;
    std::size_t first = begin;
    if (!top && end - begin > kLongestRun)
      first = is_apart(draft_, blocks_[end - 1]) ? end - 1 : end;
    for (std::size_t b = first; b < end; ++b) blocks_[b].kind = PassageKind::kHeading;
  }

  Draft& draft_;
  std::vector<Block>& blocks_;
};

// True when there are headings in capitals and others in small letters: two levels.
bool has_capital_levels(const Draft& draft) {
  std::size_t capitals = 0;
  std::size_t small = 0;
  for (const Block& block : draft.blocks) {
    if (block.kind != PassageKind::kHeading || block.role == Role::kTitle) continue;
    ++(is_all_capitals(block.text) ? capitals : small);
  }
  return capitals >= 2 && small >= 2;
}

bool has_numbering(const Draft& draft) {
  return std::count_if(draft.blocks.begin(), draft.blocks.end(), [](const Block& block) {
           return block.kind == PassageKind::kHeading && numbering_depth(block.text) > 0;
         }) >= 2;
}

}  // namespace

void find_headings(Draft& draft) { HeadingFinder(draft).run(); }

namespace {

// The headings up to `end` are the first part ("SKOLA") and its first section, not a title: the
// next part is in capitals, too, and nothing among them tells what the document is.
bool opens_first_part(const Draft& draft, std::size_t end, const ReadContext& context) {
  const auto& blocks = draft.blocks;
  if (end != 2 || !is_all_capitals(blocks[0].text) || is_all_capitals(blocks[1].text) ||
      describes_document(blocks[0].text, context) || describes_document(blocks[1].text, context))
    return false;
  return std::any_of(blocks.begin() + 2, blocks.end(), [](const Block& block) {
    return block.kind == PassageKind::kHeading && is_all_capitals(block.text);
  });
}

// A title with a full stop ("Dags för Ekdala.") above a line that tells what the document is: the
// end of the headings from there on, 0 when there is no such title.
std::size_t slogan_title(Draft& draft, const ReadContext& context) {
  constexpr std::uint32_t kLongestSlogan = 8;  // words
  auto& blocks = draft.blocks;
  if (blocks.size() < 2 || blocks[0].kind != PassageKind::kParagraph ||
      count_words(blocks[0].text) > kLongestSlogan || ends_with(blocks[0].text, ':') ||
      blocks[0].role != Role::kText || blocks[1].kind != PassageKind::kHeading ||
      !describes_document(blocks[1].text, context))
    return 0;
  blocks[0].kind = PassageKind::kHeading;
  std::size_t end = 1;
  while (end < blocks.size() && blocks[end].kind == PassageKind::kHeading) ++end;
  return end;
}

}  // namespace

void find_title_blocks(Draft& draft, const ReadContext& context) {
  const bool marked = !draft.blocks.empty() && is_marked(draft, draft.blocks.front());
  if (marked && draft.extracted.title.empty()) return;  // one of several of its level
  std::size_t end = 0;
  while (end < draft.blocks.size() && draft.blocks[end].kind == PassageKind::kHeading &&
         draft.lines[draft.blocks[end].begin].level <= 1)
    ++end;
  if (end == 0) end = slogan_title(draft, context);
  if (end == 0 || opens_first_part(draft, end, context)) return;
  // The last of several is the heading of the first section, unless it says what the document is.
  const std::size_t rubrics = is_rubric(draft.blocks[0].text) ? 1 : 0;
  if (end > 1 + rubrics && !describes_document(draft.blocks[end - 1].text, context)) --end;
  for (std::size_t b = 0; b < end; ++b) draft.blocks[b].role = Role::kTitle;
}

void find_sections(Draft& draft) {
  const bool capitals = has_capital_levels(draft);
  const bool numbering = has_numbering(draft);
  std::vector<std::pair<std::uint8_t, std::string>> open;  // level and heading
  std::uint8_t last_numbered = 0;
  std::uint8_t last_marked = 0;
  for (std::size_t b = 0; b < draft.blocks.size(); ++b) {
    Block& block = draft.blocks[b];
    if (block.kind == PassageKind::kHeading) {
      const bool body_follows = b + 1 < draft.blocks.size() &&
                                draft.blocks[b + 1].kind != PassageKind::kHeading;
      const bool marked = is_marked(draft, block);
      std::uint8_t level = draft.lines[block.begin].level;
      if (!marked) {
        const std::uint8_t depth = numbering_depth(block.text);
        level = 1;
        if (numbering && depth > 0) {
          level = depth;
          last_numbered = depth;
        } else if (numbering && last_numbered > 0) {
          level = static_cast<std::uint8_t>(last_numbered + 1);
        } else if (last_marked > 0) {
          level = static_cast<std::uint8_t>(last_marked + 1);  // below what the source marks
        } else if (capitals && !is_all_capitals(block.text)) {
          level = 2;
        }
      } else {
        last_marked = level;
      }
      block.level = level;
      const bool only_title = block.role == Role::kTitle && (!body_follows || marked || b > 0);
      if (!only_title) {
        while (!open.empty() && open.back().first >= level) open.pop_back();
        open.emplace_back(level, block.text);
        SectionPath path;
        for (const auto& [ignored, heading] : open) path.push_back(heading);
        draft.sections.push_back(std::move(path));
      }
    }
    block.section = open.empty() ? 0 : static_cast<std::uint32_t>(draft.sections.size() - 1);
  }
}

}  // namespace ordalag::reading
