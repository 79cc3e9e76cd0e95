#include "core/store/near_copies.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/store/disjoint_groups.hpp"
#include "core/store/word_sequence.hpp"

namespace ordalag {
namespace {

// A bucket of more candidates than this is boilerplate: each is then compared with its kWindow
// neighbours in signature order only. Keeps 120,000 passages of parliamentary formula under 2 s.
constexpr std::size_t kLargestBucket = 32;
constexpr std::size_t kWindow = 8;
// A text that this many documents share says nothing about which of them are editions.
constexpr std::size_t kMostSharers = 32;
// Leftovers between two anchors of an edition pair are compared all with all up to this product.
constexpr std::size_t kLargestGap = 4096;

template <class... Values>
std::uint64_t hash_of(Values... values) {
  const std::array<std::uint64_t, sizeof...(Values)> all{static_cast<std::uint64_t>(values)...};
  return XXH3_64bits(all.data(), sizeof all);
}

// Passages of different documents with the same words, parties and occurrence number.
struct TextClass {
  std::uint32_t begin = 0, end = 0;  // in Finder::members_
  std::uint32_t size() const { return end - begin; }
};

struct ClassLink {
  std::uint32_t a = 0, b = 0;
  double similarity = 0;
};

struct PassageLink {
  std::uint32_t a = 0, b = 0;  // places of passages; a's document comes first (Finder::comes_first)
  double similarity = 0;
};

// Two documents with copies of each other's passages, one to one.
struct DocumentPair {
  std::uint32_t a = 0, b = 0;
  bool editions = false;
  std::vector<PassageLink> copies;
};

class Finder {
 public:
  explicit Finder(const NearCopyInput& input)
      : in_(input), occurrence_(input.passages.size()), words_(input.passages.size()) {}

  std::vector<std::uint32_t> run() {
    count_document_words();
    count_occurrences();
    make_classes();
    link_classes(candidate_pairs());
    link_editions(document_links());
    link_lone_passages();
    return groups();
  }

 private:
  const PassageRow& row(std::uint32_t passage) const { return in_.passages[passage]; }
  std::uint32_t first(std::uint32_t text_class) const {
    return members_[classes_[text_class].begin];
  }
  std::uint64_t party_key(std::uint32_t passage) const {
    return in_.party_keys[row(passage).parties];
  }

  const ComparableWords& words(std::uint32_t passage) {
    auto& words = words_[passage];
    if (!words) {
      std::vector<std::uint32_t> sequence;
      word_sequence(in_.text(passage), sequence);
      words = std::make_unique<ComparableWords>(std::move(sequence));
    }
    return *words;
  }

  // Which occurrence of its text within its document a passage is, from 0.
  void count_occurrences() {
    std::unordered_map<std::uint64_t, std::uint32_t> seen;
    for (std::uint32_t i = 0; i < in_.passages.size(); ++i) {
      if (i > 0 && row(i).document != row(i - 1).document) seen.clear();
      occurrence_[i] = seen[in_.signatures[i].text_key]++;
    }
  }

  void make_classes() {
    std::vector<std::tuple<std::uint64_t, std::uint64_t, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < in_.passages.size(); ++i)
      if (row(i).words > 0)
        order.emplace_back(hash_of(in_.signatures[i].text_key, party_key(i), occurrence_[i]),
                           row(i).id_hash, i);
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < order.size(); ++i) {
      members_.push_back(std::get<2>(order[i]));
      const auto end = static_cast<std::uint32_t>(i + 1);
      if (i == 0 || std::get<0>(order[i]) != std::get<0>(order[i - 1]))
        classes_.push_back({end - 1, end});
      else
        classes_.back().end = end;
    }
  }

  // Whether two lengths leave room for similar texts.
  bool lengths_agree(std::uint32_t a, std::uint32_t b) const {
    const auto [small, large] = std::minmax(row(first(a)).words, row(first(b)).words);
    return 2.0 * small >= kEditionSimilarity * (small + large);
  }

