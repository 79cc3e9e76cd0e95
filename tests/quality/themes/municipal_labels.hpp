// Hand labels of the municipal texts, against the sub-themes that the tagger gives.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.hpp"
#include "core/tagging/tagger.hpp"

namespace ordalag {

struct LabelCount {
  int right = 0, extra = 0, missed = 0;
  double f1() const {
    return right == 0 ? 0 : 2.0 * right / (2.0 * right + extra + missed);
  }
};

struct MunicipalScore {
  LabelCount all;
  std::map<std::string, LabelCount> by_theme;
  int labelled = 0;                  // rows whose passage was found
  std::vector<std::string> errors;   // "003:20 extra brottslighet", for reading
};

// Reads and tags every text in `folder` that `labels` has rows for. Errors: of reading, and
// kBadInput for a row that no passage stands on.
Result<MunicipalScore> score_municipal(const std::filesystem::path& folder,
                                       const std::filesystem::path& labels, const Tagger& tagger,
                                       const Analyser& analyser);

}  // namespace ordalag
