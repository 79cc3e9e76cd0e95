#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <map>

#include "searcher/rank/id_order.hpp"
#include "searcher/render/csv.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/listing.hpp"
#include "searcher/render/show.hpp"
#include "searcher/render/words.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

std::string codes(const DocumentFacts& facts) {
  std::string text;
  for (const PartyCode& code : facts.attribution.party)
    text += (text.empty() ? "" : ", ") + code.value;
  return text;
}

std::string value(const std::optional<Fact>& fact) { return fact ? fact->value : std::string(); }

// Lines left out of the whole index, by reason.
std::map<std::string, std::uint64_t> left_out_totals(const IndexReader& reader) {
  std::map<std::string, std::uint64_t> totals;
  for (DocumentNumber i = 0; i < reader.document_count(); ++i)
    for (const LeftOut& item : reader.document(i).left_out) totals[item.reason] += item.lines;
  return totals;
}

struct PageCount {
  std::uint64_t all = 0, without_text = 0;
};

PageCount count_pages(const IndexReader& reader) {
  PageCount count;
  for (DocumentNumber i = 0; i < reader.document_count(); ++i)
    for (const PageReading& page : reader.document(i).source.pages) {
      ++count.all;
      count.without_text += page.order == "no_text";
    }
  return count;
}

// What the report says of the processes that read PDF, Word and web files; null without such files.
json::value sandbox(const json::value& report) {
  const json::object* object = report.if_object();
  return object != nullptr && object->contains("sandbox") ? object->at("sandbox")
                                                          : json::value(nullptr);
}

std::string guards_line(const json::value& report, Language language) {
  const json::value found = sandbox(report);
  const json::object* object = found.if_object();
  if (object == nullptr) return {};
  const auto listed = [&](std::string_view key) {
    std::string names;
    if (const json::value* list = object->if_contains(key); list != nullptr && list->is_array())
      for (const json::value& name : list->get_array())
        if (name.is_string()) names += " " + std::string(name.get_string());
    return names;
  };
  std::string line = say(Phrase::kSandbox, language) + "  " + listed("guards");
  if (const std::string missing = listed("missing"); !missing.empty())
    line += " (" + say(Phrase::kWithoutGuards, language, missing.substr(1)) + ")";
  return line + "\n";
}

// The sources of the report in which something failed.
json::array failures(const json::value& report) {
  json::array list;
  const json::object* object = report.if_object();
  const json::value* sources = object == nullptr ? nullptr : object->if_contains("sources");
  if (sources == nullptr || !sources->is_array()) return list;
  for (const json::value& source : sources->get_array()) {
    const json::object* row = source.if_object();
    const json::value* errors = row == nullptr ? nullptr : row->if_contains("errors");
    if (errors == nullptr || !errors->is_array()) continue;
    for (const json::value& error : errors->get_array()) {
      const json::object* members = error.if_object();
      if (members == nullptr) continue;
      json::object failure;
      failure["file"] = row->contains("file") ? row->at("file") : json::value(nullptr);
      for (const std::string_view key : {"code", "message", "hint", "where"})
        failure[key] = members->contains(key) ? members->at(key) : json::value(nullptr);
      list.push_back(std::move(failure));
    }
  }
  return list;
}

}  // namespace

json::object source_json(const StoredDocument& document) { return stored_json(document); }

json::object sources_json(const IndexReader& reader) {
  json::array list;
  for (const DocumentNumber i : documents_by_id(reader))
    list.push_back(source_json(reader.document(i)));
  return {{"schema_version", kJsonVersion},
          {"index", index_json(reader.info())},
          {"sources", std::move(list)}};
}

std::string sources_text(const IndexReader& reader, const TextOptions& options) {
  std::string text;
  for (const DocumentNumber i : documents_by_id(reader)) {
    const StoredDocument& document = reader.document(i);
    const DocumentFacts& facts = document.facts;
    StyledText line;
    line.add(facts.id.value, Style::kStrong);
    if (facts.title) line.add("  " + facts.title->value);
    line.add("\n");
    std::string about;
    for (const std::string& piece :
         {codes(facts), value(facts.municipality), value(facts.date), value(facts.kind),
          say(Phrase::kPassages, options.language, document.passages), document.source.file})
      if (!piece.empty()) about += (about.empty() ? "" : " · ") + piece;
    std::string block = line.wrapped(options.width, "", options.colour);
    StyledText under;
    under.add(about, Style::kFaint);
    text += block + under.wrapped(options.width, "    ", options.colour);
  }
  return text;
}

std::string sources_csv(const IndexReader& reader) {
  std::string text =
      csv_record({"id", "title", "party", "municipality", "date", "kind", "publisher", "url",
                  "licence", "file", "sha256", "format", "passages", "words"});
  for (const DocumentNumber i : documents_by_id(reader)) {
    const StoredDocument& document = reader.document(i);
    const DocumentFacts& facts = document.facts;
    text += csv_record({facts.id.value, value(facts.title), codes(facts), value(facts.municipality),
                        value(facts.date), value(facts.kind), value(facts.publisher),
                        value(facts.url), value(facts.licence), document.source.file,
                        document.source.sha256, document.source.format,
                        std::to_string(document.passages), std::to_string(document.words)});
  }
  return text;
}

json::object status_json(const IndexReader& reader, const json::value& report) {
  json::object index = index_json(reader.info());
  index["schema"] = reader.info().schema;
  json::object left_out;
  for (const auto& [reason, lines] : left_out_totals(reader)) left_out[reason] = lines;
  const PageCount pages = count_pages(reader);
  return {{"schema_version", kJsonVersion},
          {"index", std::move(index)},
          {"left_out", std::move(left_out)},
          {"pages", {{"read", pages.all - pages.without_text}, {"no_text", pages.without_text}}},
          {"sandbox", sandbox(report)},
          {"failed", failures(report)},
          {"last_run", report}};
}

std::string status_text(const IndexReader& reader, const json::value& report,
                        const TextOptions& options) {
  const IndexInfo& index = reader.info();
  const Language language = options.language;
  std::string text = say(Phrase::kDocuments, language, index.documents) + ", " +
                     say(Phrase::kPassages, language, index.passages) + "\n" + "index      " +
                     index.id + "\n" + "revision   " + std::to_string(index.revision) + ", " +
                     index.built_at + "\n" + "analyser   " + index.analyser + "\n";
  for (const auto& [reason, lines] : left_out_totals(reader))
    text += say(Phrase::kLeftOut, language) + "  " + reason + " " + std::to_string(lines) + "\n";
  if (const PageCount pages = count_pages(reader); pages.without_text != 0)
    text += say(Phrase::kPagesWithoutText, language, pages.without_text) + "\n";
  text += guards_line(report, language);
  for (const json::value& failure : failures(report)) {
    const auto member = [&](std::string_view key) {
      const json::value& found = failure.as_object().at(key);
      return found.is_string() ? std::string(found.get_string()) : std::string();
    };
    const std::string where = member("where");
    StyledText line;
    line.add(say(Phrase::kFailed, language) + "  ", Style::kStrong);
    line.add((where.empty() ? member("file") : where) + ": " + member("message"));
    text += line.wrapped(options.width, "", options.colour);
  }
  return text;
}

}  // namespace ordalag
