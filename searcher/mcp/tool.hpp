// The tools that Ordalag offers to assistants: one table.
#pragma once

#include <boost/json/object.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "searcher/commands/command.hpp"
#include "searcher/mcp/size_budget.hpp"

namespace ordalag {

// How an answer is read on from where a cursor points.
enum class Paging {
  kNone,
  kOffset,  // the command passes over the first hits itself
  kList,    // it gives all of a list, or of several, which are read in turn
};

struct Tool {
  std::string_view name, title, description;
  // The argument of the command behind it: its name here, what it is, whether it may be left out.
  std::string_view argument, argument_help;
  bool argument_required = false;
  std::span<const OptionRow> options;  // of the command; those for files are left out
  Result<int> (*run)(const Call&);
  // Lists of the answer that are cut when it is too long, in that order; the first may be read on
  // by a cursor.
  std::span<const CutList> lists;
  Paging paging = Paging::kNone;
};

std::span<const Tool> tools();

// What tools/list says of a tool.
boost::json::object tool_json(const Tool& tool);

// Calls a tool: the command's JSON, cut to `max_tokens`, with `truncated` and `cursor`. Errors:
// kUsage for wrong arguments, those of the command.
Result<boost::json::object> call_tool(const Tool& tool, const boost::json::object& arguments,
                                      std::shared_ptr<Searcher> searcher);

}  // namespace ordalag
