// Answers of a batch as CSV: a row each.
#pragma once

#include <string>

#include "core/base/error.hpp"
#include "searcher/quote/report/quote_report.hpp"

namespace ordalag {

// The header line: the names of the columns.
std::string quote_csv_header();

// A row's answer; several values of one column are joined by "; ".
std::string quote_csv(const std::string& id, const QuoteReport& report);

// A row that could not be answered: its id and, in the last column, why.
std::string quote_csv(const std::string& id, const Error& error);

}  // namespace ordalag
