#include "indexer/extract/web/html_tree.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace ordalag::extract {
namespace {

constexpr std::array<std::string_view, 16> kMute = {
    "script", "style",    "template", "noscript", "svg",    "math",  "iframe", "object",
    "canvas", "textarea", "select",   "button",   "audio",  "video", "head",   "map"};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

}  // namespace

Result<HtmlPage> parse_html(std::string_view html) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  if (html.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return fail(ErrorCode::kTooLarge, "the page is too large");
  HtmlPage page(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions));
  if (!page || xmlDocGetRootElement(page.get()) == nullptr)
    return fail(ErrorCode::kBadInput, "there is no markup in it");
  return page;
}

bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }

std::string_view name_of(const xmlNode* node) {
  if (!is_element(node)) return {};
  const std::string_view name = view(node->name);
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string attribute(const xmlNode* element, const char* name) {
  if (!is_element(element)) return {};
  for (const xmlAttr* each = element->properties; each != nullptr; each = each->next)
    if (view(each->name) == name)
      return each->children == nullptr ? std::string() : std::string(view(each->children->content));
  return {};
}

bool has_attribute(const xmlNode* element, const char* name) {
  if (!is_element(element)) return false;
  for (const xmlAttr* each = element->properties; each != nullptr; each = each->next)
    if (view(each->name) == name) return true;
  return false;
}

bool is_mute(std::string_view name) {
  return std::find(kMute.begin(), kMute.end(), name) != kMute.end();
}

const xmlNode* next_after(const xmlNode* node, const xmlNode* root) {
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

const xmlNode* next_in(const xmlNode* node, const xmlNode* root) {
  return node->children != nullptr && node->type != XML_ENTITY_REF_NODE ? node->children
                                                                        : next_after(node, root);
}

std::string text_within(const xmlNode* node) {
  std::string text;
  for (const xmlNode* each = node; each != nullptr;) {
    if (each != node && is_mute(name_of(each))) {
      each = next_after(each, node);
      continue;
    }
    if (each->type == XML_TEXT_NODE || each->type == XML_CDATA_SECTION_NODE)
      text += view(each->content);
    each = next_in(each, node);
  }
  return text;
}

}  // namespace ordalag::extract
