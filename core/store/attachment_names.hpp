// Names of what a run leaves in an index besides its documents.
#pragma once

namespace ordalag::attachment_names {

inline constexpr const char* kReport = "report.json";  // of the last run, also one without changes
inline constexpr const char* kParties = "parties.toml";
inline constexpr const char* kThemes = "themes.toml";
inline constexpr const char* kConfiguration = "configuration.json";  // the files it was read with

}  // namespace ordalag::attachment_names
