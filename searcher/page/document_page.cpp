#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "core/text/percent.hpp"
#include "searcher/answer/hit_builder.hpp"
#include "searcher/answer/registries.hpp"
#include "searcher/answer/show.hpp"
#include "searcher/page/pages.hpp"
#include "searcher/page/pieces.hpp"

namespace ordalag {
namespace {

// Draws the passages of a document in text order.
class DocumentText {
 public:
  DocumentText(const PageContext& context, const DocumentAnswer& answer,
               std::optional<PassageId> marked)
      : context_(context), answer_(answer), marked_(std::move(marked)) {}

  Html draw() {
    html_.open("div", {{"class", "canonical"}, {"lang", "sv"}});
    for (const Hit& hit : answer_.passages) passage(hit);
    leave_list();
    return std::move(html_.close());
  }

 private:
  void passage(const Hit& hit) {
    const PassageKind kind = hit.passage.kind;
    if (kind != PassageKind::kListItem) leave_list();
    if (kind == PassageKind::kListItem && !in_list_) {
      html_.open("ul", {{"class", "items"}});
      in_list_ = true;
    }
    const bool is_marked = marked_ && hit.passage.id == *marked_;
    Attributes attributes{
        {"class", std::string("passage ") + std::string(name(kind)) + (is_marked ? " here" : "")}};
    if (is_marked) attributes.push_back({"id", "passage"});
    if (is_marked) attributes.push_back({"tabindex", "-1"});
    html_.open(kind == PassageKind::kListItem ? "li" : "div", attributes);
    margin(hit);
    body(hit, is_marked);
    notes(hit);
    html_.close();
  }

  void leave_list() {
    if (in_list_) html_.close();
    in_list_ = false;
  }

  // Page when it changes, line numbers, and the passage's own address.
  void margin(const Hit& hit) {
    const Provenance& place = hit.passage.provenance;
    html_.open("div", {{"class", "margin"}});
    const std::string page = place.page_label ? *place.page_label
                             : place.page     ? std::to_string(*place.page)
                                              : std::string();
    if (!page.empty() && page != page_)
      html_.leaf("span", {{"class", "page"}}, std::string(context_.say("s. ", "p. ")) + page);
    page_ = page;
    const auto& lines = place.printed_lines ? place.printed_lines : place.lines;
    const std::string label =
        lines ? std::to_string(lines->first) : std::string(context_.say("länk", "link"));
    const std::string spoken =
        std::string(context_.say("Länk till stycket", "Link to the passage")) +
        (lines ? std::string(context_.say(", rad ", ", line ")) + label : "");
    html_.leaf("a",
               {{"href", passage_link(context_, hit.passage.id)},
                {"class", "line"},
                {"aria-label", spoken}},
               label);
    html_.close();
  }

  void body(const Hit& hit, bool is_marked) {
    html_.open("div", {{"class", "body"}});
    if (hit.passage.kind == PassageKind::kHeading) {
      const std::size_t level = std::min<std::size_t>(2 + hit.section.size(), 6);
      constexpr std::string_view kHeadings[] = {"h2", "h2", "h2", "h3", "h4", "h5", "h6"};
      html_.leaf(kHeadings[level], hit.text);
    } else {
      html_.leaf("p", hit.text);
    }
    if (is_marked)
      html_.open("div", {{"lang", std::string(context_.code())}})
          .add(citation(context_, hit))
          .open("p", {{"class", "cite"}})
          .leaf("a",
                {{"href", context_.link("/passages/" + percent_encoded(hit.passage.id.value) +
                                        "/similar")}},
                context_.say("Samma ord på andra ställen", "The same words elsewhere"))
          .close()
          .close();
    html_.close();
  }

  // Who speaks, where that changes; what it is about.
  void notes(const Hit& hit) {
    html_.open("div", {{"class", "notes"}, {"lang", std::string(context_.code())}});
    const Attribution& by = hit.passage.attribution;
    if (hit.passage.kind != PassageKind::kHeading && !(speaker_ && *speaker_ == by)) {
      html_.open("p", {{"class", "by"}}).add(attribution(context_, by)).close();
      speaker_ = by;
    }
    if (!hit.themes.empty()) {
      html_.open("ul", {{"class", "themes"}});
      for (const LabelledTheme& theme : hit.themes)
        html_.open("li")
            .leaf("a", {{"href", context_.link("/", {{"theme", theme.tag.id.value}})}}, theme.label)
            .close();
      html_.close();
    }
    html_.close();
  }

