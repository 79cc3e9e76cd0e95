#include "indexer/extract/web/html_facts.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string_view>

#include "indexer/extract/stated_values.hpp"
#include "indexer/extract/text_builder.hpp"

namespace ordalag::extract {
namespace {

// Names of meta elements and of microdata that give the day of publication, best first.
constexpr std::array<std::string_view, 11> kDateNames = {
    "article:published_time", "datepublished", "dcterms.issued", "dcterms.date",
    "dc.date.issued",         "dc.date",       "dcterms.created", "publishdate",
    "published",              "pubdate",       "date"};
constexpr std::string_view kFirstTime = "time";  // of a time element

std::string lower_ascii(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// The value of "datePublished" in JSON-LD.
std::string published_in_json(const xmlNode* script) {
  if (script->children == nullptr || script->children->content == nullptr) return {};
  const std::string_view json = reinterpret_cast<const char*>(script->children->content);
  constexpr std::string_view kKey = "\"datePublished\"";
  std::size_t at = json.find(kKey);
  if (at == std::string_view::npos) return {};
  at = json.find('"', at + kKey.size());
  return at == std::string_view::npos ? std::string() : iso_day(json.substr(at + 1));
}

// "Bygg fler skolor – Älvfors kommun" without the site, which stands after the last separator.
std::string without_site(const std::string& title, const std::string& site) {
  static constexpr std::array<std::string_view, 4> kSeparators = {" | ", " – ", " - ", " — "};
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string::npos || at == 0) continue;
    const std::string tail = title.substr(at + separator.size());
    if (separator == kSeparators.front() || (!site.empty() && tail == site)) return title.substr(0, at);
  }
  return title;
}

class FactFinder {
 public:
  void look_at(const xmlNode* node) {
    const std::string_view name = name_of(node);
    if (name == "meta") look_at_meta(node);
    else if (name == "link" && lower_ascii(attribute(node, "rel")) == "canonical")
      facts_.url = one_line(attribute(node, "href"));
    else if (name == "title" && element_title_.empty()) element_title_ = one_line(text_within(node));
    else if (name == "script" && attribute(node, "type") == "application/ld+json")
      note_date("datepublished", published_in_json(node));
    else if (name == "time") note_date(kFirstTime, iso_day(attribute(node, "datetime")));
    const std::string property = lower_ascii(attribute(node, "itemprop"));
    if (property == "datepublished") {
      note_date(property, iso_day(attribute(node, "content")));
      note_date(property, iso_day(attribute(node, "datetime")));
    }
  }

  HtmlFacts finish() {
    for (const std::string_view name : kDateNames)
      if (facts_.date.empty() && dates_.contains(name)) facts_.date = dates_.find(name)->second;
    if (facts_.date.empty() && dates_.contains(kFirstTime)) facts_.date = dates_.find(kFirstTime)->second;
    if (facts_.url.empty()) facts_.url = open_graph_url_;
    if (facts_.title.empty()) facts_.title = without_site(element_title_, facts_.site);
    return std::move(facts_);
  }

 private:
  void look_at_meta(const xmlNode* node) {
    std::string name = lower_ascii(attribute(node, "property"));
    if (name.empty()) name = lower_ascii(attribute(node, "name"));
    const std::string content = one_line(attribute(node, "content"));
    if (content.empty()) return;
    if (name == "og:title") facts_.title = content;
    else if (name == "og:site_name") facts_.site = content;
    else if (name == "og:url") open_graph_url_ = content;
    else if (std::find(kDateNames.begin(), kDateNames.end(), name) != kDateNames.end())
      note_date(name, iso_day(content));
  }

  void note_date(std::string_view name, const std::string& day) {
    if (!day.empty()) dates_.emplace(name, day);
  }

  HtmlFacts facts_;
  std::string element_title_, open_graph_url_;
  std::map<std::string, std::string, std::less<>> dates_;
};

}  // namespace

HtmlFacts read_facts(const xmlNode* root) {
  FactFinder finder;
  for (const xmlNode* node = root; node != nullptr; node = next_in(node, root))
    if (is_element(node)) finder.look_at(node);
  return finder.finish();
}

}  // namespace ordalag::extract
