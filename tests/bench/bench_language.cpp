// Speed of Swedish analysis, one thread: millions of running words a second over the text of
// $ORDALAG_SHARED (else the sample), with the word cache as everything uses it, and without: every
// word looked up, divided and given its lemma anew.
//   bench_language [MEGABYTES]      (default 20)
#include <unistd.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/language/analyser.hpp"
#include "core/language/lexicon.hpp"
#include "core/language/morphology.hpp"
#include "core/language/snowball.hpp"
#include "core/language/stemmer_config.hpp"
#include "core/text/word_breaks.hpp"
#include "tests/bench/bench_corpus.hpp"
#include "tests/bench/measuring.hpp"

namespace {

using namespace ordalag;
namespace fs = std::filesystem;

constexpr int kRounds = 5;  // the best counts: others run on this machine too

// Millions of words a second of the thread's own time, in the fastest round.
template <class Work>
double best_rate(Work work) {
  double best = 0;
  for (int round = 0; round < kRounds; ++round) {
    const double start = bench::thread_milliseconds();
    const std::size_t words = work();
    const double taken = bench::thread_milliseconds() - start;
    best = std::max(best, static_cast<double>(words) / taken / 1e3);
  }
  return best;
}

std::vector<std::string> read_texts(double megabytes) {
  const fs::path file =
      fs::temp_directory_path() / ("ordalag-bench-language-" + std::to_string(getpid()) + ".jsonl");
  bench::make_corpus(file, megabytes);
  std::vector<std::string> texts;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);)
    texts.emplace_back(boost::json::parse(line).at("text").as_string());
  fs::remove(file);
  return texts;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> texts = read_texts(argc > 1 ? std::atof(argv[1]) : 20);
  const AnalyserFiles files = default_analyser_files();
  const auto analyser = Analyser::load(files);
  const auto config = load_stemmer_config(files.config);
  const auto lexicon = Lexicon::open(files.lexicon);
  if (!analyser || !config || !lexicon) {
    std::fprintf(stderr, "the analyser's files cannot be read\n");
    return 1;
  }
  WordCache cache;
  std::vector<Token> tokens;
  const double cached = best_rate([&] {
    std::size_t words = 0;
    for (const std::string& text : texts) {
      (*analyser)->tokenise(text, cache, tokens);
      words += tokens.size();
    }
    return words;
  });
  const Morphology morphology(*lexicon, *config);
  const Snowball snowball;
  WordBreaker breaker;
  std::vector<WordSegment> segments;
  const double bare = best_rate([&] {
    std::size_t words = 0;
    for (const std::string& text : texts) {
      breaker.divide(text, segments);
      for (const WordSegment& segment : segments) {
        const Word word = morphology.analyse(
            std::string_view(text).substr(segment.span.begin, segment.span.size()), snowball);
        words += word.form.empty() ? 0 : 1;
      }
    }
    return words;
  });
  std::printf("with the word cache    %6.2f million words/s\n", cached);
  std::printf("without                %6.2f million words/s\n", bare);
  return 0;
}
