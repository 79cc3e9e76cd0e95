#include <algorithm>
#include <utility>

#include "searcher/answer/document_diff.hpp"
#include "searcher/page/pages.hpp"
#include "searcher/page/pieces.hpp"
#include "searcher/rank/id_order.hpp"

namespace ordalag {
namespace {

// More are told of by their number alone: the interface gives all.
constexpr std::size_t kMostShown = 300;

std::string title_of(const DocumentFacts& document) {
  return document.title ? document.title->value : document.id.value;
}

// The ids with their titles, for the fields to complete; none where they are too many to send.
Html known_documents(const PageContext& context) {
  constexpr std::uint32_t kMostListed = 500;
  const IndexReader& reader = context.searcher->reader();
  Html html;
  html.open("datalist", {{"id", "documents"}});
  if (reader.document_count() > kMostListed) return std::move(html.close());
  for (const DocumentNumber number : documents_by_id(reader)) {
    const StoredDocument& document = reader.document(number);
    html.leaf("option", {{"value", document.facts.id.value}}, title_of(document.facts));
  }
  return std::move(html.close());
}

Html id_field(const PageContext& context, std::string_view name, std::string_view label) {
  const std::string id(name);
  Html html;
  html.open("div").leaf("label", {{"for", id}}, label);
  html.single("input", {{"id", id},
                        {"name", id},
                        {"type", "text"},
                        {"required", ""},
                        {"list", "documents"},
                        {"value", context.parameter(name)}});
  return std::move(html.close());
}

Html diff_form(const PageContext& context) {
  Html html;
  html.open("form", {{"class", "quote"}, {"action", "/diff"}, {"method", "get"}}).open("fieldset");
  html.leaf("legend", context.say("Två dokument, vid sina id", "Two documents, by their ids"));
  html.add(id_field(context, "left", context.say("Det ena", "The one")));
  html.add(id_field(context, "right", context.say("Det andra", "The other")));
  html.add(known_documents(context)).close();
  if (context.language_chosen)
    html.single("input",
                {{"type", "hidden"}, {"name", "lang"}, {"value", std::string(context.code())}});
  html.leaf("button", {{"type", "submit"}}, context.say("Jämför orden", "Compare the words"));
  return std::move(html.close());
}

Html side_link(const PageContext& context, std::string_view label, const DiffSide& side) {
  std::string text(label);
  if (side.provenance.page_label)
    text += std::string(context.say(", s. ", ", p. ")) + *side.provenance.page_label;
  Html html;
  html.leaf("a", {{"href", passage_link(context, side.passage)}}, text);
  return html;
}

// A change with words for who does not see its colour.
void change(Html& html, std::string_view tag, std::string_view spoken, const std::string& text) {
  if (text.empty()) return;
  html.open(tag).leaf("span", {{"class", "vh"}}, "[" + std::string(spoken) + ": ");
  html.text(text).leaf("span", {{"class", "vh"}}, "]").close();
}

Html difference_item(const PageContext& context, const DocumentDifference& difference) {
  const std::string_view one = context.say("i det ena", "in the one");
  const std::string_view other = context.say("i det andra", "in the other");
  const DiffSide& around = difference.left.text.empty() ? difference.right : difference.left;
  Html html;
  html.open("li").open("p", {{"class", "words"}, {"lang", "sv"}});
  html.leaf("span", {{"class", "around"}}, around.before);
  change(html, "del", one, difference.left.text);
  if (!difference.left.text.empty() && !difference.right.text.empty()) html.text(" ");
  change(html, "ins", other, difference.right.text);
  html.leaf("span", {{"class", "around"}}, around.after).close();
  html.open("p", {{"class", "cite"}}).add(side_link(context, one, difference.left)).text(" · ");
  html.add(side_link(context, other, difference.right)).close();
  return std::move(html.close());
}

Html document_line(const PageContext& context, std::string_view tag, std::string_view label,
                   const DocumentFacts& document) {
  Html html;
  html.open("p").leaf(tag, label).text(" ");
  html.leaf("a", {{"href", document_link(context, document.id)}}, title_of(document));
  if (document.date)
    html.text(" ").leaf("span", {{"class", "fact date"}}, shown_date(*document.date));
  return std::move(html.close());
}

Html differences(const PageContext& context, const DiffAnswer& answer) {
  const std::size_t count = answer.differences.size();
  Html html;
  html.open("section", {{"class", "differences"}});
  html.leaf("h2", count == 0
                      ? std::string(context.say("Inga ord skiljer", "No word differs"))
                      : context.figure(count) +
                            std::string(count == 1 ? context.say(" skillnad", " difference")
                                                   : context.say(" skillnader", " differences")));
  html.open("div", {{"class", "both"}});
  html.add(document_line(context, "del", context.say("bara i", "only in"), answer.left));
  html.add(document_line(context, "ins", context.say("bara i", "only in"), answer.right)).close();
  html.open("ol");
  for (std::size_t i = 0; i < std::min(count, kMostShown); ++i)
    html.add(difference_item(context, answer.differences[i]));
  html.close();
  if (count > kMostShown)
    html.leaf("p", {{"class", "help"}},
              context.say("Fler visas inte här; tabellen har alla.",
                          "No more are shown here; the table has all."));
  if (count > 0)
    html.open("p")
        .leaf("a",
              {{"href", "/v1/diff?" + format_parameters({{"left", answer.left.id.value},
                                                         {"right", answer.right.id.value},
                                                         {"format", "csv"}})},
               {"download", "skillnader.csv"}},
              context.say("Hämta som CSV", "Download as CSV"))
        .close();
  return std::move(html.close());
}

}  // namespace

Page diff_page(const PageContext& context) {
  Page page = page_with(
      {"/sources", context.say("Vad skiljer två upplagor?", "What differs between two editions?"),
       context.say("Ord för ord, med platsen i båda.", "Word by word, with the place in both.")});
  page.body.add(diff_form(context));
  const DocumentId left(context.parameter("left")), right(context.parameter("right"));
  if (left.value.empty() || right.value.empty()) return page;
  const auto answer = diff_documents(context.searcher->reader(), left, right);
  if (answer)
    page.body.add(differences(context, *answer));
  else
    draw_refusal(page, context, answer.error());
  return page;
}

}  // namespace ordalag
