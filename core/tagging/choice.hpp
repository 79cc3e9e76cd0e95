// Which themes a passage gets, given the evidence for each.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/document.hpp"
#include "core/tagging/document_evidence.hpp"
#include "core/tagging/tag_weights.hpp"

namespace ordalag {

struct ChosenTheme {
  std::uint32_t theme = 0;  // number in the registry
  float evidence = 0;       // > 0
  ThemeGround ground = ThemeGround::kText;
};

// The themes of a passage, strongest first, an area before its sub-themes. `parents` gives the area
// of each theme, itself for an area. A sub-theme brings its area, and is never surer than it.
std::vector<ChosenTheme> choose_themes(const PassageEvidence& of,
                                       const std::vector<std::uint32_t>& parents,
                                       const TagWeights& weights);

}  // namespace ordalag
