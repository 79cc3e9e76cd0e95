#include "core/base/document.hpp"

#include <array>
#include <utility>

#include "core/base/name_table.hpp"

namespace ordalag {
namespace {

constexpr std::array kGrounds{
    std::pair{Ground::kCatalogue, std::string_view("catalogue")},
    std::pair{Ground::kTitle, std::string_view("title")},
    std::pair{Ground::kSignature, std::string_view("signature")},
    std::pair{Ground::kHeading, std::string_view("heading")},
    std::pair{Ground::kFilename, std::string_view("filename")},
    std::pair{Ground::kMetadata, std::string_view("metadata")},
    std::pair{Ground::kOverride, std::string_view("override")},
};

constexpr std::array kThemeGrounds{
    std::pair{ThemeGround::kText, std::string_view("text")},
    std::pair{ThemeGround::kLeadIn, std::string_view("lead_in")},
    std::pair{ThemeGround::kSection, std::string_view("section")},
    std::pair{ThemeGround::kOverride, std::string_view("override")},
};

constexpr std::array kPassageKinds{
    std::pair{PassageKind::kParagraph, std::string_view("paragraph")},
    std::pair{PassageKind::kListItem, std::string_view("list_item")},
    std::pair{PassageKind::kTableRow, std::string_view("table_row")},
    std::pair{PassageKind::kHeading, std::string_view("heading")},
};

}  // namespace

std::string_view name(Ground ground) { return name_in(kGrounds, ground); }
std::optional<Ground> ground_from_name(std::string_view name) { return value_in(kGrounds, name); }

std::string_view name(ThemeGround ground) { return name_in(kThemeGrounds, ground); }
std::optional<ThemeGround> theme_ground_from_name(std::string_view name) {
  return value_in(kThemeGrounds, name);
}

std::string_view name(PassageKind kind) { return name_in(kPassageKinds, kind); }
std::optional<PassageKind> passage_kind_from_name(std::string_view name) {
  return value_in(kPassageKinds, name);
}

}  // namespace ordalag
