#include "searcher/query/compound_mode.hpp"

#include <array>

#include "core/text/fold.hpp"

namespace ordalag {
namespace {

struct ModeRow {
  CompoundMode mode;
  std::string_view swedish;
  std::string_view english;
};

constexpr std::array kModes{
    ModeRow{CompoundMode::kAll, "alla", "all"},
    ModeRow{CompoundMode::kHead, "efterled", "head"},
    ModeRow{CompoundMode::kModifier, "förled", "modifier"},
    ModeRow{CompoundMode::kNone, "nej", "no"},
};

}  // namespace

bool is_compound_prefix(std::string_view name) {
  const std::string folded = fold(name);
  return folded == "sms" || folded == "parts";
}

std::optional<CompoundMode> compound_mode(std::string_view value) {
  const std::string folded = fold(value);
  for (const ModeRow& row : kModes)
    if (folded == row.swedish || folded == row.english) return row.mode;
  return std::nullopt;
}

std::string_view name(CompoundMode mode) { return kModes[static_cast<std::size_t>(mode)].swedish; }

std::string compound_mode_names() {
  std::string names;
  for (const ModeRow& row : kModes) names.append(names.empty() ? "" : ", ").append(row.swedish);
  return names;
}

}  // namespace ordalag
