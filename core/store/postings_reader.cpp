#include "core/store/postings_reader.hpp"

#include <algorithm>

namespace ordalag {
namespace {

// Below this share of candidates to postings, skipping in the postings beats reading all of them.
constexpr double kSkipBelow = 1.0 / 16;

// The first candidate that is `passage` or after it. Most are near.
Scored::const_iterator first_from(Scored::const_iterator candidate, Scored::const_iterator end,
                                  PassageNumber passage) {
  constexpr int kNear = 8;
  for (int step = 0; step < kNear; ++step, ++candidate)
    if (candidate == end || candidate->passage >= passage) return candidate;
  return std::lower_bound(candidate, end, passage,
                          [](const ScoredPassage& a, PassageNumber b) { return a.passage < b; });
}

// Counts remembered: some five megabytes.
constexpr std::size_t kMostCounts = 50'000;

}  // namespace

Scored restricted(const Scored& from, const Scored& to) {
  Scored rest;
  auto candidate = to.begin();
  for (auto entry = from.begin(); entry != from.end();) {
    candidate = first_from(candidate, to.end(), entry->passage);
    if (candidate == to.end()) break;
    if (candidate->passage == entry->passage) {
      rest.push_back(*entry++);
    } else {
      entry = first_from(entry, from.end(), candidate->passage);
    }
  }
  return rest;
}

PassageNumber PostingsReader::end_of(PassageNumber first, FieldScope scope) const {
  if (scope == FieldScope::kPassage) return first + 1;
  if (scope == FieldScope::kSection) return generation_.section_end(first);
  const DocumentRow& document = generation_.documents()[generation_.passage(first).document];
  return document.first_passage + document.passages;
}

PassageNumber PostingsReader::posted_on(PassageNumber passage, FieldScope scope) const {
  if (scope == FieldScope::kPassage) return passage;
  if (scope == FieldScope::kSection) return section_begin(passage);
  return generation_.documents()[generation_.passage(passage).document].first_passage;
}

std::span<const PostingsReader::PassageShape> PostingsReader::shapes() const {
  if (!shapes_.empty()) return shapes_;
  const auto rows = generation_.passages();
  shapes_.resize(rows.size() + 1);
  for (PassageNumber number = 1; number <= rows.size(); ++number) {
    const PassageRow& row = rows[number - 1];
    const bool continues = number > 1 && rows[number - 2].document == row.document &&
                           rows[number - 2].section == row.section;
    shapes_[number] = {row.length, continues ? shapes_[number - 1].section_begin : number};
  }
  return shapes_;
}

Scored PostingsReader::read(TermField field, const std::string& value, const Scored* within) const {
  deadline_.check();
  const std::string term = index_term(field, value);
  return within == nullptr ? read_all(term, info(field)) : read_within(term, info(field), *within);
}

Scored PostingsReader::read_all(const std::string& term, const FieldInfo& field) const {
  Scored found;
  const std::uint32_t count = count_term(term);
  if (count == 0) return found;
  if (field.scope == FieldScope::kPassage) found.reserve(count);
  const bool counted = field.use == FieldUse::kCounted;
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    const PassageNumber first = generation_.number_of(*posting);
    if (first == 0) continue;
    const double frequency = counted ? posting.get_wdf() : 1;
    const PassageNumber stop = end_of(first, field.scope);
    for (PassageNumber passage = first; passage < stop; ++passage)
      found.push_back({passage, 0, frequency});
  }
  return found;
}

Scored PostingsReader::read_within(const std::string& term, const FieldInfo& field,
                                   const Scored& within) const {
  Scored found;
  const std::uint32_t count = count_term(term);
  if (count == 0) return found;
  const bool counted = field.use == FieldUse::kCounted;
  const bool skip = static_cast<double>(within.size()) < count * kSkipBelow;
  auto candidate = within.begin();
  auto posting = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  while (posting != end && candidate != within.end()) {
    const PassageNumber first = generation_.number_of(*posting);
    candidate = first_from(candidate, within.end(), first);
    if (candidate == within.end()) break;
    const PassageNumber wanted = posted_on(candidate->passage, field.scope);
    if (wanted <= first) {
      const double frequency = counted ? posting.get_wdf() : 1;
      if (wanted == first) found.push_back({candidate->passage, 0, frequency});
      ++candidate;
      continue;
    }
    const std::uint32_t docid = generation_.docid_of(wanted);
    if (skip) {
      posting.skip_to(docid);
    } else {
      while (posting != end && *posting < docid) ++posting;
    }
  }
  return found;
}

std::uint32_t PostingsReader::count_term(const std::string& term) const {
  if (const auto known = counts_.find(term); known != counts_.end()) return known->second;
  if (counts_.size() >= kMostCounts) counts_.clear();
  const std::uint32_t count =
      database_.get_termfreq(term) - generation_.removed_terms().count(term);
  return counts_.emplace(term, count).first->second;
}

std::uint32_t PostingsReader::count(TermField field, const std::string& value) const {
  return count_term(index_term(field, value));
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
