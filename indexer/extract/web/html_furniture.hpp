// What of a web page is content, and what is the furniture around it.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "indexer/extract/web/html_tree.hpp"

namespace ordalag::extract {

// Why an element is left out; empty: it stays. The reasons are those of LeftOut.
using LeavingReason = std::string_view;

class HtmlFurniture {
 public:
  // Measures the page; `root` outlives the object. Linear.
  explicit HtmlFurniture(const xmlNode* root);

  // The element that holds the content: the main element, or else the only article with most of the text, or
  // the body.
  const xmlNode* content() const { return content_; }

  // Judges an element by its name, role, visibility, class and id, and by how much of its text are
  // links. What holds most of the content's text, or its first heading, always stays.
  LeavingReason reason_to_leave(const xmlNode* element) const;

  // The first h1 of the page, which stays even where it stands in a page header; may be null.
  const xmlNode* first_heading() const { return first_heading_; }

 private:
  struct Measure {
    std::uint32_t text = 0;     // bytes without white space
    std::uint32_t linked = 0;   // of them within links
    std::uint32_t links = 0;
    std::uint32_t anchors = 0;  // links within the page
    bool heading = false;       // holds the first heading
    bool button = false;
  };

  void measure(const xmlNode* root);
  void find_content(const xmlNode* root);
  const Measure& of(const xmlNode* element) const;
  LeavingReason by_links(const xmlNode* element, const Measure& own) const;

  std::unordered_map<const xmlNode*, Measure> measures_;
  const xmlNode* content_ = nullptr;
  const xmlNode* first_heading_ = nullptr;
  std::uint32_t content_text_ = 0;
};

}  // namespace ordalag::extract
