#include <array>
#include <utility>

#include "searcher/page/page_request.hpp"
#include "searcher/page/pages.hpp"
#include "searcher/page/pieces.hpp"

namespace ordalag {
namespace {

struct FacetRow {
  std::string_view name, swedish, english;
  std::vector<FacetCount> Facets::*counts;
};
constexpr std::array kFacets{
    FacetRow{"party", "Parti", "Party", &Facets::party},
    FacetRow{"theme", "Tema", "Theme", &Facets::theme},
    FacetRow{"municipality", "Kommun", "Municipality", &Facets::municipality},
    FacetRow{"kind", "Typ av dokument", "Kind of document", &Facets::kind},
    FacetRow{"year", "År", "Year", &Facets::year},
};
constexpr std::size_t kShownValues = 8;  // of a facet; the rest behind a button

// The parameters without the offset, and without one value of one of them.
Parameters without(const PageContext& context, std::string_view name, std::string_view value) {
  Parameters kept;
  for (const auto& [key, text] : context.parameters)
    if (key != "offset" && key != "lang" && !(key == name && text == value))
      kept.emplace_back(key, text);
  return kept;
}

bool is_chosen(const PageContext& context, std::string_view name, std::string_view value) {
  for (const auto& [key, text] : context.parameters)
    if (key == name && text == value) return true;
  return false;
}

Html search_form(const PageContext& context, std::string_view query) {
  Html html;
  html.open("form", {{"class", "search"}, {"action", "/"}, {"method", "get"}, {"role", "search"}});
  html.leaf("label", {{"for", "q"}},
            context.say("Sök i partiernas texter", "Search the parties’ texts"));
  html.open("div", {{"class", "field"}});
  Attributes field{{"id", "q"},
                   {"name", "q"},
                   {"type", "search"},
                   {"value", std::string(query)},
                   {"autocomplete", "off"},
                   {"list", "suggestions"},
                   {"spellcheck", "false"},
                   {"aria-describedby", "q-help"}};
  html.single("input", field);
  html.leaf("button", {{"type", "submit"}}, context.say("Sök", "Search")).close();
  html.leaf("datalist", {{"id", "suggestions"}}, "");
  html.open("p", {{"class", "help"}, {"id", "q-help"}});
  html.text(context.say("Alla böjningar och sammansättningar hittas. ",
                        "Every inflection and compound is found. "));
  html.leaf("code", {}, "\"bostad först\"")
      .text(context.say(" ordagrant, ", " verbatim, "))
      .leaf("code", {}, "parti:V")
      .text(", ")
      .leaf("code", {}, "år:2018..2026")
      .text(", ")
      .leaf("code", {}, "skola INTE friskola")
      .text(".")
      .close();
  for (const auto& [name, value] : context.parameters)
    if (is_filter(name) || name == "sort" || name == "match")
      html.single("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  if (context.language_chosen)
    html.single("input",
                {{"type", "hidden"}, {"name", "lang"}, {"value", std::string(context.code())}});
  return std::move(html.close());
}

Html facet_value(const PageContext& context, const FacetRow& facet, const FacetCount& count) {
  const bool chosen = is_chosen(context, facet.name, count.value);
  Parameters parameters = without(context, facet.name, count.value);
  if (!chosen) parameters.emplace_back(facet.name, count.value);
  Attributes attributes{{"href", context.link("/", parameters)}};
  if (facet.name == "party") attributes.push_back({"data-party", count.value});
  if (chosen) attributes.push_back({"aria-current", "true"});
  Html html;
  html.open("li").open("a", attributes);
  html.leaf("span", {{"class", "label"}}, count.label.empty() ? count.value : count.label);
  html.text(" ").leaf("span", {{"class", "count"}}, context.figure(count.count));
  return std::move(html.close().close());
}

Html facet_section(const PageContext& context, const FacetRow& facet, const Facets& facets) {
  const std::vector<FacetCount>& counts = facets.*facet.counts;
  Html html;
  if (counts.empty()) return html;
  html.open("section", {{"class", "facet"}});
  html.leaf("h3", context.say(facet.swedish, facet.english)).open("ul");
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (i == kShownValues) {
      html.close().open("details");
      html.leaf("summary", std::string(context.say("Visa ", "Show ")) +
                               std::to_string(counts.size() - i) +
                               std::string(context.say(" till", " more")));
      html.open("ul");
    }
    html.add(facet_value(context, facet, counts[i]));
  }
  html.close();
  if (counts.size() > kShownValues) html.close();
  return std::move(html.close());
}

Html facet_column(const PageContext& context, const Facets& facets) {
  Html html;
  html.open("aside", {{"class", "facets"}, {"aria-labelledby", "facets-heading"}});
  html.leaf("h2", {{"id", "facets-heading"}}, context.say("Avgränsa", "Narrow"));
  for (const FacetRow& facet : kFacets) html.add(facet_section(context, facet, facets));
  return std::move(html.close());
}

// What narrows the search now, each with a link that takes it away.
Html chosen_filters(const PageContext& context) {
  Html html;
  for (const auto& [name, value] : context.parameters) {
    if (!is_filter(name) || value.empty()) continue;
    std::string label = value;
    if (name == "party")
      label = party_label(context.searcher->registries(), PartyCode(value), context.language);
    if (name == "theme")
      label = theme_label(context.searcher->registries(), ThemeId(value), context.language);
    if (html.empty())
      html.open("ul", {{"class", "chosen"},
                       {"aria-label", std::string(context.say("Avgränsningar", "Narrowed by"))}});
    html.open("li").open("a", {{"href", context.link("/", without(context, name, value))}});
    html.text(label + " ").leaf("span", {{"class", "vh"}},
                                context.say("(ta bort)", "(remove)"));
    html.close().close();
  }
  if (!html.empty()) html.close();
  return html;
}

std::string totals(const PageContext& context, const SearchAnswer& answer) {
  std::string text = answer.exact_total ? "" : std::string(context.say("Minst ", "At least "));
  text += context.figure(answer.total);
  text += answer.total == 1 ? context.say(" träff", " hit") : context.say(" träffar", " hits");
  if (answer.all_words < answer.total)
    text += ", " + context.figure(answer.all_words) +
            std::string(context.say(" med alla ord", " with all words"));
  return text;
}

Html order_links(const PageContext& context) {
  struct Order {
    std::string_view value, swedish, english;
  };
  constexpr std::array kOrders{Order{"relevance", "Bäst först", "Best first"},
                               Order{"-date", "Nyast först", "Newest first"},
                               Order{"date", "Äldst först", "Oldest first"}};
  std::string now = context.parameter("sort");
  if (now.empty()) now = "relevance";
  Html html;
  html.open("ul", {{"class", "orders"},
                   {"aria-label", std::string(context.say("Ordning", "Order"))}});
  for (const Order& order : kOrders) {
    Parameters parameters = without(context, "sort", now);
    if (order.value != "relevance") parameters.emplace_back("sort", order.value);
    Attributes attributes{{"href", context.link("/", parameters)}};
    if (order.value == now) attributes.push_back({"aria-current", "true"});
    html.open("li").leaf("a", attributes, context.say(order.swedish, order.english)).close();
  }
  return std::move(html.close());
}

Html page_links(const PageContext& context, const SearchAnswer& answer) {
  Html html;
  const auto link = [&](std::uint32_t offset, std::string_view relation, std::string_view label) {
    Parameters parameters = without(context, "", "");
    if (offset > 0) parameters.emplace_back("offset", std::to_string(offset));
    html.leaf("a", {{"href", context.link("/", parameters)}, {"rel", std::string(relation)}},
              label);
  };
  const std::uint32_t next = answer.offset + static_cast<std::uint32_t>(answer.hits.size());
  if (answer.offset == 0 && next >= answer.total) return html;
  html.open("nav", {{"class", "pages"},
                    {"aria-label", std::string(context.say("Fler träffar", "More hits"))}});
  if (answer.offset > 0)
    link(answer.offset - std::min(answer.offset, answer.limit), "prev",
         context.say("Föregående", "Previous"));
  html.leaf("span", {}, context.figure(answer.offset + 1) + "–" + context.figure(next) +
                            std::string(context.say(" av ", " of ")) + context.figure(answer.total));
  if (next < answer.total && next < kMaxHits) link(next, "next", context.say("Nästa", "Next"));
  return std::move(html.close());
}

// What was searched, so that a reader knows what "nothing" means.
Html nothing_found(const PageContext& context, const SearchAnswer& answer) {
  Html html;
  html.open("section", {{"class", "notice"}});
  html.leaf("h2", context.say("Inga träffar", "No hits"));
  html.open("p").text(context.say("Sökt efter ", "Searched for "));
  html.leaf("code", {}, answer.parsed.empty() ? answer.raw : answer.parsed);
  html.text(std::string(context.say(" i ", " in ")) + context.figure(answer.index.passages) +
            std::string(context.say(" stycken ur ", " passages of ")) +
            context.figure(answer.index.documents) +
            std::string(context.say(" dokument, med alla böjningar och sammansättningar.",
                                    " documents, with every inflection and compound.")));
  return std::move(html.close().close());
}

Html suggestion(const PageContext& context, const SearchAnswer& answer) {
  Html html;
  if (!answer.suggestion) return html;
  html.open("p", {{"class", "suggestion"}}).text(context.say("Menade du ", "Did you mean "));
  Parameters parameters = without(context, "q", context.parameter("q"));
  parameters.emplace_back("q", *answer.suggestion);
  html.leaf("a", {{"href", context.link("/", parameters)}}, *answer.suggestion).text("?");
  return std::move(html.close());
}

Html legend(const PageContext& context) {
  Html html;
  html.open("p", {{"class", "legend"}}).text(context.say("Markerat: ", "Marked: "));
  html.leaf("mark", {{"class", "exact"}}, context.say("ordet", "the word")).text(" ");
  html.leaf("mark", {{"class", "inflected"}}, context.say("böjt", "inflected")).text(" ");
  html.leaf("mark", {{"class", "compound"}}, context.say("i sammansättning", "in a compound"));
  html.text(" ").leaf("mark", {{"class", "synonym"}}, context.say("synonym", "synonym"));
  return std::move(html.close());
}

Html results(const PageContext& context, const SearchAnswer& answer) {
  Html html;
  html.open("div", {{"class", "results"}});
  html.open("section", {{"class", "hits"}, {"aria-labelledby", "total"}});
  // Where there are none the notice says so.
  const std::string seen = answer.total == 0 ? "vh" : "total";
  html.leaf("h2", {{"id", "total"}, {"class", seen}}, totals(context, answer));
  html.add(chosen_filters(context)).add(unknown_values(context, answer.unknown));
  html.add(suggestion(context, answer));
  if (answer.hits.empty()) {
    html.add(nothing_found(context, answer));
  } else {
    html.open("div", {{"class", "tools"}}).add(order_links(context)).add(legend(context)).close();
    html.open("ol", {{"start", std::to_string(answer.offset + 1)}});
    bool relaxed = false;
    for (const Hit& hit : answer.hits) {
      const bool lacks = hit.finding && !hit.finding->missing.empty();
      if (lacks && !std::exchange(relaxed, true))
        html.leaf("li", {{"class", "divider"}},
                  context.say("Träffar som saknar något av orden",
                              "Hits that lack some of the words"));
      html.open("li").add(hit_article(context, hit)).close();
    }
    html.close().add(page_links(context, answer));
  }
  html.close();
  if (!answer.hits.empty()) html.add(facet_column(context, answer.facets));
  return std::move(html.close());
}

Html welcome(const PageContext& context) {
  Html html;
  html.open("section", {{"class", "welcome"}});
  html.leaf("p", {{"class", "lede"}},
            context.say("Vad står det egentligen? Sök i partiernas egna texter och få stycket, vem "
                        "som säger det och exakt var det står.",
                        "What does it really say? Search the parties’ own texts and get the "
                        "passage, who says it, and exactly where it stands."));
  html.open("ul", {{"class", "ways"}});
  html.open("li").leaf("a", {{"href", context.link("/quote")}},
                       context.say("Kolla ett citat", "Check a quotation"));
  html.text(context.say(" – står orden så, och hos vem?", " – do the words stand so, and with whom?"));
  html.close();
  html.open("li").leaf("a", {{"href", context.link("/compare")}},
                       context.say("Jämför partierna", "Compare the parties"));
  html.text(context.say(" – vad de säger, var för sig, och vilka som är tysta.",
                        " – what each of them says, and who is silent."));
  html.close();
  html.open("li").leaf("a", {{"href", context.link("/sources")}},
                       context.say("Se källorna", "See the sources"));
  html.text(context.say(" – vad som är inläst, och hur gammalt det är.",
                        " – what has been read, and how old it is."));
  return std::move(html.close().close().close());
}

}  // namespace

Page search_page(const PageContext& context) {
  Page page;
  page.place = "/";
  const std::string query = context.parameter("q");
  bool asked = !query.empty();
  for (const auto& [name, value] : context.parameters) asked = asked || is_filter(name);
  page.body.leaf("h1", {{"class", asked ? "vh" : "front"}},
                 context.say("Vad politikens texter säger", "What the texts of politics say"));
  page.body.add(search_form(context, query));
  if (!asked) {
    page.body.add(welcome(context));
    return page;
  }
  page.title = query;
  const auto request = search_request(context);
  auto answer = request ? context.searcher->search(*request)
                        : Result<SearchAnswer>(fail(request.error()));
  if (answer) {
    page.body.add(results(context, *answer));
    return page;
  }
  draw_refusal(page, context, answer.error());
  return page;
}

}  // namespace ordalag
