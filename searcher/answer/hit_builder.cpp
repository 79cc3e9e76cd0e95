#include "searcher/answer/hit_builder.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/years.hpp"
#include "core/registry/party_mentions.hpp"
#include "core/text/utf8.hpp"
#include "searcher/answer/citation.hpp"

namespace ordalag {

namespace {

std::optional<int> first_year(const std::optional<Fact>& date) {
  const auto years = date ? years_of(date->value) : std::nullopt;
  return years ? std::optional(years->first) : std::nullopt;
}

}  // namespace

void HitBuilder::add_mentions(Hit& hit) const {
  static thread_local WordBreaker breaker;
  const auto& speaking = hit.passage.attribution.party;
  CodePointCounter counter(hit.text);
  for (const NamedParty& named :
       find_parties(hit.text, registries_.parties, first_year(hit.document.date), breaker)) {
    if (std::find(speaking.begin(), speaking.end(), named.code) != speaking.end()) continue;
    auto mention = std::find_if(hit.mentions.begin(), hit.mentions.end(),
                                [&](const MentionedParty& m) { return m.code == named.code; });
    if (mention == hit.mentions.end())
      mention = hit.mentions.insert(
          mention, {named.code, party_label(registries_, named.code, language_), {}});
    const std::uint32_t begin = counter.at(named.span.begin);
    mention->evidence.push_back({begin, counter.at(named.span.end)});
  }
}

// Documents by their ids, whenever they were indexed, and passages in text order.
std::vector<PassageNumber> HitBuilder::editions_by_id(PassageNumber number) const {
  std::vector<PassageNumber> editions = reader_.editions(number);
  std::ranges::sort(editions, {}, [this](PassageNumber edition) {
    return std::pair(reader_.id_order(reader_.document_of(edition)), edition);
  });
  return editions;
}

Hit HitBuilder::build(PassageNumber number) const {
  const DocumentNumber document_number = reader_.document_of(number);
  const StoredDocument& document = reader_.document(document_number);
  Hit hit;
  hit.number = number;
  hit.passage = reader_.passage(number);
  hit.text = reader_.passage_text(number);
  if (hit.passage.lead_in)
    hit.lead_in = reader_.passage_text(document.first_passage + *hit.passage.lead_in);
  if (hit.passage.section < document.sections.size())
    hit.section = document.sections[hit.passage.section];
  for (const ThemeTag& tag : hit.passage.themes)
    hit.themes.push_back({tag, theme_label(registries_, tag.id, language_)});
  hit.document = document.facts;
  hit.source = document.source;
  hit.level = level_of(hit.document, registries_.parties);
  add_mentions(hit);
  hit.selector = selector(hit.passage, reader_.text(document_number));
  hit.source_link = source_link(hit);
  hit.text_fragment = text_fragment(hit, reader_.text(document_number));
  hit.self_link = self_link(hit.passage.id);
  hit.cite = cite(hit, registries_, language_);
  for (const PassageNumber other : editions_by_id(number)) {
    const DocumentFacts& facts = reader_.document(reader_.document_of(other)).facts;
    hit.editions.push_back({reader_.passage(other).id, facts.id,
                            facts.title ? std::optional(facts.title->value) : std::nullopt,
                            reader_.passage_text(other) == reader_.passage_text(number)});
  }
  return hit;
}

}  // namespace ordalag
