// What the headers of a request may not say, beyond what is no HTTP at all.
#pragma once

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>
#include <optional>

#include "core/base/error.hpp"

namespace ordalag {

using RequestHeader = boost::beast::http::header<true, boost::beast::http::fields>;

// Nothing when the request may be read on. Otherwise two programs on its way could differ on where it
// ends or whom it is for (RFC 9112, 3.2 and 6.1), and the next request on the connection would be
// another to each of them: kBadRequest. A compressed body: kUnsupported.
std::optional<Error> header_fault(const RequestHeader& header);

}  // namespace ordalag
