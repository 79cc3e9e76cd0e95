#include "searcher/mcp/size_budget.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <string>
#include <vector>

#include "core/text/utf8.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

// Members that hold running text, which is still of use when its end is missing.
constexpr std::array<std::string_view, 13> kProse{
    "text",   "exact",        "prefix", "suffix", "lead_in", "before", "after",
    "source", "matched_text", "quote",  "raw",    "parsed",  "omitted"};
constexpr std::size_t kShortestText = 40;  // under this it is not worth cutting

// A text and the object that it stands in.
struct FoundText {
  json::object* object = nullptr;
  json::string* text = nullptr;
  std::size_t size() const { return text == nullptr ? kShortestText : text->size(); }
};

json::array* list_at(json::object& object, std::string_view name) {
  json::value* value = object.if_contains(name);
  return value == nullptr ? nullptr : value->if_array();
}

// The list of a path, or the lists of the objects in a list.
std::vector<json::array*> lists_at(json::object& answer, std::string_view path) {
  const std::size_t slash = path.find('/');
  json::array* outer = list_at(answer, path.substr(0, slash));
  if (outer == nullptr) return {};
  if (slash == std::string_view::npos) return {outer};
  std::vector<json::array*> lists;
  for (json::value& item : *outer)
    if (json::object* object = item.if_object())
      if (json::array* list = list_at(*object, path.substr(slash + 1))) lists.push_back(list);
  return lists;
}

void clear_facets(json::object& answer) {
  json::value* facets = answer.if_contains("facets");
  if (facets == nullptr || !facets->is_object()) return;
  for (auto& [name, list] : facets->get_object())
    if (list.is_array()) list.get_array().clear();
}

void find_longest(json::value& value, FoundText& longest) {
  if (json::array* list = value.if_array())
    for (json::value& inner : *list) find_longest(inner, longest);
  json::object* object = value.if_object();
  if (object == nullptr) return;
  for (auto& [key, inner] : *object) {
    json::string* text = inner.if_string();
    if (text == nullptr)
      find_longest(inner, longest);
    else if (text->size() > longest.size() &&
             std::ranges::find(kProse, std::string_view(key)) != kProse.end())
      longest = {object, text};
  }
}

// Takes away the ranges that end behind the first `letters` code points of a text.
void cut_ranges(json::value* ranges, std::size_t letters) {
  if (ranges == nullptr || !ranges->is_array()) return;
  json::array kept;
  for (const json::value& range : ranges->get_array())
    if (range.as_object().at("end").to_number<std::size_t>() <= letters) kept.push_back(range);
  *ranges = std::move(kept);
}

// Halves a text at a whole code point, and what is said of places in it.
void halve(const FoundText& found) {
  std::string kept(found.text->data(), found.text->size() / 2);
  while (!kept.empty() && first_invalid_utf8(kept)) kept.pop_back();
  const std::size_t letters = count_code_points(kept);
  const bool passage = found.object->if_contains("text") == nullptr ||
                       &found.object->at("text").get_string() == found.text;
  *found.text = kept + "…";
  if (!passage) return;
  cut_ranges(found.object->if_contains("highlights"), letters);
  json::array* themes = list_at(*found.object, "themes");
  for (std::size_t i = 0; themes != nullptr && i < themes->size(); ++i)
    cut_ranges((*themes)[i].as_object().if_contains("evidence"), letters);
}

}  // namespace

std::size_t size_of(const json::value& value) { return to_text(value).size(); }

std::size_t count_items(const json::object& answer, std::string_view path) {
  json::object copy = answer;
  std::size_t count = 0;
  for (const json::array* list : lists_at(copy, path)) count += list->size();
  return count;
}

std::vector<std::size_t> pass_over(json::object& answer, std::string_view path, std::size_t count) {
  const std::vector<json::array*> lists = lists_at(answer, path);
  std::vector<std::size_t> passed(lists.size());
  for (bool more = true; more && count > 0;) {
    more = false;
    for (std::size_t i = 0; i < lists.size() && count > 0; ++i) {
      if (passed[i] >= lists[i]->size()) continue;
      ++passed[i];
      --count;
      more = true;
    }
  }
  for (std::size_t i = 0; i < lists.size(); ++i)
    lists[i]->erase(lists[i]->begin(), lists[i]->begin() + static_cast<std::ptrdiff_t>(passed[i]));
  return passed;
}

bool fit(json::object& answer, std::size_t bytes, std::span<const CutList> lists,
         std::span<const std::size_t> passed) {
  std::size_t size = size_of(answer);
  bool cut = false;
  for (const CutList& wanted : lists) {
    const std::vector<json::array*> parts = lists_at(answer, wanted.path);
    // The place that the last item of a list had before any was passed over.
    const auto last_place = [&](std::size_t i) {
      const std::size_t before = i < passed.size() ? passed[i] : 0;
      return parts[i]->empty() ? 0 : parts[i]->size() + before;
    };
    for (std::size_t items = count_items(answer, wanted.path); size > bytes && items > wanted.least;
         --items) {
      std::size_t last = 0;
      for (std::size_t i = 1; i < parts.size(); ++i)
        if (last_place(i) >= last_place(last)) last = i;
      size -= std::min(size, size_of(parts[last]->back()) + 1);
      parts[last]->pop_back();
      cut = true;
    }
    passed = {};
  }
  if (size_of(answer) > bytes) {
    clear_facets(answer);
    cut = true;
  }
  json::value whole(std::move(answer));
  while (size_of(whole) > bytes) {
    FoundText longest;
    find_longest(whole, longest);
    if (longest.text == nullptr) break;
    halve(longest);
  }
  answer = std::move(whole.get_object());
  return cut;
}

}  // namespace ordalag
