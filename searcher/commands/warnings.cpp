#include "searcher/commands/warnings.hpp"

#include "searcher/render/unknown_values.hpp"

namespace ordalag {

void warn_of_unknown(const std::vector<UnknownValue>& unknown, const Call& call) {
  if (call.format == Format::kText || call.format == Format::kJson) return;
  for (const UnknownValue& value : unknown)
    call.console.err << "ordalag: warning: " << unknown_value_sentence(value, Language::kEnglish)
                     << '\n';
}

}  // namespace ordalag
