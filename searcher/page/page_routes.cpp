#include "searcher/page/page_routes.hpp"

#include <array>
#include <utility>

#include "searcher/page/assets.hpp"
#include "searcher/page/batch_section.hpp"
#include "searcher/page/pages.hpp"

namespace ordalag {
namespace {

enum class Takes { kGet, kGetAndPost };

struct PageRoute {
  std::string_view path;  // of one segment, or with "{id}" as the second
  Takes takes;
  Result<Page> (*draw)(const PageContext&);
};

template <Page (*kDraw)(const PageContext&)>
Result<Page> always(const PageContext& context) {
  return kDraw(context);
}

constexpr std::array kPages{
    PageRoute{"/", Takes::kGet, always<search_page>},
    PageRoute{"/quote", Takes::kGetAndPost, always<quote_page>},
    PageRoute{"/compare", Takes::kGet, always<compare_page>},
    PageRoute{"/trend", Takes::kGet, always<trend_page>},
    PageRoute{"/diff", Takes::kGet, always<diff_page>},
    PageRoute{"/sources", Takes::kGet, always<sources_page>},
    PageRoute{"/documents/{id}", Takes::kGet, document_page},
    PageRoute{"/passages/{id}", Takes::kGet, passage_page},
    PageRoute{"/passages/{id}/similar", Takes::kGet, similar_page},
};

bool fits(std::string_view path, const std::vector<std::string>& segments) {
  const auto pattern = path_segments(path);
  if (pattern->size() != segments.size()) return false;
  for (std::size_t i = 0; i < segments.size(); ++i)
    if ((*pattern)[i] != "{id}" && (*pattern)[i] != segments[i]) return false;
  return true;
}

HttpResponse text(std::string_view route, std::string body, std::string_view type) {
  HttpResponse response;
  response.route = route;
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

HttpResponse draw(const PageRoute& route, PageContext& context) {
  const Status read = read_parameters(context);
  choose_language(context);
  if (!read) return framed(error_page(context, read.error()), context);
  auto page = route.draw(context);
  return framed(page ? *page : error_page(context, page.error()), context);
}

// The answers to a table of quotations as a file; what is wrong with the table as a page.
HttpResponse answers_file(PageContext& context) {
  const Status read = read_parameters(context);
  choose_language(context);
  const auto csv = read ? batch_csv(context, context.parameter("table"))
                        : Result<std::string>(fail(read.error()));
  if (!csv) return framed(error_page(context, csv.error()), context);
  HttpResponse response = text("/quote/answers.csv", *csv, "text/csv; charset=utf-8");
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"citatkoll.csv\"");
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

}  // namespace

std::optional<HttpResponse> answer_asset(const HttpRequest& request) {
  constexpr std::string_view kFolder = "/static/";
  if (request.path.starts_with(kFolder)) return asset(request.path.substr(kFolder.size()));
  if (request.path == "/opensearch.xml")
    return text("/opensearch.xml", opensearch_description(request.host),
                "application/opensearchdescription+xml");
  return std::nullopt;
}

std::optional<HttpResponse> answer_page(PageContext context) {
  if (context.request.path == "/parties.css") {
    HttpResponse response =
        text("/parties.css", party_colours(context.searcher->registries().parties),
             "text/css; charset=utf-8");
    response.headers.emplace_back("Cache-Control", kKeepForEver);
    return response;
  }
  if (context.request.path == "/quote/answers.csv" && context.request.method == "POST")
    return answers_file(context);
  for (const PageRoute& route : kPages) {
    if (!fits(route.path, context.path)) continue;
    const bool posts = context.request.method == "POST";
    if (posts && route.takes == Takes::kGet) return std::nullopt;
    HttpResponse response = draw(route, context);
    response.route = route.path;
    response.headers.emplace_back("Cache-Control", posts ? "no-store" : "no-cache");
    return response;
  }
  return std::nullopt;
}

}  // namespace ordalag
