// What a web page states of itself in its markup.
#pragma once

#include <string>

#include "indexer/extract/web/html_tree.hpp"

namespace ordalag::extract {

// Empty where the page does not say.
struct HtmlFacts {
  std::string title;  // og:title, else the title element without the site's name
  std::string date;   // ISO day of publication
  std::string url;    // canonical
  std::string site;
};

// Reads meta and link elements (Open Graph, Dublin Core), microdata, JSON-LD and, last, the first
// time element. Linear.
HtmlFacts read_facts(const xmlNode* root);

}  // namespace ordalag::extract
