// The names of Sweden's municipalities, so that "Borås" is not taken for a genitive of "Borå".
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/registry/names.hpp"

namespace ordalag {

class MunicipalityRegistry {
 public:
  // Reads municipalities.txt (a name a line, `#` comments). Errors: kBadConfig (unreadable,
  // a name twice).
  static Result<MunicipalityRegistry> load(const std::filesystem::path& file);

  // The municipality that a word names, in any letter case, with or without a genitive -s
  // ("stockholms" -> "Stockholm", "Borås" -> "Borås"). Empty when it names none.
  std::optional<std::string> find(std::string_view word) const;

 private:
  NameMap<std::string> names_;  // name_key -> name
};

}  // namespace ordalag
