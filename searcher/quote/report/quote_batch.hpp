// Answers a batch of quotations on several cores, in order.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"
#include "searcher/quote/report/quote_report.hpp"
#include "searcher/quote/report/quote_rows.hpp"

namespace ordalag {

struct BatchOptions {
  std::filesystem::path index;
  std::shared_ptr<const Analyser> analyser;
  Language language = Language::kSwedish;
  unsigned threads = 0;  // 0: one a core
  // Draws one answer as a line or record; called on several threads at once.
  std::function<std::string(const std::string& id, const Result<QuoteReport>&)> draw;
  // Takes the drawn answers in the order of the rows, with how many are done; on one thread.
  std::function<void(const std::string& drawn, std::size_t done)> take;
};

// Every row is answered, a bad one with its error. Every thread has a reader of its own. Errors:
// those of opening the index; nothing has been taken then.
Status run_batch(const std::vector<QuoteRow>& rows, const BatchOptions& options);

}  // namespace ordalag
