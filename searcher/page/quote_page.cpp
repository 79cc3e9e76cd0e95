#include <array>
#include <utility>

#include "searcher/page/batch_section.hpp"
#include "searcher/page/claim_remarks.hpp"
#include "searcher/page/pages.hpp"
#include "searcher/page/pieces.hpp"
#include "searcher/quote/quote_checker.hpp"
#include "searcher/quote/report/quote_report.hpp"
#include "searcher/quote/report/verdict_words.hpp"

namespace ordalag {
namespace {

// What each verdict means, for who has not read the manual; in the order of Verdict.
struct Meaning {
  std::string_view swedish, english;
};
constexpr std::array kMeanings{
    Meaning{"Orden står så, i den ordningen, på ett ställe.",
            "The words stand so, in that order, in one place."},
    Meaning{"Orden står så, men citatet hoppar över text där det markerar det.",
            "The words stand so, but the quotation leaves out text where it says so."},
    Meaning{"Citatet kommer härifrån, men ord skiljer sig från källan.",
            "The quotation comes from here, but words differ from the source."},
    Meaning{"Delarna står ordagrant, men på skilda ställen eller i annan ordning.",
            "The parts stand verbatim, but in places apart or in another order."},
    Meaning{"Orden står så, men hos en annan avsändare än den angivna.",
            "The words stand so, but with another than was claimed."},
    Meaning{"Orden finns inte i de inlästa källorna.", "The words are not in the sources read."},
};

QuoteRequest request_of(const PageContext& context) {
  const auto claimed = [&](std::string_view name) -> std::optional<std::string> {
    std::string value = context.parameter(name);
    return value.empty() ? std::nullopt : std::optional(std::move(value));
  };
  return {context.parameter("quote"), {claimed("party"), claimed("speaker"), claimed("document")}};
}

Html text_field(std::string_view name, std::string_view label, const std::string& value) {
  Html html;
  const std::string id(name);
  html.open("div").leaf("label", {{"for", id}}, label);
  html.single("input", {{"id", id}, {"name", id}, {"type", "text"}, {"value", value}});
  return std::move(html.close());
}

Html quote_form(const PageContext& context, const QuoteRequest& asked) {
  Html html;
  html.open("form", {{"class", "quote"}, {"action", context.link("/quote")}, {"method", "post"}});
  html.leaf("label", {{"for", "quote"}}, context.say("Citatet", "The quotation"));
  html.leaf("textarea",
            {{"id", "quote"},
             {"name", "quote"},
             {"rows", "5"},
             {"required", ""},
             {"maxlength", "32000"},
             {"aria-describedby", "quote-help"}},
            asked.quote);
  html.leaf("p", {{"class", "help"}, {"id", "quote-help"}},
            context.say("Klistra in orden som de citeras. Utelämnat skrivs […].",
                        "Paste the words as they are quoted. What is left out is written […]."));
  html.open("fieldset")
      .leaf("legend", context.say("Sägs komma från (valfritt)", "Said to come from (optional)"));
  html.open("div").leaf("label", {{"for", "party"}}, context.say("Parti", "Party"));
  html.open("select", {{"id", "party"}, {"name", "party"}});
  html.add(party_options(context, asked.claim.party.value_or(""))).close().close();
  html.add(
      text_field("speaker", context.say("Talare", "Speaker"), asked.claim.speaker.value_or("")));
  html.add(text_field("document", context.say("Dokument", "Document"),
                      asked.claim.document.value_or("")));
  html.close();
  html.leaf("button", {{"type", "submit"}}, context.say("Kolla citatet", "Check the quotation"));
  return std::move(html.close());
}

// A change with words before it for who does not see its colour.
void change(Html& html, std::string_view tag, std::string_view spoken, const std::string& text) {
  if (text.empty()) return;
  html.open(tag).leaf("span", {{"class", "vh"}}, "[" + std::string(spoken) + ": ");
  html.text(text).leaf("span", {{"class", "vh"}}, "]").close();
  html.text(" ");
}

Html difference(const PageContext& context, const QuotePlace& place) {
  Html html;
  html.open("section", {{"class", "diff"}});
  html.leaf("h3", context.say("Ord för ord", "Word by word"));
  html.open("p", {{"class", "words"}, {"lang", "sv"}});
  for (const DiffPiece& piece : place.diff) {
    if (piece.op == EditOp::kEqual) {
      html.text(piece.quote + " ");
      continue;
    }
    change(html, "del", context.say("bara i källan", "in the source only"), piece.source);
    change(html, "ins", context.say("bara i citatet", "in the quotation only"), piece.quote);
  }
  html.close();
  html.open("p", {{"class", "legend"}});
  html.leaf("del", context.say("bara i källan", "in the source only")).text(" ");
  html.leaf("ins", context.say("bara i citatet", "in the quotation only")).close();
  return std::move(html.close());
}

Html place_article(const PageContext& context, const QuoteMatch& match, const QuotePlace& place) {
  Html html;
  html.open("article", {{"class", "hit place"}});
  html.open("h3").leaf(
      "a", {{"href", passage_link(context, match.hit.passage.id)}},
      match.hit.document.title ? match.hit.document.title->value : match.hit.document.id.value);
  html.close();
  html.open("p", {{"class", "by"}}).add(attribution(context, match.hit.passage.attribution));
  if (match.hit.document.date)
    html.text(" ").leaf("span", {{"class", "fact date"}}, shown_date(*match.hit.document.date));
  html.close();
  html.open("blockquote", {{"lang", "sv"}}).open("p");
  html.leaf("span", {{"class", "around"}}, place.before);
  html.leaf("mark", {{"class", "exact"}}, place.matched_text);
  html.leaf("span", {{"class", "around"}}, place.after).close().close();
  html.add(citation(context, match.hit));
  return std::move(html.close());
}

void warn(Html& html, bool when, std::string_view text) {
  if (when) html.leaf("li", {{"class", "warning"}}, text);
}

Html remarks(const PageContext& context, const QuoteReport& report) {
  const QuoteAnswer& answer = report.answer;
  const Language language = context.language;
  Html html;
  html.open("ul", {{"class", "remarks"}}).add(claim_remarks(context, report));
  for (const Alteration& alteration : answer.alterations)
    html.leaf("li", {}, describe(alteration, language));
  const QuoteContext& around = answer.context;
  warn(html, around.omitted_negation, say(QuotePhrase::kOmittedNegation, language));
  warn(html, around.cut_negation, say(QuotePhrase::kCutNegation, language));
  if (!around.omitted.empty())
    html.leaf("li", {}, say(QuotePhrase::kOmitted, language, around.omitted));
  if (around.starts_mid_sentence) html.leaf("li", {}, say(QuotePhrase::kStartsMid, language));
  if (around.ends_mid_sentence) html.leaf("li", {}, say(QuotePhrase::kEndsMid, language));
  if (answer.common)
    html.leaf("li", {}, say(QuotePhrase::kCommon, language, std::to_string(answer.places_found)));
  return std::move(html.close());
}

Html verdict(const PageContext& context, const QuoteReport& report) {
  const QuoteAnswer& answer = report.answer;
  const Meaning& meaning = kMeanings[static_cast<std::size_t>(answer.verdict)];
  Html html;
  html.open("section", {{"class", "verdict " + std::string(name(answer.verdict))},
                        {"aria-labelledby", "verdict"}});
  html.leaf("h2", {{"id", "verdict"}}, word_for(answer.verdict, context.language));
  html.leaf("p", {{"class", "meaning"}}, context.say(meaning.swedish, meaning.english));
  html.add(remarks(context, report)).close();
  const bool differs = answer.verdict == Verdict::kAltered && !answer.places.empty();
  if (differs) html.add(difference(context, answer.places.front()));
  if (!report.matches.empty()) {
    html.open("section").leaf("h2", context.say("Så står det", "How it stands"));
    for (std::size_t i = 0; i < report.matches.size(); ++i)
      html.add(place_article(context, report.matches[i], answer.places[i]));
    html.close();
  }
  if (!report.nearest.empty()) {
    html.open("section").leaf("h2", say(QuotePhrase::kNearest, context.language));
    for (const Hit& hit : report.nearest) html.add(hit_article(context, hit));
    html.close();
  }
  return html;
}

Result<QuoteReport> check(const PageContext& context, const QuoteRequest& request) {
  Searcher& searcher = *context.searcher;
  QuoteChecker checker(searcher.reader(), searcher.analyser(), searcher.registries().parties);
  ORDALAG_TRY(answer, checker.check(request));
  return make_report(std::move(answer), searcher.reader(), searcher.registries(), context.language);
}

}  // namespace

Page quote_page(const PageContext& context) {
  Page page = page_with(
      {"/quote", context.say("Citatkoll", "Check a quotation"),
       context.say("Står orden så i källan, och hos den som sägs ha skrivit dem?",
                   "Do the words stand so in the source, and with whom they are said to be by?")});
  const QuoteRequest asked = request_of(context);
  page.body.add(quote_form(context, asked));
  if (!asked.quote.empty()) {
    if (const auto report = check(context, asked)) {
      page.body.add(verdict(context, *report));
    } else {
      draw_refusal(page, context, report.error());
    }
  }
  const std::string table = context.parameter("table");
  page.body.add(batch_form(context, table));
  if (table.empty()) return page;
  if (const auto answers = batch_answers(context, table))
    page.body.add(*answers);
  else
    draw_refusal(page, context, answers.error());
  return page;
}

}  // namespace ordalag
