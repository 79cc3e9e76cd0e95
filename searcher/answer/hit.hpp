// A passage as it is answered: text, provenance, citation. Plain data; renderers draw it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/document.hpp"
#include "core/store/index_reader.hpp"
#include "searcher/answer/level.hpp"
#include "searcher/snippet/snippet.hpp"

namespace ordalag {

enum class Language { kSwedish, kEnglish };

// Another place where nearly the same words stand: in an edition, or again in the same document.
struct EditionReference {
  PassageId id;
  DocumentId document;
  std::optional<std::string> title;
  bool identical = false;
};

// W3C Web Annotation's TextQuoteSelector, over the canonical text.
struct TextQuoteSelector {
  std::string exact, prefix, suffix;
};

struct LabelledTheme {
  ThemeTag tag;
  std::string label;
};

// A party that a passage names besides those that speak in it.
struct MentionedParty {
  PartyCode code;
  std::string label;
  std::vector<CodePointSpan> evidence;  // where, in the passage's text
};

// How a hit came to be one; absent in answers that search nothing.
struct Finding {
  std::uint32_t rank = 0;  // from 1
  double score = 0;
  Snippet snippet;
  std::vector<std::string> missing;  // words of the query that it lacks, as typed
};

struct Hit {
  PassageNumber number = 0;
  Passage passage;
  std::string text;
  std::optional<std::string> lead_in;
  SectionPath section;
  std::vector<LabelledTheme> themes;
  std::vector<MentionedParty> mentions;  // in the order in which they are first named
  DocumentFacts document;
  SourceInfo source;
  std::optional<Level> level;
  TextQuoteSelector selector;
  std::string source_link;
  std::optional<std::string> text_fragment;  // a link that marks the passage on its web page
  std::string self_link;
  std::string cite;
  std::vector<EditionReference> editions;
  std::optional<Finding> finding;
};

}  // namespace ordalag
