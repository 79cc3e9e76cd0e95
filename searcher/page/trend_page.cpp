#include <algorithm>
#include <utility>

#include "searcher/page/pages.hpp"
#include "searcher/page/pieces.hpp"
#include "searcher/page/topic.hpp"
#include "searcher/tally/trend.hpp"

namespace ordalag {
namespace {

// One bar a year, as wide as all others; its height is the rate. The table beside it says the same.
Html year_bars(const PageContext& context, const Trend& answer) {
  constexpr double kWidth = 720;
  constexpr double kHeight = 220;
  constexpr double kBase = 190;
  double highest = 0;
  for (const TrendYear& year : answer.years)
    highest = std::max(highest, year.tally.rate().value_or(0));
  Html html;
  html.open("svg", {{"class", "bars"},
                    {"viewBox", "0 0 720 220"},
                    {"role", "img"},
                    {"aria-label", std::string(context.say("Träffar per 10 000 ord och år; samma "
                                                           "siffror står i tabellen",
                                                           "Hits per 10,000 words and year; the "
                                                           "table has the same figures"))}});
  const double step = kWidth / static_cast<double>(std::max<std::size_t>(1, answer.years.size()));
  const std::size_t every = std::max<std::size_t>(1, answer.years.size() / 12);
  for (std::size_t i = 0; i < answer.years.size(); ++i) {
    const double value = answer.years[i].tally.rate().value_or(0);
    const double height = highest > 0 ? value / highest * (kBase - 20) : 0;
    const double left = static_cast<double>(i) * step;
    html.leaf("rect",
              {{"x", std::to_string(left + step * 0.15)},
               {"y", std::to_string(kBase - height)},
               {"width", std::to_string(step * 0.7)},
               {"height", std::to_string(height)}},
              "");
    if (i % every == 0)
      html.leaf("text",
                {{"x", std::to_string(i == 0 ? left : left + step / 2)},
                 {"y", std::to_string(kHeight - 12)},
                 // Half of the first one would stand outside of the picture.
                 {"text-anchor", i == 0 ? "start" : "middle"}},
                std::to_string(answer.years[i].year));
  }
  html.leaf("line", {{"x1", "0"}, {"x2", "720"}, {"y1", "190"}, {"y2", "190"}}, "");
  return std::move(html.close());
}

Html year_table(const PageContext& context, const Trend& answer) {
  Html html;
  html.open("div", {{"class", "scroll years"},
                    {"tabindex", "0"},
                    {"role", "region"},
                    {"aria-label", std::string(context.say("Per år", "By year"))}});
  html.open("table").open("thead").open("tr");
  html.leaf("th", {{"scope", "col"}}, context.say("År", "Year"));
  for (const std::string_view label :
       {context.say("Stycken", "Passages"), context.say("Av ord", "Of words"),
        context.say("Per 10 000 ord", "Per 10,000 words")})
    html.leaf("th", {{"scope", "col"}, {"class", "number"}}, label);
  html.close().close().open("tbody");
  for (const TrendYear& year : answer.years) {
    html.open("tr").leaf("th", {{"scope", "row"}}, std::to_string(year.year));
    html.leaf("td", {{"class", "number"}}, context.figure(year.tally.count));
    html.leaf("td", {{"class", "number"}}, context.figure(year.tally.words));
    html.leaf("td", {{"class", "number"}}, rate_text(year.tally, context.language)).close();
  }
  return std::move(html.close().close().close());
}

}  // namespace

Page trend_page(const PageContext& context) {
  Page page = page_with(
      {"/trend", context.say("År för år", "Year by year"),
       context.say("Hur mycket det talas om saken, mot hur mycket som alls är skrivet.",
                   "How much is said of the matter, against how much was written at all.")});
  page.body.add(topic_form(context, "/trend", context.say("Visa", "Show")));
  const auto request = topic_request(context);
  if (!request) return page;
  const auto answer =
      *request ? trend(*context.searcher, **request) : Result<Trend>(fail(request->error()));
  if (!answer) {
    draw_refusal(page, context, answer.error());
    return page;
  }
  page.body.add(unknown_values(context, answer->unknown));
  page.body.open("section");
  page.body.leaf("h2", context.figure(answer->all.count) +
                           std::string(context.say(" stycken i ", " passages in ")) +
                           context.figure(answer->all.matching_documents) +
                           std::string(context.say(" dokument", " documents")));
  if (!answer->years.empty())
    page.body
        .leaf("p", {{"class", "bars-of"}},
              context.say("Stycken per 10 000 ord", "Passages per 10,000 words"))
        .add(year_bars(context, *answer))
        .add(year_table(context, *answer));
  if (answer->undated.count > 0)
    page.body.leaf("p", {{"class", "help"}},
                   context.figure(answer->undated.count) +
                       std::string(context.say(" stycken står i dokument utan datum.",
                                               " passages stand in documents without a date.")));
  page.body.close();
  return page;
}

}  // namespace ordalag
