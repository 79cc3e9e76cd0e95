#include "searcher/page/topic.hpp"

#include <utility>

#include "searcher/answer/registries.hpp"
#include "searcher/page/page_request.hpp"
#include "searcher/page/pieces.hpp"

namespace ordalag {
namespace {

// <option>s of the themes, with an empty one before them.
Html theme_options(const PageContext& context, const std::string& chosen) {
  const Registries& registries = context.searcher->registries();
  Html html;
  html.leaf("option", {{"value", ""}}, context.say("– inget tema –", "– no theme –"));
  for (const Theme& theme : registries.themes.themes()) {
    Attributes attributes{{"value", theme.id.value}};
    if (theme.id.value == chosen) attributes.push_back({"selected", ""});
    html.leaf("option", attributes, theme_label(registries, theme.id, context.language));
  }
  return html;
}

}  // namespace

Html topic_form(const PageContext& context, std::string_view action, std::string_view button) {
  Html html;
  html.open("form", {{"class", "topic quote"}, {"action", std::string(action)}, {"method", "get"}});
  html.open("fieldset").leaf("legend", context.say("Ord, ett tema, eller båda",
                                                   "Words, a theme, or both"));
  html.open("div").leaf("label", {{"for", "q"}}, context.say("Ord", "Words"));
  html.single("input", {{"id", "q"},
                        {"name", "q"},
                        {"type", "search"},
                        {"value", context.parameter("q")}});
  html.close().open("div").leaf("label", {{"for", "theme"}}, context.say("Tema", "Theme"));
  html.open("select", {{"id", "theme"}, {"name", "theme"}});
  html.add(theme_options(context, context.parameter("theme"))).close().close().close();
  if (context.language_chosen)
    html.single("input",
                {{"type", "hidden"}, {"name", "lang"}, {"value", std::string(context.code())}});
  html.leaf("button", {{"type", "submit"}}, button);
  return std::move(html.close());
}

std::optional<Result<SearchRequest>> topic_request(const PageContext& context) {
  if (context.parameter("q").empty() && context.parameter("theme").empty()) return std::nullopt;
  auto request = search_request(context);
  if (request && context.parameter("match").empty()) request->match = MatchMode::kAll;
  return request;
}

}  // namespace ordalag
