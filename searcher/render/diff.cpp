#include <boost/json/array.hpp>

#include "searcher/render/csv.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/show.hpp"
#include "searcher/render/words.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

json::object side_json(const DiffSide& side) {
  return {
      {"text", side.text},
      {"before", side.before},
      {"after", side.after},
      {"span", json::array{side.span.begin, side.span.end}},
      {"passage", side.passage.empty() ? json::value(nullptr) : json::value(side.passage.value)},
      {"page_label", or_null(side.provenance.page_label)},
      {"lines", range_json(side.provenance.lines)},
      {"printed_lines", range_json(side.provenance.printed_lines)}};
}

json::object document_side_json(const DocumentFacts& facts, const SourceInfo& source) {
  json::object object = document_json(facts);
  object["file"] = source.file;
  return object;
}

std::string place(const DiffSide& side, Language language) {
  const auto& lines =
      side.provenance.printed_lines ? side.provenance.printed_lines : side.provenance.lines;
  if (!lines) return {};
  std::string text = language == Language::kSwedish ? "rad " : "line ";
  text += std::to_string(lines->first);
  if (lines->last != lines->first) text += "–" + std::to_string(lines->last);
  return text;
}

// One side on its own lines: mark, place, and the words within their context.
std::string side_text(std::string_view mark, const DiffSide& side, Style style,
                      const TextOptions& options) {
  StyledText line;
  line.add(std::string(mark) + " ", style);
  if (const std::string where = place(side, options.language); !where.empty())
    line.add(where + ": ", Style::kFaint);
  line.add(side.before, Style::kFaint);
  line.add(side.text, style);
  line.add(side.after, Style::kFaint);
  return line.wrapped(options.width, "  ", options.colour);
}

}  // namespace

json::object difference_json(const DocumentDifference& difference) {
  return {{"op", name(difference.op)},
          {"left", side_json(difference.left)},
          {"right", side_json(difference.right)}};
}

json::object diff_json(const DiffAnswer& answer) {
  json::array differences;
  for (const DocumentDifference& difference : answer.differences)
    differences.push_back(difference_json(difference));
  return {{"schema_version", kJsonVersion},
          {"index", index_json(answer.index)},
          {"left", document_side_json(answer.left, answer.left_source)},
          {"right", document_side_json(answer.right, answer.right_source)},
          {"equal", answer.differences.empty()},
          {"differences", std::move(differences)}};
}

std::string diff_text(const DiffAnswer& answer, const TextOptions& options) {
  StyledText head;
  head.add("− " + answer.left.id.value + "\n", Style::kCompound);
  head.add("+ " + answer.right.id.value + "\n", Style::kExact);
  head.add(answer.differences.empty()
               ? say(Phrase::kNoDifference, options.language)
               : say(Phrase::kDifferences, options.language, answer.differences.size()));
  std::string text = head.wrapped(options.width, "", options.colour);
  std::size_t number = 0;
  for (const DocumentDifference& difference : answer.differences) {
    text += "\n" + std::to_string(++number) + ".\n";
    text += side_text("−", difference.left, Style::kCompound, options);
    text += side_text("+", difference.right, Style::kExact, options);
  }
  return text;
}

std::string diff_csv(const DiffAnswer& answer) {
  std::string text = csv_record({"op", "left", "right", "left_passage", "right_passage",
                                 "left_lines", "right_lines", "before", "after"});
  for (const DocumentDifference& difference : answer.differences)
    text += csv_record({std::string(name(difference.op)), difference.left.text,
                        difference.right.text, difference.left.passage.value,
                        difference.right.passage.value, place(difference.left, Language::kEnglish),
                        place(difference.right, Language::kEnglish), difference.left.before,
                        difference.left.after});
  return text;
}

}  // namespace ordalag
