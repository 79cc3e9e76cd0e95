// The postings of a generation as passages: Xapian's, without what was removed, and with the terms
// of documents and sections spread over their passages.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/store/deadline.hpp"
#include "core/store/fields.hpp"
#include "core/store/generation.hpp"
#include "core/store/posting_cache.hpp"
#include "core/store/retrieval_query.hpp"

namespace ordalag {

using Scored = std::vector<Match>;  // in passage-number order

// The first entry that is `passage` or after it. Most are near.
template <class Entries>
Entries first_from(Entries entry, Entries end, PassageNumber passage) {
  constexpr int kNear = 8;
  for (int step = 0; step < kNear; ++step, ++entry)
    if (entry == end || entry->passage >= passage) return entry;
  return std::lower_bound(entry, end, passage,
                          [](const auto& a, PassageNumber b) { return a.passage < b; });
}

// The entries of `from` whose passages are in `to` too. Skips where one is much the shorter.
Scored restricted(const Scored& from, const Scored& to);

// All calls throw Xapian::Error where reading fails, `read` Deadline::Passed when the time is over.
// Not shared between threads.
class PostingsReader {
 public:
  // All outlive the object.
  PostingsReader(const Xapian::Database& database, const Generation& generation,
                 const Deadline& deadline)
      : database_(database), generation_(generation), deadline_(deadline) {}

  // The passages of a term with its frequency in each as weight (1 unless the field is counted).
  // With `within`, only those of its passages.
  Scored read(TermField field, const std::string& value, const Scored* within) const;

  // How many passages, sections or documents (as the field's scope says) have the term, and how
  // many there are. O(log n) the first time; then remembered, for a query asks several times.
  std::uint32_t count(TermField field, const std::string& value) const;
  double universe(TermField field) const;

  // What scoring asks of every match, close together: a passage's own row is six times as long.
  struct PassageShape {
    std::uint32_t length = 0;  // sum of wdf
    PassageNumber section_begin = 0;
  };
  // By passage number. The first call reads every passage's row.
  std::span<const PassageShape> shapes() const;

  // How many passages have the term. Linear in its postings where they are spread.
  std::uint32_t passages(TermField field, const std::string& value) const;
  // The values of a field that some passage has, with the number of passages, sorted by value.
  // Counted when they are first asked for.
  const std::vector<std::pair<std::string, std::uint32_t>>& values(TermField field) const;

 private:
  // Valid until the next call.
  const Postings& decoded(const std::string& term, std::uint32_t count) const;
  Scored read_all(const std::string& term, const FieldInfo& field) const;
  Scored read_within(const std::string& term, const FieldInfo& field, const Scored& within) const;
  template <class Cursor>
  Scored within_of(Cursor cursor, const FieldInfo& field, const Scored& within) const;
  // One past the last passage that a posting on `first` speaks for.
  PassageNumber end_of(PassageNumber first, FieldScope scope) const;
  // The passage on which a term that speaks for `passage` stands.
  PassageNumber posted_on(PassageNumber passage, FieldScope scope) const;
  // The first passage of the run in one section that `passage` stands in.
  PassageNumber section_begin(PassageNumber passage) const {
    return shapes()[passage].section_begin;
  }
  std::uint32_t count_term(const std::string& term) const;

  const Xapian::Database& database_;
  const Generation& generation_;
  const Deadline& deadline_;
  mutable std::unordered_map<std::string, std::uint32_t> counts_;
  mutable std::map<TermField, std::vector<std::pair<std::string, std::uint32_t>>> values_;
  mutable PostingCache cache_;                // of terms that were read whole
  mutable std::vector<PassageShape> shapes_;  // by passage number; filled when first asked for
};

}  // namespace ordalag
