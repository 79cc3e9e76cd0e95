#include "searcher/serve/held_index.hpp"

#include <utility>

#include "core/store/manifest.hpp"

namespace ordalag {
namespace {

// Between two tries to open a revision that could not be opened.
constexpr std::chrono::seconds kPause{1};

}  // namespace

HeldIndex::HeldIndex(std::filesystem::path folder, std::shared_ptr<const Analyser> analyser)
    : folder_(std::move(folder)),
      manifest_(manifest_file(folder_)),
      analyser_(std::move(analyser)) {}

std::optional<HeldIndex::Stamp> HeldIndex::stamp() const {
  struct stat found {};
  if (stat(manifest_.c_str(), &found) != 0) return std::nullopt;
  return Stamp{found.st_ino, found.st_mtim, found.st_size};
}

Status HeldIndex::open(const std::optional<Stamp>& now) {
  ORDALAG_TRY(searcher, Searcher::open(folder_, analyser_));
  searcher_ = std::move(searcher);
  opened_ = now;
  return {};
}

Result<std::shared_ptr<Searcher>> HeldIndex::current() {
  const std::optional<Stamp> now = stamp();
  if (searcher_ && now == opened_) return searcher_;
  const auto time = std::chrono::steady_clock::now();
  if (searcher_ && time < try_again_) return searcher_;
  const Status opened = open(now);
  if (!opened) try_again_ = time + kPause;
  if (!searcher_) return fail(opened.error());
  return searcher_;
}

}  // namespace ordalag
