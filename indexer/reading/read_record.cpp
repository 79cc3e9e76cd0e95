#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <string>
#include <utility>

#include "core/text/characters.hpp"
#include "core/text/normalise.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/clean_text.hpp"
#include "indexer/reading/line_shape.hpp"
#include "indexer/reading/passages.hpp"
#include "indexer/reading/reading.hpp"

namespace ordalag {
namespace {

using namespace reading;
namespace json = boost::json;

// A heading of a record is followed by text: a longer line with a full stop, or an item.
constexpr std::size_t kLongestHeading = 90;      // bytes
constexpr std::uint32_t kMostHeadingWords = 10;

tl::unexpected<Error> bad(const JsonlRecord& record, std::string message) {
  return fail(ErrorCode::kBadInput, std::move(message),
              record.file + ":" + std::to_string(record.line));
}

// A member that may be missing or null. Errors: another type than a string or a number.
Result<std::optional<std::string>> text_member(const json::object& object,
                                               const JsonlRecord& record,
                                               std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
    if (value == nullptr || value->is_null()) continue;
    if (const json::string* text = value->if_string())
      return std::optional(std::string(text->data(), text->size()));
    if (value->is_int64()) return std::optional(std::to_string(value->get_int64()));
    if (value->is_uint64()) return std::optional(std::to_string(value->get_uint64()));
    return bad(record, "\"" + std::string(name) + "\" is not a text");
  }
  return std::optional<std::string>();
}

std::optional<Fact> stated(std::optional<std::string> value) {
  if (!value || trimmed(*value).empty()) return std::nullopt;
  return Fact{composed(trimmed(*value)), Ground::kMetadata};
}

void add_party(std::vector<PartyCode>& parties, std::string_view written,
               const ReadContext& context) {
  written = trimmed(written);
  if (written.empty()) return;
  std::optional<PartyCode> known;
  if (context.parties != nullptr) known = context.parties->resolve(written);
  parties.push_back(known.value_or(PartyCode(std::string(written))));
}

// "S", "M+KD" (only where every part is a known party), or a list of such.
Result<std::vector<PartyCode>> party_member(const json::object& object, const JsonlRecord& record,
                                            const ReadContext& context) {
  std::vector<PartyCode> parties;
  const json::value* value = object.if_contains("party");
  if (value == nullptr || value->is_null()) return parties;
  if (const json::string* text = value->if_string()) {
    const std::string_view whole(text->data(), text->size());
    bool all_known = context.parties != nullptr && whole.find('+') != std::string_view::npos;
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; all_known && at <= whole.size();) {
      const std::size_t end = std::min(whole.find('+', at), whole.size());
      parts.push_back(whole.substr(at, end - at));
      all_known = context.parties->resolve(trimmed(parts.back())).has_value();
      at = end + 1;
    }
    if (!all_known) parts = {whole};
    for (const std::string_view part : parts) add_party(parties, part, context);
  } else if (const json::array* list = value->if_array()) {
    for (const json::value& item : *list) {
      const json::string* one = item.if_string();
      if (one == nullptr) return bad(record, "\"party\" holds something that is not a text");
      add_party(parties, std::string_view(one->data(), one->size()), context);
    }
  } else {
    return bad(record, "\"party\" is neither a text nor a list of texts");
  }
  std::sort(parties.begin(), parties.end());
  parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
  return parties;
}

// "Tredje vice talman Kerstin Ek (B)": the party that signs, where it is a known one.
void add_party_of_speaker(Attribution& attribution, const ReadContext& context) {
  if (!attribution.party.empty() || !attribution.speaker || context.parties == nullptr) return;
  const std::string_view speaker = *attribution.speaker;
  const std::size_t open = speaker.rfind('(');
  if (open == std::string_view::npos || !speaker.ends_with(')')) return;
  const auto code = context.parties->resolve(speaker.substr(open + 1, speaker.size() - open - 2));
  if (!code) return;
  attribution.party = {*code};
  attribution.party_ground = Ground::kSignature;
}

struct RecordLine {
  std::string_view text;
  bool item = false;
};

// The lines of the text that hold anything, without their bullets.
std::vector<RecordLine> lines_of(std::string_view text) {
  constexpr std::array<std::string_view, 5> kBullets = {"•", "▪", "●", "·", "‣"};
  constexpr std::array<std::string_view, 4> kSpacedBullets = {"- ", "* ", "– ", "o "};
  std::vector<RecordLine> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    RecordLine line{trimmed(text.substr(begin, end - begin)), false};
    begin = end + 1;
    for (const std::string_view bullet : kBullets) {
      if (!line.text.starts_with(bullet)) continue;
      line = {trimmed(line.text.substr(bullet.size())), true};
      break;
    }
    for (const std::string_view bullet : kSpacedBullets) {
      if (line.item || !line.text.starts_with(bullet)) continue;
      // A dash before a capital is speech as often as a list: it counts between its likes only.
      const bool list = bullet != "– " || (!lines.empty() && lines.back().item);
      if (list) line = {trimmed(line.text.substr(bullet.size())), true};
      break;
    }
    if (!line.text.empty()) lines.push_back(line);
  }
  return lines;
}

