// The text that the benchmarks run on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace ordalag::bench {

// A JSONL file with about `megabytes` of text (0: all there is), made anew at `to`: the beginning
// of large.jsonl.gz in $ORDALAG_SHARED (else <source>/../shared), or, when that is absent (which is
// printed), the sample corpus again and again under new ids, 20 MB if `megabytes` is 0. Gives the
// bytes of text in it.
std::uint64_t make_corpus(const std::filesystem::path& to, double megabytes);

}  // namespace ordalag::bench
