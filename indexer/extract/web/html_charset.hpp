// The encoding of a web page: by byte order mark, by declaration, then by detection.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/text/decode.hpp"

namespace ordalag::extract {

// The page as UTF-8. A declaration is believed when the bytes agree: what declares a Latin encoding
// and yet is valid UTF-8 beyond ASCII has been converted and kept its old declaration. Errors: as of
// decode. Linear.
Result<DecodedText> decode_html(std::string_view bytes);

// The encoding that the start of the page declares ("windows-1252", in lower case), in a meta element
// or an XML declaration; empty when there is none.
std::string declared_charset(std::string_view bytes);

}  // namespace ordalag::extract
