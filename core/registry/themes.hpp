// Which themes exist, and which words speak for and against each.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/result.hpp"

namespace ordalag {

// What one occurrence of a term is worth for its theme, by the list it stands in.
struct ThemeTier {
  std::string_view name;  // key in themes.toml
  double weight;
};
inline constexpr std::array kThemeTiers{
    ThemeTier{"decisive", 4}, ThemeTier{"strong", 2},   ThemeTier{"supporting", 1},
    ThemeTier{"neutral", 0},  ThemeTier{"against", -2},
};

// Where a term counts. The notation is that of themes.toml.
enum class TermScope {
  kAnywhere,  // "skola": the word, or an element of a compound
  kWord,      // "|skola|": the word, no compound
  kForm,      // "=skolan": this form of the word only, as in queries
  kHead,      // "-skola": a compound that ends in it
  kModifier,  // "skola-": a compound that has it before the end
  kPhrase,    // "våld i nära relationer": these words in this order
};

struct ThemeTerm {
  std::string text;  // one word, or several with one space between; without the marks of its scope
  TermScope scope = TermScope::kAnywhere;
  std::size_t tier = 0;  // index in kThemeTiers

  double weight() const { return kThemeTiers[tier].weight; }
  std::string notation() const;  // as themes.toml writes it
  friend bool operator==(const ThemeTerm&, const ThemeTerm&) = default;
};

struct Theme {
  ThemeId id;
  std::optional<ThemeId> parent;  // of a sub-theme; always an area (two levels)
  std::string label;              // Swedish
  std::string label_en;
  std::string definition;
  std::vector<std::string> comparative_agendas;  // major topic codes, "14"
  std::vector<std::string> manifesto;            // category codes, "504"
  std::vector<ThemeTerm> vocabulary;
};

class ThemeRegistry {
 public:
  // Reads themes.toml. Errors: kBadConfig with file:line (unknown key, a theme without label, a
  // parent that is no area, a term that stands twice in one theme, ...).
  static Result<ThemeRegistry> load(const std::filesystem::path& file);
  // The same from text; `name` stands for the file in errors.
  static Result<ThemeRegistry> parse(std::string_view text, const std::string& name);
  // Adds the themes of a further file. Of a theme that exists already, the keys that the file gives
  // replace what was there. Errors as in load; the registry is then unchanged.
  Status add(const std::filesystem::path& file);
  // The same from text.
  Status add_text(std::string_view text, const std::string& name);
  // All that was read, as TOML that `parse` reads back: the index keeps it beside the tags.
  std::string text() const;

  const std::vector<Theme>& themes() const { return themes_; }
  const Theme* find(const ThemeId& id) const;
  // Index in themes() of the parent; empty for an area.
  std::optional<std::size_t> parent_of(std::size_t theme) const;

 private:
  std::vector<Theme> themes_;
  std::unordered_map<ThemeId, std::size_t> numbers_;
};

}  // namespace ordalag
