#include "core/store/fields.hpp"

#include <xxhash.h>

#include <array>
#include <cstdio>

namespace ordalag {
namespace {

using enum TermField;
using enum FieldUse;
using S = FieldScope;

// No prefix is the beginning of another.
constexpr std::array kFields{
    FieldInfo{kLemma, kCounted, S::kPassage, "text", "", "", "",
              "a word of the passage, in any inflection"},
    FieldInfo{kHeadPart, kCounted, S::kPassage, "head part", "H", "", "",
              "the last element of a compound"},
    FieldInfo{kModifierPart, kCounted, S::kPassage, "modifier part", "F", "", "",
              "an element of a compound that is not its last"},
    FieldInfo{kLeadIn, kPresence, S::kPassage, "lead-in", "L", "", "",
              "the line that opens the passage's list"},
    FieldInfo{kSection, kPresence, S::kSection, "section", "R", "rubrik", "heading",
              "the headings above the passage"},
    FieldInfo{kTitle, kPresence, S::kDocument, "title", "S", "titel", "title",
              "the document's title"},
    FieldInfo{kLeadInPart, kPresence, S::kPassage, "lead-in part", "M", "", "",
              "an element of a compound in the lead-in"},
    FieldInfo{kSectionPart, kPresence, S::kSection, "section part", "Q", "", "",
              "an element of a compound in the headings"},
    FieldInfo{kTitlePart, kPresence, S::kDocument, "title part", "T", "", "",
              "an element of a compound in the title"},
    FieldInfo{kParty, kFilter, S::kPassage, "party", "XP", "parti", "party",
              "the party that speaks: M, S, ..."},
    FieldInfo{kTheme, kFilter, S::kPassage, "theme", "XT", "tema", "theme",
              "a theme of the registry"},
    FieldInfo{kMunicipality, kFilter, S::kDocument, "municipality", "XM", "kommun", "municipality",
              "the municipality that the document is about"},
    FieldInfo{kKind, kFilter, S::kDocument, "kind", "XK", "typ", "kind",
              "the kind of document: programme, ..."},
    FieldInfo{kYear, kFilter, S::kDocument, "year", "XY", "år", "year",
              "a year, or a range: 2018..2022"},
    FieldInfo{kSpeaker, kFilter, S::kPassage, "speaker", "XS", "talare", "speaker",
              "a name of the speaker"},
    FieldInfo{kDocument, kFilter, S::kDocument, "document", "XD", "dok", "document",
              "a document id"},
};

}  // namespace

std::span<const FieldInfo> fields() { return kFields; }

const FieldInfo& info(TermField field) {
  for (const FieldInfo& row : kFields)
    if (row.field == field) return row;
  return kFields.front();
}

const FieldInfo* field_by_query_name(std::string_view name) {
  if (name.empty()) return nullptr;
  for (const FieldInfo& row : kFields)
    if (row.query_sv == name || row.query_en == name) return &row;
  return nullptr;
}

std::string index_term(TermField field, std::string_view value) {
  std::string term(info(field).prefix);
  if (value.size() <= kMaxTermValue) return term.append(value);
  char hash[17];
  std::snprintf(hash, sizeof hash, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(value.data(), value.size())));
  return term.append(value.substr(0, kMaxTermValue)).append(hash);
}

}  // namespace ordalag
