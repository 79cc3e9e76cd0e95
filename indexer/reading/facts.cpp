#include "indexer/reading/facts.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "core/text/characters.hpp"
#include "indexer/reading/dates.hpp"
#include "indexer/reading/document_words.hpp"
#include "indexer/reading/line_shape.hpp"
#include "indexer/reading/party_evidence.hpp"
#include "indexer/reading/place_evidence.hpp"

namespace ordalag::reading {
namespace {

constexpr std::size_t kMostTitleLines = 3;
constexpr std::size_t kTopLines = 3;  // blocks under the title that may say where a text stood

// Under which keys files state a fact about themselves.
struct StatedKey {
  std::string_view fact;
  std::array<std::string_view, 6> keys;
};

constexpr std::array<StatedKey, 9> kStatedKeys = {{
    {"title", {"title", "titel", "rubrik", "", "", ""}},
    {"date", {"date", "datum", "publicerad", "published", "utfardad_datum", "antagen"}},
    {"party", {"party", "parti", "parties", "partier", "", ""}},
    {"municipality", {"municipality", "kommun", "", "", "", ""}},
    {"kind", {"kind", "typ", "doctype", "type", "", ""}},
    {"url", {"url", "länk", "link", "source_url", "pdf_url", ""}},
    {"publisher", {"publisher", "utgivare", "", "", "", ""}},
    {"licence", {"licence", "license", "licens", "", "", ""}},
    {"speaker", {"speaker", "talare", "author", "författare", "", ""}},
}};

std::optional<std::string> stated(const Draft& draft, std::string_view fact) {
  const auto* const row = std::find_if(kStatedKeys.begin(), kStatedKeys.end(),
                                       [&](const StatedKey& key) { return key.fact == fact; });
  for (const std::string_view key : row->keys)
    for (const StatedFact& entry : draft.extracted.stated)
      if (!key.empty() && entry.key == key && !entry.value.empty()) return entry.value;
  return std::nullopt;
}

// What the first mark of this kind among the lines says.
std::optional<std::string> marked(const Draft& draft, std::string_view key) {
  for (const StatedFact& mark : draft.marks)
    if (mark.key == key) return mark.value;
  return std::nullopt;
}

std::optional<Fact> first_of(const std::optional<std::string>& catalogue,
                             const std::optional<std::string>& own) {
  if (catalogue) return Fact{*catalogue, Ground::kCatalogue};
  if (own) return Fact{*own, Ground::kMetadata};
  return std::nullopt;
}

// The name of the file as words: "valmanifest-2022.txt" gives "valmanifest 2022".
std::string words_of_name(const std::string& file) {
  std::string words = std::filesystem::path(file).stem().string();
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return words;
}

std::vector<std::string_view> title_lines(const Draft& draft) {
  std::vector<std::string_view> lines;
  for (const Block& block : draft.blocks)
    if (block.role == Role::kTitle) lines.push_back(block.text);
  return lines;
}

// "… – Vänsterpartiet" without the party's name.
std::string_view without_sender(std::string_view line, const ReadContext& context) {
  if (context.parties == nullptr) return line;
  for (const std::string_view dash : {" – ", " - ", " — ", " | "}) {
    const std::size_t at = line.rfind(dash);
    if (at == std::string_view::npos || at == 0) continue;
    if (is_party_name(line.substr(at + dash.size()), *context.parties))
      return trimmed(line.substr(0, at));
  }
  return line;
}

bool is_matter_of_title(std::string_view line) {
  if (starts_folded(line, "antag") || starts_folded(line, "fastställ")) return false;
  const auto date = find_date(line);
  return !date || date->end - date->begin + 4 < line.size();
}

// Lines joined by a dash; a genitive is joined to what it belongs to ("Centerpartiets" program).
std::optional<Fact> compose_title(const Draft& draft, const ReadContext& context) {
  std::vector<std::string> parts;
  bool genitive = false;
  for (const std::string_view whole : title_lines(draft)) {
    std::string_view line = without_sender(whole, context);
    while (ends_with(line, ':')) line = trimmed(line.substr(0, line.size() - 1));
    const bool sender = context.parties != nullptr && is_party_name(line, *context.parties);
    if (line.empty() || sender || is_rubric(line) || !is_matter_of_title(line)) continue;
    if (std::find(parts.begin(), parts.end(), line) != parts.end()) continue;
    if (genitive) {
      parts.back() += " " + std::string(line);
    } else if (parts.size() < kMostTitleLines) {
      parts.emplace_back(line);
    }
    genitive = context.parties != nullptr && count_words(line) == 1 && line.ends_with('s') &&
               context.parties->by_word(line).has_value();
  }
  if (parts.empty()) return std::nullopt;
  std::string title = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) title += " – " + parts[i];
  return Fact{std::move(title), Ground::kTitle};
}

std::optional<Fact> find_title(const Draft& draft, const ReadContext& context) {
  const CatalogueEntry* entry = context.entry;
  if (entry != nullptr && entry->title) return Fact{*entry->title, Ground::kCatalogue};
  if (const auto own = stated(draft, "title")) return Fact{*own, Ground::kMetadata};
  return compose_title(draft, context);
}

// "Ekvik den 4 april 2022", "Ekvik 2022-04-04": where and when a text was signed, and nothing else.
std::optional<FoundDate> closing_date(std::string_view text) {
  constexpr std::uint32_t kMostWords = 3;  // of the place
  const auto date = find_date(text);
  if (!date || date->begin == 0 || date->iso.size() != 10 ||
      trimmed(text.substr(date->end)).size() > 1)
    return std::nullopt;
  std::string_view place = trimmed(text.substr(0, date->begin));
  while (ends_with(place, ',')) place = trimmed(place.substr(0, place.size() - 1));
  if (count_words(place) > kMostWords || !starts_upper(last_word(place))) return std::nullopt;
  return date;
}

// "Antaget av årsmötet den 12 mars 2022": a short line near an end of the text.
std::optional<FoundDate> date_of_adoption(const Draft& draft) {
  constexpr std::size_t kNear = 12;       // blocks from either end
  constexpr std::uint32_t kLongest = 16;  // words
  constexpr std::array<std::string_view, 6> kOpenings = {"antag",    "fastställ", "beslut",
                                                         "publicer", "senast",    "version"};
  for (std::size_t b = 0; b < draft.blocks.size(); ++b) {
    if (b >= kNear && b + kNear < draft.blocks.size()) continue;
    const std::string_view text = draft.blocks[b].text;
    if (count_words(text) > kLongest) continue;
    if (auto date = closing_date(text)) return date;
    // "Debattartikel, Dagens industri, den 7 februari 2024."
    if (b < kTopLines) {
      const auto date = find_date(text);
      if (date && trimmed(text.substr(date->end)).size() <= 1 && date->iso.size() == 10)
        return date;
    }
    const bool opens = std::any_of(kOpenings.begin(), kOpenings.end(), [&](std::string_view word) {
      return starts_folded(text, word);
    });
    if (!opens) continue;
    if (auto date = find_date(text)) return date;
    if (auto year = find_year(text)) return year;
  }
  return std::nullopt;
}

std::optional<Fact> find_date_fact(const Draft& draft, const std::string& file,
                                   const ReadContext& context) {
  if (context.entry != nullptr && context.entry->date)
    return Fact{*context.entry->date, Ground::kCatalogue};
  if (const auto own = stated(draft, "date"))
    if (const auto date = find_date(*own)) return Fact{date->iso, Ground::kMetadata};
  const std::vector<std::string_view> titles = title_lines(draft);
  for (const std::string_view line : titles)
    if (const auto period = find_period(line)) return Fact{period->iso, Ground::kTitle};
  if (const auto date = marked(draft, "date")) return Fact{*date, Ground::kMetadata};
  if (const auto adopted = date_of_adoption(draft)) return Fact{adopted->iso, Ground::kMetadata};
  for (const std::string_view line : titles) {
    if (const auto date = find_date(line)) return Fact{date->iso, Ground::kTitle};
    if (const auto year = find_year(line)) return Fact{year->iso, Ground::kTitle};
  }
  if (draft.facts.title)
    if (const auto year = find_year(draft.facts.title->value))
      return Fact{year->iso, draft.facts.title->ground};
  if (const auto year = find_year(words_of_name(file)))
    return Fact{year->iso, Ground::kFilename};
  return std::nullopt;
}

// The lines that speak in the document's own name: lead-ins, and headings that name a sender.
template <class Visit>
void each_voice(const Draft& draft, const Visit& visit) {
  for (std::size_t b = 0; b < draft.blocks.size(); ++b) {
    const Block& block = draft.blocks[b];
    if (block.role == Role::kTitle) continue;
    const bool lead_in = block.kind == PassageKind::kParagraph && b + 1 < draft.blocks.size() &&
                         draft.blocks[b + 1].lead_in == static_cast<std::uint32_t>(b);
    if (lead_in || block.kind == PassageKind::kHeading) visit(block, lead_in);
  }
}

// One value among all, or none: `counts` of how often each was found.
std::optional<std::string> only_one(const std::map<std::string, std::size_t>& counts) {
  if (counts.size() != 1) return std::nullopt;
  return counts.begin()->first;
}

std::optional<Fact> find_municipality(const Draft& draft,
                                      const std::vector<SignedBlock>& signatures,
                                      const ReadContext& context) {
  if (context.entry != nullptr && context.entry->municipality)
    return Fact{*context.entry->municipality, Ground::kCatalogue};
  if (const auto own = stated(draft, "municipality")) return Fact{*own, Ground::kMetadata};
  std::map<std::string, std::size_t> counts;
  for (const std::string_view line : title_lines(draft))
    for (const std::string& place : places_of_title(line, context)) ++counts[place];
  if (const auto place = only_one(counts)) return Fact{*place, Ground::kTitle};
  if (!counts.empty()) return std::nullopt;
  each_voice(draft, [&](const Block& block, bool) {
    for (const std::string& place : places_of_title(block.text, context)) ++counts[place];
  });
  if (const auto place = only_one(counts)) return Fact{*place, Ground::kHeading};
  if (!counts.empty() || context.municipalities == nullptr) return std::nullopt;
  // Holders of a municipal office sign, and the text is plainly about one place.
  const bool municipal_office = std::any_of(
      signatures.begin(), signatures.end(), [&](const SignedBlock& signed_block) {
        for (std::uint32_t b = signed_block.block; b <= signed_block.last; ++b) {
          const std::string text = lower_case(draft.blocks[b].text);
          for (const std::string_view office : {"kommun", "nämnd", "stadsdel", "borgarråd"})
            if (text.find(office) != std::string::npos) return true;
        }
        return false;
      });
  if (!municipal_office) return std::nullopt;
  const std::string place = prevailing_place(draft, *context.municipalities);
  return place.empty() ? std::nullopt : std::optional(Fact{place, Ground::kSignature});
}

bool left_out_for(const Draft& draft, Leaving leaving) {
  return std::any_of(draft.left_out.begin(), draft.left_out.end(),
                     [&](const LeftOut& left) { return left.reason == name(leaving); });
}

std::optional<Fact> find_kind(const Draft& draft, const std::vector<SignedBlock>& signatures,
                              const std::string& file, const ReadContext& context) {
  if (context.entry != nullptr && context.entry->kind)
    return Fact{*context.entry->kind, Ground::kCatalogue};
  if (const auto own = stated(draft, "kind")) return Fact{*own, Ground::kMetadata};
  for (const std::string_view line : title_lines(draft))
    if (auto kind = kind_of_title(line)) return Fact{*std::move(kind), Ground::kTitle};
  if (draft.facts.title)
    if (auto kind = kind_of_title(draft.facts.title->value))
      return Fact{*std::move(kind), draft.facts.title->ground};
  if (auto kind = marked(draft, "kind")) return Fact{*std::move(kind), Ground::kMetadata};
  const bool reply = std::any_of(draft.blocks.begin(), draft.blocks.end(), [](const Block& block) {
    return block.role == Role::kReply;
  });
  if (!signatures.empty() && (reply || left_out_for(draft, Leaving::kFooter)))
    return Fact{"debate", Ground::kSignature};
  if (reply) return Fact{"debate", Ground::kHeading};
  for (std::size_t b = 0; b < std::min(kTopLines, draft.blocks.size()); ++b) {
    const std::string text = lower_case(draft.blocks[b].text);
    if (count_words(text) <= 16 && text.find("debattartikel") != std::string::npos)
      return Fact{"debate", Ground::kHeading};
  }
  if (left_out_for(draft, Leaving::kNavigation)) return Fact{"web", Ground::kMetadata};
  if (auto kind = kind_of_title(words_of_name(file)))
    return Fact{*std::move(kind), Ground::kFilename};
  return std::nullopt;
}

Attribution attribution_of(std::vector<PartyCode> party, Ground ground) {
  Attribution attribution;
  std::sort(party.begin(), party.end());
  party.erase(std::unique(party.begin(), party.end()), party.end());
  attribution.party = std::move(party);
  if (!attribution.party.empty()) attribution.party_ground = ground;
  return attribution;
}

std::vector<PartyCode> stated_parties(std::string_view list, const PartyRegistry& parties) {
  std::vector<PartyCode> found;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find_first_of(",+", at), list.size());
    std::string_view one = trimmed(list.substr(at, end - at));
    if (one.size() >= 2 && (one.front() == '"' || one.front() == '\''))
      one = one.substr(1, one.size() - 2);
    if (!one.empty())
      found.push_back(parties.resolve(one).value_or(PartyCode(std::string(one))));
    at = end + 1;
  }
  return found;
}

