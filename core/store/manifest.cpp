#include "core/store/manifest.hpp"

#include <boost/json.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "core/store/file_sums.hpp"
#include "core/store/files.hpp"

namespace ordalag {
namespace {

tl::unexpected<Error> damaged(const std::filesystem::path& file) {
  return fail(ErrorCode::kIndexCorrupt, "the manifest of the index is damaged", file.string(),
              kRebuildHint);
}

// Throws when a member is missing or of another type; the caller turns that into `damaged`.
Manifest from_json(const boost::json::object& json) {
  Manifest manifest;
  IndexInfo& info = manifest.info;
  info.schema = json.at("schema").to_number<int>();
  info.id = json.at("id").as_string();
  info.revision = json.at("revision").to_number<std::uint64_t>();
  info.built_at = json.at("built_at").as_string();
  info.analyser = json.at("analyser").as_string();
  info.documents = json.at("documents").to_number<std::uint32_t>();
  info.passages = json.at("passages").to_number<std::uint32_t>();
  manifest.generation = json.at("generation").as_string();
  return manifest;
}

}  // namespace

std::string generation_name(std::uint64_t revision) {
  char name[32];
  std::snprintf(name, sizeof name, "rev-%08llu", static_cast<unsigned long long>(revision));
  return name;
}

std::filesystem::path manifest_file(const std::filesystem::path& folder) {
  return folder / "ordalag.json";
}

Result<Manifest> read_manifest(const std::filesystem::path& folder) {
  const auto file = manifest_file(folder);
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return fail(ErrorCode::kNoIndex, "there is no index here", folder.string(),
                "make one with ordalag-index, or name another folder with -d");
  std::ostringstream bytes;
  bytes << in.rdbuf();
  try {
    return from_json(boost::json::parse(bytes.str()).as_object());
  } catch (const std::exception&) {
    return damaged(file);
  }
}

Status write_manifest(const std::filesystem::path& folder, const Manifest& manifest) {
  const IndexInfo& info = manifest.info;
  const boost::json::object json{
      {"schema", info.schema},     {"id", info.id},
      {"revision", info.revision}, {"built_at", info.built_at},
      {"analyser", info.analyser}, {"documents", info.documents},
      {"passages", info.passages}, {"generation", manifest.generation},
  };
  return replace_file(manifest_file(folder), boost::json::serialize(json) + "\n");
}

Status check_match(const IndexInfo& info, const std::string& fingerprint,
                   const std::filesystem::path& folder) {
  if (info.schema != kSchema)
    return fail(ErrorCode::kIndexMismatch,
                "the index has schema " + std::to_string(info.schema) +
                    ", this program writes and reads schema " + std::to_string(kSchema),
                folder.string(), kRebuildHint);
  if (!fingerprint.empty() && info.analyser != fingerprint)
    return fail(ErrorCode::kIndexMismatch,
                "the index was made by another analyser (" + info.analyser + ", this one is " +
                    fingerprint + ")",
                folder.string(), kRebuildHint);
  return {};
}

}  // namespace ordalag
