#include <algorithm>

#include "searcher/answer/registries.hpp"
#include "searcher/page/pages.hpp"
#include "searcher/page/pieces.hpp"
#include "searcher/rank/id_order.hpp"

namespace ordalag {
namespace {

constexpr std::uint32_t kOnAPage = 500;

Html row(const PageContext& context, const StoredDocument& document) {
  const DocumentFacts& facts = document.facts;
  Html html;
  html.open("tr").open("th", {{"scope", "row"}});
  html.leaf("a", {{"href", document_link(context, facts.id)}, {"lang", "sv"}},
            facts.title ? facts.title->value : facts.id.value);
  html.close().open("td").add(attribution(context, facts.attribution)).close();
  html.leaf("td", {{"class", "date"}}, facts.date ? shown_date(*facts.date) : "–");
  html.leaf("td", facts.kind ? kind_label(facts.kind->value, context.language) : "–");
  html.leaf("td", {{"class", "number"}}, context.figure(document.passages));
  return std::move(html.close());
}

}  // namespace

Page sources_page(const PageContext& context) {
  const IndexReader& reader = context.searcher->reader();
  const std::uint32_t count = reader.document_count();
  std::uint32_t from = 0;
  for (const char c : context.parameter("offset").substr(0, 9))
    from = c >= '0' && c <= '9' ? from * 10 + static_cast<std::uint32_t>(c - '0') : from;
  const std::uint32_t begin = std::min(from, count);
  const std::uint32_t end = std::min(count, begin + kOnAPage);
  const std::string lede = context.figure(count) +
                           std::string(context.say(" dokument, inlästa ", " documents, read ")) +
                           reader.info().built_at.substr(0, 10) + ".";
  Page page = page_with({"/sources", context.say("Källor", "Sources"), lede});
  page.body.open(
      "div",
      {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", page.title}});
  page.body.open("table", {{"class", "documents"}}).open("thead").open("tr");
  for (const std::string_view label :
       {context.say("Titel", "Title"), context.say("Avsändare", "By"), context.say("Datum", "Date"),
        context.say("Typ", "Kind"), context.say("Stycken", "Passages")})
    page.body.leaf("th", {{"scope", "col"}}, label);
  page.body.close().close().open("tbody");
  const std::vector<DocumentNumber> sorted = documents_by_id(reader);
  for (std::uint32_t i = begin; i < end; ++i)
    page.body.add(row(context, reader.document(sorted[i])));
  page.body.close().close().close();
  if (end < count)
    page.body.open("nav", {{"class", "pages"}})
        .leaf("a",
              {{"href", context.link("/sources", {{"offset", std::to_string(end)}})},
               {"rel", "next"}},
              context.say("Nästa", "Next"))
        .close();
  return page;
}

}  // namespace ordalag
