#include "tests/bench/bench_corpus.hpp"

#include <boost/json.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>
#include <vector>

#include "core/text/utf8.hpp"
#include "indexer/byte_stream.hpp"
#include "indexer/line_reader.hpp"
#include "tests/quality/test_data.hpp"

namespace ordalag::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kSampleBytes = 20'000'000;

std::uint64_t copy_lines(const fs::path& from, std::uint64_t wanted, std::ofstream& out) {
  auto stream = open_unpacked(from, from.string());
  if (!stream) return 0;
  LineReader lines(std::move(*stream));
  std::uint64_t bytes = 0;
  while (bytes < wanted) {
    auto line = lines.next();
    if (!line || !*line) break;
    bytes += boost::json::parse((*line)->text).as_object().at("text").as_string().size();
    out << (*line)->text << '\n';
  }
  return bytes;
}

std::uint64_t repeat_sample(std::uint64_t wanted, std::ofstream& out) {
  std::set<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(ORDALAG_SOURCE_DIR) / "corpus" / "sample"))
    if (entry.path().extension() == ".txt") files.insert(entry.path());
  std::uint64_t bytes = 0;
  for (std::uint64_t round = 0; bytes < wanted; ++round) {
    for (const fs::path& file : files) {
      std::ifstream in(file, std::ios::binary);
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      if (first_invalid_utf8(text)) continue;
      const std::string id = std::to_string(round) + "-" + file.stem().string();
      out << boost::json::serialize(boost::json::object{{"id", id}, {"title", id}, {"text", text}})
          << '\n';
      bytes += text.size();
    }
  }
  return bytes;
}

}  // namespace

std::uint64_t make_corpus(const fs::path& to, double megabytes) {
  const auto wanted = static_cast<std::uint64_t>(megabytes * 1e6);
  std::ofstream out(to, std::ios::binary);
  const fs::path large = shared_folder() / "corpus" / "large.jsonl.gz";
  if (fs::exists(large))
    return copy_lines(large, wanted == 0 ? std::numeric_limits<std::uint64_t>::max() : wanted, out);
  std::printf("SKIPPED: ../shared is absent, the sample corpus is repeated instead\n");
  return repeat_sample(wanted == 0 ? kSampleBytes : wanted, out);
}

}  // namespace ordalag::bench
