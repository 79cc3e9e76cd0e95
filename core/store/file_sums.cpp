#include "core/store/file_sums.hpp"

#include <xxhash.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdint>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "core/store/files.hpp"
#include "core/store/generation.hpp"

namespace ordalag {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t kBlock = 1 << 20;

struct FileSum {
  std::string name;  // below the folder
  std::uint64_t size = 0;
  std::uint64_t hash = 0;  // XXH3
};

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

Result<std::vector<FileSum>> read_sums(const fs::path& folder) {
  const fs::path file = folder / generation_files::kFileSums;
  ORDALAG_TRY(mapped, MappedFile::open(file));
  try {
    const json::value document = json::parse(mapped.bytes());
    std::vector<FileSum> sums;
    for (const json::value& row : document.as_array())
      sums.push_back({std::string(row.at("name").as_string()),
                      row.at("size").to_number<std::uint64_t>(),
                      row.at("xxh3").to_number<std::uint64_t>()});
    return sums;
  } catch (const std::exception&) {
    return fail(damaged_file(file));
  }
}

Status check(const fs::path& folder, const std::function<bool(const FileSum&)>& is_sound) {
  ORDALAG_TRY(sums, read_sums(folder));
  for (const FileSum& sum : sums) {
    std::error_code error;
    const bool sound = fs::file_size(folder / sum.name, error) == sum.size && !error;
    if (!sound || !is_sound(sum)) return fail(damaged_file(folder / sum.name));
  }
  return {};
}

}  // namespace

Error damaged_file(const fs::path& file) {
  return {ErrorCode::kIndexCorrupt, "a file of the index is damaged",
          "build it anew: ordalag-index --full SOURCE...", file.string(), std::nullopt};
}

Status write_file_sums(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().filename() == generation_files::kAttachments) it.disable_recursion_pending();
    if (it->is_regular_file(error)) files.push_back(it->path());
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

Status check_file_sizes(const fs::path& folder) {
  return check(folder, [](const FileSum&) { return true; });
}

Status check_file_sums(const fs::path& folder) {
  return check(folder, [&](const FileSum& sum) {
    const auto hash = hash_of(folder / sum.name);
    return hash && *hash == sum.hash;
  });
}

}  // namespace ordalag
