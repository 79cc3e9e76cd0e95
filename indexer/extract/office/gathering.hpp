// What the runs of one paragraph add up to while they are walked.
#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/office/paragraph_sink.hpp"

namespace ordalag::extract {

struct Gathering {
  std::string text;
  std::size_t letters = 0, bold = 0;  // bytes of text, and those in bold
  std::vector<std::string> notes;
  std::vector<pugi::xml_node> boxes;  // text boxes anchored in it

  // Text, notes and whether all is bold; the boxes stay here.
  void hand_over(OfficeParagraph& paragraph) {
    paragraph.text = std::move(text);
    paragraph.notes = std::move(notes);
    paragraph.bold = letters > 0 && bold == letters;
  }
};

}  // namespace ordalag::extract
