// Answers as CSV (RFC 4180): comma, double quotes where needed, CRLF, UTF-8, a header line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/answer/hit.hpp"
#include "searcher/answer/search_answer.hpp"

namespace ordalag {

// One record, quoted where needed, with its CRLF.
std::string csv_record(const std::vector<std::string>& fields);

// The names of the columns of a hit, and its fields; what is not known is empty, several values of
// one field are joined by "; ".
std::vector<std::string> hit_columns();
std::vector<std::string> hit_fields(const Hit& hit);
// The same as records.
std::string hit_csv_header();
std::string hit_csv(const Hit& hit);

// facet, value, label, count; with a header.
std::string facets_csv(const Facets& facets);

}  // namespace ordalag
