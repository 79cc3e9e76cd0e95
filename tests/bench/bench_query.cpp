// Query speed inside the process, warm, ten hits with snippets, in the thread's own time:
//   bench_query [MEGABYTES] [QUERIES] [INDEX]
// Default: 61 MB or all there is, 300 queries a kind, and an index made for it.
// The queries are drawn from the text itself, with a fixed seed, so that every one has an answer;
// words of five bytes and more, but in phrases.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/language/analyser.hpp"
#include "indexer/run.hpp"
#include "searcher/answer/searcher.hpp"
#include "tests/bench/bench_corpus.hpp"
#include "tests/bench/measuring.hpp"

namespace {

namespace fs = std::filesystem;
using namespace ordalag;

struct Kind {
  const char* name;
  std::size_t shortest;  // letters of a word
  std::string (*query)(const std::vector<std::string>& words, std::size_t at);
};

// Queries from the words of one passage, beginning at a word of it.
constexpr std::array kKinds{
    Kind{"one word", 5,
         [](const std::vector<std::string>& words, std::size_t at) { return words[at]; }},
    Kind{"two words, AND", 5,
         [](const std::vector<std::string>& words, std::size_t at) {
           return words[at] + " AND " + words[(at + 3) % words.size()];
         }},
    Kind{"two words", 5,
         [](const std::vector<std::string>& words, std::size_t at) {
           return words[at] + " " + words[(at + 3) % words.size()];
         }},
    Kind{"phrase", 1,
         [](const std::vector<std::string>& words, std::size_t at) {
           return "\"" + words[at] + " " + words[at + 1] + "\"";
         }},
    Kind{"four words, OR", 5,
         [](const std::vector<std::string>& words, std::size_t at) {
           std::string query = words[at];
           for (std::size_t i = 1; i < 4; ++i) query += " OR " + words[(at + 2 * i) % words.size()];
           return query;
         }},
};

std::vector<std::string> words_of(const Searcher& searcher, std::string_view text,
                                  std::size_t shortest, WordCache& cache) {
  std::vector<Token> tokens;
  searcher.analyser().tokenise(text, cache, tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens)
    if (token.kind == TokenKind::kWord && token.word->form.size() >= shortest)
      words.emplace_back(text.substr(token.span.begin, token.span.size()));
  return words;
}

std::vector<std::string> draw_queries(const Searcher& searcher, const Kind& kind, int count) {
  constexpr std::size_t kFewestWords = 9;
  std::mt19937 random(2026);
  WordCache cache;
  std::vector<std::string> queries;
  while (queries.size() < static_cast<std::size_t>(count)) {
    const auto passage =
        static_cast<PassageNumber>(1 + random() % searcher.reader().passage_count());
    const auto words =
        words_of(searcher, searcher.reader().passage_text(passage), kind.shortest, cache);
    if (words.size() < kFewestWords) continue;
    queries.push_back(kind.query(words, random() % (words.size() - 1)));
  }
  return queries;
}

void measure(Searcher& searcher, const Kind& kind, int count) {
  constexpr int kRounds = 3;  // after one that warms up
  const auto queries = draw_queries(searcher, kind, count);
  std::vector<double> milliseconds;
  std::size_t hits = 0;
  for (int round = 0; round <= kRounds; ++round) {
    for (const std::string& query : queries) {
      SearchRequest request;
      request.query = query;
      const double start = bench::thread_milliseconds();
      const auto answer = searcher.search(request);
      const double taken = bench::thread_milliseconds() - start;
      if (!answer) {
        std::printf("%s: %s\n", query.c_str(), describe(answer.error()).c_str());
        std::exit(1);
      }
      if (round == 0) continue;
      hits += answer->hits.size();
      milliseconds.push_back(taken);
    }
  }
  std::printf("%-16s %8.3f %8.3f %8.3f %8.1f\n", kind.name, bench::percentile(milliseconds, 0.5),
              bench::percentile(milliseconds, 0.95), bench::percentile(milliseconds, 0.99),
              static_cast<double>(hits) / static_cast<double>(milliseconds.size()));
}

// Indexes `wanted` megabytes of the corpus into `folder`/index. False: it failed, and said why.
bool make_index(const fs::path& folder, double wanted) {
  fs::create_directories(folder);
  bench::make_corpus(folder / "corpus.jsonl", wanted);
  const Status indexed = bench::make_index(folder / "corpus.jsonl", folder / "index", 2);
  if (!indexed) std::printf("%s\n", describe(indexed.error()).c_str());
  return indexed.has_value();
}

bool measure_index(const fs::path& index, int count) {
  const auto analyser = Analyser::load(default_analyser_files());
  auto searcher = Searcher::open(index, *analyser);
  if (!searcher) {
    std::printf("%s\n", describe(searcher.error()).c_str());
    return false;
  }
  std::printf("%u passages, %d queries a kind, ten hits with snippets\n\n",
              (*searcher)->reader().passage_count(), count);
  std::printf("%-16s %8s %8s %8s %8s\n", "milliseconds", "p50", "p95", "p99", "hits");
  for (const Kind& kind : kKinds) measure(**searcher, kind, count);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  const double wanted = argc > 1 ? std::atof(argv[1]) : 0;
  const int count = argc > 2 ? std::atoi(argv[2]) : 300;
  if (argc > 3) return measure_index(argv[3], count) ? 0 : 1;
  const fs::path folder =
      fs::temp_directory_path() / ("ordalag-bench-" + std::to_string(::getpid()));
  const bool measured = make_index(folder, wanted) && measure_index(folder / "index", count);
  fs::remove_all(folder);
  return measured ? 0 : 1;
}
