#include <utility>

#include "searcher/page/pages.hpp"
#include "searcher/page/pieces.hpp"
#include "searcher/page/topic.hpp"
#include "searcher/tally/comparison.hpp"

namespace ordalag {
namespace {

constexpr std::uint32_t kHitsOfASide = 3;

Html side_section(const PageContext& context, const ComparedSide& side) {
  Html html;
  html.open("section", {{"class", "side"}, {"data-party", side.value}});
  html.leaf("h2", side.label);
  html.leaf("p", {{"class", "by"}},
            context.figure(side.tally.count) +
                std::string(side.tally.count == 1 ? context.say(" stycke", " passage")
                                                  : context.say(" stycken", " passages")) +
                ", " + rate_text(side.tally, context.language) +
                std::string(context.say(" per 10 000 ord", " per 10,000 words")));
  for (const Hit& hit : side.hits) html.add(hit_article(context, hit));
  if (side.tally.count > side.hits.size()) {
    Parameters parameters{{"party", side.value}};
    for (const std::string_view name : {"q", "theme"})
      if (std::string value = context.parameter(name); !value.empty())
        parameters.emplace_back(name, std::move(value));
    html.open("p").leaf("a", {{"href", context.link("/", parameters)}},
                        std::string(context.say("Alla från ", "All by ")) + side.label);
    html.close();
  }
  return std::move(html.close());
}

Html silent_section(const PageContext& context, const Comparison& answer) {
  Html html;
  std::string without_match;
  std::string without_documents;
  for (const ComparedSide& side : answer.sides) {
    if (!side.silence) continue;
    std::string& list =
        *side.silence == Silence::kNoMatch ? without_match : without_documents;
    list += (list.empty() ? "" : ", ") + side.label;
  }
  if (without_match.empty() && without_documents.empty()) return html;
  html.open("section", {{"class", "silent notice"}});
  html.leaf("h2", context.say("Tysta", "Silent"));
  if (!without_match.empty())
    html.open("p")
        .leaf("strong", without_match)
        .text(context.say(" – säger inget om det i de inlästa texterna.",
                          " – say nothing of it in the texts read."))
        .close();
  if (!without_documents.empty())
    html.open("p")
        .leaf("strong", without_documents)
        .text(context.say(" – har inga inlästa texter.", " – have no texts read."))
        .close();
  return std::move(html.close());
}

}  // namespace

Page compare_page(const PageContext& context) {
  Page page = page_with({"/compare", context.say("Jämför partierna", "Compare the parties"),
                         context.say("Vad säger de, var för sig, och vilka säger inget?",
                                     "What does each of them say, and which say nothing?")});
  page.body.add(topic_form(context, "/compare", context.say("Jämför", "Compare")));
  auto request = topic_request(context);
  if (!request) return page;
  if (!*request) {
    draw_refusal(page, context, request->error());
    return page;
  }
  (*request)->limit = kHitsOfASide;
  const auto answer = compare(*context.searcher, **request, CompareBy::kParty);
  if (!answer) {
    draw_refusal(page, context, answer.error());
    return page;
  }
  page.body.add(unknown_values(context, answer->unknown));
  page.body.add(silent_section(context, *answer)).open("div", {{"class", "sides"}});
  for (const ComparedSide& side : answer->sides)
    if (!side.silence) page.body.add(side_section(context, side));
  page.body.close();
  return page;
}

}  // namespace ordalag
