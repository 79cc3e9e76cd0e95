// From word segments to tokens: what belongs together, and what stands for more than it says.
#pragma once

#include <string_view>
#include <vector>

#include "core/language/analyser.hpp"
#include "core/language/morphology.hpp"
#include "core/language/word_cache.hpp"

namespace ordalag {

// The tokens of `text` in order; see Analyser::tokenise.
void tokenise(std::string_view text, const Morphology& morphology, CachedWords& cache,
              std::vector<Token>& tokens);

}  // namespace ordalag
