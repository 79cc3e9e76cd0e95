// What a page says of the origin that was claimed for a quotation.
#pragma once

#include "searcher/page/html.hpp"
#include "searcher/page/page_context.hpp"
#include "searcher/quote/report/quote_report.hpp"

namespace ordalag {

// Items of a list: the claimed origin and whether it fits; of a misattributed quotation also with
// whom the words do stand. Empty when no origin was claimed.
Html claim_remarks(const PageContext& context, const QuoteReport& report);

}  // namespace ordalag
