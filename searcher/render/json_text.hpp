// JSON as text.
#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace ordalag {

// The value on one line, members in the order they were added, numbers in plain notation ("0.4",
// where Boost.JSON writes "4E-1"). Strings must be valid UTF-8.
std::string to_text(const boost::json::value& value);

}  // namespace ordalag
