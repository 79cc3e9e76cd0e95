#include "searcher/render/show.hpp"

#include <boost/json/array.hpp>
#include <cmath>

#include "core/text/utf8.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/words.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

void add_ground(json::object& grounds, std::string_view name, const std::optional<Fact>& fact) {
  if (fact) grounds[name] = ordalag::name(fact->ground);
}

// On what ground each known fact stands.
json::object grounds_json(const DocumentFacts& facts) {
  json::object grounds;
  add_ground(grounds, "title", facts.title);
  add_ground(grounds, "publisher", facts.publisher);
  if (facts.attribution.party_ground) grounds["party"] = name(*facts.attribution.party_ground);
  add_ground(grounds, "municipality", facts.municipality);
  add_ground(grounds, "date", facts.date);
  add_ground(grounds, "kind", facts.kind);
  add_ground(grounds, "url", facts.url);
  add_ground(grounds, "licence", facts.licence);
  return grounds;
}

json::array left_out_json(const std::vector<LeftOut>& left_out) {
  json::array list;
  for (const LeftOut& item : left_out) {
    json::array at;
    for (const LineRange& range : item.at) at.push_back(json::array{range.first, range.last});
    list.push_back({{"reason", item.reason}, {"lines", item.lines}, {"at", std::move(at)}});
  }
  return list;
}

json::array hits_json(const std::vector<Hit>& hits) {
  json::array list;
  for (const Hit& hit : hits) list.push_back(hit_json(hit));
  return list;
}

// Items hang on their mark.
void add_passage(const Hit& hit, Style style, const TextOptions& options, std::string& text) {
  constexpr std::string_view kMargin = "  ";
  constexpr std::string_view kItemMark = "  • ";
  constexpr std::string_view kItemMargin = "    ";
  const bool item = hit.passage.kind == PassageKind::kListItem;
  const bool heading = hit.passage.kind == PassageKind::kHeading;
  if (heading) text += "\n";
  StyledText body;
  body.add(hit.text, heading ? Style::kStrong : style);
  std::string lines = body.wrapped(options.width, item ? kItemMargin : kMargin, options.colour);
  if (item) lines.replace(0, kItemMargin.size(), kItemMark);
  text += lines;
}

// The words of the passage that speak for a theme, or where else the reason stands.
std::string reason_of(const ordalag::ThemeTag& tag, const std::string& text, Language language) {
  switch (tag.ground) {
    case ThemeGround::kLeadIn:
      return say(Phrase::kThemeInLeadIn, language);
    case ThemeGround::kSection:
      return say(Phrase::kThemeInSection, language);
    case ThemeGround::kOverride:
      return say(Phrase::kThemeByOverride, language);
    case ThemeGround::kText:
      break;
  }
  std::string words;
  for (const CodePointSpan& span : tag.evidence) {
    const std::size_t begin = byte_of_code_point(text, span.begin);
    const std::size_t end = byte_of_code_point(text, span.end);
    words += (words.empty() ? "" : ", ") + text.substr(begin, end - begin);
  }
  return words;
}

// Which themes the passage has, and why, a line each.
void add_themes(const Hit& hit, Language language, StyledText& out) {
  for (const LabelledTheme& theme : hit.themes) {
    out.add(say(Phrase::kTheme, language) + ": ", Style::kFaint).add(theme.label);
    out.add(" (" + reason_of(theme.tag, hit.text, language) + ")\n", Style::kFaint);
  }
}

void add_fact(std::string_view label, const std::optional<Fact>& fact, StyledText& out) {
  if (!fact) return;
  out.add(std::string(label) + ": ", Style::kFaint).add(fact->value);
  out.add(" (" + std::string(name(fact->ground)) + ")\n", Style::kFaint);
}

// How each page of a paginated document was read; empty for other documents.
json::array pages_json(const std::vector<PageReading>& pages) {
  json::array list;
  for (const PageReading& page : pages)
    list.push_back(json::object{
        {"label", page.label.empty() ? json::value(nullptr) : json::value(page.label)},
        {"order", page.order},
        {"known_share", std::round(static_cast<double>(page.known_share) * 1e4) / 1e4}});
  return list;
}

}  // namespace

json::object stored_json(const StoredDocument& document) {
  json::object object = document_json(document.facts);
  object["grounds"] = grounds_json(document.facts);
  object["file"] = document.source.file;
  object["sha256"] = document.source.sha256;
  object["format"] = document.source.format;
  object["charset"] = document.source.charset;
  object["size"] = document.source.size;
  object["record"] =
      document.source.record ? json::value(*document.source.record) : json::value(nullptr);
  object["pages"] = pages_json(document.source.pages);
  object["passages"] = document.passages;
  object["words"] = document.words;
  object["left_out"] = left_out_json(document.left_out);
  return object;
}

json::object passage_json(const PassageAnswer& answer) {
  return {{"schema_version", kJsonVersion},
          {"index", index_json(answer.index)},
          {"passage", hit_json(answer.passage)},
          {"before", hits_json(answer.before)},
          {"after", hits_json(answer.after)}};
}

json::object document_json(const DocumentAnswer& answer) {
  return {{"schema_version", kJsonVersion},
          {"index", index_json(answer.index)},
          {"document", stored_json(answer.document)},
          {"passages", hits_json(answer.passages)}};
}

std::string passage_text(const PassageAnswer& answer, const TextOptions& options) {
  StyledText head;
  head.add(answer.passage.cite, Style::kStrong);
  std::string text = head.wrapped(options.width, "", options.colour) + "\n";
  for (const Hit& hit : answer.before) add_passage(hit, Style::kFaint, options, text);
  add_passage(answer.passage, Style::kStrong, options, text);
  for (const Hit& hit : answer.after) add_passage(hit, Style::kFaint, options, text);
  StyledText foot;
  foot.add("\n");
  add_themes(answer.passage, options.language, foot);
  foot.add(answer.passage.passage.id.value + "\n", Style::kFaint);
  for (const EditionReference& edition : answer.passage.editions)
    foot.add((edition.identical ? "= " : "≈ ") + edition.id.value + "\n", Style::kFaint);
  return text + foot.wrapped(options.width, "", options.colour);
}

std::string document_text(const DocumentAnswer& answer, const TextOptions& options) {
  const DocumentFacts& facts = answer.document.facts;
  StyledText head;
  head.add((facts.title ? facts.title->value : facts.id.value) + "\n", Style::kStrong);
  head.add("id: ", Style::kFaint).add(facts.id.value + "\n");
  std::string codes;
  for (const PartyCode& code : facts.attribution.party)
    codes += (codes.empty() ? "" : ", ") + code.value;
  if (facts.attribution.party_ground)
    add_fact("party", Fact{codes, *facts.attribution.party_ground}, head);
  add_fact("municipality", facts.municipality, head);
  add_fact("date", facts.date, head);
  add_fact("kind", facts.kind, head);
  add_fact("publisher", facts.publisher, head);
  add_fact("url", facts.url, head);
  add_fact("licence", facts.licence, head);
  head.add("file: ", Style::kFaint).add(answer.document.source.file + "\n");
  std::string text = head.wrapped(options.width, "", options.colour) + "\n";
  for (const Hit& hit : answer.passages) add_passage(hit, Style::kPlain, options, text);
  return text;
}

}  // namespace ordalag
