// The pages, each from its question to what is drawn.
#pragma once

#include "core/base/result.hpp"
#include "searcher/page/layout.hpp"
#include "searcher/page/page_context.hpp"

namespace ordalag {

// "/": the search field, and with a query what it finds. Errors are drawn on the page.
Page search_page(const PageContext& context);

// "/documents/{id}" and "/passages/{id}": a document as it reads, with pages and lines in its
// margin; the passage marked. Errors: kNotFound.
Result<Page> document_page(const PageContext& context);
Result<Page> passage_page(const PageContext& context);

// "/quote": a form, and the verdict on what was sent with it.
Page quote_page(const PageContext& context);

// "/compare": the parties side by side on words or a theme, and who is silent.
Page compare_page(const PageContext& context);

// "/trend": how much is said of it from year to year, as bars and as a table.
Page trend_page(const PageContext& context);

// "/diff": what differs between two documents, word by word.
Page diff_page(const PageContext& context);

// "/passages/{id}/similar": where else its words stand. Errors: kNotFound, kIndexCorrupt.
Result<Page> similar_page(const PageContext& context);

// "/sources": the documents of the index.
Page sources_page(const PageContext& context);

// Instead of a page that cannot be drawn.
Page error_page(const PageContext& context, const Error& error);

}  // namespace ordalag
