// Which parties exist, and under which names they are written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/result.hpp"
#include "core/registry/names.hpp"

namespace ordalag {

struct PartyName {
  std::string name;         // "Folkpartiet liberalerna"
  std::string short_form;   // "FP"; may be empty
  std::optional<int> from;  // first year of use; empty: always
  std::optional<int> to;    // last year of use; empty: still
};

struct Party {
  PartyCode code;
  std::string label;                 // "Moderaterna"
  std::string label_en;              // "Moderate Party"
  std::string colour;                // "#52BDEC"; may be empty
  std::vector<PartyName> names;      // the present name first, then former and other names
  std::vector<std::string> members;  // words that name it also as the end of a compound:
                                     // "moderaterna" (Västeråsmoderaterna), "sossarna", ...
  std::vector<std::string> except;   // words that end so and name another thing: "nyliberalerna"
  bool riksdag = false;
};

// A party named in a text, and what it was written with.
struct PartyMention {
  PartyCode code;
  std::string prefix;  // "Västerås" of "Västeråsmoderaterna"; empty for the plain name
  friend bool operator==(const PartyMention&, const PartyMention&) = default;
};

class PartyRegistry {
 public:
  // Reads parties.toml. Errors: kBadConfig with file:line (unknown key, double code, bad year, a
  // name that two parties bear in the same years, ...).
  static Result<PartyRegistry> load(const std::filesystem::path& file);
  // The same from text; `name` stands for the file in errors.
  static Result<PartyRegistry> parse(std::string_view text, const std::string& name);
  // Adds the parties of a further file (local parties); a repeated code is an error.
  Status add(const std::filesystem::path& file);
  // All that was read, as TOML that `parse` reads back: the index keeps it, so that a reader shows
  // the names and colours the documents were attributed with.
  std::string text() const;

  const std::vector<Party>& parties() const { return parties_; }
  const Party* find(const PartyCode& code) const;

  // The party that one word names, as a whole ("Moderaterna", "moderaternas", "Vänsterpartiet";
  // abbreviations such as "S" are for `resolve`) or as the end of a compound
  // ("Västeråsmoderaterna"). Case-insensitive. Empty when it names none. Some 10 ns for a
  // word that does not end as one of the names does.
  std::optional<PartyMention> by_word(std::string_view word) const;
  // True when some name or code of several words, with spaces or hyphens between them, begins with
  // this one. Case-insensitive.
  bool opens_name(std::string_view word) const;
  // False when `text` names no party (party_mentions.hpp) in any year; true when it may. A few
  // instructions a byte.
  bool may_be_named_in(std::string_view text) const;
  // The party that a phrase names ("Miljöpartiet de gröna", "Folkpartiet liberalerna", "V", "FP"),
  // in `year` when given: FP is L until 2015, and nobody's after. A code names its party always.
  // Case-insensitive, with or without a genitive -s.
  std::optional<PartyCode> resolve(std::string_view name, std::optional<int> year = {}) const;

 private:
  struct Bearer {  // who bears a name, and which of its names it is
    std::size_t party = 0;
    std::size_t name = 0;
  };
  Status take(std::string_view text, const std::string& file);
  Status index_party(std::size_t number, const std::string& where);
  void add_word(const std::string& key, std::size_t party);
  void add_opening(const std::string& key);
  void add_ending(std::string_view key);
  // Whether a word of `size` bytes with this ending may be, or end in, one of them.
  bool has_ending(std::uint64_t ending, std::size_t size) const;
  bool may_end_in_name(std::string_view word) const;
  std::optional<PartyMention> find_word(std::string_view key, std::string_view word) const;

  std::vector<Party> parties_;
  NameMap<std::size_t> codes_;             // name_key(code) -> party
  NameMap<std::vector<Bearer>> names_;     // name_key of a name or an abbreviation -> bearers
  NameMap<std::size_t> words_;             // single words -> party
  NameMap<std::size_t> heads_;             // compound ends -> party
  NameMap<std::size_t> except_;            // words that name no party although they end so
  std::vector<std::size_t> head_lengths_;  // bytes, longest first
  std::set<std::string, std::less<>> openings_;  // first words of names of several words
  bool short_opening_ = false;  // one of them is too short to have an ending
  // By the last six bytes of the longer words of words_ and openings_, and the last three of the
  // others, true when one ends so: spares most words the look-ups.
  using Endings = std::vector<bool>;
  Endings long_endings_ = Endings(1U << 16U);
  Endings short_endings_ = Endings(1U << 16U);
};

}  // namespace ordalag
