#include "indexer/extract/text_builder.hpp"

#include <algorithm>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::extract {

std::string valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  while (!text.empty()) {
    const std::size_t good = first_invalid_utf8(text).value_or(text.size());
    valid += text.substr(0, good);
    text.remove_prefix(std::min(text.size(), good + 1));
  }
  return valid;
}

std::string one_line(std::string_view text) {
  if (first_invalid_utf8(text)) return one_line(valid_utf8(text));
  std::string line;
  line.reserve(text.size());
  char space = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_space(c.value)) {
      if (!line.empty() && space != '\t') space = c.value == '\t' ? '\t' : ' ';
    } else if (c.value >= 0x20 && c.value != 0x7F) {
      if (space != 0) line += std::exchange(space, 0);
      line += text.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  return line;
}

TextBuilder::TextBuilder(std::string_view format, reading::SourceUnit unit) {
  extracted_.format = format;
  extracted_.unit = unit;
}

void TextBuilder::append(std::string_view text, const LineHints& hints) {
  std::string& all = extracted_.decoded.text;
  reading::ExtractedLine line;
  line.number = number_;
  line.source.begin = static_cast<std::uint32_t>(all.size());
  all += text;
  line.source.end = static_cast<std::uint32_t>(all.size());
  all += '\n';
  line.style = hints.style;
  line.level = hints.level;
  line.page_starts = hints.page_starts;
  line.page = hints.page;
  line.printed_number = hints.printed_number;
  line.box = hints.box;
  line.shown = hints.shown;
  extracted_.lines.push_back(std::move(line));
}

void TextBuilder::add(std::string_view text, const LineHints& hints) {
  ++number_;
  append(one_line(text), hints);
}

void TextBuilder::add_within(std::string_view text, const LineHints& hints) {
  append(one_line(text), hints);
}

void TextBuilder::add_blank() {
  if (extracted_.lines.empty() || extracted_.lines.back().source.empty()) return;
  if (extracted_.unit != reading::SourceUnit::kParagraph) ++number_;
  append({}, {});
}

void TextBuilder::state(std::string_view key, std::string_view value) {
  std::string line = one_line(value);
  if (!line.empty()) extracted_.stated.push_back({std::string(key), std::move(line)});
}

void TextBuilder::leave_out(std::string_view reason, std::uint32_t lines, LineRange at) {
  auto entry = std::find_if(extracted_.left_out.begin(), extracted_.left_out.end(),
                            [&](const LeftOut& each) { return each.reason == reason; });
  if (entry == extracted_.left_out.end()) {
    extracted_.left_out.push_back({std::string(reason), 0, {}});
    entry = extracted_.left_out.end() - 1;
  }
  entry->lines += lines;
  if (at.first == 0) return;
  if (!entry->at.empty() && entry->at.back().last + 1 >= at.first)
    entry->at.back().last = std::max(entry->at.back().last, at.last);
  else
    entry->at.push_back(at);
}

reading::ExtractedText TextBuilder::finish() && {
  extracted_.decoded.charset = Charset::kUtf8;
  extracted_.decoded.source = SourceOffsets(Charset::kUtf8, 0, extracted_.decoded.text);
  return std::move(extracted_);
}

}  // namespace ordalag::extract
