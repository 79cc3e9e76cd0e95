// Indexing speed against plain Xapian, in one run on the same text:
//   bench_index [MEGABYTES] [JOBS]     (default: all of the corpus, two workers)
// Each engine runs in a process of its own, so that the memory of one does not count for the other.
// Plain Xapian is what its documentation shows: TermGenerator with the Swedish stemmer
// (STEM_SOME), a document a paragraph with the paragraph as data, one WritableDatabase.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <boost/json.hpp>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/byte_stream.hpp"
#include "indexer/line_reader.hpp"
#include "indexer/run.hpp"
#include "tests/bench/bench_corpus.hpp"
#include "tests/bench/measuring.hpp"

namespace {

namespace fs = std::filesystem;
using namespace ordalag;

struct Measurement {
  double seconds = 0;  // wall clock
  double cpu_seconds = 0;
  double memory = 0;      // peak, in MB
  double index_size = 0;  // in MB
};

double size_of(const fs::path& folder) {
  double bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
  return bytes / 1e6;
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Measurement measure(const fs::path& index, const std::function<bool()>& work) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work() ? 0 : 1);
  int status = 0;
  rusage usage{};
  ::wait4(child, &status, 0, &usage);
  if (status != 0) {
    std::printf("failed: status %d\n", status);
    std::exit(1);
  }
  Measurement result;
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  result.cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  result.memory = static_cast<double>(usage.ru_maxrss) / 1024;
  result.index_size = size_of(index);
  return result;
}

bool plain_xapian(const fs::path& corpus, const fs::path& index) {
  Xapian::WritableDatabase database(index.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("swedish"));
  auto stream = open_file(corpus);
  LineReader lines(std::move(*stream));
  for (auto line = lines.next(); line && *line; line = lines.next()) {
    const auto record = boost::json::parse((*line)->text);
    std::string_view text = record.as_object().at("text").as_string();
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string paragraph(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      if (paragraph.empty()) continue;
      Xapian::Document document;
      document.set_data(paragraph);
      generator.set_document(document);
      generator.index_text(paragraph);
      database.add_document(document);
    }
  }
  database.commit();
  return true;
}

bool ordalag_index(const fs::path& corpus, const fs::path& index, unsigned jobs) {
  const Status indexed = bench::make_index(corpus, index, jobs);
  if (!indexed) std::printf("%s\n", describe(indexed.error()).c_str());
  return indexed.has_value();
}

void print(const char* engine, const Measurement& m, double megabytes) {
  std::printf("%-14s %8.1f %8.1f %8.2f %9.0f %12.2f\n", engine, m.seconds, m.cpu_seconds,
              megabytes / m.seconds, m.memory, m.index_size / megabytes);
}

}  // namespace

int main(int argc, char** argv) {
  const double wanted = argc > 1 ? std::atof(argv[1]) : 0;
  const unsigned jobs = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 2;
  const fs::path folder =
      fs::temp_directory_path() / ("ordalag-bench-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const fs::path corpus = folder / "corpus.jsonl";
  const double megabytes = static_cast<double>(ordalag::bench::make_corpus(corpus, wanted)) / 1e6;
  const auto ours =
      measure(folder / "ours", [&] { return ordalag_index(corpus, folder / "ours", jobs); });
  const auto plain =
      measure(folder / "plain", [&] { return plain_xapian(corpus, folder / "plain"); });
  std::printf("%.1f MB of text, %u workers\n\n", megabytes, jobs);
  std::printf("%-14s %8s %8s %8s %9s %12s\n", "engine", "seconds", "CPU s", "MB/s", "memory MB",
              "index / text");
  print("plain Xapian", plain, megabytes);
  print("Ordalag", ours, megabytes);
  std::printf("\nOrdalag is %.1f times as fast (%.1f times by CPU time)\n",
              plain.seconds / ours.seconds, plain.cpu_seconds / ours.cpu_seconds);
  fs::remove_all(folder);
  return 0;
}
