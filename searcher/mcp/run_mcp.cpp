#include "searcher/mcp/run_mcp.hpp"

#include <string>

#include "searcher/commands/open.hpp"
#include "searcher/mcp/protocol.hpp"
#include "searcher/serve/held_index.hpp"

namespace ordalag {
namespace {

// A line without its end; what is beyond the longest message is read but not kept. False at the
// end of the input.
bool read_message(std::istream& in, std::string& line) {
  line.clear();
  for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
    if (c == '\n') return true;
    if (line.size() <= kLongestMessage) line += static_cast<char>(c);
  }
  return !line.empty();
}

}  // namespace

Result<int> run_mcp(const Call& call) {
  if (!call.options.arguments().empty())
    return fail(ErrorCode::kUsage, "`mcp` takes no argument: it reads messages from stdin");
  ORDALAG_TRY(analyser, open_analyser(call));
  HeldIndex index(call.index, std::move(analyser));
  ORDALAG_TRY(searcher, index.current());
  searcher.reset();
  McpProtocol protocol([&] { return index.current(); });
  std::string line;
  while (read_message(call.console.in, line))
    if (const auto answer = protocol.answer(line))
      call.console.out << *answer << '\n' << std::flush;
  return kFound;
}

}  // namespace ordalag