  const PageContext& context_;
  const DocumentAnswer& answer_;
  const std::optional<PassageId> marked_;
  Html html_;
  bool in_list_ = false;
  std::string page_;
  std::optional<Attribution> speaker_;
};

void fact(Html& html, std::string_view label, const std::optional<Fact>& value) {
  if (value) html.leaf("dt", label).leaf("dd", value->value);
}

// The documents that hold the words of half of this one's passages, or more.
Html editions(const PageContext& context, const DocumentAnswer& answer) {
  std::map<std::string, std::pair<std::size_t, std::string>> shared;  // by id: passages, title
  for (const Hit& hit : answer.passages)
    for (const EditionReference& edition : hit.editions) {
      auto& [passages, title] = shared[edition.document.value];
      ++passages;
      title = edition.title.value_or(edition.document.value);
    }
  shared.erase(answer.document.facts.id.value);
  Html html;
  for (const auto& [id, entry] : shared) {
    const auto& [passages, title] = entry;
    if (passages * 2 < answer.passages.size()) continue;
    const DocumentId edition(id);
    html.leaf("dt", context.say("Upplaga", "Edition")).open("dd");
    html.leaf("a", {{"href", document_link(context, edition)}}, title).text(" · ");
    html.add(diff_reference(context, answer.document.facts.id, edition)).close();
  }
  return html;
}

Html facts(const PageContext& context, const DocumentAnswer& answer) {
  const DocumentFacts& known = answer.document.facts;
  Html html;
  html.open("dl", {{"class", "facts"}});
  html.leaf("dt", context.say("Avsändare", "By")).open("dd");
  html.add(attribution(context, known.attribution)).close();
  fact(html, context.say("Utgivare", "Publisher"), known.publisher);
  if (known.date)
    html.leaf("dt", context.say("Datum", "Date")).leaf("dd", shown_date(*known.date));
  fact(html, context.say("Kommun", "Municipality"), known.municipality);
  if (known.kind)
    html.leaf("dt", context.say("Typ", "Kind"))
        .leaf("dd", kind_label(known.kind->value, context.language));
  fact(html, context.say("Licens", "Licence"), known.licence);
  html.leaf("dt", context.say("Fil", "File")).open("dd");
  html.text(std::filesystem::path(answer.document.source.file).filename().string() + " ");
  html.leaf("span", {{"class", "hash"}},
            "SHA-256 " + answer.document.source.sha256.substr(0, 12) + "…");
  html.close();
  if (!answer.passages.empty() && known.url) {
    html.leaf("dt", context.say("Källa", "Source")).open("dd");
    html.add(source_reference(context, answer.passages.front())).close();
  }
  html.add(editions(context, answer));
  html.leaf("dt", context.say("Omfång", "Extent"));
  html.leaf("dd", context.figure(answer.document.words) +
                      std::string(context.say(" ord, ", " words, ")) +
                      context.figure(answer.document.passages) +
                      std::string(context.say(" stycken", " passages")));
  return std::move(html.close());
}

Result<Page> draw(const PageContext& context, const DocumentId& id,
                  std::optional<PassageId> marked) {
  const IndexReader& reader = context.searcher->reader();
  const HitBuilder hits(reader, context.searcher->registries(), context.language);
  ORDALAG_TRY(answer, show_document(reader, hits, id));
  Page page;
  const auto& title = answer.document.facts.title;
  page.title = title ? title->value : id.value;
  page.body.open("article", {{"class", "document"}});
  page.body.leaf("h1", {{"lang", "sv"}}, page.title).add(facts(context, answer));
  page.body.add(DocumentText(context, answer, std::move(marked)).draw()).close();
  return page;
}

}  // namespace

Result<Page> document_page(const PageContext& context) {
  return draw(context, DocumentId(context.path.back()), std::nullopt);
}

Result<Page> passage_page(const PageContext& context) {
  const IndexReader& reader = context.searcher->reader();
  const PassageId id(context.path.back());
  ORDALAG_TRY(number, require_passage(reader, id));
  return draw(context, reader.document(reader.document_of(number)).facts.id, id);
}

Page error_page(const PageContext& context, const Error& error) {
  Page page;
  page.title = context.say("Det gick inte", "That did not work");
  page.body.leaf("h1", {{"class", "vh"}}, page.title);
  draw_refusal(page, context, error);
  return page;
}

}  // namespace ordalag
