#include "searcher/page/page_request.hpp"

#include <algorithm>
#include <sstream>

#include "searcher/commands/request_options.hpp"
#include "searcher/commands/run.hpp"

namespace ordalag {
namespace {

bool is_option(std::string_view name) {
  return name != "batch" && std::ranges::any_of(search_options(), [&](const OptionRow& row) {
    return long_name(row) == name;
  });
}

}  // namespace

bool is_filter(std::string_view name) {
  return std::ranges::any_of(kFilterOptions,
                             [&](const OptionRow& row) { return long_name(row) == name; });
}

Result<SearchRequest> search_request(const PageContext& context) {
  NamedValues values;
  for (const auto& [name, value] : context.parameters)
    if (is_option(name)) values.emplace_back(name, value);
  ORDALAG_TRY(options, options_from(values, search_options()));
  if (const std::string query = context.parameter("q"); !query.empty()) options.add_argument(query);
  std::istringstream in;
  std::ostringstream out;
  Console console{in, out, out, false, 80};
  return request_of(Call{options,
                         context.index,
                         Format::kJson,
                         {console.width, Colour::kOff, context.language},
                         console,
                         context.searcher});
}

}  // namespace ordalag
