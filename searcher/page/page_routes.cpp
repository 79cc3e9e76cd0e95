#include "searcher/page/page_routes.hpp"

#include <array>
#include <utility>

#include "searcher/page/assets.hpp"
#include "searcher/page/batch_section.hpp"
#include "searcher/page/pages.hpp"

namespace ordalag {
namespace {

enum class Takes { kGet, kGetAndPost, kPost };
// In the order of Takes.
constexpr std::array kMethods{std::string_view("GET, HEAD"), std::string_view("GET, HEAD, POST"),
                              std::string_view("POST")};

HttpResponse text(std::string body, std::string_view type) {
  HttpResponse response;
  response.body = std::move(body);
  response.content_type = type;
  return response;
}

Status read_parameters(PageContext& context) {
  ORDALAG_TRY(parameters, parse_parameters(context.request.query));
  context.parameters = std::move(parameters);
  if (context.request.method != "POST") return {};
  ORDALAG_TRY(sent, parse_parameters(context.request.body));
  context.parameters.insert(context.parameters.end(), sent.begin(), sent.end());
  return {};
}

template <auto kDraw>
HttpResponse drawn(PageContext& context) {
  const Status read = read_parameters(context);
  choose_language(context);
  const Result<Page> page = read ? Result<Page>(kDraw(context)) : fail(read.error());
  HttpResponse response = framed(page ? *page : error_page(context, page.error()), context);
  const bool posted = context.request.method == "POST";
  response.headers.emplace_back("Cache-Control", posted ? "no-store" : "no-cache");
  return response;
}

// The answers to a table of quotations as a file; what is wrong with the table as a page.
HttpResponse answers_file(PageContext& context) {
  const Status read = read_parameters(context);
  choose_language(context);
  const auto csv = read ? batch_csv(context, context.parameter("table"))
                        : Result<std::string>(fail(read.error()));
  if (!csv) return framed(error_page(context, csv.error()), context);
  HttpResponse response = text(*csv, "text/csv; charset=utf-8");
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"citatkoll.csv\"");
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

HttpResponse colours(PageContext& context) {
  HttpResponse response = text(party_colours(context.searcher->registries().parties),
                               "text/css; charset=utf-8");
  response.headers.emplace_back("Cache-Control", kKeepForEver);
  return response;
}

struct PageRoute {
  std::string_view path;  // "{id}" stands for any segment
  Takes takes;
  HttpResponse (*answer)(PageContext&);
};
constexpr std::array kPages{
    PageRoute{"/", Takes::kGet, drawn<search_page>},
    PageRoute{"/quote", Takes::kGetAndPost, drawn<quote_page>},
    PageRoute{"/quote/answers.csv", Takes::kPost, answers_file},
    PageRoute{"/compare", Takes::kGet, drawn<compare_page>},
    PageRoute{"/trend", Takes::kGet, drawn<trend_page>},
    PageRoute{"/diff", Takes::kGet, drawn<diff_page>},
    PageRoute{"/sources", Takes::kGet, drawn<sources_page>},
    PageRoute{"/documents/{id}", Takes::kGet, drawn<document_page>},
    PageRoute{"/passages/{id}", Takes::kGet, drawn<passage_page>},
    PageRoute{"/passages/{id}/similar", Takes::kGet, drawn<similar_page>},
    PageRoute{"/parties.css", Takes::kGet, colours},
};

bool fits(std::string_view path, const std::vector<std::string>& segments) {
  const auto pattern = path_segments(path);
  if (pattern->size() != segments.size()) return false;
  for (std::size_t i = 0; i < segments.size(); ++i)
    if ((*pattern)[i] != "{id}" && (*pattern)[i] != segments[i]) return false;
  return true;
}

const PageRoute* find_page(const std::vector<std::string>& segments) {
  for (const PageRoute& route : kPages)
    if (fits(route.path, segments)) return &route;
  return nullptr;
}

}  // namespace

std::string_view page_methods(const std::vector<std::string>& segments) {
  const PageRoute* route = find_page(segments);
  return route == nullptr ? std::string_view() : kMethods[static_cast<std::size_t>(route->takes)];
}

HttpResponse answer_page(PageContext context) {
  const PageRoute& route = *find_page(context.path);
  HttpResponse response = route.answer(context);
  response.route = route.path;
  return response;
}

std::optional<HttpResponse> answer_asset(const HttpRequest& request) {
  constexpr std::string_view kFolder = "/static/";
  if (request.path.starts_with(kFolder)) return asset(request.path.substr(kFolder.size()));
  if (request.path != "/opensearch.xml") return std::nullopt;
  HttpResponse response =
      text(opensearch_description(request.host), "application/opensearchdescription+xml");
  response.route = "/opensearch.xml";
  return response;
}

}  // namespace ordalag
