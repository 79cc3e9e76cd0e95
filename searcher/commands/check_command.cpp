#include "core/base/error.hpp"
#include "searcher/commands/open.hpp"
#include "searcher/commands/run.hpp"
#include "searcher/render/check.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {

Result<int> run_check(const Call& call) {
  if (!call.options.arguments().empty())
    return fail(ErrorCode::kUsage, "`check` takes no argument: it proves the whole index");
  ORDALAG_TRY(reader, open_index(call));
  ORDALAG_CHECK(reader->check_files());
  const CheckAnswer answer = check_index(*reader);
  if (call.format == Format::kJson)
    call.console.out << to_text(check_json(answer)) << '\n';
  else
    call.console.out << check_text(answer, call.text);
  return answer.failures.empty() ? kFound : info(ErrorCode::kCheckFailed).exit_status;
}

}  // namespace ordalag
