// The Swedish hunspell dictionary (DSSO): its entries, its suffix rules, and what they unfold to.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag {

struct DictionaryEntry {
  std::string word;   // as written
  std::string flags;  // one byte a flag

  bool has(char flag) const { return flags.find(flag) != std::string::npos; }
  bool has_any(std::string_view any) const {
    return flags.find_first_of(any) != std::string::npos;
  }
};

// What one entry unfolds to, as written.
struct EntryForms {
  std::vector<std::string> forms;   // inflected forms, the word itself among them
  std::vector<std::string> first;   // may begin a compound
  std::vector<std::string> middle;  // may stand inside one
  std::vector<std::string> last;    // may end one
};

// Flags of sv_SE.aff that the builder tells apart.
namespace flag {
inline constexpr char kForbidden = '%';
inline constexpr char kOnlyInCompound = 'Z';
inline constexpr char kFirst = 'X';
inline constexpr char kMiddle = 'U';
inline constexpr char kLast = 'Y';
inline constexpr char kAgent = 'T';  // -are, -isk: words of their own under one entry
}  // namespace flag

class HunspellDictionary {
 public:
  // Reads UTF-8 .aff and .dic files. Errors: kUnreadable. About half a second.
  static Result<HunspellDictionary> read(const std::filesystem::path& aff,
                                         const std::filesystem::path& dic);

  const std::vector<DictionaryEntry>& entries() const { return entries_; }

  // All forms of `entry`; flags in `without` are left out.
  EntryForms unfold(const DictionaryEntry& entry, std::string_view without = {}) const;

  // The forms that suffix class `flag` alone makes of `word`.
  std::vector<std::string> inflect(const std::string& word, char flag) const;

 private:
  struct SuffixRule {
    std::string strip;
    std::string add;
    std::string continuation;  // flags of the result
    struct Place {             // one letter of the condition, from the left
      std::u32string letters;  // empty: any
      bool negated = false;
    };
    std::vector<Place> condition;
  };

  static std::vector<SuffixRule::Place> parse_condition(std::string_view text);
  static bool applies(const SuffixRule& rule, const std::string& word,
                      const std::u32string& letters);

  std::vector<DictionaryEntry> entries_;
  std::array<std::vector<SuffixRule>, 128> suffixes_;
};

}  // namespace ordalag
