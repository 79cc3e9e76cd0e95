#include "indexer/extract/pdf/extract_pdf.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/extract/pdf/drop_caps.hpp"
#include "indexer/extract/pdf/known_words.hpp"
#include "indexer/extract/pdf/line_numbers.hpp"
#include "indexer/extract/pdf/page_lines.hpp"
#include "indexer/extract/pdf/page_paragraphs.hpp"
#include "indexer/extract/pdf/pdf_reader.hpp"
#include "indexer/extract/pdf/reading_choice.hpp"
#include "indexer/extract/pdf/running_rows.hpp"
#include "indexer/extract/pdf/unreadable_words.hpp"
#include "indexer/extract/pdf/word_gaps.hpp"
#include "indexer/extract/stated_values.hpp"
#include "indexer/extract/text_builder.hpp"

namespace ordalag::extract {
namespace {

using reading::LineStyle;

// The font size of most letters of the document, points.
float body_size_of(const std::vector<PdfPage>& pages) {
  std::map<int, std::size_t> letters;
  for (const PdfPage& page : pages)
    for (const PageWord& word : page.words)
      letters[static_cast<int>(std::lround(word.size * 4))] += word.text.size();
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](auto& a, auto& b) { return a.second < b.second; });
  return most == letters.end() ? 10 : std::max(1.0F, static_cast<float>(most->first) / 4);
}

PageRectangle rectangle_of(const PageLine& line) {
  const Box& box = line.line.box;
  return {line.page, box.left, box.top, box.right, box.bottom};
}

// The lines of a heading as one: a hyphen at a line end goes when the lexicon knows the whole word.
std::string heading_text(const PageParagraph& heading, const Analyser* analyser) {
  std::string text;
  for (const PageLine& line : heading.lines) {
    const std::string& next = line.line.text;
    if (text.empty()) {
      text = next;
      continue;
    }
    const bool hyphen = text.ends_with('-') && !text.ends_with(" -");
    const bool range = text.ends_with("–") && !text.ends_with(" –");  // "2026–" and "2030"
    if (range) {
      text += next;
      continue;
    }
    if (!hyphen) {
      text += ' ';
    } else if (analyser != nullptr) {
      const std::size_t begin = text.find_last_of(' ') + 1;
      const std::size_t end = std::min(next.find(' '), next.size());
      WordCache cache;
      const std::string whole = text.substr(begin, text.size() - 1 - begin) + next.substr(0, end);
      if (analyser->word(whole, cache).known) text.pop_back();
    }
    text += next;
  }
  return text;
}

class PdfExtraction {
 public:
  PdfExtraction(PdfContents contents, const Analyser* analyser)
      : contents_(std::move(contents)),
        analyser_(analyser),
        known_(analyser),
        builder_("pdf", reading::SourceUnit::kPageLine) {}

  Result<reading::ExtractedText> run() {
    const std::vector<std::uint32_t> unreadable = take_unreadable_words(contents_.pages, known_);
    body_size_ = body_size_of(contents_.pages);
    const auto numbers = take_line_numbers(contents_.pages, body_size_);
    RunningRows running = take_running_rows(contents_.pages);
    read_pages(numbers, unreadable, running);
    std::vector<PageParagraph> paragraphs = gather_paragraphs(std::move(lines_), body_size_);
    set_heading_levels(paragraphs, contents_.outline);
    place_notes(paragraphs);
    for (const PageParagraph& paragraph : paragraphs) emit(paragraph);
    if (builder_.size() == 0) {
      const bool shown = std::any_of(unreadable.begin(), unreadable.end(),
                                     [](std::uint32_t lines) { return lines > 0; });
      return fail(ErrorCode::kBadInput,
                  shown ? "the fonts of the PDF do not say which characters its letters are"
                        : "no page of the PDF has a text layer",
                  {}, "run text recognition on it first");
    }
    state_facts(paragraphs);
    for (LeftOut& each : running.left_out) builder_.extracted().left_out.push_back(std::move(each));
    return std::move(builder_).finish();
  }

