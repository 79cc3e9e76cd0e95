// One [[party]] table of parties.toml: reading it and writing it.
#pragma once

#include <ostream>

#include "core/base/result.hpp"
#include "core/registry/parties.hpp"
#include "core/registry/toml_table.hpp"

namespace ordalag {

// Years of use lie between these: no Swedish party is older, and the end catches a slip of the
// finger such as 20222.
inline constexpr int kFirstPartyYear = 1800;
inline constexpr int kLastPartyYear = 2200;

// Errors: kBadConfig at the line of the key that is wrong.
Result<Party> read_party(const TomlTable& table);

// The table, so that read_party gives the same party.
void write_party(std::ostream& out, const Party& party);

}  // namespace ordalag
