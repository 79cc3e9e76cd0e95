// What compound parts cost in space: the postings of an index copied into Xapian databases with
// and without those of compound parts, both compacted.
//   bench_parts [MEGABYTES]      (default 20)
#include <unistd.h>
#include <xapian.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/store/fields.hpp"
#include "indexer/run.hpp"
#include "tests/bench/bench_corpus.hpp"
#include "tests/bench/measuring.hpp"

namespace {

using namespace ordalag;
namespace fs = std::filesystem;

struct Term {
  std::string text;
  bool part = false;
};

// The postings of an index by passage.
struct Postings {
  std::vector<Term> terms;
  std::vector<std::vector<std::pair<std::uint32_t, Xapian::termcount>>> passages;  // term, wdf
};

Postings read(const fs::path& folder) {
  const Xapian::Database database(folder.string());
  Postings postings;
  postings.passages.resize(database.get_lastdocid());
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    const std::string text = *term;
    const bool part = text.starts_with(info(TermField::kHeadPart).prefix) ||
                      text.starts_with(info(TermField::kModifierPart).prefix);
    const auto number = static_cast<std::uint32_t>(postings.terms.size());
    postings.terms.push_back({text, part});
    for (auto at = database.postlist_begin(text); at != database.postlist_end(text); ++at)
      postings.passages[*at - 1].emplace_back(number, at.get_wdf());
  }
  return postings;
}

std::uint64_t bytes_of(const fs::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

enum class Parts { kKeep, kLeaveOut };

// The bytes of a compacted database of the postings.
std::uint64_t size_of(const Postings& postings, Parts parts, const fs::path& scratch) {
  const fs::path raw = scratch / "raw";
  const fs::path compact = scratch / "compact";
  {
    Xapian::WritableDatabase made(raw.string(),
                                  Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_TERMLIST);
    for (const auto& passage : postings.passages) {
      Xapian::Document entry;
      for (const auto& [term, wdf] : passage)
        if (parts == Parts::kKeep || !postings.terms[term].part)
          entry.add_term(postings.terms[term].text, wdf);
      made.add_document(entry);
    }
    made.commit();
    made.compact(compact.string());
  }
  const std::uint64_t bytes = bytes_of(compact);
  fs::remove_all(raw);
  fs::remove_all(compact);
  return bytes;
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path folder =
      fs::temp_directory_path() / ("ordalag-bench-parts-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const auto text = static_cast<double>(
      bench::make_corpus(folder / "corpus.jsonl", argc > 1 ? std::atof(argv[1]) : 20));
  const fs::path index_folder = folder / "index";
  if (const Status indexed = bench::make_index(folder / "corpus.jsonl", index_folder, 2); !indexed) {
    std::fprintf(stderr, "%s\n", describe(indexed.error()).c_str());
    return 1;
  }
  fs::path revision;
  for (const auto& entry : fs::directory_iterator(index_folder))
    if (entry.is_directory()) revision = entry.path();
  const auto index = static_cast<double>(bytes_of(revision));
  const Postings postings = read(revision / "postings");
  const auto with = static_cast<double>(size_of(postings, Parts::kKeep, folder));
  const auto without = static_cast<double>(size_of(postings, Parts::kLeaveOut, folder));
  std::printf("text %.1f MB, index %.1f MB\n", text / 1e6, index / 1e6);
  std::printf("postings with parts %.2f MB, without %.2f MB\n", with / 1e6, without / 1e6);
  std::printf("parts add %.1f %% to the postings, %.1f %% to the index\n",
              100 * (with / without - 1), 100 * (with - without) / (index - (with - without)));
  fs::remove_all(folder);
  return 0;
}
