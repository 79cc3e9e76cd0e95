#include "core/registry/offices.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/characters.hpp"

namespace ordalag {
namespace {

constexpr std::array<std::string_view, 16> kOffices = {
    "ordförande",  "ledare",   "kommunalråd", "råd",         "ledamot",  "ersättare",
    "talesperson", "språkrör", "minister",    "sekreterare", "kandidat", "företrädare",
    "statsråd",    "ombud",    "politiker",   "talman"};
constexpr std::array<std::string_view, 4> kDefiniteEndings = {"n", "en", "et", "nen"};
constexpr std::array<std::string_view, 3> kAbbreviated = {"min.", "ordf.", "ers."};

bool ends_with_office(std::string_view word) {
  return std::any_of(kOffices.begin(), kOffices.end(),
                     [&](std::string_view office) { return word.ends_with(office); });
}

}  // namespace

bool is_office(std::string_view word) {
  std::string folded = lower_case(word);
  if (std::any_of(kAbbreviated.begin(), kAbbreviated.end(),
                  [&](std::string_view office) { return folded.ends_with(office); }))
    return true;
  while (!folded.empty() && std::string_view(".,:").find(folded.back()) != std::string_view::npos)
    folded.pop_back();
  const std::string_view whole = folded;
  return ends_with_office(whole) ||
         std::any_of(kDefiniteEndings.begin(), kDefiniteEndings.end(),
                     [&](std::string_view ending) {
                       return whole.ends_with(ending) &&
                              ends_with_office(whole.substr(0, whole.size() - ending.size()));
                     });
}

}  // namespace ordalag
