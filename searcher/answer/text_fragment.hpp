// Links into web pages: the text directive of a URL fragment (WICG Text Fragments), by which a browser
// scrolls to a passage and marks it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/document.hpp"

namespace ordalag {

// ":~:text=…" for the passage at `passage` of the canonical text, one that a browser finds at this
// place alone: the whole text of a short passage, else its first and last words; with words of the
// passages beside it where the same words stand elsewhere too. Letter case is no difference, as it
// is none to a browser. Empty when nothing tells the passage from another place with its words.
// Sublinear in the text for usual passages (Boyer-Moore-Horspool), a few microseconds.
std::optional<std::string> text_directive(std::string_view canonical, const Passage& passage);

}  // namespace ordalag
