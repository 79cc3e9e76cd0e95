// Many quotations at once on the page: a table that is pasted or opened, and the answers to it.
#pragma once

#include <string>

#include "core/base/result.hpp"
#include "searcher/page/html.hpp"
#include "searcher/page/page_context.hpp"

namespace ordalag {

// The form, filled in with `table`. It works without scripts; these only open a file into it.
Html batch_form(const PageContext& context, const std::string& table);

// The answers to a table (CSV or JSONL, see quote_rows.hpp) as rows, each leading to its source, and a
// button for the same as CSV. Errors: kBadInput, kTooLarge, those of the index.
Result<Html> batch_answers(const PageContext& context, const std::string& table);

// The same answers as the CSV that the interface gives. Errors: as above.
Result<std::string> batch_csv(const PageContext& context, const std::string& table);

}  // namespace ordalag
