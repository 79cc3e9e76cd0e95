#include "indexer/report.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string_view>
#include <utility>

#include "core/base/name_table.hpp"

namespace ordalag {
namespace {

constexpr std::array kStates{
    std::pair{SourceState::kIndexed, std::string_view("indexed")},
    std::pair{SourceState::kUnchanged, std::string_view("unchanged")},
    std::pair{SourceState::kFailed, std::string_view("failed")},
    std::pair{SourceState::kSkipped, std::string_view("skipped")},
    std::pair{SourceState::kRemoved, std::string_view("removed")},
    std::pair{SourceState::kMissing, std::string_view("missing")},
    std::pair{SourceState::kKept, std::string_view("kept")},
};

}  // namespace

std::string_view name(SourceState state) {
  return name_in(kStates, state);
}

std::uint32_t RunReport::count(SourceState state) const {
  return static_cast<std::uint32_t>(
      std::count_if(sources.begin(), sources.end(),
                    [&](const SourceReport& source) { return source.state == state; }));
}

bool RunReport::has_failures() const {
  return std::any_of(sources.begin(), sources.end(), [](const SourceReport& source) {
    return source.state != SourceState::kKept && !source.errors.empty();
  });
}

void add_left_out(const Document& document, SourceReport& report) {
  for (const LeftOut& left_out : document.left_out) {
    auto it = std::find_if(report.left_out.begin(), report.left_out.end(),
                           [&](const LeftOut& known) { return known.reason == left_out.reason; });
    if (it == report.left_out.end()) it = report.left_out.insert(it, {left_out.reason, 0, {}});
    it->lines += left_out.lines;
    if (!document.source.record)
      it->at.insert(it->at.end(), left_out.at.begin(), left_out.at.end());
  }
}

namespace {

void append_errors(const SourceReport& source, std::string& text) {
  constexpr std::size_t kMostShown = 5;
  for (std::size_t i = 0; i < std::min(kMostShown, source.errors.size()); ++i) {
    const Error& error = source.errors[i];
    text +=
        "  " + (error.where.empty() ? source.file : error.where) + ":\n    " + error.message + "\n";
    if (!error.hint.empty()) text += "    " + error.hint + "\n";
  }
  if (source.errors.size() > kMostShown)
    text += "  and " + std::to_string(source.errors.size() - kMostShown) + " more in " +
            source.file + " (--report names all)\n";
}

void append_group(const RunReport& report, SourceState state, std::string_view heading,
                  std::string& text) {
  bool first = true;
  for (const SourceReport& source : report.sources) {
    if (source.state != state) continue;
    if (first) text += std::string(heading) + "\n";
    first = false;
    text += "  " + source.file;
    if (!source.reason.empty()) text += " (" + source.reason + ")";
    if (state == SourceState::kIndexed)
      text += ": " + std::to_string(source.passages) + " passages";
    text += "\n";
  }
}

std::string left_out_line(const RunReport& report) {
  std::map<std::string, std::uint64_t> by_reason;
  for (const SourceReport& source : report.sources)
    if (source.state == SourceState::kIndexed)
      for (const LeftOut& left_out : source.left_out) by_reason[left_out.reason] += left_out.lines;
  if (by_reason.empty()) return {};
  std::string text = "Left out, in lines:";
  std::size_t column = text.size();
  for (const auto& [reason, lines] : by_reason) {
    const std::string item = " " + reason + " " + std::to_string(lines);
    constexpr std::size_t kWidth = 80;
    if (column + item.size() > kWidth) {
      text += "\n ";
      column = 1;
    }
    text += item;
    column += item.size();
  }
  return text + "\n";
}

}  // namespace

std::string summary(const RunReport& report, const SummaryOptions& options) {
  std::uint64_t documents = 0;
  std::uint64_t passages = 0;
  for (const SourceReport& source : report.sources) {
    if (source.state != SourceState::kIndexed) continue;
    documents += source.documents;
    passages += source.passages;
  }
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.1f s", report.seconds);
  std::string text = "Indexed " + std::to_string(passages) + " passages of " +
                     std::to_string(documents) + " documents in " + seconds + "\nFiles:";
  const char* separator = " ";
  for (const auto& [state, state_name] : kStates) {
    const std::uint32_t count = report.count(state);
    if (count == 0 || state == SourceState::kKept) continue;
    text += separator + std::to_string(count) + " " + std::string(state_name);
    separator = ", ";
  }
  text += std::string(*separator == ' ' ? " none" : "") + "\n" + left_out_line(report);
  if (options.every_file) {
    append_group(report, SourceState::kIndexed, "Indexed:", text);
    append_group(report, SourceState::kUnchanged, "Unchanged:", text);
  }
  append_group(report, SourceState::kSkipped, "Skipped:", text);
  append_group(report, SourceState::kRemoved, "Removed, for their files are gone:", text);
  append_group(report, SourceState::kMissing, "Kept, though their files are gone:", text);
  if (report.has_failures()) text += "Failed:\n";
  for (const SourceReport& source : report.sources)
    if (source.state != SourceState::kKept) append_errors(source, text);
  for (const std::string& warning : report.warnings) text += "Warning: " + warning + "\n";
  return text;
}

}  // namespace ordalag
