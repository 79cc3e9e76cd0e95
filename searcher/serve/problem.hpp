// Errors over HTTP: RFC 9457 problem details, with the members that an error has from every door.
#pragma once

#include "core/base/error.hpp"
#include "searcher/http/message.hpp"

namespace ordalag {

// The status is that of the table of errors. Options are named as parameters, without dashes; a
// query that cannot be read is the parameter "q".
HttpResponse problem(const HttpRequest& request, Error error);

// "Not Found"; empty for a status that Ordalag never gives.
std::string_view reason_phrase(unsigned status);

}  // namespace ordalag
