// A source file read again: its hash, its bytes, or its lines.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace ordalag {

// SHA-256 as lower-case hex.
std::string sha256_hex(std::string_view bytes);

// The bytes of a file. Errors: kUnreadable.
Result<std::string> read_bytes(const std::string& file);

// Visits the lines of `bytes` (plain, gzip or zstd, told by signature) with their number from 1,
// without their ends. Stops when `visit` returns false. Errors: kBadInput for damaged packed data.
Status visit_lines(std::string_view bytes, const std::string& file,
                   const std::function<bool(std::uint32_t, std::string_view)>& visit);

}  // namespace ordalag
