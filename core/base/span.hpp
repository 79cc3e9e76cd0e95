// Half-open ranges, one type per unit, so that bytes and code points cannot be mixed up.
#pragma once

#include <cstdint>

namespace ordalag {

// [begin, end) counted in `Unit`. Invariant: begin <= end.
template <class Unit>
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  friend bool operator==(const Span&, const Span&) = default;
};

struct ByteUnit {};
struct CodePointUnit {};
struct LineUnit {};

using ByteSpan = Span<ByteUnit>;            // bytes of a UTF-8 string that the field names
using CodePointSpan = Span<CodePointUnit>;  // Unicode code points of such a string

// Lines of a source, counted from 1, both ends included (as people cite them).
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  friend bool operator==(const LineRange&, const LineRange&) = default;
};

// Bytes of a source file; files may exceed 4 GiB (JSONL), spans inside a document may not.
struct FileSpan {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  friend bool operator==(const FileSpan&, const FileSpan&) = default;
};

}  // namespace ordalag
