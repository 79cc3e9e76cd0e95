#include <boost/json/array.hpp>

#include "searcher/render/csv.hpp"
#include "searcher/render/display_width.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/listing.hpp"
#include "searcher/render/words.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

json::value year_or_null(const std::optional<int>& year) {
  return year ? json::value(*year) : json::value(nullptr);
}

json::array names_json(const std::vector<PartyName>& names) {
  json::array list;
  for (const PartyName& name : names)
    list.push_back({{"name", name.name},
                    {"short_form",
                     name.short_form.empty() ? json::value(nullptr) : json::value(name.short_form)},
                    {"from", year_or_null(name.from)},
                    {"to", year_or_null(name.to)}});
  return list;
}

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

// A line of columns: id, label, figure at the right.
std::string line(std::string_view id, std::string_view label, std::uint32_t count) {
  constexpr std::uint32_t kIdWidth = 34;
  constexpr std::uint32_t kLabelWidth = 36;
  const auto pad = [](std::string_view text, std::uint32_t width) {
    const std::uint32_t used = display_width(text);
    return std::string(text) + std::string(used < width ? width - used : 1, ' ');
  };
  const std::string figure = std::to_string(count);
  return pad(id, kIdWidth) + pad(label, kLabelWidth) +
         std::string(figure.size() < 8 ? 8 - figure.size() : 0, ' ') + figure + "\n";
}

}  // namespace

json::object parties_json(const std::vector<PartyCount>& counts, const IndexInfo& index) {
  json::array list;
  for (const PartyCount& row : counts)
    list.push_back({{"id", row.party.code.value},
                    {"label", row.party.label},
                    {"label_en", text_or_null(row.party.label_en)},
                    {"colour", text_or_null(row.party.colour)},
                    {"riksdag", row.party.riksdag},
                    {"names", names_json(row.party.names)},
                    {"passages", row.passages},
                    {"documents", row.documents}});
  return {
      {"schema_version", kJsonVersion}, {"index", index_json(index)}, {"parties", std::move(list)}};
}

std::string parties_text(const std::vector<PartyCount>& counts, const TextOptions& options) {
  std::string text;
  for (const PartyCount& row : counts) {
    const bool english = options.language == Language::kEnglish && !row.party.label_en.empty();
    text +=
        line(row.party.code.value, english ? row.party.label_en : row.party.label, row.passages);
  }
  return text;
}

std::string parties_csv(const std::vector<PartyCount>& counts) {
  std::string text = csv_record({"id", "label", "label_en", "passages", "documents"});
  for (const PartyCount& row : counts)
    text += csv_record({row.party.code.value, row.party.label, row.party.label_en,
                        std::to_string(row.passages), std::to_string(row.documents)});
  return text;
}

json::object themes_json(const std::vector<ThemeCount>& counts, const IndexInfo& index) {
  json::array list;
  for (const ThemeCount& row : counts) {
    const Theme* theme = row.theme;
    list.push_back(
        {{"id", row.id.value},
         {"parent", theme != nullptr && theme->parent ? json::value(theme->parent->value)
                                                      : json::value(nullptr)},
         {"label", theme != nullptr ? theme->label : row.id.value},
         {"label_en", theme != nullptr ? text_or_null(theme->label_en) : json::value(nullptr)},
         {"passages", row.passages}});
  }
  return {
      {"schema_version", kJsonVersion}, {"index", index_json(index)}, {"themes", std::move(list)}};
}

std::string themes_text(const std::vector<ThemeCount>& counts, const TextOptions& options) {
  if (counts.empty()) return say(Phrase::kNoThemes, options.language) + "\n";
  std::string text;
  for (const ThemeCount& row : counts) {
    const Theme* theme = row.theme;
    const bool english =
        theme != nullptr && options.language == Language::kEnglish && !theme->label_en.empty();
    const std::string& label = theme == nullptr ? row.id.value
                               : english        ? theme->label_en
                                                : theme->label;
    const bool below = theme != nullptr && theme->parent;
    text += line((below ? "  " : "") + row.id.value, label, row.passages);
  }
  return text;
}

std::string themes_csv(const std::vector<ThemeCount>& counts) {
  std::string text = csv_record({"id", "parent", "label", "label_en", "passages"});
  for (const ThemeCount& row : counts) {
    const Theme* theme = row.theme;
    text += csv_record({row.id.value, theme != nullptr && theme->parent ? theme->parent->value : "",
                        theme != nullptr ? theme->label : "",
                        theme != nullptr ? theme->label_en : "", std::to_string(row.passages)});
  }
  return text;
}

}  // namespace ordalag
