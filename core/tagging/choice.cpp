#include "core/tagging/choice.hpp"

#include <algorithm>
#include <optional>

namespace ordalag {
namespace {

// The area of a sub-theme stays just behind the area that the whole evidence speaks for.
constexpr float kBehindTheBest = 0.99F;

bool speaks_for(std::span<const TermHit> hits, std::uint32_t theme) {
  return std::any_of(hits.begin(), hits.end(),
                     [&](const TermHit& hit) { return hit.theme == theme && hit.weight > 0; });
}

// Where the reason stands; empty when only the neighbours speak for the theme.
std::optional<ThemeGround> ground_of(const PassageEvidence& of, std::uint32_t theme) {
  if (speaks_for(of.hits, theme)) return ThemeGround::kText;
  if (!of.lead_in.empty() && of.lead_in[theme] > 0) return ThemeGround::kLeadIn;
  if (of.section[theme] > 0) return ThemeGround::kSection;
  return std::nullopt;
}

float best_area(const PassageEvidence& of, const std::vector<std::uint32_t>& parents) {
  float best = 0;
  for (std::uint32_t theme = 0; theme < parents.size(); ++theme)
    if (parents[theme] == theme) best = std::max(best, of.total[theme]);
  return best;
}

auto find_theme(std::vector<ChosenTheme>& chosen, std::uint32_t theme) {
  return std::find_if(chosen.begin(), chosen.end(),
                      [&](const ChosenTheme& c) { return c.theme == theme; });
}

// Every chosen sub-theme brings its area.
void add_areas(const PassageEvidence& of, const std::vector<std::uint32_t>& parents, float best,
               std::vector<ChosenTheme>& chosen) {
  const std::size_t own_right = chosen.size();
  for (std::size_t i = 0; i < own_right; ++i) {
    const ChosenTheme sub = chosen[i];
    const std::uint32_t area = parents[sub.theme];
    if (area == sub.theme) continue;
    const float evidence = best > 0 ? std::min(sub.evidence, kBehindTheBest * best) : sub.evidence;
    const auto found = find_theme(chosen, area);
    if (found == chosen.end())
      chosen.push_back({area, std::max(evidence, of.total[area]), sub.ground});
    else
      found->evidence = std::max(found->evidence, evidence);
  }
  for (ChosenTheme& theme : chosen)
    theme.evidence = std::min(theme.evidence, find_theme(chosen, parents[theme.theme])->evidence);
}

}  // namespace

std::vector<ChosenTheme> choose_themes(const PassageEvidence& of,
                                       const std::vector<std::uint32_t>& parents,
                                       const TagWeights& weights) {
  const float best = best_area(of, parents);
  std::vector<ChosenTheme> chosen;
  for (std::uint32_t theme = 0; theme < parents.size(); ++theme) {
    const float total = of.total[theme];
    if (total <= 0) continue;
    const bool area = parents[theme] == theme;
    const bool strongest = area && total == best && total >= weights.lone_threshold;
    const bool strong = total >= weights.threshold && total >= weights.share_of_best * best;
    const bool named = of.section[theme] >= weights.named_by_heading;
    if (!strongest && !strong && !named) continue;
    if (const auto ground = ground_of(of, theme)) chosen.push_back({theme, total, *ground});
  }
  add_areas(of, parents, best, chosen);
  const auto is_area = [&](const ChosenTheme& c) { return parents[c.theme] == c.theme; };
  std::stable_sort(chosen.begin(), chosen.end(), [&](const ChosenTheme& a, const ChosenTheme& b) {
    if (a.evidence != b.evidence) return a.evidence > b.evidence;
    return is_area(a) && !is_area(b);
  });
  return chosen;
}

}  // namespace ordalag
