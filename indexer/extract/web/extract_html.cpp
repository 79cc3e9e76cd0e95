#include "indexer/extract/web/extract_html.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/extract/web/html_charset.hpp"
#include "indexer/extract/web/html_facts.hpp"
#include "indexer/extract/web/html_furniture.hpp"
#include "indexer/extract/web/html_tree.hpp"
#include "indexer/extract/web/shown_text.hpp"

namespace ordalag::extract {
namespace {

using reading::LineStyle;

int heading_level(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

bool opens_with_bullet(std::string_view text) {
  return text.starts_with("- ") || text.starts_with("– ") || text.starts_with("• ") ||
         text.starts_with("* ") || text.starts_with("· ");
}

bool could_be_heading(std::string_view text) {
  constexpr std::uint32_t kLongest = 120;  // code points
  constexpr std::string_view kRunningTextEnds = ".:;,";
  return !text.empty() && count_code_points(text) <= kLongest &&
         kRunningTextEnds.find(text.back()) == std::string_view::npos;
}

// A reference to a note: a link within the page around a number ("1", "[1]").
bool is_note_reference(const xmlNode* node) {
  if (name_of(node) != "a" || !attribute(node, "href").starts_with('#')) return false;
  const std::string text = one_line(text_within(node));
  const bool raised = node->parent != nullptr && name_of(node->parent) == "sup";
  const bool bracketed = text.size() > 2 && text.front() == '[' && text.back() == ']';
  const std::string_view number =
      bracketed ? std::string_view(text).substr(1, text.size() - 2) : std::string_view(text);
  const bool digits = !number.empty() && number.size() <= 3 &&
                      std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool holds_raised = node->children != nullptr && name_of(node->children) == "sup";
  return digits && (bracketed || raised || holds_raised);
}

// The heading that a class tells of ("Rubrik2", "heading-1") where the element does not.
int class_heading(const xmlNode* element, std::string_view text) {
  constexpr std::uint32_t kLongest = 150;
  constexpr int kUnnumbered = 3;
  const std::string names = attribute(element, "class");
  if (names.empty() || first_invalid_utf8(names) || count_code_points(text) > kLongest) return 0;
  const std::string lower = lower_case(names);
  std::size_t at = lower.find("rubrik");
  if (at == std::string::npos) at = lower.find("heading");
  if (at == std::string::npos || text.empty() || text.back() == '.' || text.back() == ':') return 0;
  const std::size_t digit = lower.find_first_of("123456", at);
  return digit == std::string::npos ? kUnnumbered : lower[digit] - '0';
}

enum class Letters { kMixed, kBold };

// Widens `all` to hold `piece`; an empty span holds nothing yet.
void include(ByteSpan piece, ByteSpan& all) {
  if (piece.empty()) return;
  all = all.empty() ? piece : ByteSpan{std::min(all.begin, piece.begin), std::max(all.end, piece.end)};
}

class HtmlWalk {
 public:
  // Without `furniture` nothing is left out, without `shown` no line knows its place on the page.
  HtmlWalk(TextBuilder& builder, const HtmlFurniture* furniture, const ShownText* shown)
      : builder_(builder), furniture_(furniture), shown_(shown) {}

  // The tree is 256 deep at most (html_tree.hpp), so recursion ends.
  void walk_block(const xmlNode* block) {
    for (const xmlNode* node = block->children; node != nullptr; node = node->next) walk_node(node);
    flush(block);
  }

 private:
  void walk_node(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      add_text(node);
      return;
    }
    if (!is_element(node)) return;
    const std::string_view name = name_of(node);
    if (is_mute(name)) return;
    if (name == "br") {
      text_ += '\n';
    } else if (is_inline(name)) {
      walk_inline(node);
    } else {
      flush(node->parent);
      if (furniture_ != nullptr)
        if (const LeavingReason reason = furniture_->reason_to_leave(node); !reason.empty()) {
          leave_out(node, reason);
          return;
        }
      walk_element(node, name);
    }
  }

  // White space in the markup is space; only a br element, and a line end in pre, breaks the line.
  void add_text(const xmlNode* node) {
    if (shown_ != nullptr)
      if (const auto place = shown_->places.find(node); place != shown_->places.end())
        include(place->second, place_);
    for (const char c : std::string_view(reinterpret_cast<const char*>(node->content))) {
      text_ += c == '\n' && !preformatted_ ? ' ' : c;
      if (c == ' ' || c == '\n' || c == '\t') continue;
      ++weight_.letters;
      weight_.bold += bold_ > 0;
    }
  }

  void walk_inline(const xmlNode* node) {
    if (is_note_reference(node) || has_attribute(node, "hidden")) return;
    const std::string_view name = name_of(node);
    if (name == "del" || name == "s" || name == "strike") return;
    const bool bold = name == "b" || name == "strong";
    bold_ += bold;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next)
      walk_node(child);
    bold_ -= bold;
  }

