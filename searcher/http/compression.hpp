// Content codings of responses.
#pragma once

#include <string_view>

#include "searcher/http/message.hpp"

namespace ordalag {

// True when an Accept-Encoding header lets gzip through ("gzip", "*", without "q=0").
bool accepts_gzip(std::string_view accept_encoding);

// Compresses the body when the client takes gzip and it is text long enough to gain; always names
// the header it depends on in Vary.
void compress(const HttpRequest& request, HttpResponse& response);

}  // namespace ordalag
