#include "searcher/page/layout.hpp"

#include <array>
#include <utility>

#include "core/store/manifest.hpp"
#include "searcher/page/assets.hpp"

namespace ordalag {
namespace {

struct Entry {
  std::string_view path, swedish, english;
};
constexpr std::array kNavigation{
    Entry{"/", "Sök", "Search"},
    Entry{"/quote", "Citatkoll", "Check a quotation"},
    Entry{"/compare", "Jämför", "Compare"},
    Entry{"/trend", "År för år", "By year"},
    Entry{"/sources", "Källor", "Sources"},
};

constexpr const char* kPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

Html head(const Page& page, const PageContext& context) {
  Html html;
  html.open("head").single("meta", {{"charset", "utf-8"}});
  html.leaf("title", {}, page.title.empty() ? "Ordalag" : page.title + " – Ordalag");
  html.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.single("link", {{"rel", "icon"}, {"href", asset_link("icon.svg")}, {"type", "image/svg+xml"}});
  html.single("link", {{"rel", "stylesheet"}, {"href", asset_link("ordalag.css")}});
  html.single("link", {{"rel", "stylesheet"},
                       {"href", party_colours_link(context.searcher->registries().parties)}});
  html.single("link", {{"rel", "search"},
                       {"type", "application/opensearchdescription+xml"},
                       {"title", "Ordalag"},
                       {"href", "/opensearch.xml"}});
  html.leaf("script", {{"src", asset_link("ordalag.js")}, {"type", "module"}}, "");
  return std::move(html.close());
}

// The same address in the other language.
Html language_link(const PageContext& context) {
  Parameters parameters;
  if (context.request.method != "POST") {
    for (const auto& [name, value] : context.parameters)
      if (name != "lang") parameters.emplace_back(name, value);
  }
  const bool swedish = context.language == Language::kSwedish;
  const std::string other = swedish ? "en" : "sv";
  parameters.emplace_back("lang", other);
  Html html;
  html.leaf("a",
            {{"class", "language"},
             {"href", context.request.path + "?" + format_parameters(parameters)},
             {"hreflang", other},
             {"lang", other}},
            swedish ? "In English" : "På svenska");
  return html;
}

Html banner(const Page& page, const PageContext& context) {
  Html html;
  html.leaf("a", {{"class", "skip"}, {"href", "#main"}},
            context.say("Till innehållet", "Skip to content"));
  html.open("header", {{"class", "banner"}});
  html.leaf("a", {{"class", "wordmark"}, {"href", context.link("/")}}, "Ordalag");
  html.open("nav", {{"aria-label", std::string(context.say("Huvudmeny", "Main"))}}).open("ul");
  for (const Entry& entry : kNavigation) {
    Attributes attributes{{"href", context.link(entry.path)}};
    if (entry.path == page.place) attributes.push_back({"aria-current", "page"});
    html.open("li").leaf("a", attributes, context.say(entry.swedish, entry.english)).close();
  }
  html.close().close().add(language_link(context));
  return std::move(html.close());
}

Html foot(const PageContext& context) {
  const IndexInfo& index = context.searcher->reader().info();
  Html html;
  html.open("footer", {{"class", "foot"}}).open("p");
  html.text(context.figure(index.passages) + std::string(context.say(" stycken i ", " passages in ")) +
            context.figure(index.documents) + std::string(context.say(" dokument. Index ", " documents. Index ")) +
            "r" + std::to_string(index.revision) + ", ");
  html.leaf("time", {{"datetime", index.built_at}}, index.built_at.substr(0, 10));
  html.text(". ").leaf("a", {{"href", "/openapi.json"}}, "API");
  html.close();
  html.leaf("p", {{"class", "status"}, {"id", "said"}, {"role", "status"}}, "");
  return std::move(html.close());
}

}  // namespace

Page page_with(const PageHead& head) {
  Page page;
  page.place = head.place;
  page.title = head.title;
  page.body.leaf("h1", head.title).leaf("p", {{"class", "lede"}}, head.lede);
  return page;
}

HttpResponse framed(const Page& page, const PageContext& context) {
  Html html;
  html.open("html", {{"lang", std::string(context.code())}}).add(head(page, context));
  html.open("body").add(banner(page, context));
  html.open("main", {{"id", "main"}}).add(page.body).close();
  html.add(foot(context)).close().close();
  HttpResponse response;
  response.status = page.status;
  response.content_type = "text/html; charset=utf-8";
  response.body = "<!DOCTYPE html>\n" + html.markup() + "\n";
  response.headers = {{"Content-Security-Policy", kPolicy},
                      {"Content-Language", std::string(context.code())},
                      {"Cross-Origin-Opener-Policy", "same-origin"},
                      {"Vary", "Accept-Language"}};
  return response;
}

}  // namespace ordalag