 private:
  void read_pages(const std::vector<std::vector<PrintedLineNumber>>& numbers,
                  const std::vector<std::uint32_t>& unreadable, const RunningRows& running) {
    std::uint32_t region = 0;
    for (std::size_t p = 0; p < contents_.pages.size(); ++p) {
      const auto number = static_cast<std::uint32_t>(p + 1);
      PdfPage& page = contents_.pages[p];
      join_drop_caps(page, body_size_, known_);
      std::vector<PageLine> lines =
          read_lines(page, {number, body_size_, region, usual_word_space(page.words)}, known_);
      PageReading reading = choose_reading(page, lines, known_);
      reading.label = running.labels[p];
      if (unreadable[p] > 0)
        builder_.leave_out("no_characters", unreadable[p], {number, number});
      else if (lines.empty())
        builder_.leave_out("no_text", 1, {number, number});
      assign_line_numbers(lines, numbers[p]);
      if (!numbers[p].empty())
        builder_.leave_out("margin_number", static_cast<std::uint32_t>(numbers[p].size()),
                           {number, number});
      for (PageLine& line : lines) {
        region = std::max(region, line.region + 1);
        lines_.push_back(std::move(line));
      }
      builder_.extracted().pages.push_back(std::move(reading));
      page = {};
    }
  }

  LineHints hints_of(const PageLine& line) {
    LineHints hints;
    hints.page = line.page;
    hints.page_starts = line.page > page_;
    page_ = std::max(page_, line.page);
    hints.printed_number = line.printed_number;
    hints.box = rectangle_of(line);
    return hints;
  }

  void emit(const PageParagraph& paragraph) {
    builder_.add_blank();
    if (paragraph.style == LineStyle::kHeading) {
      LineHints hints = hints_of(paragraph.lines.front());
      hints.style = LineStyle::kHeading;
      hints.level = paragraph.level;
      Box box = paragraph.lines.front().line.box;
      for (const PageLine& line : paragraph.lines) box.include(line.line.box);
      hints.box = PageRectangle{hints.page, box.left, box.top, box.right, box.bottom};
      builder_.add(heading_text(paragraph, analyser_), hints);
      return;
    }
    for (const PageLine& line : paragraph.lines) {
      LineHints hints = hints_of(line);
      hints.style = paragraph.style;
      builder_.add(line.line.text, hints);
    }
  }

  // The title is the greatest heading of the first page that has text, where it is clearly greater
  // than the body; else the title of the document information.
  void state_facts(const std::vector<PageParagraph>& paragraphs) {
    constexpr float kTitleSize = 1.4F;
    const PageParagraph* title = nullptr;
    for (const PageParagraph& paragraph : paragraphs) {
      if (paragraph.lines.front().page != paragraphs.front().lines.front().page) break;
      if (paragraph.style != LineStyle::kHeading || paragraph.size < body_size_ * kTitleSize)
        continue;
      if (title == nullptr || paragraph.size > title->size * 1.05F) title = &paragraph;
    }
    if (title != nullptr)
      builder_.extracted().title = heading_text(*title, analyser_);
    else if (is_worded_title(contents_.title))
      builder_.extracted().title = one_line(contents_.title);
  }

  PdfContents contents_;
  const Analyser* analyser_;
  KnownWords known_;
  TextBuilder builder_;
  float body_size_ = 10;
  std::vector<PageLine> lines_;
  std::uint32_t page_ = 0;  // the last page of which a line was emitted
};

}  // namespace

Result<reading::ExtractedText> extract_pdf(std::string_view bytes, const Analyser* analyser) {
  ORDALAG_TRY(contents, read_pdf(bytes));
  return PdfExtraction(std::move(contents), analyser).run();
}

}  // namespace ordalag::extract
