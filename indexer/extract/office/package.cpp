#include "indexer/extract/office/package.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace ordalag::extract {
namespace {

constexpr std::array<std::string_view, 7> kTextEndings = {".xml",  ".xhtml", ".html", ".htm",
                                                          ".opf", ".rels",  "mimetype"};

struct ArchiveCloser {
  void operator()(archive* open) const { archive_read_free(open); }
};
using Archive = std::unique_ptr<archive, ArchiveCloser>;

bool holds_text(std::string_view name) {
  return std::any_of(kTextEndings.begin(), kTextEndings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

tl::unexpected<Error> broken() {
  return fail(ErrorCode::kBadInput, "its ZIP container is broken or cut");
}

Status read_member(archive* open, std::uint64_t most, std::uint64_t& unpacked, std::string& part) {
  std::vector<char> buffer(1 << 16);
  while (true) {
    const la_ssize_t count = archive_read_data(open, buffer.data(), buffer.size());
    if (count == 0) return {};
    if (count < 0) return broken();
    unpacked += static_cast<std::uint64_t>(count);
    if (unpacked > most)
      return fail(ErrorCode::kTooLarge,
                  "it unpacks to more than " + std::to_string(most >> 20) + " MB");
    part.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

Result<PackageParts> open_package(std::string_view bytes, const PackageLimits& limits) {
  const Archive open(archive_read_new());
  if (!open || archive_read_support_format_zip(open.get()) != ARCHIVE_OK ||
      archive_read_open_memory(open.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    return broken();
  PackageParts parts;
  std::uint64_t unpacked = 0;
  std::uint32_t members = 0;
  while (true) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(open.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return broken();
    if (++members > limits.members)
      return fail(ErrorCode::kTooLarge, "its ZIP container has too many members");
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    if (name == nullptr || !holds_text(name)) continue;
    if (archive_entry_is_encrypted(entry) != 0)
      return fail(ErrorCode::kBadInput, "it is encrypted", {}, "save it without a password");
    std::string part;
    ORDALAG_CHECK(read_member(open.get(), limits.unpacked, unpacked, part));
    std::string_view key = name;
    if (key.starts_with('/')) key.remove_prefix(1);
    parts.emplace(key, std::move(part));
  }
  if (parts.empty()) return broken();
  return parts;
}

}  // namespace ordalag::extract
