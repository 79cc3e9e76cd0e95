// The names of a theme made comparable.
#pragma once

#include <string>
#include <string_view>

namespace ordalag {

// Folded, with å ä ö as a a o and hyphens for blanks, as ids of themes are written: "Vård och
// omsorg" is vard-och-omsorg. Linear.
std::string theme_key(std::string_view name);

}  // namespace ordalag
