#include "searcher/render/words.hpp"

namespace ordalag {
namespace {

struct Row {
  Phrase phrase;
  std::string_view swedish, english;
};

constexpr std::array kPhrases{
    Row{Phrase::kHits, "{} träffar", "{} hits"},
    Row{Phrase::kOneHit, "1 träff", "1 hit"},
    Row{Phrase::kAtLeast, "minst {} träffar", "at least {} hits"},
    Row{Phrase::kAllWords, "{} med alla ord", "{} with all words"},
    Row{Phrase::kNoHits, "Inga träffar", "No hits"},
    Row{Phrase::kDidYouMean, "Menade du: {}", "Did you mean: {}"},
    Row{Phrase::kMissing, "saknar: {}", "lacks: {}"},
    Row{Phrase::kMorePlace, "+1 ställe", "+1 place"},
    Row{Phrase::kMorePlaces, "+{} ställen", "+{} places"},
    Row{Phrase::kNoParty, "utan parti", "no party"},
    Row{Phrase::kParty, "Parti", "Party"},
    Row{Phrase::kTheme, "Tema", "Theme"},
    Row{Phrase::kThemeInLeadIn, "listans inledning", "the lead-in of the list"},
    Row{Phrase::kThemeInSection, "rubriken ovanför", "the heading above"},
    Row{Phrase::kThemeByOverride, "rättat för hand", "corrected by hand"},
    Row{Phrase::kThemeBySubTheme, "genom undertema", "by a sub-theme"},
    Row{Phrase::kMunicipality, "Kommun", "Municipality"},
    Row{Phrase::kKind, "Typ", "Kind"},
    Row{Phrase::kYear, "År", "Year"},
    Row{Phrase::kPassagesColumn, "stycken", "passages"},
    Row{Phrase::kWordsColumn, "av ord", "of words"},
    Row{Phrase::kRateColumn, "per 10\u00A0000", "per 10,000"},
    Row{Phrase::kUndated, "utan år", "undated"},
    Row{Phrase::kSilentNoMatch, "Säger inget (har dokument)", "Silent (have documents)"},
    Row{Phrase::kSilentNoDocuments, "Inga dokument i indexet", "No documents in the index"},
    Row{Phrase::kUnattributed, "{} stycken utan parti", "{} passages without a party"},
    Row{Phrase::kNowhereElse, "Står ingen annanstans.", "Stands nowhere else."},
    Row{Phrase::kElsewhere, "Andra ställen: {}", "Other places: {}"},
    Row{Phrase::kByOthers, "hos andra partier: {}", "by other parties: {}"},
    Row{Phrase::kLeftOut, "utelämnat", "left out"},
    Row{Phrase::kFailed, "misslyckades", "failed"},
    Row{Phrase::kDocuments, "{} dokument", "{} documents"},
    Row{Phrase::kPassages, "{} stycken", "{} passages"},
    Row{Phrase::kNoDifference, "Texterna är lika.", "The texts are the same."},
    Row{Phrase::kDifferences, "{} skillnader", "{} differences"},
    Row{Phrase::kProved, "{} stycken bevisade", "{} passages proved"},
    Row{Phrase::kNotProved, "{} stycken kunde inte bevisas", "{} passages could not be proved"},
    Row{Phrase::kUnchangedOnly, "{} stycken ur oförändrade filer som den här datorn inte kan läsa om",
        "{} passages of unchanged files that this machine cannot read again"},
    Row{Phrase::kNoThemes, "Inga teman är inlästa.", "No themes are loaded."},
    Row{Phrase::kRelaxed, "Träffar med delar av orden:", "Hits with some of the words:"},
    Row{Phrase::kPagesWithoutText, "{} sidor utan textlager", "{} pages without a text layer"},
    Row{Phrase::kSandbox, "sandlåda", "sandbox"},
    Row{Phrase::kWithoutGuards, "saknas: {}", "missing: {}"},
    Row{Phrase::kReadAs, "Läst som: {}", "Read as: {}"},
    Row{Phrase::kUnknownParty, "Inget parti heter ”{}”.", "No party is called “{}”."},
    Row{Phrase::kUnknownTheme, "Inget tema heter ”{}”.", "No theme is called “{}”."},
    Row{Phrase::kUnknownMunicipality, "Inget dokument hör till en kommun ”{}”.",
        "No document is of a municipality “{}”."},
    Row{Phrase::kUnknownKind, "Inget dokument är av typen ”{}”.",
        "No document is of the kind “{}”."},
    Row{Phrase::kUnknownDocument, "Inget dokument har id ”{}”.",
        "No document has the id “{}”."},
    Row{Phrase::kMeantValue, "Menade du {}?", "Did you mean {}?"},
};
static_assert(kPhrases.size() == static_cast<std::size_t>(Phrase::kEnd));

}  // namespace

std::string say(Phrase phrase, Language language, std::string_view value) {
  const Row& row = kPhrases[static_cast<std::size_t>(phrase)];
  std::string text(language == Language::kSwedish ? row.swedish : row.english);
  if (const std::size_t gap = text.find("{}"); gap != std::string::npos)
    text.replace(gap, 2, value);
  return text;
}

std::string say(Phrase phrase, Language language, std::uint64_t value) {
  return say(phrase, language, std::string_view(std::to_string(value)));
}

}  // namespace ordalag
