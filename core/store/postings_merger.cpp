#include "core/store/postings_merger.hpp"

#include <xapian.h>

#include <algorithm>
#include <string>

#include "core/store/xapian_door.hpp"

namespace ordalag {
namespace {

using Inputs = std::vector<PostingsPlan::Input>;

// Databases compacted at once: each keeps some four files open, and 1,024 open files are the usual
// limit of a process.
constexpr std::size_t kMostInputs = 100;

std::uint32_t passages_of(const Inputs& inputs) {
  std::uint32_t sum = 0;
  for (const auto& input : inputs) sum += input.passages;
  return sum;
}

void compact(const Inputs& inputs, const std::filesystem::path& to) {
  Xapian::Database all;
  for (const auto& input : inputs) all.add_database(Xapian::Database(input.database.string()));
  all.compact(to.string(), Xapian::Compactor::FULL);
}

// One database for every kMostInputs neighbours.
Inputs compact_groups(const Inputs& inputs, const std::filesystem::path& scratch, int round) {
  Inputs groups;
  for (std::size_t begin = 0; begin < inputs.size(); begin += kMostInputs) {
    const std::size_t end = std::min(inputs.size(), begin + kMostInputs);
    const Inputs group(inputs.begin() + begin, inputs.begin() + end);
    const std::string name = "group-" + std::to_string(round) + "-" + std::to_string(groups.size());
    compact(group, scratch / name);
    groups.push_back({scratch / name, passages_of(group)});
  }
  return groups;
}

void merge(const PostingsPlan& plan) {
  Inputs inputs = plan.inputs;
  if (inputs.empty()) {
    Xapian::WritableDatabase(plan.target.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS)
        .commit();
    return;
  }
  for (int round = 0; inputs.size() > kMostInputs; ++round)
    inputs = compact_groups(inputs, plan.scratch, round);
  compact(inputs, plan.target);
  const Xapian::Database result(plan.target.string());
  const std::uint32_t passages = passages_of(plan.inputs);
  if (result.get_doccount() != passages || result.get_lastdocid() != passages)
    throw Xapian::DatabaseCorruptError("compaction did not keep the passages as counted");
}

}  // namespace

Status merge_postings(const PostingsPlan& plan) {
  return at_door([&] { merge(plan); });
}

}  // namespace ordalag
