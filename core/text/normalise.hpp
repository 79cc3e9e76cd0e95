// Unicode composition: one spelling for each letter.
#pragma once

#include <string>
#include <string_view>

namespace ordalag {

// True when every letter of `text` (valid UTF-8) is composed (NFC). Linear; text in ASCII and the
// Latin blocks is settled without ICU.
bool is_composed(std::string_view text);

// `text` (valid UTF-8) in NFC ("a" and a combining ring become "å"). Linear.
std::string composed(std::string_view text);

}  // namespace ordalag
