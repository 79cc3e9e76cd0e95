// What the look of a line tells: how it begins, how it ends, how long it is.
#pragma once

#include <cstdint>
#include <string_view>

namespace ordalag::reading {

// `text` without white space and invisible characters at its ends.
std::string_view trimmed(std::string_view text);

// The first and last run of characters without white space; empty for an empty line.
std::string_view first_word(std::string_view line);
std::string_view last_word(std::string_view line);
std::uint32_t count_words(std::string_view line);

// The first letter or digit, past quotation marks, brackets and dashes, is of this kind.
bool starts_lower(std::string_view line);
bool starts_upper(std::string_view line);
bool starts_with_digit(std::string_view line);

// Ends in . ! ? or an ellipsis, past quotation marks and brackets.
bool ends_sentence(std::string_view line);
bool ends_with(std::string_view line, char32_t last);
// Ends in a letter or digit and a hyphen: a word that goes on (or one that is suspended).
bool ends_in_hyphen(std::string_view line);
// Ends in a comma, or in a word that always has another after it ("och", "samt", "våra").
bool ends_open(std::string_view line);
// Ends in an abbreviation ("t.ex.", "bl.a.", "kap.").
bool ends_in_abbreviation(std::string_view line);
// Opens a list: ends in a colon, or in a word that wants its object ("vill", "att", "ska").
bool opens_list(std::string_view line);
// Ends in a verb that wants a demand after it ("vill", "beslutar"), which no heading does.
bool ends_in_demand(std::string_view line);

// Letters, and none of them lower case.
bool is_all_capitals(std::string_view line);
bool is_all_digits(std::string_view line);

// Depth of the numbering that headings open with: 1 for "2", "§ 2" and "KAPITEL 2", 2 for "2.1" and
// "2.1."; 0 where none does.
std::uint8_t numbering_depth(std::string_view line);

// "iv" as 4; 0 for what is no number up to 39 in small Roman letters.
std::uint32_t roman_number(std::string_view line);

// Equal but for letter case. `phrase` is in lower case.
bool equals_folded(std::string_view line, std::string_view phrase);
bool starts_folded(std::string_view line, std::string_view phrase);

}  // namespace ordalag::reading
