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

// The whole page as a response, with the headers that keep it from loading or running anything that
// is not its own.
HttpResponse framed(const Page& page, const PageContext& context);

}  // namespace ordalag
