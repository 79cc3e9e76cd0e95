// Words that say what a document is: a programme, a manifesto, a motion.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/reading/reading.hpp"

namespace ordalag::reading {

// The kind that a title or a file name gives ("Socialpolitiskt program", "Valmanifest 2022",
// "Motion om ..."), as the contract names kinds; empty when no word of it says so.
std::optional<std::string> kind_of_title(std::string_view title);

// The name of the part of a newspaper that an article stands in: "DEBATT", "Insändare".
bool is_rubric(std::string_view line);

// The line tells about the document rather than about its matter: it holds a kind, a period, a
// year, or a party or municipality as the sender.
bool describes_document(std::string_view line, const ReadContext& context);

}  // namespace ordalag::reading
