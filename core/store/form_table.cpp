#include "core/store/form_table.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <utility>

namespace ordalag {
namespace {

constexpr std::size_t kFirstSlots = 1 << 14;

std::uint64_t hash_of(std::string_view form) { return XXH3_64bits(form.data(), form.size()); }
std::uint32_t print_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

}  // namespace

void FormTable::clear() {
  entries_.clear();
  slots_.assign(kFirstSlots, {});
}

std::uint32_t FormTable::find(const Word& word) const {
  const auto is_same = [&word](const FormEntry& entry) {
    return entry.form == word.form && entry.lemma == word.lemma && entry.parts == word.parts.size();
  };
  const std::uint64_t hash = hash_of(word.form);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask; slots_[i].number != kNone; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.print == print_of(hash) && is_same(entries_[slot.number])) return slot.number;
  }
  return kNone;
}

void FormTable::place(std::uint64_t hash, std::uint32_t number) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  while (slots_[i].number != kNone) i = (i + 1) & mask;
  slots_[i] = {print_of(hash), number};
}

std::uint32_t FormTable::add(FormEntry entry) {
  const auto number = static_cast<std::uint32_t>(entries_.size());
  const std::uint64_t hash = hash_of(entry.form);
  entry.hash = static_cast<std::uint32_t>(hash);
  entries_.push_back(std::move(entry));
  if (entries_.size() * 2 > slots_.size()) {
    slots_.assign(slots_.size() * 2, {});
    for (std::uint32_t i = 0; i < number; ++i) place(hash_of(entries_[i].form), i);
  }
  place(hash, number);
  return number;
}

}  // namespace ordalag
