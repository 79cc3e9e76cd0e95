// How a passage is cited and linked.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/answer/hit.hpp"
#include "searcher/answer/registries.hpp"

namespace ordalag {

// "Vänsterpartiet, Program för bostäder, avsnitt Hyror, s. 3, rad 14–20": who, which text, where.
// What is not known is left out; a document without a title goes by its file (or its id, when the
// file holds many). Line numbers that the document itself prints are preferred to those of the
// file.
std::string cite(const Hit& hit, const Registries& registries, Language language);

// The address of the source: its url, else its file; with the page as a fragment when known.
std::string source_link(const Hit& hit);

// The address of a web page with a text directive that finds the passage; empty for everything else,
// and where no directive tells the passage from another. `canonical` is the document's text.
std::optional<std::string> text_fragment(const Hit& hit, std::string_view canonical);

// "/v1/passages/" and the id, percent-encoded.
std::string self_link(const PassageId& id);

// About 32 code points of the canonical text on each side of the passage.
TextQuoteSelector selector(const Passage& passage, std::string_view canonical);

}  // namespace ordalag
