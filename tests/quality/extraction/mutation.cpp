// Reads mutated files (bit flips, truncation, splices) of every format, each in a worker process, and
// demands of each an answer: a text, or an error that says why; never a crash of this program, never
// a worker that the sandbox had to stop for what it tried, never a wrong code.
//
//   mutate_files COUNT SEED FOLDER
//
// Prints how the files ended. Exit: 0 as demanded, 1 not.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/extract/file_kind.hpp"
#include "indexer/extract/worker/extract_file.hpp"

namespace {

using ordalag::ErrorCode;
using ordalag::extract::FileKind;

struct Sample {
  FileKind kind;
  std::string bytes;
};

class Mutator {
 public:
  Mutator(std::vector<Sample> samples, std::uint32_t seed)
      : samples_(std::move(samples)), random_(seed) {}

  Sample next() {
    Sample sample = samples_[below(samples_.size())];
    switch (below(4)) {
      case 0: flip_bits(sample.bytes, 1 + below(8)); break;
      case 1: flip_bits(sample.bytes, 1 + sample.bytes.size() / 200); break;
      case 2: sample.bytes.resize(1 + below(sample.bytes.size())); break;
      default: splice(sample.bytes); break;
    }
    return sample;
  }

 private:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }

  void flip_bits(std::string& bytes, std::size_t times) {
    for (std::size_t i = 0; i < times; ++i) {
      char& byte = bytes[below(bytes.size())];
      byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << below(8)));
    }
  }

  // A stretch of one file in place of one of another.
  void splice(std::string& bytes) {
    const std::string& other = samples_[below(samples_.size())].bytes;
    const std::size_t from = below(other.size());
    const std::size_t at = below(bytes.size());
    bytes.replace(at, below(bytes.size() - at + 1), other, from, below(4096));
    if (bytes.empty()) bytes = "x";
  }

  std::vector<Sample> samples_;
  std::mt19937 random_;
};

// The files of the folder that are read in a worker, by name.
std::vector<Sample> samples_in(const std::filesystem::path& folder) {
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.insert(entry.path());
  std::vector<Sample> samples;
  for (const std::filesystem::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    const auto kind = ordalag::extract::kind_of_file(bytes, file.string());
    if (kind && !is_legacy_office(*kind)) samples.push_back({*kind, std::move(bytes)});
  }
  return samples;
}

bool is_wrong(const ordalag::Error& error) {
  const bool expected = error.code == ErrorCode::kBadInput || error.code == ErrorCode::kTooLarge ||
                        error.code == ErrorCode::kUnsupported;
  return !expected || error.message.empty() ||
         error.message.find("the sandbox forbids") != std::string::npos;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: mutate_files COUNT SEED FOLDER\n", stderr);
    return 2;
  }
  const long count = std::atol(argv[1]);
  std::vector<Sample> samples = samples_in(argv[3]);
  if (samples.empty()) {
    std::fputs("no file of a format that is read in a worker\n", stderr);
    return 2;
  }
  Mutator mutator(std::move(samples), static_cast<std::uint32_t>(std::atol(argv[2])));
  std::map<std::string, long> ends;
  long wrong = 0;
  for (long i = 0; i < count; ++i) {
    const Sample sample = mutator.next();
    const auto read = ordalag::extract::extract_file({sample.kind, sample.bytes});
    std::string end = read ? "read" : std::string(info(read.error().code).name);
    if (!read && read.error().message.find("crashed") != std::string::npos) end = "crashed";
    ++ends[std::string(info(sample.kind).name) + " " + end];
    if (!read && is_wrong(read.error())) {
      ++wrong;
      std::printf("WRONG: file %ld (%s): %s\n", i, info(sample.kind).name.data(),
                  read.error().message.c_str());
    }
  }
  for (const auto& [end, times] : ends) std::printf("%-24s %ld\n", end.c_str(), times);
  return wrong == 0 ? 0 : 1;
}
