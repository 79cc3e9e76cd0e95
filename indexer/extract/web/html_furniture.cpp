#include "indexer/extract/web/html_furniture.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

namespace ordalag::extract {
namespace {

constexpr LeavingReason kNavigation = "navigation";
constexpr LeavingReason kFooter = "footer";
constexpr LeavingReason kCookies = "cookie_notice";
constexpr LeavingReason kContents = "table_of_contents";
constexpr LeavingReason kHidden = "hidden";

using Row = std::pair<std::string_view, LeavingReason>;

// Elements that HTML itself calls furniture.
constexpr std::array<Row, 7> kByName = {{{"nav", kNavigation},
                                         {"aside", kNavigation},
                                         {"menu", kNavigation},
                                         {"header", kNavigation},
                                         {"form", kNavigation},
                                         {"dialog", kCookies},
                                         {"footer", kFooter}}};

// ARIA landmarks and the like (WAI-ARIA 1.2).
constexpr std::array<Row, 12> kByRole = {{{"navigation", kNavigation},
                                          {"banner", kNavigation},
                                          {"search", kNavigation},
                                          {"menu", kNavigation},
                                          {"menubar", kNavigation},
                                          {"toolbar", kNavigation},
                                          {"tablist", kNavigation},
                                          {"complementary", kNavigation},
                                          {"dialog", kCookies},
                                          {"alertdialog", kCookies},
                                          {"alert", kCookies},
                                          {"contentinfo", kFooter}}};

// Words of classes and ids ("main-nav", "siteFooter", "cookie_banner"), Swedish and English.
constexpr std::array<Row, 48> kByWord = {{{"nav", kNavigation},
                                          {"navbar", kNavigation},
                                          {"navigation", kNavigation},
                                          {"navigering", kNavigation},
                                          {"menu", kNavigation},
                                          {"submenu", kNavigation},
                                          {"meny", kNavigation},
                                          {"undermeny", kNavigation},
                                          {"huvudmeny", kNavigation},
                                          {"breadcrumb", kNavigation},
                                          {"breadcrumbs", kNavigation},
                                          {"brodsmulor", kNavigation},
                                          {"sidebar", kNavigation},
                                          {"sidhuvud", kNavigation},
                                          {"search", kNavigation},
                                          {"searchbox", kNavigation},
                                          {"sok", kNavigation},
                                          {"share", kNavigation},
                                          {"sharing", kNavigation},
                                          {"social", kNavigation},
                                          {"dela", kNavigation},
                                          {"related", kNavigation},
                                          {"relaterat", kNavigation},
                                          {"relaterade", kNavigation},
                                          {"pagination", kNavigation},
                                          {"pager", kNavigation},
                                          {"toolbar", kNavigation},
                                          {"skip", kNavigation},
                                          {"skiplink", kNavigation},
                                          {"newsletter", kNavigation},
                                          {"nyhetsbrev", kNavigation},
                                          {"advert", kNavigation},
                                          {"annons", kNavigation},
                                          {"promo", kNavigation},
                                          {"puff", kNavigation},
                                          {"puffar", kNavigation},
                                          {"comments", kNavigation},
                                          {"footer", kFooter},
                                          {"sidfot", kFooter},
                                          {"colophon", kFooter},
                                          {"copyright", kFooter},
                                          {"cookie", kCookies},
                                          {"cookies", kCookies},
                                          {"cookiebar", kCookies},
                                          {"kakor", kCookies},
                                          {"consent", kCookies},
                                          {"gdpr", kCookies},
                                          {"modal", kCookies}}};

template <std::size_t N>
LeavingReason find_in(const std::array<Row, N>& rows, std::string_view wanted) {
  for (const auto& [name, reason] : rows)
    if (name == wanted) return reason;
  return {};
}

// The reason that a word of `names` (a class or id attribute) gives. Words end at signs and before
// capital letters.
LeavingReason by_words(std::string_view names) {
  std::string word;
  const auto judge = [&] {
    const LeavingReason reason = find_in(kByWord, word);
    word.clear();
    return reason;
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto c = static_cast<unsigned char>(names[i]);
    const bool after_lower = i > 0 && std::islower(static_cast<unsigned char>(names[i - 1])) != 0;
    if (std::isupper(c) != 0 && after_lower)
      if (const LeavingReason reason = judge(); !reason.empty()) return reason;
    if (std::isalnum(c) != 0 || c >= 0x80)
      word += static_cast<char>(std::tolower(c));
    else if (const LeavingReason reason = judge(); !reason.empty())
      return reason;
  }
  return judge();
}

bool is_hidden(const xmlNode* element) {
  if (has_attribute(element, "hidden") || attribute(element, "aria-hidden") == "true") return true;
  std::string style = attribute(element, "style");
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

std::uint32_t dense_size(const xmlNode* text) {
  std::uint32_t size = 0;
  for (const xmlChar* c = text->content; c != nullptr && *c != 0; ++c) size += *c > ' ';
  return size;
}

bool may_hold_links(std::string_view name) {
  return name == "ul" || name == "ol" || name == "div" || name == "section" || name == "p" ||
         name == "table" || name == "dl";
}

}  // namespace

HtmlFurniture::HtmlFurniture(const xmlNode* root) {
  measure(root);
  find_content(root);
  content_text_ = of(content_).text;
}

void HtmlFurniture::measure(const xmlNode* root) {
  // Nodes in the order of the document: going backwards, children come before their parents.
  std::vector<const xmlNode*> order;
  for (const xmlNode* node = root; node != nullptr;) {
    const std::string_view name = name_of(node);
    if (name == "h1" && first_heading_ == nullptr && !text_within(node).empty()) first_heading_ = node;
    const bool mute = is_mute(name) && name != "button";
    if (!mute) order.push_back(node);
    node = mute ? next_after(node, root) : next_in(node, root);
  }
  for (auto node = order.rbegin(); node != order.rend(); ++node) {
    Measure own = measures_[*node];
    const std::string_view name = name_of(*node);
    if ((*node)->type == XML_TEXT_NODE) own.text = dense_size(*node);
    if (name == "a" && has_attribute(*node, "href")) {
      own.linked = own.text;
      ++own.links;
      if (attribute(*node, "href").starts_with('#')) ++own.anchors;
    }
    if (name == "button") own = {0, 0, 0, 0, false, true};
    if (*node == first_heading_) own.heading = true;
    measures_[*node] = own;
    if (*node == root) continue;
    Measure& parent = measures_[(*node)->parent];
    parent.text += own.text;
    parent.linked += own.linked;
    parent.links += own.links;
    parent.anchors += own.anchors;
    parent.heading |= own.heading;
    parent.button |= own.button;
  }
}

void HtmlFurniture::find_content(const xmlNode* root) {
  const xmlNode* main = nullptr;
  const xmlNode* body = nullptr;
  std::vector<const xmlNode*> articles;
  for (const xmlNode* node = root; node != nullptr; node = next_in(node, root)) {
    const std::string_view name = name_of(node);
    if (name == "body" && body == nullptr) body = node;
    const bool is_main = name == "main" || (is_element(node) && attribute(node, "role") == "main");
    if (is_main && (main == nullptr || of(node).text > of(main).text)) main = node;
    if (name == "article") articles.push_back(node);
  }
  if (body == nullptr) body = root;
  // A main element that holds hardly anything is a frame that a script would fill.
  const std::uint32_t all = of(body).text;
  if (main != nullptr && of(main).text * 10 >= all) {
    content_ = main;
    return;
  }
  const auto best = std::max_element(
      articles.begin(), articles.end(),
      [&](const xmlNode* a, const xmlNode* b) { return of(a).text < of(b).text; });
  content_ = best != articles.end() && of(*best).text * 10 >= all * 4 ? *best : body;
}

const HtmlFurniture::Measure& HtmlFurniture::of(const xmlNode* element) const {
  static const Measure kNothing;
  const auto found = measures_.find(element);
  return found == measures_.end() ? kNothing : found->second;
}

LeavingReason HtmlFurniture::by_links(const xmlNode* element, const Measure& own) const {
  constexpr std::uint32_t kFewestLinks = 3;
  constexpr std::uint32_t kLongestLink = 80;  // bytes on average: longer ones are sentences
  if (own.links < kFewestLinks || !may_hold_links(name_of(element))) return {};
  if (own.linked * 10 < own.text * 8 || own.linked > own.links * kLongestLink) return {};
  return own.anchors * 2 > own.links ? kContents : kNavigation;
}

LeavingReason HtmlFurniture::reason_to_leave(const xmlNode* element) const {
  const std::string_view name = name_of(element);
  if (name.empty() || name == "body" || name == "main" || name == "html") return {};
  const Measure& own = of(element);
  if (own.heading || own.text * 2 > content_text_) return {};
  if (is_hidden(element)) return kHidden;
  if (name == "footer" && is_element(element->parent) && name_of(element->parent) == "blockquote")
    return {};  // who is quoted
  if (const LeavingReason reason = find_in(kByName, name); !reason.empty()) return reason;
  if (const LeavingReason reason = find_in(kByRole, attribute(element, "role")); !reason.empty())
    return reason;
  for (const char* names : {"class", "id"})
    if (const LeavingReason reason = by_words(attribute(element, names)); !reason.empty())
      return reason;
  constexpr std::uint32_t kLongestNotice = 1500;
  if (own.button && own.text < kLongestNotice && (name == "div" || name == "section")) {
    const std::string text = text_within(element);
    if (text.find("cookie") != std::string::npos || text.find("kakor") != std::string::npos)
      return kCookies;
  }
  return by_links(element, own);
}

}  // namespace ordalag::extract
