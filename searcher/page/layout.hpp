// The frame of every page: head, navigation, foot.
#pragma once

#include <string>
#include <string_view>

#include "searcher/http/message.hpp"
#include "searcher/page/html.hpp"
#include "searcher/page/page_context.hpp"

namespace ordalag {

struct Page {
  std::string title;
  std::string_view place;  // path of the entry in the navigation that it belongs to
  Html body;               // of <main>
  unsigned status = 200;
};

// A page with its heading, and under it a sentence that says what it is for.
struct PageHead {
  std::string_view place;  // in the navigation
  std::string_view title, lede;
};
Page page_with(const PageHead& head);

// The whole page as a response, with the headers that keep it from loading or running anything that
// is not its own.
HttpResponse framed(const Page& page, const PageContext& context);

}  // namespace ordalag
