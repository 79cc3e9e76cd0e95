// Whose politics a document is: the nation's, a region's or a municipality's.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/document.hpp"
#include "core/registry/parties.hpp"

namespace ordalag {

enum class Level : std::uint8_t { kNational, kRegional, kMunicipal };
std::string_view name(Level level);

// A document of a municipality is municipal. One that a region's assembly or party is named for in
// the title or as publisher is regional. One that is addressed to or published by the Riksdag or
// the government is national, and so is a party programme (not any programme) of a party of the
// Riksdag that names no place. Of others it is not known.
std::optional<Level> level_of(const DocumentFacts& facts, const PartyRegistry& parties);

}  // namespace ordalag
