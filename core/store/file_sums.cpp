#include "core/store/file_sums.hpp"

#include <xxhash.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdint>
#include <fstream>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "core/store/attachment_names.hpp"
#include "core/store/files.hpp"
#include "core/store/generation.hpp"

namespace ordalag {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t kBlock = 1 << 20;

Result<std::uint64_t> hash_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::kUnreadable, "cannot be opened", file.string());
  const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                       XXH3_freeState);
  XXH3_64bits_reset(state.get());
  std::vector<char> block(kBlock);
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())), in.gcount() > 0)
    XXH3_64bits_update(state.get(), block.data(), static_cast<std::size_t>(in.gcount()));
  if (in.bad()) return fail(ErrorCode::kUnreadable, "cannot be read", file.string());
  return XXH3_64bits_digest(state.get());
}

}  // namespace

Error damaged_file(const fs::path& file) {
  return {ErrorCode::kIndexCorrupt, "a file of the index is damaged", kRebuildHint, file.string(),
          std::nullopt};
}

Status write_file_sums(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->is_regular_file(error) && it->path().filename() != attachment_names::kReport)
      files.push_back(it->path());
  }
  if (error) return fail(ErrorCode::kUnreadable, error.message(), folder.string());
  std::sort(files.begin(), files.end());
  json::array rows;
  for (const fs::path& file : files) {
    ORDALAG_TRY(hash, hash_of(file));
    rows.push_back({{"name", file.lexically_relative(folder).string()},
                    {"size", fs::file_size(file, error)},
                    {"xxh3", hash}});
  }
  return write_file(folder / generation_files::kFileSums, json::serialize(rows) + "\n");
}

Result<FileSums> FileSums::read(const fs::path& folder) {
  const fs::path file = folder / generation_files::kFileSums;
  ORDALAG_TRY(mapped, MappedFile::open(file));
  FileSums sums;
  sums.folder_ = folder;
  try {
    const json::value document = json::parse(mapped.bytes());
    for (const json::value& row : document.as_array())
      sums.rows_.push_back({std::string(row.at("name").as_string()),
                            row.at("size").to_number<std::uint64_t>(),
                            row.at("xxh3").to_number<std::uint64_t>()});
  } catch (const std::exception&) {
    return fail(damaged_file(file));
  }
  return sums;
}

Status FileSums::check_sizes() const {
  for (const Row& row : rows_) {
    std::error_code error;
    if (fs::file_size(folder_ / row.name, error) != row.size || error)
      return fail(damaged_file(folder_ / row.name));
  }
  return {};
}

Status FileSums::check_all(std::string_view begins) const {
  for (const Row& row : rows_) {
    if (!row.name.starts_with(begins)) continue;
    const auto hash = hash_of(folder_ / row.name);
    if (!hash || *hash != row.hash) return fail(damaged_file(folder_ / row.name));
  }
  return {};
}

Status FileSums::check(std::string_view name, std::string_view bytes) const {
  const auto row =
      std::find_if(rows_.begin(), rows_.end(), [&](const Row& each) { return each.name == name; });
  if (row == rows_.end() || row->hash == XXH3_64bits(bytes.data(), bytes.size())) return {};
  return fail(damaged_file(folder_ / name));
}

}  // namespace ordalag
