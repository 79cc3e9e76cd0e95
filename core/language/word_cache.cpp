#include "core/language/word_cache.hpp"

#include <algorithm>
#include <array>
#include <atomic>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace ordalag {
namespace {

constexpr std::size_t kFirstSlots = 1U << 12;
constexpr std::array<std::string_view, 7> kConjunctions = {
    "och", "eller", "samt", "respektive", "resp", "alternativt", "&"};

}  // namespace

WordCache::WordCache() : impl_(std::make_unique<Impl>()) {}
WordCache::~WordCache() = default;
WordCache::WordCache(WordCache&&) noexcept = default;
WordCache& WordCache::operator=(WordCache&&) noexcept = default;
std::uint64_t WordCache::generation() const { return impl_->words.generation(); }

void CachedWords::prepare(const Morphology& morphology) {
  const bool full = entries_.size() >= kMostCachedWords || letters_ >= kMostCachedLetters;
  if (owner_ == &morphology && !full) return;
  static std::atomic<std::uint64_t> generations = 0;
  generation_ = ++generations;
  owner_ = &morphology;
  entries_.clear();
  letters_ = 0;
  slots_.assign(kFirstSlots, {});
}

void CachedWords::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  for (const Slot& slot : slots_) {
    if (slot.entry == nullptr) continue;
    std::size_t i = slot.hash & (larger.size() - 1);
    while (larger[i].entry != nullptr) i = (i + 1) & (larger.size() - 1);
    larger[i] = slot;
  }
  slots_ = std::move(larger);
}

void CachedWords::fetch(std::string_view text) {
  hashes_.clear();
  for (const WordSegment& segment : segments) {
    const std::uint64_t hash = XXH3_64bits(text.data() + segment.span.begin, segment.span.size());
    hashes_.push_back(hash);
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  for (const std::uint64_t hash : hashes_) {
    const Entry* entry = slots_[hash & (slots_.size() - 1)].entry;
    __builtin_prefetch(entry);
    __builtin_prefetch(reinterpret_cast<const char*>(entry) + 64);
  }
}

const CachedWords::Entry& CachedWords::entry(std::string_view surface,
                                             const Morphology& morphology) {
  return entry(surface, XXH3_64bits(surface.data(), surface.size()), morphology);
}

const CachedWords::Entry& CachedWords::entry_of(std::size_t segment, std::string_view text,
                                                const Morphology& morphology) {
  const ByteSpan span = segments[segment].span;
  return entry(text.substr(span.begin, span.size()), hashes_[segment], morphology);
}

const CachedWords::Entry& CachedWords::entry(std::string_view surface, std::uint64_t hash,
                                             const Morphology& morphology) {
  std::size_t i = hash & (slots_.size() - 1);
  while (slots_[i].entry != nullptr) {
    if (slots_[i].hash == hash && slots_[i].entry->surface == surface) return *slots_[i].entry;
    i = (i + 1) & (slots_.size() - 1);
  }
  Entry fresh{std::string(surface), morphology.analyse(surface, snowball)};
  fresh.opens_abbreviation = morphology.may_open_abbreviation(fresh.word.form);
  fresh.conjunction =
      std::find(kConjunctions.begin(), kConjunctions.end(), fresh.word.form) != kConjunctions.end();
  letters_ += surface.size();
  entries_.push_back(std::move(fresh));
  slots_[i] = {hash, &entries_.back()};
  if (entries_.size() * 2 > slots_.size()) grow();
  return entries_.back();
}

}  // namespace ordalag
