#include "searcher/render/csv.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "core/text/join.hpp"

namespace ordalag {
namespace {

constexpr std::string_view kBetween = "; ";  // the values of one cell

std::string codes(const Hit& hit) {
  std::vector<std::string> values;
  for (const PartyCode& code : hit.passage.attribution.party) values.push_back(code.value);
  return joined(values, kBetween);
}

std::string lines(const std::optional<LineRange>& range) {
  if (!range) return {};
  return std::to_string(range->first) + "-" + std::to_string(range->last);
}

std::string value(const std::optional<Fact>& fact) { return fact ? fact->value : std::string(); }

std::string score(const Hit& hit) {
  if (!hit.finding) return {};
  std::array<char, 32> digits;
  constexpr int kPlaces = 4;
  const auto end = std::to_chars(digits.begin(), digits.end(), hit.finding->score,
                                 std::chars_format::fixed, kPlaces)
                       .ptr;
  return {digits.begin(), end};
}

struct Column {
  std::string_view name;
  std::string (*of)(const Hit&);
};

constexpr std::array kColumns{
    Column{"rank", [](const Hit& h) { return h.finding ? std::to_string(h.finding->rank) : ""; }},
    Column{"score", score},
    Column{"id", [](const Hit& h) { return h.passage.id.value; }},
    Column{"document", [](const Hit& h) { return h.document.id.value; }},
    Column{"title", [](const Hit& h) { return value(h.document.title); }},
    Column{"party", codes},
    Column{"speaker", [](const Hit& h) { return h.passage.attribution.speaker.value_or(""); }},
    Column{"municipality", [](const Hit& h) { return value(h.document.municipality); }},
    Column{"date", [](const Hit& h) { return value(h.document.date); }},
    Column{"kind", [](const Hit& h) { return value(h.document.kind); }},
    Column{"section", [](const Hit& h) { return joined(h.section, kBetween); }},
    Column{"page", [](const Hit& h) { return h.passage.provenance.page_label.value_or(""); }},
    Column{"lines", [](const Hit& h) { return lines(h.passage.provenance.lines); }},
    Column{"printed_lines", [](const Hit& h) { return lines(h.passage.provenance.printed_lines); }},
    Column{"missing", [](const Hit& h) { return h.finding ? joined(h.finding->missing, kBetween) : ""; }},
    Column{"lead_in", [](const Hit& h) { return h.lead_in.value_or(""); }},
    Column{"text", [](const Hit& h) { return h.text; }},
    Column{"cite", [](const Hit& h) { return h.cite; }},
    Column{"url", [](const Hit& h) { return value(h.document.url); }},
    Column{"file", [](const Hit& h) { return h.source.file; }},
    Column{"sha256", [](const Hit& h) { return h.source.sha256; }},
};

}  // namespace

std::string csv_record(const std::vector<std::string>& fields) {
  std::string record;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) record += ',';
    if (fields[i].find_first_of(",\"\r\n") == std::string::npos) {
      record += fields[i];
      continue;
    }
    record += '"';
    for (const char c : fields[i]) record.append(c == '"' ? 2 : 1, c);
    record += '"';
  }
  return record + "\r\n";
}

std::vector<std::string> hit_columns() {
  std::vector<std::string> names;
  for (const Column& column : kColumns) names.emplace_back(column.name);
  return names;
}

std::vector<std::string> hit_fields(const Hit& hit) {
  std::vector<std::string> fields;
  for (const Column& column : kColumns) fields.push_back(column.of(hit));
  return fields;
}

std::string hit_csv_header() { return csv_record(hit_columns()); }
std::string hit_csv(const Hit& hit) { return csv_record(hit_fields(hit)); }

std::string facets_csv(const Facets& facets) {
  std::string text = csv_record({"facet", "value", "label", "count"});
  const std::array lists{std::pair{"party", &facets.party}, std::pair{"theme", &facets.theme},
                         std::pair{"municipality", &facets.municipality},
                         std::pair{"kind", &facets.kind}, std::pair{"year", &facets.year}};
  for (const auto& [name, counts] : lists)
    for (const FacetCount& row : *counts)
      text += csv_record({name, row.value, row.label, std::to_string(row.count)});
  return text;
}

}  // namespace ordalag
