#include "core/store/passage_terms.hpp"

#include <algorithm>

#include "core/store/fields.hpp"
#include "core/store/signature.hpp"
#include "core/store/word_sequence.hpp"
#include "core/text/fold.hpp"

namespace ordalag {

PassageAnalyser::PassageAnalyser(const Analyser& analyser) : analyser_(analyser) {}

PassageAnalyser::~PassageAnalyser() = default;

void PassageAnalyser::begin_batch(WordCache& words) {
  words_ = &words;
  for (const std::uint32_t number : batch_) forms_[number].passages = 0;
  batch_.clear();
  if (forms_.size() < kMostForms) return;
  forms_.clear();
  terms_ = TermCounter();
  attribution_ = {};
  attribution_terms_.clear();
}

std::uint32_t PassageAnalyser::number_of(const Word& word) {
  if (const auto known = forms_.find(word); known != FormTable::kNone) return known;
  FormEntry entry;
  entry.form = word.form;
  entry.lemma = word.lemma;
  entry.parts = word.parts.size();
  entry.stop = word.stop;
  entry.lemma_term = terms_.number(index_term(TermField::kLemma, word.lemma));
  for (const CompoundPart& part : word.parts) {
    const auto field = part.head ? TermField::kHeadPart : TermField::kModifierPart;
    const auto term = terms_.number(index_term(field, part.lemma));
    if (std::find(entry.part_terms.begin(), entry.part_terms.end(), term) == entry.part_terms.end())
      entry.part_terms.push_back(term);
  }
  return forms_.add(std::move(entry));
}

PassageAnalyser::Terms PassageAnalyser::field_terms(TermField field, TermField parts,
                                                    std::string_view text) {
  Terms terms;
  analyser_.tokenise(text, *words_, tokens_);
  const auto is_word = [&](const std::string& lemma) {
    return std::any_of(tokens_.begin(), tokens_.end(),
                       [&](const Token& token) { return token.word->lemma == lemma; });
  };
  for (const Token& token : tokens_) {
    terms.push_back(terms_.number(index_term(field, token.word->lemma)));
    for (const CompoundPart& part : token.word->parts)
      if (!is_word(part.lemma)) terms.push_back(terms_.number(index_term(parts, part.lemma)));
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

TermCounter::Term PassageAnalyser::filter_term(TermField field, std::string_view value) {
  return terms_.number(index_term(field, value));
}

void PassageAnalyser::begin(const Document& document) {
  document_ = &document;
  sections_.clear();
  lead_ins_.clear();
  document_terms_.clear();
  const DocumentFacts& facts = document.facts;
  if (facts.title)
    document_terms_ = field_terms(TermField::kTitle, TermField::kTitlePart, facts.title->value);
  const auto share = [&](TermField field, std::string_view value) {
    document_terms_.push_back(filter_term(field, value));
  };
  share(TermField::kDocument, facts.id.value);
  if (facts.municipality) share(TermField::kMunicipality, fold(facts.municipality->value));
  if (facts.kind) share(TermField::kKind, facts.kind->value);
  if (const auto years = facts.date ? years_of(facts.date->value) : std::nullopt) add_years(*years);
}

void PassageAnalyser::add_years(const Years& years) {
  constexpr int kLongestPeriod = 100;  // no document speaks of more; guards against nonsense
  if (years.last > years.first + kLongestPeriod) return;
  for (int year = years.first; year <= years.last; ++year)
    document_terms_.push_back(filter_term(TermField::kYear, std::to_string(year)));
}

const PassageAnalyser::Terms& PassageAnalyser::section_terms(std::uint32_t section) {
  const auto [it, added] = sections_.try_emplace(section);
  if (added && section < document_->sections.size()) {
    std::string headings;
    for (const std::string& heading : document_->sections[section]) headings += heading + "\n";
    it->second = field_terms(TermField::kSection, TermField::kSectionPart, headings);
  }
  return it->second;
}

const PassageAnalyser::Terms& PassageAnalyser::lead_in_terms(std::uint32_t passage) {
  const auto [it, added] = lead_ins_.try_emplace(passage);
  if (added && passage < document_->passages.size())
    it->second = field_terms(TermField::kLeadIn, TermField::kLeadInPart,
                             document_->text_of(document_->passages[passage]));
  return it->second;
}

const PassageAnalyser::Terms& PassageAnalyser::attribution_terms(const Attribution& attribution) {
  if (attribution == attribution_) return attribution_terms_;
  attribution_ = attribution;
  attribution_terms_.clear();
  for (const PartyCode& party : attribution.party)
    attribution_terms_.push_back(filter_term(TermField::kParty, party.value));
  if (!attribution.speaker) return attribution_terms_;
  analyser_.tokenise(*attribution.speaker, *words_, tokens_);
  for (const Token& token : tokens_)
    attribution_terms_.push_back(filter_term(TermField::kSpeaker, token.word->form));
  return attribution_terms_;
}

void PassageAnalyser::add_all(const Terms& terms) {
  for (const TermCounter::Term term : terms) terms_.add(term, 0);
}

PassageTerms PassageAnalyser::passage(std::uint32_t index) {
  const Passage& passage = document_->passages[index];
  const std::string_view text = document_->text_of(passage);
  terms_.next_passage();
  distinct_.clear();
  ++passage_;
  PassageTerms result;
  analyser_.tokenise(text, *words_, tokens_);
  for (const Token& token : tokens_) {
    const std::uint32_t number = number_of(*token.word);
    FormEntry& form = forms_[number];
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber) ++result.tokens;
    terms_.add(form.lemma_term, 1);
    for (const auto part : form.part_terms) terms_.add(part, 1);
    result.length += 1 + static_cast<std::uint32_t>(form.part_terms.size());
    // The whole behind a suspended hyphen is found by, but does not stand in the text.
    if (token.kind == TokenKind::kExpansion || form.passage == passage_) continue;
    form.passage = passage_;
    if (++form.passages == 1) batch_.push_back(number);
    distinct_.push_back(number);
  }
  if (passage.lead_in) add_all(lead_in_terms(*passage.lead_in));
  if (index == 0) add_all(document_terms_);
  if (index == 0 || document_->passages[index - 1].section != passage.section)
    add_all(section_terms(passage.section));
  add_all(attribution_terms(passage.attribution));
  for (const ordalag::ThemeTag& theme : passage.themes)
    terms_.add(filter_term(TermField::kTheme, theme.id.value), 0);
  result.counts = terms_.counts();

  word_sequence(text, sequence_);
  result.words = static_cast<std::uint32_t>(sequence_.size());
  SignatureMaker signature(sequence_key(sequence_));
  for (const std::uint32_t number : distinct_)
    if (!forms_[number].stop) signature.add(forms_[number].hash);
  if (signature.size() < kFewestSignatureWords)
    for (const std::uint32_t number : distinct_)
      if (forms_[number].stop) signature.add(forms_[number].hash);
  result.signature = signature.row();
  return result;
}

void PassageAnalyser::add_forms_to(VocabularyCounts& counts, std::int64_t sign) const {
  for (const std::uint32_t number : batch_) {
    const FormEntry& form = forms_[number];
    counts.add(form.form, form.lemma, sign * form.passages);
  }
}

}  // namespace ordalag