bool is_heading(const std::vector<RecordLine>& lines, std::size_t i) {
  const RecordLine& line = lines[i];
  if (line.item || line.text.size() > kLongestHeading || i + 1 >= lines.size()) return false;
  const auto last = static_cast<unsigned char>(line.text.back());
  if (std::string_view(".,:;!?)").find(static_cast<char>(last)) != std::string_view::npos)
    return false;
  const RecordLine& next = lines[i + 1];
  const bool text_follows =
      next.item || (next.text.size() > kLongestHeading && ends_sentence(next.text));
  return text_follows && starts_upper(line.text) && count_words(line.text) <= kMostHeadingWords &&
         (i == 0 || !ends_with(lines[i - 1].text, ':'));
}

// Lines become passages: paragraphs, items with their lead-in, and headings with their sections.
void take_text(Document& document, std::string_view text, const JsonlRecord& record) {
  PassageNames names(document.facts.id);
  document.text.reserve(text.size());
  const std::vector<RecordLine> lines = lines_of(text);
  document.passages.reserve(lines.size());
  std::optional<std::uint32_t> lead_in;
  std::uint32_t section = 0;
  std::string cleaned;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    cleaned.clear();
    append_cleaned(lines[i].text, cleaned);
    if (cleaned.empty()) continue;
    if (!is_composed(cleaned)) cleaned = composed(cleaned);
    const auto number = static_cast<std::uint32_t>(document.passages.size());
    Passage& passage = append_passage(document, cleaned, names);
    passage.provenance.lines = LineRange{record.line, record.line};
    passage.attribution = document.facts.attribution;
    if (lines[i].item) {
      passage.kind = PassageKind::kListItem;
      passage.lead_in = lead_in;
    } else if (is_heading(lines, i)) {
      passage.kind = PassageKind::kHeading;
      section = static_cast<std::uint32_t>(document.sections.size());
      document.sections.push_back({cleaned});
      lead_in.reset();
    } else {
      lead_in.reset();
      if (ends_with(lines[i].text, ':')) lead_in = number;
    }
    passage.section = section;
  }
}

// A line for each passage: its kind, and the text.
std::string rendering(const Document& document) {
  std::string lines;
  for (const Passage& passage : document.passages)
    lines += std::string(name(passage.kind)) + "  " + std::string(document.text_of(passage)) + "\n";
  return lines;
}

}  // namespace

Result<Document> read_record(const JsonlRecord& record, const ReadContext& context) {
  if (const auto at = first_invalid_utf8(record.json))
    return bad(record, "invalid UTF-8 at byte " + std::to_string(*at) + " of the line");
  boost::system::error_code error;
  json::monotonic_resource memory(record.json.size() * 2 + 4096);  // freed at once, with the value
  const json::value value =
      json::parse(json::string_view(record.json.data(), record.json.size()), error, &memory);
  if (error) return bad(record, "broken JSON: " + error.message());
  const json::object* object = value.if_object();
  if (object == nullptr) return bad(record, "the line is not a JSON object");

  const auto member = [&](std::initializer_list<std::string_view> names) {
    return text_member(*object, record, names);
  };
  ORDALAG_TRY(id, member({"id", "_id"}));
  ORDALAG_TRY(title, member({"title"}));
  ORDALAG_TRY(date, member({"date"}));
  ORDALAG_TRY(municipality, member({"municipality"}));
  ORDALAG_TRY(kind, member({"kind", "doctype"}));
  ORDALAG_TRY(url, member({"url"}));
  ORDALAG_TRY(publisher, member({"publisher"}));
  ORDALAG_TRY(licence, member({"licence", "license"}));
  ORDALAG_TRY(speaker, member({"speaker"}));
  ORDALAG_TRY(party, party_member(*object, record, context));
  const bool has_id = id && !trimmed(*id).empty();
  if (!has_id && context.fallback_id.value.empty()) return bad(record, "\"id\" is missing or empty");
  const json::value* text = object->if_contains("text");
  if (text == nullptr || !text->is_string()) return bad(record, "\"text\" is missing or no text");

  Document document;
  document.facts.id = has_id ? DocumentId(std::string(trimmed(*id))) : context.fallback_id;
  document.facts.title = stated(std::move(title));
  document.facts.date = stated(std::move(date));
  document.facts.municipality = stated(std::move(municipality));
  document.facts.kind = stated(std::move(kind));
  document.facts.url = stated(std::move(url));
  document.facts.publisher = stated(std::move(publisher));
  document.facts.licence = stated(std::move(licence));
  Attribution& attribution = document.facts.attribution;
  attribution.party = std::move(party);
  if (!attribution.party.empty()) attribution.party_ground = Ground::kMetadata;
  if (auto fact = stated(std::move(speaker))) attribution.speaker = std::move(fact->value);
  add_party_of_speaker(attribution, context);
  SourceInfo& source = document.source;
  source.file = record.file;
  source.sha256 = record.sha256;
  source.format = "jsonl";
  source.charset = "UTF-8";
  source.size = record.json.size();
  source.record = record.line;
  document.sections = {{}};
  take_text(document, std::string_view(text->get_string().data(), text->get_string().size()),
            record);
  if (document.passages.empty()) return bad(record, "\"text\" is empty");
  if (context.trace) context.trace("passages", rendering(document));
  return document;
}

}  // namespace ordalag