  void walk_element(const xmlNode* node, std::string_view name) {
    if (name == "table") {
      walk_table(node);
      return;
    }
    if (name == "li") {
      item_open_ = true;
      walk_block(node);
      item_open_ = false;
    } else if (name == "ul" || name == "ol") {
      const bool before = std::exchange(item_open_, false);
      ++list_depth_;
      walk_block(node);
      --list_depth_;
      item_open_ = before;
    } else {
      const bool before = std::exchange(preformatted_, preformatted_ || name == "pre");
      walk_block(node);
      preformatted_ = before;
    }
  }

  // Ends the line: what was gathered becomes a paragraph of the kind that `owner` is.
  void flush(const xmlNode* owner) {
    std::string gathered = std::exchange(text_, {});
    const ByteSpan place = std::exchange(place_, {});
    const Weight weight = std::exchange(weight_, {});
    const bool bold = weight.letters > 0 && weight.bold == weight.letters;
    const Letters letters = bold ? Letters::kBold : Letters::kMixed;
    // A break is a space, but before a bullet typed by hand, and doubled, it ends the line.
    std::string_view rest = gathered;
    std::string line;
    bool blank = false;  // an empty line was met
    const auto end_line = [&] {
      if (!line.empty()) add(owner, {std::exchange(line, {}), place}, letters);
    };
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string part = one_line(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (part.empty()) {
        blank = true;
        continue;
      }
      if (blank || opens_with_bullet(part)) end_line();
      line += (line.empty() ? "" : " ") + part;
      blank = false;
    }
    end_line();
  }

  // Of a picture or a table, or what is quoted and who is; it may have paragraphs.
  static bool is_caption(const xmlNode* node) {
    for (; node != nullptr; node = node->parent)
      if (name_of(node) == "figcaption" || name_of(node) == "caption" ||
          name_of(node) == "blockquote")
        return true;
    return false;
  }

  struct Gathered {
    std::string text;
    ByteSpan place;  // of the blocks that it was gathered from
  };

  void add(const xmlNode* owner, const Gathered& gathered, Letters letters) {
    const std::string& text = gathered.text;
    const bool all_bold = letters == Letters::kBold;
    LineHints hints;
    hints.shown = gathered.place;
    hints.style = LineStyle::kParagraph;
    const std::string_view name = name_of(owner);
    if (const int level = heading_level(name); level > 0) {
      hints.style = LineStyle::kHeading;
      hints.level = static_cast<std::uint8_t>(level);
    } else if (item_open_) {
      hints.style = LineStyle::kListItem;
      hints.level = static_cast<std::uint8_t>(std::clamp(list_depth_, 1, 9));
      item_open_ = false;  // further paragraphs of the item are paragraphs
    } else if (is_caption(owner)) {
      hints.style = LineStyle::kCaption;
    } else if (const int by_class = name == "p" ? class_heading(owner, text) : 0; by_class > 0) {
      hints.style = LineStyle::kHeading;
      hints.level = static_cast<std::uint8_t>(by_class);
    } else if (all_bold && could_be_heading(text)) {
      hints.style = LineStyle::kHeading;
      hints.level = static_cast<std::uint8_t>(std::min(last_level_ + 1, 6));
    }
    if (hints.style == LineStyle::kHeading && !all_bold) last_level_ = hints.level;
    emit({text, hints});
  }

  struct Collected {
    std::string text;
    LineHints hints;
  };

  void emit(const Collected& line) {
    if (collected_ != nullptr) {
      collected_->push_back(line);
      return;
    }
    builder_.add_blank();
    builder_.add(line.text, line.hints);
  }

  // A row of data is one line, cells joined by " | "; a row of layout gives its lines.
  void walk_table(const xmlNode* table) {
    for (const xmlNode* node = table->children; node != nullptr; node = node->next) {
      const std::string_view name = name_of(node);
      if (name == "tr") walk_row(node);
      else if (name == "tbody" || name == "thead" || name == "tfoot") walk_table(node);
      else if (name == "caption") walk_block(node);
    }
  }

