// Which words are offices that people hold: "statsminister", "kommunalråd".
#pragma once

#include <string_view>

namespace ordalag {

// True for the name of an office, whole or as the end of a compound, in its base or definite form
// or abbreviated with a full stop: "språkrör", "kommunstyrelsens ordförande" (its last word),
// "statsrådet", "migrationsmin.". `word` as written; a full stop or comma after it does not count.
bool is_office(std::string_view word);

}  // namespace ordalag
