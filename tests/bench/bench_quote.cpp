// Speed of quotation checking inside the process, warm, in milliseconds of the thread's own time:
//   bench_quote [MEGABYTES] [QUOTATIONS]   (default: 61 MB or all there is, 300 a kind)
// Quotations of 8 to 25 words, drawn with a fixed seed from the text or, to be found nowhere, from the
// sample corpus. In the same run: a batch of a thousand on two threads, phrase search by SQLite FTS5
// over the same passages, and scanning all the text with edlib.
#include <edlib.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "core/text/utf8.hpp"
#include "indexer/run.hpp"
#include "searcher/answer/searcher.hpp"
#include "searcher/quote/quote_checker.hpp"
#include "searcher/quote/report/quote_batch.hpp"
#include "searcher/quote/report/quote_json.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/json_text.hpp"
#include "tests/bench/bench_corpus.hpp"
#include "tests/bench/fts5.hpp"
#include "tests/bench/measuring.hpp"

namespace {

namespace fs = std::filesystem;
using namespace ordalag;
using Words = std::vector<std::string>;
using Random = std::mt19937;

constexpr std::size_t kFewestWords = 8;
constexpr std::size_t kMostWords = 25;
constexpr std::size_t kBatchRows = 1000;
constexpr int kScans = 5;  // an edlib scan takes a second or so

Words words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  return {std::istream_iterator<std::string>(in), {}};
}

