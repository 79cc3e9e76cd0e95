// The lexicon at run time: sv.lex mapped into memory, looked up by hash.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "core/language/lexicon_format.hpp"

namespace ordalag {

// Read-only; safe to share between threads. An empty lexicon (default) holds nothing.
class Lexicon {
 public:
  Lexicon() = default;
  ~Lexicon();
  Lexicon(Lexicon&& other) noexcept;
  Lexicon& operator=(Lexicon&& other) noexcept;
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  // Maps `path`. Errors: kUnreadable; kBadConfig when it is no lexicon of this version. Constant
  // time but for the check of the sizes.
  static Result<Lexicon> open(const std::filesystem::path& path);

  bool empty() const { return forms_ == nullptr; }
  const LexiconHeader& header() const { return *header_; }

  // The entry of a folded form, or null; `hash` is WordHash(form).value().
  const FormEntry* form(std::uint64_t hash) const {
    return find(forms_, header_ == nullptr ? 0 : header_->form_slots, hash);
  }
  const FormEntry* form(std::string_view word) const { return form(WordHash(word).value()); }
  const ModifierEntry* modifier(std::uint64_t hash) const {
    if (filter_ == nullptr) return nullptr;
    const std::uint64_t bit = filter_bit(hash);
    if ((filter_[bit / 64] >> (bit % 64) & 1) == 0) return nullptr;
    return find(modifiers_, header_ == nullptr ? 0 : header_->modifier_slots, hash);
  }
  const ModifierEntry* modifier(std::string_view word) const {
    return modifier(WordHash(word).value());
  }

  // True for names that are never split.
  bool is_whole(std::string_view word) const;

  // `word` after edit rule `rule`.
  std::string edit(std::string_view word, std::uint16_t rule) const;

 private:
  template <class Entry>
  static const Entry* find(const Entry* table, std::uint32_t slots, std::uint64_t hash) {
    if (table == nullptr) return nullptr;
    const std::uint32_t print = print_of(hash);
    for (std::uint32_t i = slot_of(hash, slots); table[i].print != 0;) {
      if (table[i].print == print) return table + i;
      if (++i == slots) i = 0;
    }
    return nullptr;
  }

  struct EditRule {
    std::uint8_t cut = 0;  // bytes dropped from the end
    std::string_view add;
  };

  void* map_ = nullptr;
  std::size_t size_ = 0;
  const LexiconHeader* header_ = nullptr;
  const std::uint64_t* filter_ = nullptr;
  const FormEntry* forms_ = nullptr;
  const ModifierEntry* modifiers_ = nullptr;
  const std::uint32_t* wholes_ = nullptr;
  std::vector<EditRule> rules_;
};

}  // namespace ordalag
