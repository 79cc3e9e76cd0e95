// The parts of a ZIP container (DOCX, ODT, EPUB), unpacked under a cap.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace ordalag::extract {

// Names without a leading slash -> contents. Only members of text (XML, HTML) are unpacked.
using PackageParts = std::map<std::string, std::string, std::less<>>;

struct PackageLimits {
  std::uint64_t unpacked = 256ULL << 20;  // bytes of all members together
  std::uint32_t members = 20'000;
};

// Errors: kBadInput for what is no ZIP file, is cut or encrypted; kTooLarge beyond `limits`, found out
// while unpacking, whatever the directory promises. Linear in the unpacked bytes.
Result<PackageParts> open_package(std::string_view bytes, const PackageLimits& limits = {});

}  // namespace ordalag::extract
