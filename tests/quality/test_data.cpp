#include "tests/quality/test_data.hpp"

#include <cstdlib>

namespace ordalag {

namespace fs = std::filesystem;

fs::path shared_folder() {
  const char* given = std::getenv("ORDALAG_SHARED");
  return given != nullptr ? fs::path(given) : fs::path(ORDALAG_SOURCE_DIR) / ".." / "shared";
}

fs::path built_share() { return fs::path(ORDALAG_BINARY_DIR) / "share" / "ordalag"; }

Result<std::shared_ptr<const Analyser>> built_analyser() {
  return Analyser::load({built_share() / "stemmer-config", built_share() / "sv.lex"});
}

}  // namespace ordalag