std::string join(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

Words draw_run(const Words& words, Random& random) {
  const std::size_t most = std::min(kMostWords, words.size());
  const std::size_t size = kFewestWords + random() % (most - kFewestWords + 1);
  const std::size_t first = random() % (words.size() - size + 1);
  return {words.begin() + static_cast<std::ptrdiff_t>(first),
          words.begin() + static_cast<std::ptrdiff_t>(first + size)};
}

// Text to draw quotations from.
class Pool {
 public:
  explicit Pool(const IndexReader& reader) : reader_(reader) {
    const fs::path sample = fs::path(ORDALAG_SOURCE_DIR) / "corpus" / "sample";
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(sample)) files.push_back(entry.path());
    std::ranges::sort(files);
    for (const fs::path& file : files) {
      std::ifstream in(file, std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      if (first_invalid_utf8(text)) continue;
      for (std::string& word : words_of(text)) elsewhere_.push_back(std::move(word));
    }
  }

  Words from_index(Random& random) const {
    for (;;) {
      const auto passage =
          static_cast<PassageNumber>(1 + random() % reader_.passage_count());
      const Words words = words_of(reader_.passage_text(passage));
      if (words.size() >= kFewestWords) return draw_run(words, random);
    }
  }
  Words from_elsewhere(Random& random) const { return draw_run(elsewhere_, random); }

 private:
  const IndexReader& reader_;
  Words elsewhere_;
};

struct Kind {
  const char* name;
  std::string (*draw)(const Pool& pool, Random& random);
};
constexpr std::array kKinds{
    Kind{"as it stands",
         [](const Pool& pool, Random& random) { return join(pool.from_index(random)); }},
    Kind{"a word changed",
         [](const Pool& pool, Random& random) {
           Words words = pool.from_index(random);
           words[1 + random() % (words.size() - 2)] = pool.from_elsewhere(random).front();
           return join(words);
         }},
    Kind{"a word left out",
         [](const Pool& pool, Random& random) {
           Words words = pool.from_index(random);
           words.erase(words.begin() + static_cast<std::ptrdiff_t>(words.size() / 2));
           return join(words);
         }},
    Kind{"two stitched",
         [](const Pool& pool, Random& random) {
           return join(pool.from_index(random)) + " " + join(pool.from_index(random));
         }},
    Kind{"not there",
         [](const Pool& pool, Random& random) { return join(pool.from_elsewhere(random)); }},
};

void print_times(const char* name, const std::vector<double>& milliseconds,
                 const std::string& found) {
  std::printf("%-18s %8.3f %8.3f %8.3f  %s\n", name, bench::percentile(milliseconds, 0.5),
              bench::percentile(milliseconds, 0.95), bench::percentile(milliseconds, 0.99), found.c_str());
}

std::vector<double> measure(QuoteChecker& checker, const Kind& kind,
                            const std::vector<std::string>& quotes) {
  std::vector<double> milliseconds;
  std::map<std::string_view, int> verdicts;
  for (const bool warm : {false, true}) {
    for (const std::string& quote : quotes) {
      const double start = bench::thread_milliseconds();
      const auto answer = checker.check({quote, {}});
      if (!answer || !warm) continue;
      milliseconds.push_back(bench::thread_milliseconds() - start);
      ++verdicts[name(answer->verdict)];
    }
  }
  std::string found;
  for (const auto& [verdict, count] : verdicts) {
    found += std::string(verdict) + " " + std::to_string(count) + "  ";
  }
  print_times(kind.name, milliseconds, found);
  return milliseconds;
}

void measure_batch(const fs::path& index, const std::shared_ptr<const Analyser>& analyser,
                   const std::vector<std::string>& quotes) {
  std::vector<QuoteRow> rows;
  for (std::size_t i = 0; i < kBatchRows; ++i) {
    rows.push_back({std::to_string(i), QuoteRequest{quotes[i % quotes.size()], {}}});
  }
  BatchOptions options;
  options.index = index;
  options.analyser = analyser;
  options.threads = 2;
  std::size_t bytes = 0;
  options.draw = [](const std::string&, const Result<QuoteReport>& report) {
    return to_text(report ? quote_json(*report) : error_json(report.error()));
  };
  options.take = [&](const std::string& drawn, std::size_t) { bytes += drawn.size(); };
  const std::clock_t cpu = std::clock();
  const auto start = std::chrono::steady_clock::now();
  if (const Status status = run_batch(rows, options); !status) {
    std::printf("%s\n", describe(status.error()).c_str());
    std::exit(1);
  }
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  std::printf("\nbatch of %zu, two threads, answered in JSON (%.1f MB): %.2f s by the clock, "
              "%.2f s of the cores\n",
              kBatchRows, static_cast<double>(bytes) / 1e6, spent.count(),
              static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC);
}

void compare_with_fts5(const IndexReader& reader, const fs::path& file, const Kind& kind,
                       const std::vector<std::string>& quotes) {
  static bench::Fts5 table(reader, file);  // made once
  std::vector<double> milliseconds;
  int found = 0;
  for (const bool warm : {false, true}) {
    for (const std::string& quote : quotes) {
      const double start = bench::thread_milliseconds();
      const bool hit = table.holds(quote);
      if (!warm) continue;
      milliseconds.push_back(bench::thread_milliseconds() - start);
      found += hit;
    }
  }
  print_times(kind.name, milliseconds,
              "found " + std::to_string(found) + " of " + std::to_string(quotes.size()));
}

void compare_with_scan(const IndexReader& reader, const std::vector<std::string>& quotes) {
  std::vector<double> milliseconds;
  for (int i = 0; i < kScans; ++i) {
    const std::string& quote = quotes[static_cast<std::size_t>(i)];
    const double start = bench::thread_milliseconds();
    for (DocumentNumber document = 0; document < reader.document_count(); ++document) {
      const std::string_view text = reader.text(document);
      const EdlibAlignResult result =
          edlibAlign(quote.data(), static_cast<int>(quote.size()), text.data(),
                     static_cast<int>(text.size()),
                     edlibNewAlignConfig(static_cast<int>(quote.size() / 5), EDLIB_MODE_HW,
                                         EDLIB_TASK_DISTANCE, nullptr, 0));
      edlibFreeAlignResult(result);
    }
    milliseconds.push_back(bench::thread_milliseconds() - start);
  }
  print_times("a word changed", milliseconds, "(" + std::to_string(kScans) + " quotations)");
}

int run_bench(const fs::path& folder, double wanted, std::size_t count) {
  const double megabytes =
      static_cast<double>(bench::make_corpus(folder / "corpus.jsonl", wanted)) / 1e6;
  const fs::path index = folder / "index";
  const Status indexed = bench::make_index(folder / "corpus.jsonl", index, 2);
  const auto analyser = Analyser::load(default_analyser_files());
  auto searcher = Searcher::open(index, *analyser);
  if (!indexed || !searcher) {
    std::printf("%s\n", describe(indexed ? searcher.error() : indexed.error()).c_str());
    return 1;
  }
  const IndexReader& reader = (*searcher)->reader();
  std::printf("%.1f MB of text, %u passages, %zu quotations a kind\n\n", megabytes,
              reader.passage_count(), count);
  const Pool pool(reader);
  Random random(2026);
  std::vector<std::vector<std::string>> quotes(kKinds.size());
  std::vector<std::string> mixed;
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    for (std::size_t n = 0; n < count; ++n) quotes[i].push_back(kKinds[i].draw(pool, random));
    mixed.insert(mixed.end(), quotes[i].begin(), quotes[i].end());
  }
  std::ranges::shuffle(mixed, random);
  QuoteChecker checker(reader, (*searcher)->analyser(), (*searcher)->registries().parties);
  std::printf("%-18s %8s %8s %8s  verdicts\n", "milliseconds", "p50", "p95", "p99");
  std::vector<double> all;
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    const std::vector<double> times = measure(checker, kKinds[i], quotes[i]);
    all.insert(all.end(), times.begin(), times.end());
  }
  print_times("all together", all, "");
  measure_batch(index, *analyser, mixed);
  std::printf("\nSQLite FTS5, phrase search over the same passages\n");
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    compare_with_fts5(reader, folder / "fts5.db", kKinds[i], quotes[i]);
  }
  std::printf("\nedlib over all the text, up to a fifth of the letters changed\n");
  compare_with_scan(reader, quotes[1]);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const double wanted = argc > 1 ? std::atof(argv[1]) : 0;
  const std::size_t count = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 300;
  const fs::path folder =
      fs::temp_directory_path() / ("ordalag-bench-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const int status = run_bench(folder, wanted, count);
  fs::remove_all(folder);
  return status;
}
