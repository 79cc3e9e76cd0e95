#include "core/registry/toml_table.hpp"

#include <algorithm>
#include <fstream>
#include <limits>
#include <numeric>
#include <sstream>

namespace ordalag {
namespace {

std::string at_line(const std::string& file, toml::source_index line) {
  return line == 0 ? file : file + ":" + std::to_string(line);
}

// Levenshtein distance in bytes; keys are ASCII and short.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

std::string nearest(std::string_view key, std::initializer_list<std::string_view> known) {
  const auto* best = std::min_element(known.begin(), known.end(), [&](auto a, auto b) {
    return distance(key, a) < distance(key, b);
  });
  return std::string(*best);
}

}  // namespace

Result<std::string> read_configuration(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  // An empty file makes operator<< fail too, so that the state of `stream` alone decides.
  if (stream) text << stream.rdbuf();
  if (!stream || stream.bad()) return fail(ErrorCode::kBadConfig, "cannot read the file", file);
  return std::move(text).str();
}

Result<TomlTable> TomlTable::parse(std::string_view text, const std::string& file) {
  try {
    return TomlTable(std::make_shared<const toml::table>(toml::parse(text, file)), file);
  } catch (const toml::parse_error& wrong) {
    return fail(ErrorCode::kBadConfig, "not valid TOML: " + std::string(wrong.description()),
                at_line(file, wrong.source().begin.line));
  }
}

int TomlTable::line() const { return static_cast<int>(table_->source().begin.line); }

Error TomlTable::error(std::string_view key, std::string message, std::string hint) const {
  const toml::node* node = key.empty() ? nullptr : table_->get(key);
  const auto& source = node == nullptr ? table_->source() : node->source();
  return {ErrorCode::kBadConfig, std::move(message), std::move(hint),
          at_line(file_, source.begin.line), std::nullopt};
}

Status TomlTable::only(std::initializer_list<std::string_view> known) const {
  for (const auto& [key, node] : *table_) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    return fail(error(key.str(), "unknown key \"" + std::string(key.str()) + "\"",
                      "did you mean \"" + nearest(key.str(), known) + "\"?"));
  }
  return {};
}

Result<std::optional<std::string>> TomlTable::text(std::string_view key) const {
  const toml::node* node = table_->get(key);
  if (node == nullptr) return std::optional<std::string>();
  if (const auto* value = node->as_string()) return std::optional(value->get());
  if (const auto* value = node->as_date()) {  // date = 2026-05-01, without quotation marks
    std::ostringstream iso;
    iso << value->get();
    return std::optional(std::move(iso).str());
  }
  return fail(
      error(key, "\"" + std::string(key) + "\" must be a text", "put it in quotation marks"));
}

Result<std::optional<int>> TomlTable::number(std::string_view key) const {
  const toml::node* node = table_->get(key);
  if (node == nullptr) return std::optional<int>();
  const auto* value = node->as_integer();
  if (value == nullptr || value->get() < std::numeric_limits<int>::min() ||
      value->get() > std::numeric_limits<int>::max())
    return fail(error(key, "\"" + std::string(key) + "\" must be a whole number"));
  return std::optional(static_cast<int>(value->get()));
}

Result<std::optional<bool>> TomlTable::boolean(std::string_view key) const {
  const toml::node* node = table_->get(key);
  if (node == nullptr) return std::optional<bool>();
  const auto* value = node->as_boolean();
  if (value == nullptr)
    return fail(error(key, "\"" + std::string(key) + "\" must be true or false"));
  return std::optional(value->get());
}

Result<std::optional<std::vector<std::string>>> TomlTable::texts(std::string_view key) const {
  const toml::node* node = table_->get(key);
  if (node == nullptr) return std::optional<std::vector<std::string>>();
  std::vector<std::string> values;
  if (const auto* one = node->as_string()) {
    values.push_back(one->get());
    return std::optional(std::move(values));
  }
  const toml::array* list = node->as_array();
  if (list == nullptr || !std::all_of(list->begin(), list->end(),
                                      [](const toml::node& item) { return item.is_string(); }))
    return fail(error(key, "\"" + std::string(key) + "\" must be a list of texts"));
  values.reserve(list->size());
  for (const toml::node& item : *list) values.push_back(item.as_string()->get());
  return std::optional(std::move(values));
}

Result<std::vector<TomlTable>> TomlTable::tables(std::string_view key) const {
  std::vector<TomlTable> found;
  const toml::node* node = table_->get(key);
  if (node == nullptr) return found;
  const toml::array* list = node->as_array();
  if (list == nullptr || !std::all_of(list->begin(), list->end(),
                                      [](const toml::node& item) { return item.is_table(); }))
    return fail(error(key, "\"" + std::string(key) + "\" must be a list of tables",
                      "write [[" + std::string(key) + "]]"));
  found.reserve(list->size());
  for (const toml::node& item : *list) found.push_back(TomlTable({table_, item.as_table()}, file_));
  return found;
}

}  // namespace ordalag
