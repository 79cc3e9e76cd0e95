// Puts people's corrections over what was found in a document.
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/document.hpp"
#include "core/registry/overrides.hpp"
#include "core/registry/themes.hpp"

namespace ordalag {

// Applies the overrides for `document`, in their order; run it after tagging. A theme that was set
// or added has score 1 and ground kOverride, and a sub-theme brings its area; with an area go its
// sub-themes. A party that was set, added or removed has ground kOverride. Returns the numbers (in
// Overrides::all()) of those that found their target, so that a run can name the others.
std::vector<std::size_t> apply_overrides(const Overrides& overrides, const ThemeRegistry& themes,
                                         Document& document);

}  // namespace ordalag
