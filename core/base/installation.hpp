// Where this installation keeps its data and its default index.
#pragma once

#include <filesystem>

namespace ordalag {

// The folder with stemmer-config/, corpus/ and sv.lex: $ORDALAG_SHARE, else ../share/ordalag beside
// the running program. A build folder has the same layout as an installation.
std::filesystem::path share_folder();

// Where the index is when -d is absent: $ORDALAG_DB, else $XDG_DATA_HOME/ordalag/index, else
// ~/.local/share/ordalag/index.
std::filesystem::path default_index_folder();

}  // namespace ordalag
