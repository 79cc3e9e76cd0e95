#include "core/store/postings_reader.hpp"

#include <algorithm>

namespace ordalag {
namespace {

// Below this share of candidates to postings, skipping in the postings beats reading all of them.
constexpr double kSkipBelow = 1.0 / 16;

}  // namespace

PassageNumber PostingsReader::end_of(PassageNumber first, FieldScope scope) const {
  if (scope == FieldScope::kPassage) return first + 1;
  if (scope == FieldScope::kSection) return generation_.section_end(first);
  const DocumentRow& document = generation_.documents()[generation_.passage(first).document];
  return document.first_passage + document.passages;
}

std::uint32_t PostingsReader::posted_on(PassageNumber passage, FieldScope scope) const {
  if (scope == FieldScope::kDocument) {
    const DocumentNumber document = generation_.passage(passage).document;
    passage = generation_.documents()[document].first_passage;
  } else if (scope == FieldScope::kSection) {
    const PassageRow& row = generation_.passage(passage);
    while (passage > 1 && generation_.passage(passage - 1).document == row.document &&
           generation_.passage(passage - 1).section == row.section)
      --passage;
  }
  return generation_.passage(passage).docid;
}

Scored PostingsReader::read(TermField field, const std::string& value, const Scored* within) const {
  deadline_.check();
  const std::string term = index_term(field, value);
  return within == nullptr ? read_all(term, info(field)) : read_within(term, info(field), *within);
}

Scored PostingsReader::read_all(const std::string& term, const FieldInfo& field) const {
  Scored found;
  if (field.scope == FieldScope::kPassage) found.reserve(database_.get_termfreq(term));
  const bool counted = field.use == FieldUse::kCounted;
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    const PassageNumber first = generation_.number_of(*posting);
    if (first == 0) continue;
    const double frequency = counted ? posting.get_wdf() : 1;
    const PassageNumber stop = end_of(first, field.scope);
    for (PassageNumber passage = first; passage < stop; ++passage)
      found.push_back({passage, frequency});
  }
  return found;
}

Scored PostingsReader::read_within(const std::string& term, const FieldInfo& field,
                                   const Scored& within) const {
  Scored found;
  const bool counted = field.use == FieldUse::kCounted;
  auto posting = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  const bool skip = static_cast<double>(within.size()) < database_.get_termfreq(term) * kSkipBelow;
  for (const ScoredPassage& candidate : within) {
    const std::uint32_t docid = posted_on(candidate.passage, field.scope);
    if (skip && posting != end && *posting < docid) posting.skip_to(docid);
    while (posting != end && *posting < docid) ++posting;
    if (posting == end) break;
    if (*posting == docid)
      found.push_back({candidate.passage, counted ? static_cast<double>(posting.get_wdf()) : 1.0});
  }
  return found;
}

std::uint32_t PostingsReader::count(TermField field, const std::string& value) const {
  const std::string term = index_term(field, value);
  return database_.get_termfreq(term) - generation_.removed_terms().count(term);
}

double PostingsReader::universe(TermField field) const {
  const FieldScope scope = info(field).scope;
  if (scope == FieldScope::kDocument) return static_cast<double>(generation_.documents().size());
  if (scope == FieldScope::kSection) return generation_.contents().section_runs;
  return static_cast<double>(generation_.passages().size());
}

std::uint32_t PostingsReader::passages(TermField field, const std::string& value) const {
  if (info(field).scope == FieldScope::kPassage) return count(field, value);
  return static_cast<std::uint32_t>(read(field, value, nullptr).size());
}

std::vector<std::pair<std::string, std::uint32_t>> PostingsReader::values(TermField field) const {
  std::vector<std::pair<std::string, std::uint32_t>> values;
  const std::string prefix(info(field).prefix);
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
    const std::string value = (*term).substr(prefix.size());
    if (const std::uint32_t count = passages(field, value); count > 0)
      values.emplace_back(value, count);
  }
  return values;
}

}  // namespace ordalag
