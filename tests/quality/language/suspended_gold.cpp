#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <string_view>

#include "core/text/utf8.hpp"
#include "tests/quality/language/gold.hpp"

namespace ordalag {
namespace {

constexpr std::array<std::string_view, 4> kConjunctions{"och", "eller", "samt", "respektive"};
constexpr std::uint32_t kShortestPartner = 4;  // letters: shorter ones are no compounds

std::vector<std::string> lemmas_of_expansions(const std::vector<Token>& tokens) {
  std::vector<std::string> lemmas;
  for (const Token& token : tokens)
    if (token.kind == TokenKind::kExpansion) lemmas.push_back(token.word->lemma);
  return lemmas;
}

std::vector<std::string> words(const std::string& line) {
  std::vector<std::string> found;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    found.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return found;
}

// The word at each position of a text, and whether a whole stands beside it.
struct Place {
  const Token* word = nullptr;
  bool expanded = false;
};

std::vector<Place> places_of(const std::vector<Token>& tokens) {
  std::map<std::uint32_t, Place> places;
  for (const Token& token : tokens) {
    Place& place = places[token.position];
    if (token.kind == TokenKind::kExpansion) place.expanded = true;
    if (token.kind == TokenKind::kWord) place.word = &token;
  }
  std::vector<Place> list;
  for (const auto& [position, place] : places) list.push_back(place);
  return list;
}

bool is_suspended(const Place& place, std::string_view text) {
  return place.word != nullptr && text[place.word->span.end - 1] == '-' &&
         place.word->span.size() > 2;
}

bool joins(const Place& place) {
  return place.word != nullptr && std::find(kConjunctions.begin(), kConjunctions.end(),
                                            place.word->word->form) != kConjunctions.end();
}

bool may_lend(const Place& place, std::string_view text) {
  if (place.word == nullptr || place.word->span.size() < kShortestPartner) return false;
  const auto shown = text.substr(place.word->span.begin, place.word->span.size());
  return shown.find_first_of("0123456789-") == std::string_view::npos &&
         count_code_points(shown) >= kShortestPartner;
}

}  // namespace

ScoreReport score_suspended(const std::filesystem::path& gold, const Analyser& analyser,
                            WordCache& cache) {
  ScoreReport report;
  double wanted = 0, expanded = 0, right = 0;
  std::vector<Token> tokens;
  for (const auto& row : read_rows(gold)) {
    if (row.size() < 2) continue;
    analyser.tokenise(row[0], cache, tokens);
    const std::vector<std::string> ours = lemmas_of_expansions(tokens);
    const std::vector<std::string> theirs = words(row[1]);
    wanted += static_cast<double>(theirs.size());
    expanded += static_cast<double>(ours.size());
    for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i) {
      right += ours[i] == theirs[i];
      if (ours[i] != theirs[i]) report.errors.push_back(row[0] + " ours: " + ours[i]);
    }
  }
  report.score = {right / std::max(expanded, 1.0), expanded / std::max(wanted, 1.0)};
  return report;
}

ScoreReport count_suspended(const std::filesystem::path& folder, const Analyser& analyser,
                            WordCache& cache) {
  ScoreReport report;
  double all = 0, expanded = 0;
  std::vector<Token> tokens;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    analyser.tokenise(text, cache, tokens);
    const std::vector<Place> places = places_of(tokens);
    for (std::size_t i = 0; i + 2 < places.size(); ++i) {
      if (!is_suspended(places[i], text) || !joins(places[i + 1]) || !may_lend(places[i + 2], text))
        continue;
      ++all;
      expanded += places[i].expanded;
      if (!places[i].expanded)
        report.errors.push_back(places[i].word->word->form + "- … " +
                                places[i + 2].word->word->form);
    }
  }
  report.score = {1, expanded / std::max(all, 1.0)};
  return report;
}

}  // namespace ordalag
