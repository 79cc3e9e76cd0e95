#include "indexer/extract/web/shown_text.hpp"

#include <algorithm>
#include <array>

#include "core/text/characters.hpp"
#include "core/text/normalise.hpp"
#include "core/text/utf8.hpp"
#include "indexer/extract/text_builder.hpp"

namespace ordalag::extract {
namespace {

constexpr std::array<std::string_view, 36> kInline = {
    "a",      "abbr", "acronym", "b",    "bdi",  "bdo",  "big",   "cite", "code",
    "data",   "del",  "dfn",     "em",   "font", "i",    "ins",   "kbd",  "label",
    "mark",   "q",    "rp",      "ruby", "s",    "samp", "small", "span", "strike",
    "strong", "sub",  "sup",     "time", "tt",   "u",    "var",   "wbr",  "img"};

constexpr char32_t kNoBreakSpace = 0xA0;

class Shower {
 public:
  ShownText show(const xmlNode* root) {
    walk(root);
    return std::move(shown_);
  }

 private:
  void walk(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      add(node);
      return;
    }
    const std::string_view name = name_of(node);
    if (name.empty() || is_mute(name) || has_attribute(node, "hidden")) return;
    const bool block = !is_inline(name);
    if (block) end_line();
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) walk(child);
    if (block) end_line();
  }

  void add(const xmlNode* node) {
    const std::string raw = composed(valid_utf8(reinterpret_cast<const char*>(node->content)));
    std::string& text = shown_.text;
    std::uint32_t begin = 0;
    bool empty = true;
    std::size_t fixed = 0;  // no-break spaces on end
    for (std::size_t at = 0; at < raw.size();) {
      const CodePoint c = code_point_at(raw, at);
      fixed = c.value == kNoBreakSpace ? fixed + 1 : 0;
      if (fixed > 1) {
        end_line();
      } else if (is_space(c.value)) {
        space_ = space_ || (!text.empty() && text.back() != '\n');
      } else if (!is_invisible(c.value)) {
        if (space_) text += ' ';
        space_ = false;
        if (empty) begin = static_cast<std::uint32_t>(text.size());
        empty = false;
        text.append(raw, at, c.bytes);
      }
      at += c.bytes;
    }
    if (!empty)
      shown_.places.emplace(node, ByteSpan{begin, static_cast<std::uint32_t>(text.size())});
  }

  void end_line() {
    space_ = false;
    if (!shown_.text.empty() && shown_.text.back() != '\n') shown_.text += '\n';
  }

  ShownText shown_;
  bool space_ = false;  // white space stands before what comes
};

}  // namespace

bool is_inline(std::string_view name) {
  return std::find(kInline.begin(), kInline.end(), name) != kInline.end();
}

ShownText shown_text(const xmlNode* root) { return Shower().show(root); }

}  // namespace ordalag::extract
