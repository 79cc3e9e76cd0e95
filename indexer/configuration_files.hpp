// The files beside the sources that shape how they are read.
#pragma once

#include <array>
#include <filesystem>
#include <set>
#include <string_view>

namespace ordalag {

struct ConfigurationFiles {
  using Files = std::set<std::filesystem::path>;
  Files catalogues;
  Files parties;  // local ones, besides those that ship; so the next two
  Files themes;
  Files overrides;

  // Adds those that lie in `folder`.
  void look_in(const std::filesystem::path& folder);
  void add(const ConfigurationFiles& others);
};

struct ConfigurationFileRow {
  std::string_view name;  // of the file
  std::string_view key;  // in what the index keeps of its configuration; empty: found anew each run
  ConfigurationFiles::Files ConfigurationFiles::*files;
};
inline constexpr std::array kConfigurationFiles{
    ConfigurationFileRow{"catalogue.toml", "", &ConfigurationFiles::catalogues},
    ConfigurationFileRow{"parties.toml", "parties", &ConfigurationFiles::parties},
    ConfigurationFileRow{"themes.toml", "themes", &ConfigurationFiles::themes},
    ConfigurationFileRow{"overrides.toml", "overrides", &ConfigurationFiles::overrides},
};

// True for a file name of the table.
bool is_configuration(std::string_view file_name);

}  // namespace ordalag
