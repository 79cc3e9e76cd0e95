#include "searcher/mcp/size_budget.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <string>

#include "core/text/utf8.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

json::array* list_at(json::object& object, std::string_view name) {
  json::value* value = object.if_contains(name);
  return value == nullptr ? nullptr : value->if_array();
}

// The list to take from: that of the object itself, or the longest one of the objects in a list.
json::array* longest_list(json::object& answer, std::string_view path) {
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos) return list_at(answer, path);
  json::array* outer = list_at(answer, path.substr(0, slash));
  json::array* longest = nullptr;
  for (std::size_t i = 0; outer != nullptr && i < outer->size(); ++i) {
    json::object* object = (*outer)[i].if_object();
    json::array* list = object == nullptr ? nullptr : list_at(*object, path.substr(slash + 1));
    if (list != nullptr && (longest == nullptr || list->size() > longest->size())) longest = list;
  }
  return longest;
}

json::string* longest_text(json::value& value) {
  if (json::string* text = value.if_string()) return text;
  json::string* longest = nullptr;
  const auto consider = [&](json::value& inner) {
    json::string* text = longest_text(inner);
    if (text != nullptr && (longest == nullptr || text->size() > longest->size())) longest = text;
  };
  if (json::array* list = value.if_array())
    for (json::value& inner : *list) consider(inner);
  if (json::object* object = value.if_object())
    for (auto& [key, inner] : *object) consider(inner);
  return longest;
}

// Halves a text at a whole code point.
void halve(json::string& text) {
  std::string kept(text.data(), text.size() / 2);
  while (!kept.empty() && first_invalid_utf8(kept)) kept.pop_back();
  text = kept + "…";
}

}  // namespace

std::size_t size_of(const json::value& value) { return to_text(value).size(); }

bool fit(json::object& answer, std::size_t bytes, std::span<const std::string_view> lists) {
  std::size_t size = size_of(answer);
  bool cut = false;
  for (const std::string_view path : lists) {
    while (size > bytes) {
      json::array* list = longest_list(answer, path);
      if (list == nullptr || list->empty()) break;
      size -= std::min(size, size_of(list->back()) + 1);
      list->pop_back();
      cut = true;
    }
  }
  constexpr std::size_t kShortest = 40;  // a text under this is not worth cutting
  json::value whole(answer);
  while (size_of(whole) > bytes) {
    json::string* text = longest_text(whole);
    if (text == nullptr || text->size() < kShortest) break;
    halve(*text);
    cut = true;
  }
  answer = std::move(whole.get_object());
  return cut;
}

}  // namespace ordalag
