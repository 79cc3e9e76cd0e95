// Which parties exist, and under which names they are written.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/result.hpp"

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
  std::string colour;                // "#52BDEC"
  std::vector<PartyName> names;      // the present name first, then former and other names
  std::vector<std::string> members;  // words for its people as heads of compounds: "moderater(na)", ...
  bool riksdag = false;
};

// A party named in a text, and what it was written with.
struct PartyMention {
  PartyCode code;
  std::string prefix;  // "Västerås" of "Västeråsmoderaterna"; empty for the plain name
};

class PartyRegistry {
 public:
  // Reads parties.toml. Errors: kBadConfig with file:line (unknown key, double code, bad year, ...).
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

  // The party that one word names, as a whole ("Moderaterna", "moderaternas", "Vänsterpartiet",
  // "(S)" without brackets is `by_code`) or as the end of a compound ("Västeråsmoderaterna").
  // Case-insensitive. Empty when it names none.
  std::optional<PartyMention> by_word(std::string_view word) const;
  // The party that a phrase names ("Miljöpartiet de gröna", "Folkpartiet liberalerna", "V", "FP"),
  // in `year` when given: FP is L until 2015, and nobody's after.
  std::optional<PartyCode> resolve(std::string_view name, std::optional<int> year = {}) const;

 private:
  std::vector<Party> parties_;
};

}  // namespace ordalag
