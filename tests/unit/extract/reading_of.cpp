#include "tests/unit/extract/reading_of.hpp"

#include <gtest/gtest.h>

namespace ordalag::extract::test {

std::vector<std::string> texts_of(const reading::ExtractedText& extracted) {
  std::vector<std::string> texts;
  for (const reading::ExtractedLine& line : extracted.lines)
    if (!extracted.content(line).empty()) texts.emplace_back(extracted.content(line));
  return texts;
}

reading::ExtractedLine line_of(const reading::ExtractedText& extracted, const std::string& text) {
  for (const reading::ExtractedLine& line : extracted.lines)
    if (extracted.content(line) == text) return line;
  ADD_FAILURE() << "no line \"" << text << "\"";
  return {};
}

std::uint32_t left_out(const reading::ExtractedText& extracted, const std::string& reason) {
  std::uint32_t lines = 0;
  for (const LeftOut& each : extracted.left_out)
    if (each.reason == reason) lines += each.lines;
  return lines;
}

std::string stated(const reading::ExtractedText& extracted, const std::string& key) {
  for (const reading::StatedFact& fact : extracted.stated)
    if (fact.key == key) return fact.value;
  return {};
}

}  // namespace ordalag::extract::test