  void walk_row(const xmlNode* row) {
    constexpr std::size_t kMostLinesInCell = 3;
    std::vector<std::vector<Collected>> cells;
    bool layout = false;
    for (const xmlNode* node = row->children; node != nullptr; node = node->next) {
      if (name_of(node) != "td" && name_of(node) != "th") continue;
      std::vector<Collected> cell;
      auto* const before = std::exchange(collected_, &cell);
      walk_block(node);
      collected_ = before;
      layout |= cell.size() > kMostLinesInCell;
      for (const Collected& line : cell) layout |= line.hints.style != LineStyle::kParagraph;
      if (!cell.empty()) cells.push_back(std::move(cell));
    }
    if (layout || cells.size() <= 1) {
      for (const std::vector<Collected>& cell : cells)
        for (const Collected& line : cell) emit(line);
      return;
    }
    Collected line;
    line.hints.style = LineStyle::kTableRow;
    for (const std::vector<Collected>& cell : cells) {
      if (!line.text.empty()) line.text += " | ";
      for (std::size_t i = 0; i < cell.size(); ++i) {
        line.text += (i > 0 ? " " : "") + cell[i].text;
        include(cell[i].hints.shown, line.hints.shown);
      }
    }
    emit(line);
  }

  void leave_out(const xmlNode* element, LeavingReason reason) {
    if (one_line(text_within(element)).empty()) return;
    const std::uint32_t next = builder_.last_number() + 1;
    builder_.leave_out(reason, 1, {next, next});
  }

  TextBuilder& builder_;
  const HtmlFurniture* furniture_;
  const ShownText* shown_;
  struct Weight {
    std::size_t letters = 0, bold = 0;  // bytes that print, and those in bold
  };

  std::string text_;             // of the line being gathered; breaks as "\n"
  Weight weight_;                // of text_
  ByteSpan place_;               // of text_ on the page
  int bold_ = 0;                 // bold elements that are open
  int last_level_ = 0;           // of the last heading that is marked as one
  int list_depth_ = 0;
  bool item_open_ = false;       // within a list item that has no line yet
  bool preformatted_ = false;
  std::vector<Collected>* collected_ = nullptr;  // where lines go, within a table cell
};

bool is_within(const xmlNode* node, const xmlNode* ancestor) {
  while (node != nullptr && node != ancestor) node = node->parent;
  return node != nullptr;
}

// The page's first heading, where it stands outside the content.
void add_outer_heading(const HtmlFurniture& furniture, const ShownText& shown, TextBuilder& builder) {
  const xmlNode* heading = furniture.first_heading();
  if (heading == nullptr || is_within(heading, furniture.content())) return;
  LineHints hints;
  hints.style = LineStyle::kHeading;
  hints.level = 1;
  for (const xmlNode* node = heading; node != nullptr; node = next_in(node, heading))
    if (const auto place = shown.places.find(node); place != shown.places.end())
      include(place->second, hints.shown);
  builder.add(text_within(heading), hints);
}

// Counts the elements with text around the content.
void count_around(const HtmlFurniture& furniture, TextBuilder& builder) {
  for (const xmlNode* inner = furniture.content(); name_of(inner) != "body" && inner->parent != nullptr;
       inner = inner->parent)
    for (const xmlNode* node = inner->parent->children; node != nullptr; node = node->next) {
      if (node == inner || is_mute(name_of(node)) || one_line(text_within(node)).empty()) continue;
      const LeavingReason reason = furniture.reason_to_leave(node);
      builder.leave_out(reason.empty() ? "navigation" : reason, 1, {0, 0});
    }
}

}  // namespace

Result<reading::ExtractedText> extract_html(std::string_view bytes) {
  ORDALAG_TRY(decoded, decode_html(bytes));
  ORDALAG_TRY(page, parse_html(decoded.text));
  const xmlNode* root = xmlDocGetRootElement(page.get());
  const HtmlFurniture furniture(root);
  const HtmlFacts facts = read_facts(root);
  TextBuilder builder("html", reading::SourceUnit::kParagraph);
  ShownText shown = shown_text(root);
  add_outer_heading(furniture, shown, builder);
  count_around(furniture, builder);
  HtmlWalk walk(builder, &furniture, &shown);
  walk.walk_block(furniture.content());
  if (builder.extracted().lines.empty())
    return fail(ErrorCode::kBadInput, "there is no text in the page");
  builder.state("title", facts.title);
  builder.state("date", facts.date);
  builder.state("url", facts.url);
  builder.state("publisher", facts.site);
  reading::ExtractedText extracted = std::move(builder).finish();
  extracted.decoded.charset = decoded.charset;
  extracted.shown = std::move(shown.text);
  return extracted;
}

Status add_chapter(std::string_view bytes, TextBuilder& builder) {
  ORDALAG_TRY(decoded, decode_html(bytes));
  ORDALAG_TRY(page, parse_html(decoded.text));
  const xmlNode* root = xmlDocGetRootElement(page.get());
  HtmlWalk walk(builder, nullptr, nullptr);
  walk.walk_block(root);
  return {};
}

}  // namespace ordalag::extract
