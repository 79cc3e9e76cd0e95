// The rows of a batch of quotations.
#pragma once

#include <cstdint>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "searcher/quote/quote_answer.hpp"

namespace ordalag {

// What one request may hold, and take for all of its rows together.
inline constexpr std::size_t kMostQuotes = 1000;
inline constexpr std::chrono::seconds kMostBatchTime{20};

enum class RowFormat { kJsonl, kCsv };

// A row as given; a bad one carries its error and is answered with it.
struct QuoteRow {
  std::string id;  // of the row, else its number from 1
  Result<QuoteRequest> request;
};

// The format of a batch: by the ending of the file's name, else by the first character of its text
// ("{" begins JSONL).
RowFormat row_format(const std::string& file, std::string_view text);

// Reads JSONL (`id`, `quote`, optional `party`, `speaker`, `document`; members beyond these are
// ignored) or CSV with a header line of those columns. `file` stands for the batch in errors.
// Errors of the whole: kBadInput when a CSV has no column `quote`.
Result<std::vector<QuoteRow>> read_rows(std::string_view text, RowFormat format,
                                        const std::string& file);

}  // namespace ordalag
