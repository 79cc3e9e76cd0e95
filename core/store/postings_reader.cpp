#include "core/store/postings_reader.hpp"

#include <algorithm>

namespace ordalag {
namespace {

// Below this share of candidates to postings, skipping in the postings beats reading all of them
// (which are then at hand for the next search).
constexpr double kSkipBelow = 1.0 / 16;

// A walk along the postings of a term that have been decoded.
class KeptCursor {
 public:
  explicit KeptCursor(const Postings& postings) : at_(postings.begin()), end_(postings.end()) {}
  bool at_end() const { return at_ == end_; }
  PassageNumber passage() const { return at_->passage; }
  double wdf() const { return at_->wdf; }
  // To the first posting on `passage` or after it.
  void advance_to(PassageNumber passage) { at_ = first_from(at_, end_, passage); }

 private:
  Postings::const_iterator at_, end_;
};

// The same along Xapian's. Passages that were removed have number 0, and are before any.
class XapianCursor {
 public:
  XapianCursor(const Xapian::Database& database, const Generation& generation,
               const std::string& term)
      : generation_(generation),
        at_(database.postlist_begin(term)),
        end_(database.postlist_end(term)) {}
  bool at_end() const { return at_ == end_; }
  PassageNumber passage() const { return generation_.number_of(*at_); }
  double wdf() const { return at_.get_wdf(); }
  void advance_to(PassageNumber passage) { at_.skip_to(generation_.docid_of(passage)); }

 private:
  const Generation& generation_;
  Xapian::PostingIterator at_;
  Xapian::PostingIterator end_;
};

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

const Postings& PostingsReader::decoded(const std::string& term, std::uint32_t count) const {
  if (const Postings* known = cache_.find(term)) return *known;
  Postings postings;
  postings.reserve(std::min<std::size_t>(count, generation_.passages().size()));
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting)
    if (const PassageNumber passage = generation_.number_of(*posting); passage != 0)
      postings.push_back({passage, posting.get_wdf()});
  return cache_.keep(term, std::move(postings));
}

Scored PostingsReader::read_all(const std::string& term, const FieldInfo& field) const {
  Scored found;
  const std::uint32_t count = count_term(term);
  if (count == 0) return found;
  const Postings& postings = decoded(term, count);
  if (field.scope == FieldScope::kPassage) found.reserve(postings.size());
  const bool counted = field.use == FieldUse::kCounted;
  for (const Posting& posting : postings) {
    const double frequency = counted ? posting.wdf : 1;
    const PassageNumber stop = end_of(posting.passage, field.scope);
    for (PassageNumber passage = posting.passage; passage < stop; ++passage)
      found.push_back({passage, 0, frequency});
  }
  return found;
}

Scored PostingsReader::read_within(const std::string& term, const FieldInfo& field,
                                   const Scored& within) const {
  const std::uint32_t count = count_term(term);
  if (count == 0) return {};
  const Postings* postings = cache_.find(term);
  if (postings == nullptr && static_cast<double>(within.size()) < count * kSkipBelow)
    return within_of(XapianCursor(database_, generation_, term), field, within);
  if (postings == nullptr) postings = &decoded(term, count);
  return within_of(KeptCursor(*postings), field, within);
}

template <class Cursor>
Scored PostingsReader::within_of(Cursor cursor, const FieldInfo& field,
                                 const Scored& within) const {
  Scored found;
  const bool counted = field.use == FieldUse::kCounted;
  auto candidate = within.begin();
  while (!cursor.at_end()) {
    const PassageNumber first = cursor.passage();
    candidate = first_from(candidate, within.end(), first);
    if (candidate == within.end()) break;
    const PassageNumber wanted = posted_on(candidate->passage, field.scope);
    if (wanted > first) {
      cursor.advance_to(wanted);
      continue;
    }
    if (wanted == first) found.push_back({candidate->passage, 0, counted ? cursor.wdf() : 1.0});
    ++candidate;
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

const std::vector<std::pair<std::string, std::uint32_t>>& PostingsReader::values(
    TermField field) const {
  if (const auto known = values_.find(field); known != values_.end()) return known->second;
  std::vector<std::pair<std::string, std::uint32_t>> values;
  const std::string prefix(info(field).prefix);
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
    const std::string value = (*term).substr(prefix.size());
    if (const std::uint32_t count = passages(field, value); count > 0)
      values.emplace_back(value, count);
  }
  return values_[field] = std::move(values);
}

}  // namespace ordalag
