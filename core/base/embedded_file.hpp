// Files that are compiled into a program (cmake/Embed.cmake).
#pragma once

#include <span>
#include <string_view>

namespace ordalag {

struct EmbeddedFile {
  std::string_view name;  // without folder
  std::string_view bytes;
};

std::span<const EmbeddedFile> embedded_schemas();  // docs/schema
std::span<const EmbeddedFile> embedded_assets();   // style sheet, script and icon of the web page

}  // namespace ordalag
