// What files state of themselves: titles, and whether they say anything; dates.
#pragma once

#include <string>
#include <string_view>

namespace ordalag::extract {

// False for what programs make up from file names and templates: "Microsoft Word - utkast.doc",
// "SOR27_webb", "ReferatLagrum".
bool is_worded_title(std::string_view title);

// "2021-07-05" of "2021-07-05" and "2021-07-05T10:00:00Z"; empty for anything else.
std::string iso_day(std::string_view date_time);

}  // namespace ordalag::extract
