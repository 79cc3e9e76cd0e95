// Words that carry a statement's meaning alone: to change one is never "almost exact".
#pragma once

#include <string_view>

namespace ordalag {

// A word that denies: "inte", "aldrig", "ingen", "varken", "utan", ... `form` is folded.
bool is_negation(std::string_view form);

// True when the forms are the same word but for a denying prefix (o-, icke-, miss-): "möjlig",
// "omöjlig".
bool differ_by_denial(std::string_view a, std::string_view b);

// A modal verb in any form: "ska", "bör", "kunde", "får", "måste", ...
bool is_modal(std::string_view form);

// A number written in letters, compounds too: "tolv", "tjugofem", "hälften", "miljarder". "en" and
// "ett" are articles more often than numbers and are left out.
bool is_number_word(std::string_view form);

// True when the forms are one inserted, dropped, replaced or transposed letter apart.
bool differ_by_one_letter(std::string_view a, std::string_view b);

}  // namespace ordalag