  // Pairs of classes with a band in common, each once.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> candidate_pairs() const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> band(classes_.size());
    for (int number = 0; number < kBands; ++number) {
      for (std::uint32_t c = 0; c < classes_.size(); ++c) {
        const std::uint32_t passage = first(c);
        band[c] = {hash_of(in_.signatures[passage].bands[number], party_key(passage),
                           occurrence_[passage]),
                   c};
      }
      std::sort(band.begin(), band.end());
      for (std::size_t begin = 0; begin < band.size();) {
        std::size_t end = begin + 1;
        while (end < band.size() && band[end].first == band[begin].first) ++end;
        add_bucket(std::span(band).subspan(begin, end - begin), pairs);
        begin = end;
      }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  void add_bucket(std::span<std::pair<std::uint64_t, std::uint32_t>> bucket,
                  std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) const {
    std::size_t window = bucket.size();
    if (bucket.size() > kLargestBucket) {
      window = kWindow;
      std::sort(bucket.begin(), bucket.end(), [&](const auto& a, const auto& b) {
        const auto& left = in_.signatures[first(a.second)].bands;
        const auto& right = in_.signatures[first(b.second)].bands;
        const auto order = std::lexicographical_compare_three_way(
            std::begin(left), std::end(left), std::begin(right), std::end(right));
        return order != 0 ? order < 0 : a.second < b.second;
      });
    }
    for (std::size_t i = 0; i < bucket.size(); ++i)
      for (std::size_t j = i + 1; j < bucket.size() && j <= i + window; ++j)
        if (lengths_agree(bucket[i].second, bucket[j].second))
          pairs.push_back(std::minmax(bucket[i].second, bucket[j].second));
  }

  void link_classes(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
    for (const auto& [a, b] : pairs) {
      const double similarity =
          word_similarity(words(first(a)), words(first(b)), kEditionSimilarity);
      if (similarity > 0) class_links_.push_back({a, b, similarity});
    }
  }

  // An order of documents that does not depend on their numbers, for a pair is not read the same
  // from either side.
  bool comes_first(std::uint32_t document, std::uint32_t other) const {
    return row(document_begin_[document]).id_hash < row(document_begin_[other]).id_hash;
  }

  void add_document_link(std::uint32_t a, std::uint32_t b, double similarity,
                         std::vector<PassageLink>& links) const {
    if (row(a).document == row(b).document) return;
    if (!comes_first(row(a).document, row(b).document)) std::swap(a, b);
    links.push_back({a, b, similarity});
  }

  // Copies passage by passage, for judging which documents are editions.
  std::vector<PassageLink> document_links() const {
    std::vector<PassageLink> links;
    for (const TextClass& c : classes_) {
      if (c.size() > kMostSharers) continue;
      for (std::uint32_t i = c.begin; i < c.end; ++i)
        for (std::uint32_t j = i + 1; j < c.end; ++j)
          add_document_link(members_[i], members_[j], 1, links);
    }
    for (const ClassLink& link : class_links_) {
      const TextClass& a = classes_[link.a];
      const TextClass& b = classes_[link.b];
      if (a.size() + b.size() > kMostSharers) continue;
      for (std::uint32_t i = a.begin; i < a.end; ++i)
        for (std::uint32_t j = b.begin; j < b.end; ++j)
          add_document_link(members_[i], members_[j], link.similarity, links);
    }
    return links;
  }

  // The order in which links are taken: best first, ties by passage ids, whatever their numbers.
  auto rank(const PassageLink& link) const {
    const auto [low, high] = std::minmax(row(link.a).id_hash, row(link.b).id_hash);
    return std::tuple(-link.similarity, low, high);
  }

  void link_editions(std::vector<PassageLink> links) {
    const auto documents = [&](const PassageLink& link) {
      return std::pair(row(link.a).document, row(link.b).document);
    };
    std::sort(links.begin(), links.end(), [&](const PassageLink& x, const PassageLink& y) {
      if (documents(x) != documents(y)) return documents(x) < documents(y);
      return rank(x) < rank(y);
    });
    const auto each_pair = [&](const auto& use) {
      for (std::size_t begin = 0; begin < links.size();) {
        std::size_t end = begin + 1;
        while (end < links.size() && documents(links[end]) == documents(links[begin])) ++end;
        use(std::span<const PassageLink>(links).subspan(begin, end - begin));
        begin = end;
      }
    };
    // Editions of one text over the years are a family, though the first and the last may have
    // little in common: what they do have in common stands in each.
    std::vector<std::uint32_t> each(document_words_.size());
    std::iota(each.begin(), each.end(), 0U);
    DisjointGroups families(each);
    each_pair([&](std::span<const PassageLink> copies) {
      const DocumentPair pair = document_pair(copies);
      if (pair.editions) families.merge(pair.a, pair.b);
    });
    each_pair([&](std::span<const PassageLink> copies) {
      const auto [a, b] = documents(copies[0]);
      if (families.group(a) != families.group(b)) return;
      DocumentPair pair = document_pair(copies);
      if (pair.editions) fill_gaps(pair.copies, a, b);
      links_.insert(links_.end(), pair.copies.begin(), pair.copies.end());
    });
  }

  void count_document_words() {
    for (std::uint32_t i = 0; i < in_.passages.size(); ++i) {
      if (i == 0 || row(i).document != row(i - 1).document) {
        document_begin_.push_back(i);
        document_words_.push_back(0);
      }
      document_words_.back() += row(i).words;
    }
    document_begin_.push_back(static_cast<std::uint32_t>(in_.passages.size()));
  }

  // `links` of one pair of documents, best first: each passage keeps its best copy.
  DocumentPair document_pair(std::span<const PassageLink> links) const {
    DocumentPair pair{row(links[0].a).document, row(links[0].b).document, false, {}};
    std::unordered_set<std::uint32_t> partnered;
    std::uint64_t words_a = 0;
    std::uint64_t words_b = 0;
    for (const PassageLink& link : links) {
      if (partnered.contains(link.a) || partnered.contains(link.b)) continue;
      partnered.insert({link.a, link.b});
      pair.copies.push_back(link);
      words_a += row(link.a).words;
      words_b += row(link.b).words;
    }
    const std::uint64_t all_a = document_words_[pair.a];
    const std::uint64_t all_b = document_words_[pair.b];
    const bool half_a = 2 * words_a >= all_a;
    const bool half_b = 2 * words_b >= all_b;
    pair.editions = all_a == all_b ? half_a || half_b : all_a < all_b ? half_a : half_b;
    return pair;
  }

  // Pairs what is left over between two anchors that stand in order in both documents.
  void fill_gaps(std::vector<PassageLink>& taken, std::uint32_t document_a,
                 std::uint32_t document_b) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> anchors;
    for (const PassageLink& link : taken) anchors.emplace_back(link.a, link.b);
    anchors.emplace_back(document_begin_[document_a + 1], document_begin_[document_b + 1]);
    std::sort(anchors.begin(), anchors.end());
    std::vector<bool> used_b(document_begin_[document_b + 1] - document_begin_[document_b]);
    for (const PassageLink& link : taken) used_b[link.b - document_begin_[document_b]] = true;
    std::uint32_t a = document_begin_[document_a];
    std::uint32_t b = document_begin_[document_b];
    for (const auto& [next_a, next_b] : anchors) {
      if (next_a > a && next_b > b && std::size_t{next_a - a} * (next_b - b) <= kLargestGap)
        fill_gap({a, next_a}, {b, next_b}, used_b, taken);
      a = next_a + 1;
      b = next_b + 1;
    }
  }

