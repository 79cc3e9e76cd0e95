// An answer about a quotation as text for people.
#pragma once

#include <string>

#include "searcher/quote/report/quote_report.hpp"
#include "searcher/render/text.hpp"

namespace ordalag {

// Verdict and reason, the quotation, the source with differences marked, the citation, and what a
// reader should know of the context.
std::string quote_text(const QuoteReport& report, const TextOptions& options);

}  // namespace ordalag
