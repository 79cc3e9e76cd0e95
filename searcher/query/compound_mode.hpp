// What a query takes of compounds: the prefix sms: (sammansättningar).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ordalag {

// Which elements of a compound in the text count for a word of the query.
enum class CompoundMode {
  kAll,       // any: bostad finds bostadspolitik and hyresbostad
  kHead,      // the last one (efterled): hyresbostad
  kModifier,  // the others (förled): bostadspolitik
  kNone,      // none, and a compound of the query does not find its elements written apart
};

// True when `name`, in any letter case, is the name of the prefix in either language.
bool is_compound_prefix(std::string_view name);

// The mode that `value` names, in any letter case and either language.
std::optional<CompoundMode> compound_mode(std::string_view value);

// The Swedish name of a mode, as canonical queries write it.
std::string_view name(CompoundMode mode);

// All Swedish names, for error messages: "alla, efterled, förled, nej".
std::string compound_mode_names();

}  // namespace ordalag
