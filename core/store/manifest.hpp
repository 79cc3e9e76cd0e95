// The manifest: the one small file that says which generation of an index is the current one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.hpp"

namespace ordalag {

// The version of everything the store writes. Raise it with any change of a file's layout, of the
// field table's prefixes or of what terms a passage gets. docs/decisions/003-generations.md
inline constexpr int kSchema = 4;

struct IndexInfo {
  std::string id;  // random, made when the index was first written
  std::uint64_t revision = 0;
  std::string built_at;  // ISO 8601, UTC
  std::string analyser;  // fingerprint
  int schema = 0;
  std::uint32_t documents = 0;
  std::uint32_t passages = 0;
};

struct Manifest {
  IndexInfo info;
  std::string generation;  // name of the generation's folder in the index folder
};

// "rev-00000007" for revision 7.
std::string generation_name(std::uint64_t revision);
std::filesystem::path manifest_file(const std::filesystem::path& folder);

// Errors: kNoIndex when there is none, kIndexCorrupt when it cannot be understood.
Result<Manifest> read_manifest(const std::filesystem::path& folder);
// Replaces the manifest in one rename; durable when it returns.
Status write_manifest(const std::filesystem::path& folder, const Manifest& manifest);

// kIndexMismatch when `info` is of another schema, or of another analyser than `fingerprint`
// (empty: any will do).
Status check_match(const IndexInfo& info, const std::string& fingerprint,
                   const std::filesystem::path& folder);

}  // namespace ordalag
