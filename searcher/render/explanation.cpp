#include "searcher/render/explanation.hpp"

#include <array>
#include <boost/json/array.hpp>

#include "core/store/fields.hpp"
#include "searcher/rank/retrieval_plan.hpp"
#include "searcher/render/json.hpp"

namespace ordalag {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 4> kTokenKinds{"word", "number", "element", "expansion"};
constexpr std::array<std::string_view, 12> kNodeNames{"group",    "and",    "or",        "not",
                                                      "required", "near",   "word",      "form",
                                                      "prefix",   "phrase", "inflected", "field"};

json::array lemmas_json(const std::vector<PhraseWord>& words) {
  json::array list;
  for (const PhraseWord& word : words) list.emplace_back(word.lemma);
  return list;
}

// The tree with what each node asks for. As deep as the query's brackets, which are bounded.
json::object tree_json(const ResolvedNode& node) {
  json::object object{{"op", kNodeNames[static_cast<std::size_t>(node.op)]}};
  if (!node.text.empty()) object["text"] = node.text;
  if (node.op == QueryOp::kNear) object["distance"] = node.distance;
  if (node.op == QueryOp::kPrefix)
    object["lemmas"] = node.lemmas.size();
  else if (!node.phrase.empty())
    object["lemmas"] = lemmas_json(node.phrase);
  if (node.op == QueryOp::kField) {
    object["field"] = info(node.field).query_en;
    json::array any;
    for (const auto& terms : node.any) any.push_back(strings_json(terms));
    object["terms"] = std::move(any);
  }
  if (node.children.empty()) return object;
  json::array children;
  for (const ResolvedNode& child : node.children) children.push_back(tree_json(child));
  object["children"] = std::move(children);
  return object;
}

json::object word_json(const QueryWord& word, const IndexReader& reader) {
  json::array synonyms;
  for (const Analyser::Synonym& synonym : word.synonyms)
    synonyms.push_back({{"lemmas", strings_json(synonym.lemmas)}, {"weight", synonym.weight}});
  json::array forms;
  for (const IndexReader::Form& form : reader.forms_of(word.lemma))
    forms.push_back({{"form", form.form}, {"passages", form.passages}});
  return {{"word", word.text},
          {"form", word.form},
          {"lemma", word.lemma},
          {"stop", word.stop},
          {"parts", strings_json(word.parts)},
          {"forms", std::move(forms)},
          {"synonyms", std::move(synonyms)}};
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : " + ") + text;
  return all;
}

}  // namespace

json::object text_explanation_json(std::string_view text,
                                   const std::vector<ExplainedToken>& tokens) {
  json::array list;
  for (const ExplainedToken& token : tokens) {
    json::array parts;
    for (const ExplainedPart& part : token.parts)
      parts.push_back({{"lemma", part.lemma}, {"start", part.span.begin}, {"end", part.span.end}});
    json::array terms;
    for (const ExplainedTerm& term : token.terms)
      terms.push_back({{"term", term.term}, {"kind", term.kind}});
    list.push_back({{"text", token.text},
                    {"start", token.span.begin},
                    {"end", token.span.end},
                    {"position", token.position},
                    {"kind", kTokenKinds[static_cast<std::size_t>(token.kind)]},
                    {"lemma", token.lemma},
                    {"parts", std::move(parts)},
                    {"terms", std::move(terms)}});
  }
  return {{"text", text}, {"tokens", std::move(list)}};
}

std::string text_explanation(const std::vector<ExplainedToken>& tokens) {
  std::string text;
  for (const ExplainedToken& token : tokens) {
    std::vector<std::string> parts;
    for (const ExplainedPart& part : token.parts) parts.push_back(part.lemma);
    text += std::to_string(token.position) + "\t" + token.text + "\t" + token.lemma + "\t" +
            joined(parts) + "\n";
  }
  return text;
}

json::object query_explanation_json(const QueryExplanation& explanation,
                                    const IndexReader& reader) {
  json::array words;
  for (const QueryWord& word : explanation.query.words) words.push_back(word_json(word, reader));
  const ResolvedQuery& query = explanation.query;
  return {{"schema_version", kJsonVersion},
          {"index", index_json(reader.info())},
          {"query", {{"raw", explanation.raw}, {"parsed", explanation.parsed}}},
          {"tree", tree_json(query.root)},
          {"words", std::move(words)},
          {"retrieval",
           {{"all_words", to_string(all_words(query, Reach::kWhole))},
            {"all_classes", to_string(all_words(query, Reach::kAnyClass))},
            {"any_word", to_string(any_word(query))}}},
          {"decided_by_text", needs_text(query.root)}};
}

std::string query_explanation(const QueryExplanation& explanation, const IndexReader& reader,
                              const TextOptions& options) {
  StyledText out;
  out.add(explanation.parsed + "\n", Style::kStrong);
  for (const QueryWord& word : explanation.query.words) {
    out.add("\n" + word.text, Style::kStrong).add(" → " + word.lemma + "\n");
    if (!word.elements.empty()) out.add("  = " + joined(word.elements) + "\n");
    for (const IndexReader::Form& form : reader.forms_of(word.lemma))
      out.add(" " + form.form).add(" " + std::to_string(form.passages), Style::kFaint);
    out.add("\n");
    for (const Analyser::Synonym& synonym : word.synonyms)
      out.add(" ≈ " + joined(synonym.lemmas), Style::kSynonym);
    if (!word.synonyms.empty()) out.add("\n");
  }
  out.add("\n" + to_string(all_words(explanation.query, Reach::kAnyClass)) + "\n", Style::kFaint);
  return out.wrapped(options.width, "", options.colour);
}

}  // namespace ordalag
