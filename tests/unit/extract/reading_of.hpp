// What tests ask of an ExtractedText.
#pragma once

#include <string>
#include <vector>

#include "indexer/reading/extracted_text.hpp"

namespace ordalag::extract::test {

// The lines that have text.
std::vector<std::string> texts_of(const reading::ExtractedText& extracted);
// The first line whose text is `text`; fails the test and gives an empty line when there is none.
reading::ExtractedLine line_of(const reading::ExtractedText& extracted, const std::string& text);
// Lines counted under `reason`.
std::uint32_t left_out(const reading::ExtractedText& extracted, const std::string& reason);
// The value stated under `key`; empty when there is none.
std::string stated(const reading::ExtractedText& extracted, const std::string& key);

}  // namespace ordalag::extract::test
