// The layout of sv.lex, shared by its writer (ordalag-lexicon) and its reader (Lexicon).
//
// Header, modifier filter, form table, modifier table, whole table, edit rules; native byte order (the file is made
// on the machine that reads it). The tables hold no strings, only 32 bits of a 64-bit hash: the
// other 32 choose the slot, so a word that is not in the table is taken for one that is about once
// in two thousand million look-ups.
#pragma once

#include <cstdint>
#include <string_view>

namespace ordalag {

inline constexpr std::string_view kLexiconMagic = "ORDLEX04";
inline constexpr std::uint16_t kNoRule = 0xFFFF;
inline constexpr std::uint8_t kNoCost = 0xFF;

// Costs are -8 * ln(probability), so a byte spans 0 to 31.75 nats.
inline constexpr float kCostScale = 8.0F;

struct LexiconHeader {
  char magic[8];
  std::uint64_t config_hash;   // StemmerConfig::lexicon_hash it was built with
  std::uint64_t content_hash;  // xxh3 of all bytes after the header
  std::uint32_t form_slots;
  std::uint32_t modifier_slots;
  std::uint32_t whole_count;
  std::uint32_t rule_count;
  std::uint32_t rule_bytes;
  std::uint32_t reserved;
};

// Flags of a form.
inline constexpr std::uint8_t kListed = 1;    // a word of its own, not only an element
inline constexpr std::uint8_t kNounForm = 2;  // of a noun
inline constexpr std::uint8_t kNameForm = 4;  // written with a capital only
inline constexpr std::uint8_t kSimple = 8;    // listed, and no compound: spares the division

// An inflected form; or, with a hyphen at its end, an opening that the dictionary writes with one ("it-").
struct FormEntry {
  std::uint32_t print;           // hash of the form, 0: a free slot
  std::uint16_t lemma_rule;      // form -> lemma; kNoRule: none
  std::uint16_t element_rule;    // the same when the form ends a compound (nouns preferred)
  std::uint8_t flags;
  std::uint8_t cost_in_listed;   // as last element of a word that is itself in the dictionary
  std::uint8_t cost_in_unlisted; // ... that is not; kNoCost: cannot be one
  std::uint8_t reserved;
};

// A form that a word takes as first or middle element ("heltids", "gatu").
struct ModifierEntry {
  std::uint32_t print;
  std::uint16_t lemma_rule;
  std::uint8_t cost_in_listed;
  std::uint8_t cost_in_unlisted;
};

static_assert(sizeof(LexiconHeader) == 48 && sizeof(FormEntry) == 12 && sizeof(ModifierEntry) == 8);

// FNV-1a with a final mix; `add` byte by byte lets a loop hash all prefixes of a word in one pass.
class WordHash {
 public:
  WordHash() = default;
  explicit WordHash(std::string_view text) {
    for (char c : text) add(c);
  }
  void add(char c) {
    state_ ^= static_cast<unsigned char>(c);
    state_ *= 0x100000001b3ULL;
  }
  std::uint64_t value() const {
    std::uint64_t h = state_ ^ (state_ >> 32);
    h *= 0x9E3779B97F4A7C15ULL;
    return h ^ (h >> 29);
  }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

// The modifier filter: one bit a modifier in 2^20, so that of the beginnings of a word that are no
// modifiers nine in ten are seen to be none without a look into the table. 128 kB stay in cache.
inline constexpr std::uint32_t kFilterWords = (1U << 20) / 64;
inline std::uint64_t filter_bit(std::uint64_t hash) { return (hash >> 20) & ((1U << 20) - 1); }

inline std::uint32_t slot_of(std::uint64_t hash, std::uint32_t slots) {
  return static_cast<std::uint32_t>(((hash >> 32) * slots) >> 32);
}
inline std::uint32_t print_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash) | 1U;
}

}  // namespace ordalag
