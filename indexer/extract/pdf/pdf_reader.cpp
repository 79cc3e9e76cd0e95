#include "indexer/extract/pdf/pdf_reader.hpp"

#include <poppler/cpp/poppler-destination.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>
#include <poppler/cpp/poppler-toc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/text/utf8.hpp"

namespace ordalag::extract {
namespace {

// A character of a font's private area, or a presentation form, and what it means. The private
// ones are where Symbol and Wingdings keep their bullets.
struct Meaning {
  char32_t sign;
  std::string_view text;
};
constexpr std::array<Meaning, 21> kMeanings = {{
    {0xFB00, "ff"},  {0xFB01, "fi"},  {0xFB02, "fl"},  {0xFB03, "ffi"}, {0xFB04, "ffl"},
    {0xFB05, "st"},  {0xFB06, "st"},  {0xF0B7, "•"},   {0xF0A7, "•"},   {0xF0A8, "•"},
    {0xF0D8, "•"},   {0xF0FC, "•"},   {0xF076, "•"},   {0xF06C, "•"},   {0xF06E, "•"},
    {0xF071, "•"},   {0xF0A1, "•"},   {0xF0E0, "→"},   {0xF02D, "–"},   {0xF020, " "},
    {0x00A0, " "},
}};

// Parts of the names of fonts whose letters are pictures.
constexpr std::array<std::string_view, 5> kSymbolFonts = {"Wingding", "Webding", "Dingbat",
                                                          "Symbol", "Bullet"};
// Parts of the names of fonts that are heavier than running text.
constexpr std::array<std::string_view, 7> kBoldFonts = {"Bold", "Black", "Heavy", "Semibold",
                                                        "Demi", "-Bd", "bold"};

template <std::size_t N>
bool names_any(const std::string& font, const std::array<std::string_view, N>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return font.find(part) != std::string::npos;
  });
}

// Valid UTF-8 with ligatures taken apart; what has no meaning is dropped.
std::string cleaned(const poppler::byte_array& bytes) {
  const std::string_view raw(bytes.data(), bytes.size());
  if (first_invalid_utf8(raw)) return {};
  std::string text;
  text.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    const CodePoint c = code_point_at(raw, at);
    const auto* const row =
        std::find_if(kMeanings.begin(), kMeanings.end(),
                     [&](const Meaning& meaning) { return meaning.sign == c.value; });
    if (row != kMeanings.end())
      text += row->text;
    else if (c.value >= 0x20 && c.value != 0x7F)
      text += raw.substr(at, c.bytes);
    at += c.bytes;
  }
  return text;
}

std::string utf8_of(const poppler::ustring& text) { return cleaned(text.to_utf8()); }

// A whole text: line and page breaks stay.
std::string lines_of(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  std::string lines;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= bytes.size(); ++i) {
    if (i < bytes.size() && bytes[i] != '\n' && bytes[i] != '\f') continue;
    lines += cleaned(poppler::byte_array(bytes.begin() + begin, bytes.begin() + i));
    lines += '\n';
    begin = i + 1;
  }
  return lines;
}

PageWord word_of(const poppler::text_box& box) {
  PageWord word;
  word.text = utf8_of(box.text());
  const poppler::rectf frame = box.bbox();
  word.box = {static_cast<float>(frame.left()), static_cast<float>(frame.top()),
              static_cast<float>(frame.right()), static_cast<float>(frame.bottom())};
  word.size = static_cast<float>(box.get_font_size());
  word.upright = box.rotation() == 0;
  if (box.has_font_info()) word.font = box.get_font_name(0);
  word.bold = names_any(word.font, kBoldFonts);
  word.symbol = names_any(word.font, kSymbolFonts);
  return word;
}

bool usable(const PageWord& word) {
  const Box& box = word.box;
  return !word.text.empty() && std::isfinite(box.left) && std::isfinite(box.top) &&
         std::isfinite(box.right) && std::isfinite(box.bottom) && box.right >= box.left &&
         box.bottom > box.top && word.text.find_first_not_of(' ') != std::string::npos;
}

PdfPage read_page(poppler::document& document, int index) {
  PdfPage page;
  const std::unique_ptr<poppler::page> source(document.create_page(index));
  if (!source) return page;
  const poppler::rectf frame = source->page_rect();
  page.width = static_cast<float>(frame.width());
  page.height = static_cast<float>(frame.height());
  page.label = utf8_of(source->label());
  for (const poppler::text_box& box :
       source->text_list(poppler::page::text_list_include_font)) {
    PageWord word = word_of(box);
    if (usable(word)) page.words.push_back(std::move(word));
  }
  page.physical = lines_of(source->text(frame, poppler::page::physical_layout));
  page.raw = lines_of(source->text(frame, poppler::page::raw_order_layout));
  return page;
}

// Depth first, without recursion: the outline of a hostile file may be as deep as it likes.
std::vector<OutlineItem> read_outline(poppler::document& document) {
  constexpr std::size_t kMostItems = 20'000;
  constexpr std::uint8_t kDeepest = 20;
  std::vector<OutlineItem> outline;
  const std::unique_ptr<poppler::toc> contents(document.create_toc());
  if (!contents || contents->root() == nullptr) return outline;
  std::vector<std::pair<const poppler::toc_item*, std::uint8_t>> pending = {{contents->root(), 0}};
  while (!pending.empty() && outline.size() < kMostItems) {
    const auto [item, level] = pending.back();
    pending.pop_back();
    if (level > 0) outline.push_back({utf8_of(item->title()), level});
    if (level == kDeepest) continue;
    const std::vector<poppler::toc_item*> children = item->children();
    for (auto child = children.rbegin(); child != children.rend(); ++child)
      pending.emplace_back(*child, static_cast<std::uint8_t>(level + 1));
  }
  return outline;
}

}  // namespace

void prepare_pdf_reader() {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  // Both directions: poppler converts by iconv, whose modules are files.
  const poppler::ustring sample = poppler::ustring::from_utf8("å", 2);
  static_cast<void>(sample.to_utf8());
  static_cast<void>(sample.to_latin1());
}

Result<PdfContents> read_pdf(std::string_view bytes) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return fail(ErrorCode::kBadInput, "the PDF is broken beyond repair");
  if (document->is_locked())
    return fail(ErrorCode::kBadInput, "the PDF is encrypted", {}, "save it without a password");
  if (document->pages() > kMostPages)
    return fail(ErrorCode::kTooLarge, "the PDF has " + std::to_string(document->pages()) + " pages");
  PdfContents contents;
  contents.title = utf8_of(document->get_title());
  contents.outline = read_outline(*document);
  contents.pages.reserve(static_cast<std::size_t>(std::max(0, document->pages())));
  for (int i = 0; i < document->pages(); ++i) contents.pages.push_back(read_page(*document, i));
  if (contents.pages.empty()) return fail(ErrorCode::kBadInput, "the PDF has no pages");
  return contents;
}

}  // namespace ordalag::extract
