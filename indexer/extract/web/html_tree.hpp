// A web page as libxml2's tree, and the little that is asked of it.
#pragma once

#include <libxml/HTMLparser.h>

#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace ordalag::extract {

struct HtmlCloser {
  void operator()(xmlDoc* page) const { xmlFreeDoc(page); }
};
using HtmlPage = std::unique_ptr<xmlDoc, HtmlCloser>;

// Parses `html` (UTF-8) as browsers do: never strictly, nested 256 deep at most, nothing fetched.
// Errors: kBadInput when there is no element in it. Linear.
Result<HtmlPage> parse_html(std::string_view html);

bool is_element(const xmlNode* node);
// The name of an element in lower case, without namespace prefix; empty for other nodes.
std::string_view name_of(const xmlNode* node);
std::string attribute(const xmlNode* element, const char* name);
bool has_attribute(const xmlNode* element, const char* name);

// The text within `node`, as far as it is text to read (no scripts, styles, templates).
std::string text_within(const xmlNode* node);

// Elements whose content is never text of the page.
bool is_mute(std::string_view name);

// The next node in the order of the document, within `root`; null after the last.
const xmlNode* next_in(const xmlNode* node, const xmlNode* root);
// The same, leaving out what is within `node`.
const xmlNode* next_after(const xmlNode* node, const xmlNode* root);

}  // namespace ordalag::extract
