#include "indexer/configuration_files.hpp"

#include <algorithm>
#include <system_error>

namespace ordalag {

void ConfigurationFiles::look_in(const std::filesystem::path& folder) {
  for (const ConfigurationFileRow& row : kConfigurationFiles) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(folder / row.name, ignored))
      (this->*row.files).insert(folder / row.name);
  }
}

void ConfigurationFiles::add(const ConfigurationFiles& others) {
  for (const ConfigurationFileRow& row : kConfigurationFiles) {
    const Files& more = others.*row.files;
    (this->*row.files).insert(more.begin(), more.end());
  }
}

bool is_configuration(std::string_view file_name) {
  return std::any_of(kConfigurationFiles.begin(), kConfigurationFiles.end(),
                     [&](const ConfigurationFileRow& row) { return row.name == file_name; });
}

}  // namespace ordalag