// The party that all lead-ins with a party name; it must be named twice, or in the only lead-in.
std::optional<PartyCode> party_of_voices(const Draft& draft, const PartyRegistry& parties,
                                         bool& contradictory) {
  std::map<PartyCode, std::size_t> counts;
  std::size_t lead_ins = 0;
  each_voice(draft, [&](const Block& block, bool lead_in) {
    lead_ins += lead_in ? 1 : 0;
    if (lead_in) {
      if (const auto party = speaking_party(block.text, parties)) ++counts[*party];
    } else {
      const auto senders = sender_parties(block.text, parties);
      if (senders.size() == 1) ++counts[senders.front()];
    }
  });
  contradictory = counts.size() > 1;
  if (counts.size() != 1) return std::nullopt;
  const auto& [party, times] = *counts.begin();
  if (times < 2 && lead_ins != 1) return std::nullopt;
  return party;
}

Attribution find_party(const Draft& draft, const std::string& file, const ReadContext& context) {
  if (context.entry != nullptr && context.entry->party)
    return attribution_of(*context.entry->party, Ground::kCatalogue);
  if (context.parties == nullptr) return {};
  const PartyRegistry& parties = *context.parties;
  if (const auto own = stated(draft, "party"))
    return attribution_of(stated_parties(*own, parties), Ground::kMetadata);

  std::vector<PartyCode> senders;
  std::vector<std::string_view> titles = title_lines(draft);
  if (draft.facts.title) titles.push_back(draft.facts.title->value);
  for (const std::string_view line : titles)
    for (const PartyCode& party : sender_parties(line, parties)) senders.push_back(party);
  Attribution by_title = attribution_of(std::move(senders), Ground::kTitle);
  bool contradictory = false;
  const auto voice = party_of_voices(draft, parties, contradictory);
  if (by_title.party.size() > 1) return by_title;  // an agreement
  if (by_title.party.size() == 1)
    return voice && *voice != by_title.party.front() ? Attribution{} : by_title;
  if (voice) return attribution_of({*voice}, Ground::kHeading);
  if (contradictory) return {};
  if (const auto sender = marked(draft, "sender"))
    if (const auto party = sender_parties(*sender, parties); party.size() == 1)
      return attribution_of(party, Ground::kMetadata);
  if (const auto party = speaking_party(words_of_name(file), parties))
    return attribution_of({*party}, Ground::kFilename);
  return {};
}

}  // namespace

void find_facts(Draft& draft, const std::vector<SignedBlock>& signatures, const std::string& file,
                const ReadContext& context) {
  const CatalogueEntry none;
  const CatalogueEntry& entry = context.entry != nullptr ? *context.entry : none;
  DocumentFacts& facts = draft.facts;
  facts.id = entry.id ? *entry.id : context.fallback_id;
  facts.title = find_title(draft, context);
  facts.publisher = first_of(entry.publisher, stated(draft, "publisher"));
  facts.url = first_of(entry.url, stated(draft, "url"));
  facts.licence = first_of(entry.licence, stated(draft, "licence"));
  facts.date = find_date_fact(draft, file, context);
  facts.municipality = find_municipality(draft, signatures, context);
  facts.kind = find_kind(draft, signatures, file, context);
  facts.attribution = find_party(draft, file, context);
  facts.attribution.speaker = stated(draft, "speaker");
}

}  // namespace ordalag::reading
