#include <array>

#include "searcher/commands/command.hpp"

namespace ordalag {
namespace {

constexpr std::array<std::string_view, 7> kFormatNames{"text", "json",        "jsonl",     "csv",
                                                       "trec", "claimreview", "annotation"};

}  // namespace

std::string_view name(Format format) { return kFormatNames[static_cast<std::size_t>(format)]; }

}  // namespace ordalag
