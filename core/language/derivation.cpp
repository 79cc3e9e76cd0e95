#include "core/language/derivation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace ordalag {
namespace {

// Endings that stand for each other behind one stem, and the fewest bytes of such a stem: with
// fewer, words that merely look alike are taken for relatives (vara, varning).
struct Family {
  std::size_t least_stem;
  std::span<const std::string_view> endings;
};

template <std::size_t N>
using Endings = std::array<std::string_view, N>;

constexpr Endings<8> kVerbal{"a", "ning", "ing", "ande", "ende", "are", "else", "ad"};
constexpr Endings<5> kLoanVerbal{"era", "ation", "ering", "ant", "atör"};
constexpr Endings<2> kHet{"", "het"};
constexpr Endings<2> kLig{"", "lig"};
constexpr Endings<2> kDom{"", "dom"};
constexpr Endings<2> kSkap{"", "skap"};
constexpr Endings<2> kIsk{"", "isk"};
constexpr Endings<2> kIIsk{"i", "isk"};
constexpr Endings<3> kIkIsk{"ik", "isk", "iker"};
constexpr Endings<2> kElItet{"ell", "alitet"};
constexpr Endings<2> kAlItet{"al", "alitet"};
constexpr Endings<2> kIvItet{"iv", "ivitet"};
constexpr Endings<3> kIsm{"ism", "ist", "istisk"};
constexpr Endings<3> kAgent{"", "ande", "are"};
constexpr Endings<2> kNounVerb{"e", "a"};
constexpr Endings<2> kJa{"", "ja"};

constexpr std::array kFamilies{
    Family{4, kVerbal}, Family{3, kLoanVerbal}, Family{3, kHet},      Family{4, kLig},
    Family{4, kDom},    Family{4, kSkap},       Family{5, kIsk},      Family{4, kIIsk},
    Family{4, kIkIsk},  Family{4, kElItet},     Family{4, kAlItet},   Family{4, kIvItet},
    Family{4, kIsm},    Family{6, kAgent},      Family{5, kNounVerb}, Family{4, kJa},
};

}  // namespace

std::vector<std::string> derived_relatives(std::string_view lemma, const Morphology& morphology,
                                           const Snowball& snowball) {
  std::vector<std::string> relatives;
  for (const Family& family : kFamilies) {
    for (const std::string_view ending : family.endings) {
      if (!lemma.ends_with(ending) || lemma.size() < family.least_stem + ending.size()) continue;
      const std::string_view stem = lemma.substr(0, lemma.size() - ending.size());
      for (const std::string_view other : family.endings) {
        const std::string form = std::string(stem).append(other);
        if (other == ending || !morphology.is_listed(form)) continue;
        if (std::string found = morphology.lemma(form, snowball); found != lemma)
          relatives.push_back(std::move(found));
      }
    }
  }
  std::sort(relatives.begin(), relatives.end());
  relatives.erase(std::unique(relatives.begin(), relatives.end()), relatives.end());
  return relatives;
}

}  // namespace ordalag
