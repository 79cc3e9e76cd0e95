#include "indexer/extract/worker/extract_file.hpp"

#include <csignal>
#include <cstring>
#include <utility>

#include "core/base/process.hpp"
#include "indexer/extract/worker/extraction_json.hpp"
#include "indexer/extract/worker/legacy_office.hpp"

namespace ordalag::extract {
namespace {

std::string what_ended(const ProcessEnd& end) {
  const char* name = strsignal(end.signal);
  return "reading it crashed (" + std::string(name == nullptr ? "signal" : name) + ")";
}

Status ended_well(const ProcessEnd& end, const ProcessLimits& limits) {
  const std::string hint = "the other files are not affected";
  if (end.timed_out || end.signal == SIGXCPU)
    return fail(ErrorCode::kTooLarge,
                "reading it took more than the time allowed (" + std::to_string(limits.seconds) +
                    " s)", {}, hint);
  if (end.too_much_output || end.signal == SIGXFSZ)
    return fail(ErrorCode::kTooLarge, "it unpacks to more text than is allowed", {}, hint);
  if (end.signal == SIGSYS)
    return fail(ErrorCode::kBadInput, "reading it tried what the sandbox forbids", {}, hint);
  if (end.signal != 0) return fail(ErrorCode::kBadInput, what_ended(end), {}, hint);
  return {};
}

}  // namespace

Result<reading::ExtractedText> extract_file(const FileToExtract& file) {
  if (is_legacy_office(file.kind)) {
    ORDALAG_TRY(converted, convert_to_odt(file, extract_program()));
    ORDALAG_TRY(extracted, extract_file({FileKind::kOdt, converted}));
    extracted.format = info(file.kind).name;
    return extracted;
  }
  const ProcessLimits limits;
  ORDALAG_TRY(end, run_process(extract_program(), {"--stdin", std::string(info(file.kind).name)},
                               file.bytes, limits));
  ORDALAG_CHECK(ended_well(end, limits));
  return from_json_lines(end.output);
}

Result<std::vector<std::string>> active_guards() {
  ORDALAG_TRY(end, run_process(extract_program(), {"--guards"}, {}, {}));
  if (end.signal != 0 || end.exit_status != 0)
    return fail(ErrorCode::kInternal, "ordalag-extract cannot close its sandbox");
  std::vector<std::string> guards;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < end.output.size(); ++i) {
    if (end.output[i] != '\n') continue;
    guards.push_back(end.output.substr(begin, i - begin));
    begin = i + 1;
  }
  return guards;
}

}  // namespace ordalag::extract
