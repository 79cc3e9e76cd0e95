// What a web page or a newspaper's site puts around a text: menus, image names, share lines.
#pragma once

#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

// Leaves out navigation, image names, notices about cookies, and the lines a newspaper puts under
// an article. Whole lines only, told by fixed phrases (kPhrases, which is the whole list) and, for
// menus, by several such lines together. Linear.
void leave_out_web_furniture(Draft& draft);

}  // namespace ordalag::reading
