#include "searcher/render/explanation.hpp"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <charconv>
#include <cmath>

#include "core/store/fields.hpp"
#include "core/text/join.hpp"
#include "searcher/rank/retrieval_plan.hpp"
#include "searcher/render/display_width.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/words.hpp"

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

json::object token_json(const ExplainedToken& token) {
  json::array parts;
  for (const ExplainedPart& part : token.parts)
    parts.push_back({{"lemma", part.lemma}, {"start", part.span.begin}, {"end", part.span.end}});
  json::array terms;
  for (const ExplainedTerm& term : token.terms)
    terms.push_back({{"term", term.term}, {"kind", term.kind}});
  return {{"text", token.text},
          {"start", token.span.begin},
          {"end", token.span.end},
          {"position", token.position},
          {"kind", kTokenKinds[static_cast<std::size_t>(token.kind)]},
          {"lemma", token.lemma},
          {"parts", std::move(parts)},
          {"terms", std::move(terms)}};
}

std::string padded(std::string_view text, std::uint32_t width) {
  return std::string(text) + std::string(width - display_width(text), ' ');
}

// In columns: where, as written, lemma, parts.
std::string token_lines(const std::vector<ExplainedToken>& tokens) {
  std::uint32_t texts = 0, lemmas = 0;
  std::size_t places = 0;
  for (const ExplainedToken& token : tokens) {
    places = std::max(places, std::to_string(token.position).size());
    texts = std::max(texts, display_width(token.text));
    lemmas = std::max(lemmas, display_width(token.lemma));
  }
  std::string lines;
  for (const ExplainedToken& token : tokens) {
    std::vector<std::string> parts;
    for (const ExplainedPart& part : token.parts) parts.push_back(part.lemma);
    const std::string place = std::to_string(token.position);
    lines +=
        std::string(places - place.size(), ' ') + place + "  " + padded(token.text, texts) + "  ";
    lines += parts.empty() ? token.lemma : padded(token.lemma, lemmas) + "  " + joined(parts, " + ");
    lines += '\n';
  }
  return lines;
}

// "0,67" in Swedish, "0.67" in English.
std::string decimal(double value, Language language) {
  std::array<char, 32> digits{};
  const auto [end, error] =
      std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed, 2);
  std::string text(digits.begin(), end);
  if (language == Language::kSwedish) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

// What speaks for and against a theme: "hyresrätter +4, arbetsmiljö −2".
std::string terms_of(const ThemeId& theme, const ExplainedText& explained, Language language) {
  std::string list;
  for (const TermReason& reason : explained.theme_terms) {
    if (reason.theme != theme) continue;
    list += (list.empty() ? "" : ", ") + reason.term;
    list += reason.weight > 0 ? " +" : " −";
    list += decimal(std::abs(reason.weight), language);
  }
  return list;
}

}  // namespace

json::object text_explanation_json(std::string_view text, const ExplainedText& explained) {
  json::array tokens;
  for (const ExplainedToken& token : explained.tokens) tokens.push_back(token_json(token));
  json::array terms;
  for (const TermReason& reason : explained.theme_terms) {
    json::object object = range_object(reason.span);
    object["theme"] = reason.theme.value;
    object["term"] = reason.term;
    object["weight"] = four_places(reason.weight);
    terms.push_back(std::move(object));
  }
  return {{"text", text},
          {"tokens", std::move(tokens)},
          {"themes", themes_json(explained.themes)},
          {"theme_terms", std::move(terms)}};
}

std::string text_explanation(const ExplainedText& explained, const TextOptions& options) {
  StyledText themes;
  for (const LabelledTheme& theme : explained.themes) {
    themes.add(theme.label, Style::kStrong).add(" " + decimal(theme.tag.score, options.language));
    std::string terms = terms_of(theme.tag.id, explained, options.language);
    if (terms.empty()) terms = say(Phrase::kThemeBySubTheme, options.language);
    themes.add(" (" + terms + ")\n", Style::kFaint);
  }
  std::string text = token_lines(explained.tokens);
  if (!explained.themes.empty()) text += "\n" + themes.wrapped(options.width, "", options.colour);
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
    if (!word.elements.empty()) out.add("  = " + joined(word.elements, " + ") + "\n");
    for (const IndexReader::Form& form : reader.forms_of(word.lemma))
      out.add(" " + form.form).add(" " + std::to_string(form.passages), Style::kFaint);
    out.add("\n");
    for (const Analyser::Synonym& synonym : word.synonyms)
      out.add(" ≈ " + joined(synonym.lemmas, " + "), Style::kSynonym);
    if (!word.synonyms.empty()) out.add("\n");
  }
  out.add("\n" + to_string(all_words(explanation.query, Reach::kAnyClass)) + "\n", Style::kFaint);
  return out.wrapped(options.width, "", options.colour);
}

}  // namespace ordalag
