// Files that the pages load: style sheet, script, icon; and the parties' colours.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/registry/parties.hpp"
#include "searcher/http/message.hpp"

namespace ordalag {

// "/static/ordalag.css?v=…": changes when the file does, so that it may be kept for ever.
std::string asset_link(std::string_view name);

// Nothing when there is no such file.
std::optional<HttpResponse> asset(std::string_view name);

// Custom properties with the colours of the parties, for elements with data-party.
std::string party_colours(const PartyRegistry& parties);
// Where they lie: changes when they do, so that they may be kept for ever.
std::string party_colours_link(const PartyRegistry& parties);

// Of what stands at an address that changes when it does.
inline constexpr std::string_view kKeepForEver = "public, max-age=31536000, immutable";

// The description of the search for a browser's own search field. `host` is that of the request.
std::string opensearch_description(std::string_view host);

}  // namespace ordalag
