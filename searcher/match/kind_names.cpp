#include "searcher/match/kind_names.hpp"

#include <array>

namespace ordalag {
namespace {

constexpr std::array kKindNames{
    KindName{"program", "programme"},
    KindName{"partiprogram", "programme"},
    KindName{"valmanifest", "manifesto"},
    KindName{"manifest", "manifesto"},
    KindName{"webb", "web"},
    KindName{"debatt", "debate"},
    KindName{"debattartikel", "debate"},
    KindName{"överenskommelse", "agreement"},
    KindName{"avtal", "agreement"},
    KindName{"anförande", "speech"},
    KindName{"tal", "speech"},
};

}  // namespace

std::span<const KindName> kind_names() { return kKindNames; }

}  // namespace ordalag
