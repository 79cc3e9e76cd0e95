#include "indexer/reading/document_words.hpp"

#include <algorithm>
#include <array>

#include "core/text/characters.hpp"
#include "indexer/reading/dates.hpp"
#include "indexer/reading/line_shape.hpp"
#include "indexer/reading/party_evidence.hpp"
#include "indexer/reading/place_evidence.hpp"

namespace ordalag::reading {
namespace {

struct KindWord {
  std::string_view word;  // lower case; also as the end of a compound
  std::string_view kind;
};

// More telling words first. "motion" is not here: it means exercise, too (see is_motion).
constexpr std::array<KindWord, 24> kKindWords = {{
    {"valmanifest", "manifesto"},
    {"valmanifestet", "manifesto"},
    {"manifest", "manifesto"},
    {"valplattform", "manifesto"},
    {"valplattformen", "manifesto"},
    {"plattform", "manifesto"},
    {"valprogram", "manifesto"},
    {"valprogrammet", "manifesto"},
    {"överenskommelse", "agreement"},
    {"överenskommelsen", "agreement"},
    {"avtalet", "agreement"},
    {"regeringsförklaring", "declaration"},
    {"interpellation", "interpellation"},
    {"proposition", "bill"},
    {"betänkande", "report"},
    {"debattartikel", "debate"},
    {"debatt", "debate"},
    {"insändare", "debate"},
    {"program", "programme"},
    {"programmet", "programme"},
    {"programmets", "programme"},
    {"partiprogram", "programme"},
    {"programförklaring", "programme"},
    {"idéprogram", "programme"},
}};

std::string bare_word(std::string_view word) {
  const std::string_view signs = ".,:;!?()\"'";
  while (!word.empty() && signs.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
  while (!word.empty() && signs.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return lower_case(word);
}

// "Motion till ...", "Motion om ...", "Motion 2021/22:7"
bool is_motion(std::string_view title) {
  if (bare_word(first_word(title)) != "motion") return false;
  const std::string_view rest = trimmed(title.substr(first_word(title).size()));
  const std::string next = bare_word(first_word(rest));
  constexpr std::array<std::string_view, 6> kAfter = {"till", "om", "angående", "av", "nr", "från"};
  return starts_with_digit(rest) ||
         std::find(kAfter.begin(), kAfter.end(), next) != kAfter.end();
}

}  // namespace

std::optional<std::string> kind_of_title(std::string_view title) {
  if (is_motion(title)) return "motion";
  for (const KindWord& row : kKindWords) {
    for (std::string_view rest = trimmed(title); !rest.empty();) {
      const std::string_view word = first_word(rest);
      rest = trimmed(rest.substr(word.size()));
      if (bare_word(word).ends_with(row.word)) return std::string(row.kind);
    }
  }
  return std::nullopt;
}

bool is_rubric(std::string_view line) {
  constexpr std::array<std::string_view, 9> kRubrics = {
      "debatt", "debattartikel", "insändare", "opinion", "ledare",
      "krönika", "replik", "nyheter", "pressmeddelande"};
  const std::string bare = bare_word(trimmed(line));
  return std::find(kRubrics.begin(), kRubrics.end(), bare) != kRubrics.end();
}

bool describes_document(std::string_view line, const ReadContext& context) {
  if (kind_of_title(line) || find_period(line) || find_year(line) || find_date(line)) return true;
  if (context.parties != nullptr && !sender_parties(line, *context.parties).empty()) return true;
  return places_of_title(line, context).size() == 1;
}

}  // namespace ordalag::reading
