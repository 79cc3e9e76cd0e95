// Words of one derivational family: hemlös and hemlöshet, utreda and utredning.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/language/morphology.hpp"
#include "core/language/snowball.hpp"

namespace ordalag {

// Lemmas that `lemma` is derived from, or that are derived from it or from the same stem, as far
// as the lexicon lists them; sorted, without `lemma` itself. Empty without a lexicon. They are
// near in meaning and no inflections: good for ranking, not for counting what was said.
// About 60 look-ups.
std::vector<std::string> derived_relatives(std::string_view lemma, const Morphology& morphology,
                                           const Snowball& snowball);

}  // namespace ordalag
