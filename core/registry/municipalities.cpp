#include "core/registry/municipalities.hpp"

#include <sstream>

#include "core/registry/names.hpp"
#include "core/registry/toml_table.hpp"

namespace ordalag {

Result<MunicipalityRegistry> MunicipalityRegistry::load(const std::filesystem::path& file) {
  ORDALAG_TRY(text, read_configuration(file.string()));
  MunicipalityRegistry registry;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const auto begin = line.find_first_not_of(" \t\r");
    if (begin == std::string::npos || line[begin] == '#') continue;
    const std::string name = line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
    if (!registry.names_.emplace(name_key(name), name).second)
      return fail(ErrorCode::kBadConfig, "\"" + name + "\" is there already",
                  file.string() + ":" + std::to_string(number));
  }
  return registry;
}

std::optional<std::string> MunicipalityRegistry::find(std::string_view word) const {
  const std::string key = name_key(word);
  // The whole word first: "Borås" is a name, not the genitive of one.
  for (const std::string_view form : {std::string_view(key), without_genitive(key)})
    if (const auto found = names_.find(form); found != names_.end()) return found->second;
  return std::nullopt;
}

}  // namespace ordalag
