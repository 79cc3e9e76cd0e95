// The description of the HTTP interface, made from the table of routes.
#pragma once

#include <boost/json/object.hpp>
#include <string>

namespace ordalag {

// OpenAPI 3.1: every route with its parameters, and the schemas of docs/schema as components.
boost::json::object openapi_json();

}  // namespace ordalag
