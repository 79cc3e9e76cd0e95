// A document as a reader of the index sees it: everything but its text and its passages.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/document.hpp"

namespace ordalag {

using PassageNumber = std::uint32_t;   // dense number of a passage within one revision, from 1
using DocumentNumber = std::uint32_t;  // dense number of a document within one revision, from 0

// A document without its text and passages, as stored.
struct StoredDocument {
  DocumentFacts facts;
  SourceInfo source;
  std::vector<SectionPath> sections;
  std::vector<LeftOut> left_out;
  std::vector<std::string> page_labels;
  std::uint32_t passages = 0;       // how many
  PassageNumber first_passage = 0;  // its passages are numbered on from here, in text order
  std::uint32_t words = 0;          // tokens of its text
};

}  // namespace ordalag
