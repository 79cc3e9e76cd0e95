// Quotations in the body of a request: one, or many.
#pragma once

#include <cstddef>

#include "searcher/commands/command.hpp"
#include "searcher/http/message.hpp"

namespace ordalag {

// The body is JSON ({"quote":…,"party":…} or {"quotes":[…]}), a form, JSONL or CSV. One quotation
// as JSON or a form is answered as by GET; several as {"quotes":[…]} in their order, each with its
// id and either the answer or its error. Errors: kBadInput, kUnsupported (another media type),
// kTooLarge.
Result<int> run_quote_post(const Call& call, const HttpRequest& request);

}  // namespace ordalag
