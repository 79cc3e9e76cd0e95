// Suspended hyphens: Morphology::complete_left and complete_right.
#include <algorithm>
#include <cstddef>

#include "core/language/morphology.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

constexpr std::size_t kShortestHead = 3;  // bytes

}  // namespace

// offentlighetslagstiftning: the head is "lagstiftning", a word of its own, not "stiftning".
// utbildnings- och folkhälsofrämjande: "folkhälso" is the other first element, for it links.
std::uint32_t Morphology::head_cut(std::string_view word,
                                   const std::vector<std::uint32_t>& cuts) const {
  const std::string_view first = word.substr(0, cuts.back());
  const bool links =
      lexicon_.modifier(first) != nullptr && splitter_.modifier_lemma(first) != first;
  if (links) return cuts.back();
  if (cuts.size() > 1 && is_listed(word.substr(cuts[cuts.size() - 2])))
    return cuts[cuts.size() - 2];
  return cuts.back();
}

// An initialism keeps its hyphen (it-frågor, LSS-insatser, CO2-utsläpp), and so does a short first
// element that is none within a word (id-kontroll); but elnät.
bool Morphology::needs_hyphen(std::string_view left, std::string_view whole) const {
  constexpr std::size_t kShort = 2;
  if (is_listed(whole)) return false;
  // The second look is at the first byte of å, ä, ö and é.
  const bool spoken = left.find_first_of("aeiouy\xC3") != std::string_view::npos;
  const bool number = left.find_first_of("0123456789") != std::string_view::npos;
  if (!spoken || number || special(left).abbreviation != nullptr) return true;
  return count_code_points(left) <= kShort &&
         (lexicon_.modifier(left) == nullptr || lexicon_.form(std::string(left) + "-") != nullptr);
}

std::string Morphology::complete_left(std::string_view left, std::string_view right) const {
  // EU- och Nato-länder: what leans on a hyphenated word keeps the hyphen.
  if (const std::size_t hyphen = right.rfind('-'); hyphen != std::string_view::npos) {
    return std::string(left) + std::string(right.substr(hyphen));
  }
  const auto joined = [&](std::size_t cut) {
    return std::string(left) + std::string(right.substr(cut));
  };
  std::vector<std::uint32_t> cuts = splitter_.split(right);
  // väg- och järnväg, fredsfrämjande- och konfliktförebyggande: both are words of their own.
  const bool repeated = !cuts.empty() && right.substr(cuts.back()) == left;
  if (repeated || (left.ends_with("nde") && right.ends_with("nde"))) return {};
  // skogs- och skogsbrukshistoria: what both have in common is not shared but repeated.
  if (cuts.size() > 1 && cuts.front() == left.size() && right.starts_with(left))
    return joined(cuts.back());
  // låg- och medelinkomstländer: degrees of one thing.
  const StringSet& degrees = config_.compound_rules.degrees;
  if (cuts.size() > 1 && degrees.contains(left) && degrees.contains(right.substr(0, cuts.front())))
    return joined(cuts.front());
  for (std::size_t i = cuts.size(); i-- > 0;) {
    if (is_listed(joined(cuts[i]))) return joined(cuts[i]);
  }
  // hälso- och sjukvårdspersonal, låg- och medelinkomstland: the left takes over the middle when
  // the two are a known element.
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    std::string element(left);
    element += right.substr(cuts[i], cuts[i + 1] - cuts[i]);
    if (lexicon_.modifier(element) != nullptr || is_listed(element)) return joined(cuts[i]);
  }
  const bool particle = config_.compound_rules.particles.contains(left);
  if (!cuts.empty() && !particle) {
    const std::string whole = joined(head_cut(right, cuts));
    return needs_hyphen(left, whole) ? std::string(left) + "-" + whole.substr(left.size()) : whole;
  }
  // in- och utflyttning, för- och nackdelar: the longest tail that makes a listed word.
  for (std::size_t cut = 1; cut + kShortestHead <= right.size(); ++cut) {
    if (!is_continuation(right[cut]) && is_listed(joined(cut))) return joined(cut);
  }
  if (particle) {
    for (std::size_t cut = std::min<std::size_t>(right.size(), 8); cut >= 1; --cut) {
      if (config_.compound_rules.particles.contains(right.substr(0, cut)) &&
          is_known(right.substr(cut))) {
        return joined(cut);
      }
    }
  }
  return cuts.empty() ? std::string() : joined(cuts.back());
}

std::vector<std::string> Morphology::complete_right(std::string_view left, std::string_view right,
                                                    const Snowball& snowball) const {
  std::vector<std::string> wholes;
  const std::vector<std::uint32_t> cuts = splitter_.split(left);
  // barnomsorg och -utbildning: the first element of the left word.
  std::string by_element;
  if (!cuts.empty()) by_element = std::string(left.substr(0, cuts.back())) + std::string(right);
  if (!by_element.empty() && is_listed(by_element)) wholes.push_back(by_element);
  // grundskolor och -lärare: the whole left word as first element, in its linking forms.
  const std::string base = lemma(left, snowball);
  const std::string stem =
      base.ends_with('a') || base.ends_with('e') ? base.substr(0, base.size() - 1) : base;
  for (const char* link : {"", "s", "e", "o", "u", "a"}) {
    const std::string whole = stem + link + std::string(right);
    if (is_listed(whole)) wholes.push_back(whole);
  }
  if (wholes.empty() && !by_element.empty()) wholes.push_back(by_element);
  return wholes;
}

}  // namespace ordalag
