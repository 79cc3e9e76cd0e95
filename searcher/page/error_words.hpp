// What went wrong, in Swedish, for readers of the page. Everywhere else errors are said in English.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ordalag {

// The Swedish for the message or hint of an error that a reader of the page can meet; empty for any
// other sentence.
std::optional<std::string> error_in_swedish(std::string_view sentence);

}  // namespace ordalag
