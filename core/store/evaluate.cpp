#include "core/store/evaluate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/store/fields.hpp"

namespace ordalag {
namespace {

using Op = RetrievalQuery::Op;

// The passages of either, weights and marks added. What the longer list has alone is taken over in
// stretches.
Scored unite(Scored a, Scored b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.empty()) return a;
  Scored either;
  either.reserve(a.size() + b.size());
  auto i = a.cbegin();
  for (const Match& entry : b) {
    const auto stretch = first_from(i, a.cend(), entry.passage);
    either.insert(either.end(), i, stretch);
    i = stretch;
    if (i != a.cend() && i->passage == entry.passage) {
      either.push_back({i->passage, i->marks | entry.marks, i->weight + entry.weight});
      ++i;
    } else {
      either.push_back(entry);
    }
  }
  either.insert(either.end(), i, a.cend());
  return either;
}

// Unites neighbours until one is left: O(n log k), and the sum's order is that of the lists.
Scored unite_all(std::vector<Scored> lists) {
  if (lists.empty()) return {};
  while (lists.size() > 1) {
    std::vector<Scored> next;
    for (std::size_t i = 0; i + 1 < lists.size(); i += 2)
      next.push_back(unite(std::move(lists[i]), std::move(lists[i + 1])));
    if (lists.size() % 2 == 1) next.push_back(std::move(lists.back()));
    lists = std::move(next);
  }
  return std::move(lists.front());
}

// Adds to `kept` the weights and marks of `extra` where both have the passage.
void add_where_present(Scored& kept, const Scored& extra) {
  auto j = extra.begin();
  for (Match& entry : kept) {
    while (j != extra.end() && j->passage < entry.passage) ++j;
    if (j == extra.end()) return;
    if (j->passage != entry.passage) continue;
    entry.weight += j->weight;
    entry.marks |= j->marks;
  }
}

Scored without(const Scored& from, const Scored& unwanted) {
  Scored rest;
  auto j = unwanted.begin();
  for (const Match& entry : from) {
    while (j != unwanted.end() && j->passage < entry.passage) ++j;
    if (j == unwanted.end() || j->passage != entry.passage) rest.push_back(entry);
  }
  return rest;
}

}  // namespace

Scored Evaluator::run(const RetrievalQuery& query) const { return evaluate(query, nullptr); }

Scored Evaluator::evaluate(const RetrievalQuery& query, Candidates within) const {
  switch (query.op) {
    case Op::kTerm:
      return term(query, within);
    case Op::kSynonym:
      return synonyms(query, within);
    case Op::kAnd:
    case Op::kFilter:
      return all_of(query, within);
    case Op::kOr:
      return any_of(query, within);
    case Op::kAndNot: {
      if (query.children.empty()) return {};
      Scored kept = evaluate(query.children.front(), within);
      for (std::size_t i = 1; i < query.children.size() && !kept.empty(); ++i)
        kept = without(kept, evaluate(query.children[i], &kept));
      return kept;
    }
    case Op::kAndMaybe: {
      if (query.children.empty()) return {};
      Scored kept = evaluate(query.children.front(), within);
      for (std::size_t i = 1; i < query.children.size() && !kept.empty(); ++i)
        add_where_present(kept, evaluate(query.children[i], &kept));
      return kept;
    }
    case Op::kScale: {
      if (query.children.empty()) return {};
      Scored scaled = evaluate(query.children.front(), within);
      for (Match& entry : scaled) entry.weight *= query.factor;
      return scaled;
    }
    case Op::kMark: {
      if (query.children.empty()) return {};
      Scored marked = evaluate(query.children.front(), within);
      for (Match& entry : marked) entry.marks |= query.marks;
      return marked;
    }
    case Op::kAll: {
      Scored all(within == nullptr ? generation_.passages().size() : within->size());
      for (std::size_t i = 0; i < all.size(); ++i)
        all[i].passage =
            within == nullptr ? static_cast<PassageNumber>(i + 1) : (*within)[i].passage;
      return all;
    }
    case Op::kNone:
      break;
  }
  return {};
}

