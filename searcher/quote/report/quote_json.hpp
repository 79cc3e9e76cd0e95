// An answer about a quotation as JSON, in three forms.
#pragma once

#include <boost/json/object.hpp>

#include "searcher/quote/report/quote_report.hpp"

namespace ordalag {

// The contract's form; docs/schema/quote.schema.json describes every member.
boost::json::object quote_json(const QuoteReport& report);

// A draft of a schema.org ClaimReview (JSON-LD). It holds no rating: that is for who publishes it.
boost::json::object claim_review_json(const QuoteReport& report);

// A W3C Web Annotation: the verdict as body, every place as target; without a place the target is
// the index that was asked.
boost::json::object annotation_json(const QuoteReport& report);

}  // namespace ordalag
