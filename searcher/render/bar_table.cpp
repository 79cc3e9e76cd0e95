#include "searcher/render/bar_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "searcher/render/display_width.hpp"
#include "searcher/render/figures.hpp"
#include "searcher/render/words.hpp"

namespace ordalag {
namespace {

constexpr std::uint32_t kWidestLabel = 31;
constexpr std::uint32_t kNarrowestBar = 4;
constexpr std::size_t kColumns = 3;  // of figures
constexpr std::array<std::string_view, 8> kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr std::string_view kFull = "█";

std::string padding(std::uint32_t used, std::uint32_t width) {
  return std::string(used < width ? width - used : 0, ' ');
}

std::string left(std::string_view text, std::uint32_t width) {
  return std::string(text) + padding(display_width(text), width);
}

std::string right(std::string_view text, std::uint32_t width) {
  return padding(display_width(text), width) + std::string(text);
}

std::string bar(double share, std::uint32_t width) {
  constexpr int kParts = 8;
  const int eighths =
      std::max(static_cast<int>(std::lround(share * width * kParts)), share > 0 ? 1 : 0);
  std::string drawn;
  for (int i = 0; i < eighths / kParts; ++i) drawn += kFull;
  return drawn + std::string(kEighths[static_cast<std::size_t>(eighths % kParts)]);
}

using Cells = std::array<std::string, kColumns>;

Cells cells_of(const Tally& tally, Language language) {
  return {grouped(tally.count, language), grouped(tally.words, language),
          rate_text(tally, language)};
}

}  // namespace

std::string bar_table(std::string_view heading, const std::vector<BarRow>& rows,
                      const TextOptions& options) {
  const Cells head = {say(Phrase::kPassagesColumn, options.language),
                      say(Phrase::kWordsColumn, options.language),
                      say(Phrase::kRateColumn, options.language)};
  std::uint32_t label_width = display_width(heading);
  std::array<std::uint32_t, kColumns> widths{};
  double highest = 0;
  const auto widen = [&](const Cells& cells) {
    for (std::size_t i = 0; i < kColumns; ++i)
      widths[i] = std::max(widths[i], display_width(cells[i]));
  };
  widen(head);
  for (const BarRow& row : rows) {
    label_width = std::max(label_width, std::min(display_width(row.label), kWidestLabel));
    widen(cells_of(row.tally, options.language));
    highest = std::max(highest, row.tally.rate().value_or(0));
  }
  std::uint32_t used = label_width;
  for (const std::uint32_t width : widths) used += width + 2;
  const std::uint32_t bar_width =
      std::max(options.width > used + 2 ? options.width - used - 2 : 0, kNarrowestBar);
  const auto line = [&](std::string_view label, const Cells& cells) {
    std::string text = left(label, label_width);
    for (std::size_t i = 0; i < kColumns; ++i) text += "  " + right(cells[i], widths[i]);
    return text;
  };
  std::string text = line(heading, head) + "\n";
  for (const BarRow& row : rows) {
    text += line(row.label, cells_of(row.tally, options.language));
    const double rate = row.tally.rate().value_or(0);
    if (rate > 0) text += "  " + bar(rate / highest, bar_width);
    text += "\n";
  }
  return text;
}

}  // namespace ordalag