// The rarest child is read whole, the others only where all before them match; the sum is then made
// in the order of the children.
Scored Evaluator::all_of(const RetrievalQuery& query, Candidates within) const {
  const auto& children = query.children;
  if (children.empty()) return {};
  std::vector<double> bounds;
  for (const RetrievalQuery& child : children) bounds.push_back(bound(child));
  std::vector<std::size_t> order(children.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return bounds[a] < bounds[b]; });
  std::vector<Scored> parts(children.size());
  for (const std::size_t i : order) {
    parts[i] = evaluate(children[i], within);
    if (parts[i].empty()) return {};
    within = &parts[i];
  }
  Scored matches = *within;  // of the last one evaluated: in all of them
  for (Match& entry : matches) entry = {entry.passage, 0, 0};
  const std::size_t scoring = query.op == Op::kFilter ? 1 : parts.size();
  for (std::size_t i = 0; i < scoring; ++i) add_where_present(matches, parts[i]);
  return matches;
}

Scored Evaluator::any_of(const RetrievalQuery& query, Candidates within) const {
  std::vector<Scored> lists;
  for (const RetrievalQuery& child : query.children) lists.push_back(evaluate(child, within));
  return unite_all(std::move(lists));
}

Scored Evaluator::term(const RetrievalQuery& query, Candidates within) const {
  Scored found = postings_.read(query.field, query.term, within);
  if (info(query.field).use == FieldUse::kFilter) {
    for (Match& entry : found) entry.weight = 0;
    return found;
  }
  const double all = std::max(1.0, postings_.universe(query.field));
  weigh(found, postings_.count(query.field, query.term) / all, all);
  return found;
}

Scored Evaluator::synonyms(const RetrievalQuery& query, Candidates within) const {
  double absent = 1;
  Scored found = pseudo_frequencies(query, within, absent);
  weigh(found, 1 - absent, static_cast<double>(generation_.passages().size()));
  return found;
}

// `absent` is multiplied by the share of passages without the child.
Scored Evaluator::pseudo_frequencies(const RetrievalQuery& query, Candidates within,
                                     double& absent) const {
  if (query.op == Op::kTerm) {
    const double all = std::max(1.0, postings_.universe(query.field));
    absent *= 1 - postings_.count(query.field, query.term) / all;
    return postings_.read(query.field, query.term, within);
  }
  if (query.op == Op::kScale && !query.children.empty()) {
    Scored scaled = pseudo_frequencies(query.children.front(), within, absent);
    for (Match& entry : scaled) entry.weight *= query.factor;
    return scaled;
  }
  if (query.op == Op::kMark && !query.children.empty()) {
    Scored marked = pseudo_frequencies(query.children.front(), within, absent);
    for (Match& entry : marked) entry.marks |= query.marks;
    return marked;
  }
  if (query.op == Op::kSynonym || query.op == Op::kOr) {
    std::vector<Scored> lists;
    for (const RetrievalQuery& child : query.children)
      lists.push_back(pseudo_frequencies(child, within, absent));
    return unite_all(std::move(lists));
  }
  Scored matches = evaluate(query, nullptr);
  const double all = std::max(1.0, static_cast<double>(generation_.passages().size()));
  absent *= 1 - static_cast<double>(matches.size()) / all;
  for (Match& entry : matches) entry.weight = 1;
  return within == nullptr ? matches : restricted(matches, *within);
}

void Evaluator::weigh(Scored& frequencies, double share, double all) const {
  const auto passages = static_cast<double>(generation_.passages().size());
  const double mean =
      std::max(1.0, static_cast<double>(generation_.contents().total_length) / passages);
  const double idf = std::log(1 + (all * (1 - share) + 0.5) / (all * share + 0.5));
  const double base = kBm25K1 * (1 - kBm25B);
  const double slope = kBm25K1 * kBm25B / mean;
  const auto shapes = postings_.shapes();
  for (Match& entry : frequencies) {
    const double norm = base + slope * shapes[entry.passage].length;
    entry.weight = idf * entry.weight * (kBm25K1 + 1) / (entry.weight + norm);
  }
}

double Evaluator::bound(const RetrievalQuery& query) const {
  const auto all = static_cast<double>(generation_.passages().size());
  switch (query.op) {
    case Op::kTerm: {
      const double share =
          postings_.count(query.field, query.term) / std::max(1.0, postings_.universe(query.field));
      return share * all;
    }
    case Op::kAnd:
    case Op::kFilter: {
      double least = all;
      for (const auto& child : query.children) least = std::min(least, bound(child));
      return least;
    }
    case Op::kOr:
    case Op::kSynonym: {
      double sum = 0;
      for (const auto& child : query.children) sum += bound(child);
      return std::min(sum, all);
    }
    case Op::kAndNot:
    case Op::kAndMaybe:
    case Op::kScale:
    case Op::kMark:
      return query.children.empty() ? 0 : bound(query.children.front());
    case Op::kAll:
      return all;
    case Op::kNone:
      break;
  }
  return 0;
}

}  // namespace ordalag
