#include "searcher/page/pieces.hpp"

#include <array>
#include <filesystem>
#include <utility>

#include "core/text/join.hpp"
#include "core/text/percent.hpp"
#include "core/text/utf8.hpp"
#include "searcher/answer/registries.hpp"
#include "searcher/page/error_words.hpp"
#include "searcher/render/unknown_values.hpp"

namespace ordalag {
namespace {

struct ClassWords {
  std::string_view name, swedish, english;
};
// In the order of MatchClass.
constexpr std::array kClasses{
    ClassWords{"exact", "som i frågan", "as in the query"},
    ClassWords{"inflected", "annan böjning", "another inflection"},
    ClassWords{"compound", "del av ett sammansatt ord", "part of a compound"},
    ClassWords{"synonym", "synonym", "synonym"},
};

bool is_web(std::string_view link) {
  return link.starts_with("https://") || link.starts_with("http://");
}

Html editions(const PageContext& context, const Hit& hit) {
  Html html;
  if (hit.editions.empty()) return html;
  const std::string count = std::to_string(hit.editions.size());
  html.open("details", {{"class", "editions"}});
  html.leaf("summary", count + std::string(hit.editions.size() == 1
                                               ? context.say(" ställe till med samma text",
                                                             " more place with the same text")
                                               : context.say(" ställen till med samma text",
                                                             " more places with the same text")));
  html.open("ul");
  for (const EditionReference& edition : hit.editions) {
    html.open("li").leaf("a", {{"href", passage_link(context, edition.id)}},
                         edition.title.value_or(edition.document.value));
    if (!edition.identical) html.text(context.say(" (nästan lika)", " (nearly the same)"));
    if (edition.document != hit.document.id)
      html.text(" · ").add(diff_reference(context, hit.document.id, edition.document));
    html.close();
  }
  return std::move(html.close().close());
}

// A sentence of an error in the reader's language; in English, and said to be, where there is no
// other.
void say_error(Html& html, const PageContext& context, std::string_view sentence,
               Attributes attributes) {
  const auto swedish = error_in_swedish(sentence);
  const bool english = context.language == Language::kEnglish || !swedish;
  std::string text = english ? std::string(sentence) : *swedish;
  if (english && context.language == Language::kSwedish) attributes.push_back({"lang", "en"});
  html.leaf("p", attributes, text);
}

Html error_notice(const PageContext& context, const Error& error) {
  Html html;
  html.open("section", {{"class", "notice error"}, {"role", "alert"}});
  html.leaf("h2", context.say("Det gick inte", "That did not work"));
  say_error(html, context, error.message, {{"class", "reason"}});
  if (error.position)
    html.leaf("p", {{"class", "at"}},
              std::string(context.say("Vid tecken ", "At character ")) +
                  std::to_string(*error.position) + ".");
  if (!error.hint.empty()) say_error(html, context, error.hint, {{"class", "hint"}});
  return std::move(html.close());
}

}  // namespace

std::string passage_link(const PageContext& context, const PassageId& id) {
  return context.link("/passages/" + percent_encoded(id.value) + "#passage");
}

std::string document_link(const PageContext& context, const DocumentId& id) {
  return context.link("/documents/" + percent_encoded(id.value));
}

Html party_badge(const PageContext& context, const PartyCode& code) {
  Html html;
  html.leaf("span", {{"class", "party"}, {"data-party", code.value}},
            party_label(context.searcher->registries(), code, context.language));
  return html;
}

Html attribution(const PageContext& context, const Attribution& by) {
  Html html;
  std::string_view gap;
  for (const PartyCode& code : by.party)
    html.text(std::exchange(gap, " ")).add(party_badge(context, code));
  if (by.speaker) html.text(gap).leaf("span", {{"class", "speaker"}}, *by.speaker);
  if (by.party.empty() && !by.speaker)
    html.leaf("span", {{"class", "speaker unknown"}},
              context.say("ingen avsändare angiven", "no party named"));
  return html;
}

Html marked(const PageContext& context, const Snippet& snippet) {
  Html html;
  const std::string_view text = snippet.text;
  std::size_t at = 0;
  std::uint32_t point = 0;
  for (const Highlight& highlight : snippet.highlights) {
    const std::size_t begin = step_on(text, at, highlight.span.begin - point);
    const std::size_t end = step_on(text, begin, highlight.span.size());
    const ClassWords& words = kClasses[static_cast<std::size_t>(highlight.match_class)];
    html.text(text.substr(at, begin - at));
    html.leaf("mark",
              {{"class", std::string(words.name)},
               {"title", highlight.query_word + ": " +
                             std::string(context.say(words.swedish, words.english))}},
              text.substr(begin, end - begin));
    at = end;
    point = highlight.span.end;
  }
  html.text(text.substr(at));
  return html;
}

Html source_reference(const PageContext& context, const Hit& hit) {
  Html html;
  std::string_view label = context.say("Källan", "The source");
  if (is_web(hit.source_link))
    html.leaf("a", {{"href", hit.source_link}, {"rel", "noreferrer"}}, label);
  else
    html.leaf("span", {{"class", "file"}},
              std::filesystem::path(hit.source.file).filename().string());
  return html;
}

Html citation(const PageContext& context, const Hit& hit) {
  Html html;
  html.open("p", {{"class", "cite"}}).leaf("cite", {}, hit.cite).text(" ");
  html.leaf("button",
            {{"type", "button"},
             {"class", "copy"},
             {"hidden", ""},
             {"data-copy", hit.cite},
             {"data-done", std::string(context.say("Källhänvisningen är kopierad.",
                                                   "The citation has been copied."))}},
            context.say("Kopiera", "Copy"));
  return std::move(html.close());
}

std::string shown_date(const Fact& date) {
  const std::size_t slash = date.value.find('/');
  if (slash == std::string::npos) return date.value;
  return date.value.substr(0, slash) + "–" + date.value.substr(slash + 1);
}

Html hit_article(const PageContext& context, const Hit& hit) {
  Html html;
  html.open("article", {{"class", "hit"}});
  html.open("h3").leaf("a", {{"href", passage_link(context, hit.passage.id)}},
                       hit.document.title ? hit.document.title->value : hit.document.id.value);
  html.close();
  html.open("p", {{"class", "by"}}).add(attribution(context, hit.passage.attribution));
  if (hit.document.date)
    html.text(" ").leaf("span", {{"class", "fact date"}}, shown_date(*hit.document.date));
  if (hit.document.municipality)
    html.text(" ").leaf("span", {{"class", "fact"}}, hit.document.municipality->value);
  if (!hit.section.empty()) html.text(" ").leaf("span", {{"class", "fact"}}, hit.section.back());
  html.close();
  if (hit.lead_in) html.leaf("p", {{"class", "lead-in"}}, *hit.lead_in);
  html.open("p", {{"class", "snippet"}});
  if (hit.finding)
    html.add(marked(context, hit.finding->snippet));
  else
    html.text(hit.text);
  html.close();
  if (hit.finding && !hit.finding->missing.empty())
    html.open("p", {{"class", "missing"}})
        .text(context.say("Saknar: ", "Lacks: "))
        .leaf("s", {}, joined(hit.finding->missing, ", "))
        .close();
  html.add(citation(context, hit)).add(editions(context, hit));
  return std::move(html.close());
}

Html notice(std::string_view heading, std::string_view text) {
  Html html;
  html.open("section", {{"class", "notice"}}).leaf("h2", heading).leaf("p", text);
  return std::move(html.close());
}

void draw_refusal(Page& page, const PageContext& context, const Error& error) {
  page.status = static_cast<unsigned>(info(error.code).http_status);
  page.body.add(error_notice(context, error));
}

Html error_sentence(const PageContext& context, const Error& error) {
  const auto swedish = error_in_swedish(error.message);
  Html html;
  if (context.language == Language::kSwedish && swedish)
    html.leaf("span", *swedish);
  else
    html.leaf("span", {{"lang", "en"}}, error.message);
  return html;
}

Html unknown_values(const PageContext& context, const std::vector<UnknownValue>& unknown) {
  Html html;
  for (const UnknownValue& value : unknown)
    html.leaf("p", {{"class", "suggestion"}}, unknown_value_sentence(value, context.language));
  return html;
}

Html diff_reference(const PageContext& context, const DocumentId& left, const DocumentId& right) {
  Html html;
  html.leaf("a", {{"href", context.link("/diff", {{"left", left.value}, {"right", right.value}})}},
            context.say("vad som skiljer", "what differs"));
  return html;
}

Html party_options(const PageContext& context, const std::string& chosen) {
  Html html;
  html.leaf("option", {{"value", ""}}, context.say("– inget angivet –", "– none –"));
  for (const Party& party : context.searcher->registries().parties.parties()) {
    Attributes attributes{{"value", party.code.value}};
    if (party.code.value == chosen) attributes.push_back({"selected", ""});
    html.leaf("option", attributes,
              party_label(context.searcher->registries(), party.code, context.language));
  }
  return html;
}

}  // namespace ordalag
