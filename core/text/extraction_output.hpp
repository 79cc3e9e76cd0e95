// The lines that ordalag-extract prints, as both of its readers see them: each a JSON object, the
// last one the count of lines, or one error. What is missing or of another type has a default, since
// the process may have been taken over by its source.
#pragma once

#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/document.hpp"
#include "core/base/result.hpp"

namespace ordalag::extraction_output {

// What a reader says of output that is cut or is none.
tl::unexpected<Error> malformed();

// Takes the next line off `rest`. Errors: the one that the line reports, with its code; kInternal
// when there is no whole line or it is no object.
Result<boost::json::object> take_line(std::string_view& rest);

// Text of member `key`, bytes that are not UTF-8 and all; empty by default.
std::string_view text_at(const boost::json::object& object, std::string_view key);

// Whole number from 0 to 2^31 - 1; 0 by default.
std::uint32_t number_from(const boost::json::value& value);
std::uint32_t number_at(const boost::json::object& object, std::string_view key);

// Any number; 0 by default.
float real_from(const boost::json::value& value);

// List of member `key`; an empty one by default.
const boost::json::array& array_at(const boost::json::object& object, std::string_view key);

// Rectangle of a line on its page; none by default.
std::optional<PageRectangle> box_of(const boost::json::object& line);

}  // namespace ordalag::extraction_output
