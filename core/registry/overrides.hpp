// Corrections made by people: themes and parties of documents and passages, over what was found.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/result.hpp"
#include "core/registry/parties.hpp"
#include "core/registry/themes.hpp"

namespace ordalag {

// What to do with a list of themes or parties: replace it, then add, then remove.
template <class Id>
struct ListChange {
  std::optional<std::vector<Id>> set;  // empty list: none
  std::vector<Id> add;
  std::vector<Id> remove;
  bool empty() const { return !set && add.empty() && remove.empty(); }
};

// One [[override]] table.
struct Override {
  DocumentId document;
  std::optional<PassageId> passage;  // of this passage only
  std::optional<std::string> text;   // of the passages of the document with exactly this text,
                                     // words with one blank between
  ListChange<ThemeId> themes;
  ListChange<PartyCode> party;
  std::string reason;  // for people; may be empty
  std::string where;   // "file:line"
};

class Overrides {
 public:
  Overrides() = default;
  // Reads overrides.toml. Errors: kBadConfig with file:line (unknown key, a theme or party that the
  // registries lack, an override without a target or without a change).
  static Result<Overrides> load(const std::filesystem::path& file, const ThemeRegistry& themes,
                                const PartyRegistry& parties);
  // The same from text; `name` stands for the file in errors.
  static Result<Overrides> parse(std::string_view text, const std::string& name,
                                 const ThemeRegistry& themes, const PartyRegistry& parties);
  // Adds those of a further file; they are applied after these.
  void merge(Overrides other);

  const std::vector<Override>& all() const { return all_; }
  // Numbers in all() of those for `document`, in order of application.
  const std::vector<std::size_t>& of(const DocumentId& document) const;

 private:
  void push(Override entry);

  std::vector<Override> all_;
  std::unordered_map<DocumentId, std::vector<std::size_t>> by_document_;
};

}  // namespace ordalag