  using Range = std::pair<std::uint32_t, std::uint32_t>;
  void fill_gap(Range a, Range b, std::vector<bool>& used_b, std::vector<PassageLink>& taken) {
    std::vector<PassageLink> found;
    const std::uint32_t base = document_begin_[row(b.first).document];
    for (std::uint32_t i = a.first; i < a.second; ++i)
      for (std::uint32_t j = b.first; j < b.second; ++j) {
        if (used_b[j - base] || party_key(i) != party_key(j) || row(i).words == 0) continue;
        const double similarity = word_similarity(words(i), words(j), kGapSimilarity);
        if (similarity > 0) found.push_back({i, j, similarity});
      }
    std::sort(found.begin(), found.end(),
              [&](const PassageLink& x, const PassageLink& y) { return rank(x) < rank(y); });
    std::vector<bool> used_a(a.second - a.first);
    for (const PassageLink& link : found) {
      if (used_a[link.a - a.first] || used_b[link.b - base]) continue;
      used_a[link.a - a.first] = used_b[link.b - base] = true;
      taken.push_back(link);
    }
  }

  void link_lone_passages() {
    for (const ClassLink& link : class_links_) {
      const std::uint32_t a = first(link.a);
      const std::uint32_t b = first(link.b);
      if (link.similarity >= kLoneSimilarity && row(a).document != row(b).document &&
          std::min(row(a).words, row(b).words) >= kLoneWords)
        links_.push_back({a, b, link.similarity});
    }
  }

  // The same words of the same parties are one group wherever they stand.
  void unite_repeats(DisjointGroups& groups) const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < in_.passages.size(); ++i) {
      if (row(i).words >= kRepeatedWords)
        order.emplace_back(hash_of(in_.signatures[i].text_key, party_key(i)), i);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::uint32_t> same;
    for (std::size_t i = 0; i < order.size(); ++i) {
      same.push_back(order[i].second);
      if (i + 1 < order.size() && order[i + 1].first == order[i].first) continue;
      groups.unite(same);
      same.clear();
    }
  }

  std::vector<std::uint32_t> groups() {
    std::sort(links_.begin(), links_.end(),
              [&](const PassageLink& x, const PassageLink& y) { return rank(x) < rank(y); });
    std::vector<std::uint32_t> owners;
    owners.reserve(in_.passages.size());
    for (const PassageRow& passage : in_.passages) owners.push_back(passage.document);
    DisjointGroups groups(owners);
    unite_repeats(groups);
    for (const PassageLink& link : links_) groups.merge(link.a, link.b);
    std::vector<std::uint32_t> result(in_.passages.size());
    std::unordered_map<std::uint32_t, std::uint32_t> smallest;
    for (std::uint32_t i = 0; i < result.size(); ++i)
      result[i] = smallest.try_emplace(groups.group(i), i + 1).first->second;
    return result;
  }

  const NearCopyInput& in_;
  std::vector<std::uint32_t> occurrence_;
  std::vector<std::unique_ptr<ComparableWords>> words_;
  std::vector<std::uint32_t> members_;  // passages, class by class
  std::vector<TextClass> classes_;      // in an order that depends on their texts alone
  std::vector<ClassLink> class_links_;
  std::vector<std::uint32_t> document_begin_;  // first passage of each document, and the end
  std::vector<std::uint64_t> document_words_;
  std::vector<PassageLink> links_;
};

}  // namespace

std::vector<std::uint32_t> near_copy_groups(const NearCopyInput& input) {
  return Finder(input).run();
}

}  // namespace ordalag
