// Near-copies that an index finds, against the comparison of every pair of its passages.
//
//   quality_near_copies INDEX
#include <algorithm>
#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/store/near_copies.hpp"
#include "core/store/word_sequence.hpp"
#include "searcher/answer/searcher.hpp"
#include "searcher/answer/similar.hpp"

namespace ordalag {
namespace {

constexpr double kRecallFloor = 0.98;
// Shorter ones ("Vi vill:") stand alike everywhere and say nothing of where a text comes from.
constexpr std::size_t kFewestWords = 8;
constexpr std::size_t kQueries = 50;

using Pair = std::pair<PassageNumber, PassageNumber>;

std::vector<ComparableWords> all_words(const IndexReader& reader) {
  std::vector<ComparableWords> all;
  std::vector<std::uint32_t> words;
  for (PassageNumber i = 1; i <= reader.passage_count(); ++i) {
    word_sequence(reader.passage_text(i), words);
    all.emplace_back(words);
  }
  return all;
}

// Every pair of passages of different documents that is alike to kEditionSimilarity.
std::vector<std::pair<Pair, double>> by_brute_force(const IndexReader& reader) {
  const auto words = all_words(reader);
  std::vector<std::pair<Pair, double>> pairs;
  for (PassageNumber a = 1; a <= words.size(); ++a) {
    if (words[a - 1].sequence.size() < kFewestWords) continue;
    for (PassageNumber b = a + 1; b <= words.size(); ++b) {
      if (words[b - 1].sequence.size() < kFewestWords) continue;
      if (reader.document_of(a) == reader.document_of(b)) continue;
      const double similarity = word_similarity(words[a - 1], words[b - 1], kEditionSimilarity);
      if (similarity > 0) pairs.push_back({{a, b}, similarity});
    }
  }
  return pairs;
}

bool measure_recall(const IndexReader& reader) {
  const auto pairs = by_brute_force(reader);
  std::set<Pair> found;
  for (PassageNumber a = 1; a <= reader.passage_count(); ++a)
    for (const NearCopy& copy : near_copies_of(reader, a, kEditionSimilarity))
      found.insert(std::minmax(a, copy.passage));
  std::size_t hits = 0;
  std::size_t of_one_party = 0;
  std::size_t grouped = 0;
  for (const auto& [pair, similarity] : pairs) {
    hits += found.contains(pair) ? 1 : 0;
    if (reader.parties(pair.first) != reader.parties(pair.second)) continue;
    ++of_one_party;
    grouped += reader.edition_group(pair.first) == reader.edition_group(pair.second) ? 1 : 0;
  }
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  std::printf("%u passages, %zu near-copy pairs of %zu words and more\n", reader.passage_count(),
              pairs.size(), kFewestWords);
  std::printf("  found by `similar`            %.4f  (floor %.2f)\n", share(hits, pairs.size()),
              kRecallFloor);
  std::printf("  of one party: %zu, in one group %.4f  (floor %.2f)\n", of_one_party,
              share(grouped, of_one_party), kRecallFloor);
  return !pairs.empty() && share(hits, pairs.size()) >= kRecallFloor &&
         share(grouped, of_one_party) >= kRecallFloor;
}

// Words that enough passages hold, evenly over the vocabulary.
std::vector<std::string> queries_of(const IndexReader& reader) {
  constexpr std::uint32_t kFewest = 20;
  std::vector<std::string> common;
  reader.each_form([&](std::string_view form, std::uint32_t passages) {
    if (passages >= kFewest && form.size() > 4) common.emplace_back(form);
  });
  std::vector<std::string> queries;
  for (std::size_t i = 0; i < kQueries && common.size() >= kQueries; ++i)
    queries.push_back(common[i * common.size() / kQueries]);
  return queries;
}

bool measure_first_pages(Searcher& searcher) {
  const IndexReader& reader = searcher.reader();
  const auto words = all_words(reader);
  const auto queries = queries_of(reader);
  std::size_t doubled = 0;
  for (const std::string& query : queries) {
    SearchRequest request;
    request.query = query;
    const auto answer = searcher.search(request);
    if (!answer) continue;
    for (std::size_t i = 0; i < answer->hits.size(); ++i)
      for (std::size_t j = i + 1; j < answer->hits.size(); ++j) {
        const PassageNumber a = answer->hits[i].number;
        const PassageNumber b = answer->hits[j].number;
        if (reader.parties(a) != reader.parties(b) || words[a - 1].sequence.size() < kFewestWords ||
            word_similarity(words[a - 1], words[b - 1], kEditionSimilarity) == 0)
          continue;
        ++doubled;
        std::printf("  %s: %s and %s\n", query.c_str(), answer->hits[i].passage.id.value.c_str(),
                    answer->hits[j].passage.id.value.c_str());
      }
  }
  std::printf("first ten hits of %zu queries: %zu near-copy pairs of one party (at most 0)\n",
              queries.size(), doubled);
  return queries.size() == kQueries && doubled == 0;
}

int run(const char* folder) {
  auto analyser = Analyser::load(default_analyser_files());
  if (!analyser) {
    std::printf("%s\n", describe(analyser.error()).c_str());
    return 1;
  }
  auto searcher = Searcher::open(folder, *std::move(analyser));
  if (!searcher) {
    std::printf("%s\n", describe(searcher.error()).c_str());
    return 1;
  }
  const bool recalled = measure_recall((*searcher)->reader());
  const bool single = measure_first_pages(**searcher);
  return recalled && single ? 0 : 1;
}

}  // namespace
}  // namespace ordalag

int main(int argc, char** argv) {
  if (argc != 2) {
    std::printf("usage: quality_near_copies INDEX\n");
    return 2;
  }
  return ordalag::run(argv[1]);
}
