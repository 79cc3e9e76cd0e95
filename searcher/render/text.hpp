// Answers as text for people, in Swedish or English.
#pragma once

#include <cstdint>
#include <string>

#include "searcher/answer/search_answer.hpp"
#include "searcher/render/styled_text.hpp"

namespace ordalag {

struct TextOptions {
  std::uint32_t width = 80;  // columns
  Colour colour = Colour::kOff;
  Language language = Language::kSwedish;
};

// Totals, hits with snippet and citation, a line of facets; what to do when nothing was found.
std::string search_text(const SearchAnswer& answer, const TextOptions& options);

// One hit of it; and how many there are, a line.
std::string hit_text(const Hit& hit, const TextOptions& options);
std::string total_text(const SearchAnswer& answer, const TextOptions& options);

// Totals and all facets as bars of figures: what `facets` answers.
std::string facets_text(const SearchAnswer& answer, const TextOptions& options);

}  // namespace ordalag
