#include "searcher/quote/report/verdict_words.hpp"

#include <array>

namespace ordalag {
namespace {

struct Words {
  std::string_view swedish;
  std::string_view english;

  std::string_view in(Language language) const {
    return language == Language::kSwedish ? swedish : english;
  }
};

constexpr std::array kVerdicts{
    Words{"Ordagrant", "Verbatim"},
    Words{"Ordagrant med utelämningar", "Verbatim with omissions"},
    Words{"Ändrat", "Altered"},
    Words{"Hopfogat", "Spliced"},
    Words{"Fel avsändare", "Misattributed"},
    Words{"Hittas inte", "Not found"},
};

constexpr std::array kAlterations{
    Words{"nekning", "negation"},          Words{"tal", "number"},
    Words{"hjälpverb", "modal verb"},      Words{"namn", "name"},
    Words{"ändrat ord", "changed word"},   Words{"utelämnat ord", "dropped word"},
    Words{"tillagt ord", "added word"},    Words{"omkastade ord", "reordered words"},
    Words{"påhittat slut", "invented end"},
};

constexpr std::array kPhrases{
    Words{"likhet {}", "similarity {}"},
    Words{"Citatet", "The quotation"},
    Words{"Källan", "The source"},
    Words{"[-…-] står bara i källan, {+…+} bara i citatet",
          "[-…-] stands in the source only, {+…+} in the quotation only"},
    Words{"Angiven avsändare: {}", "Claimed origin: {}"},
    Words{"den stämmer", "it fits"},
    Words{"den stämmer inte", "it does not fit"},
    Words{"Orden står hos: {}", "The words stand with: {}"},
    Words{"ingen namngiven", "nobody named"},
    Words{"Citatet börjar mitt i en mening.", "The quotation begins inside a sentence."},
    Words{"Citatet slutar mitt i en mening.", "The quotation ends inside a sentence."},
    Words{"Utelämnat: {}", "Left out: {}"},
    Words{"OBS! En nekning är utelämnad.", "NOTE: a negation has been left out."},
    Words{"OBS! Det finns en nekning i resten av meningen.",
          "NOTE: there is a negation in the rest of the sentence."},
    Words{"Ordalydelsen är kort eller vanlig och säger lite om ursprunget (ställen: {}).",
          "The wording is short or common and tells little of its origin (places: {})."},
    Words{"Står också", "Stands also in"},
    Words{"… och {} ställen till", "… and {} more places"},
    Words{"Närmast, men inte citerat", "Nearest, but not what is quoted"},
    Words{"Bortsett från: {}", "But for: {}"},
};

std::string quoted(const std::string& text, Language language) {
  return language == Language::kSwedish ? "”" + text + "”" : "“" + text + "”";
}

}  // namespace

std::string_view word_for(Verdict verdict, Language language) {
  return kVerdicts[static_cast<std::size_t>(verdict)].in(language);
}

std::string_view word_for(AlterationType type, Language language) {
  return kAlterations[static_cast<std::size_t>(type)].in(language);
}

std::string describe(const Alteration& alteration, Language language) {
  std::string text;
  for (const AlterationType type : alteration.types) {
    if (!text.empty()) text += ", ";
    text += word_for(type, language);
  }
  const bool swedish = language == Language::kSwedish;
  text += ": ";
  if (alteration.quote.empty()) {
    return text + quoted(alteration.source, language) +
           (swedish ? " saknas i citatet" : " is missing in the quotation");
  }
  if (alteration.source.empty()) {
    return text + quoted(alteration.quote, language) +
           (swedish ? " står inte i källan" : " does not stand in the source");
  }
  return text + quoted(alteration.quote, language) + (swedish ? ", i källan " : ", in the source ") +
         quoted(alteration.source, language);
}

std::string say(QuotePhrase phrase, Language language, std::string_view value) {
  std::string text(kPhrases[static_cast<std::size_t>(phrase)].in(language));
  if (const std::size_t at = text.find("{}"); at != std::string::npos) text.replace(at, 2, value);
  return text;
}

}  // namespace ordalag
