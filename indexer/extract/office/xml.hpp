// Reading XML that nobody vouches for: no entities, no recursion without an end.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "indexer/extract/office/package.hpp"

namespace ordalag::extract {

// Elements nested deeper than this are not looked into; real documents stay under 60.
inline constexpr int kDeepestElement = 200;

// The part `name` as a tree, white space kept. The tree refers to the part, which must stay. Errors:
// kBadInput when it is missing or no XML. Linear.
Status load_part(PackageParts& parts, std::string_view name, pugi::xml_document& document);

// The same, for parts that may be missing or broken without harm: an empty tree then.
void load_optional_part(PackageParts& parts, std::string_view name, pugi::xml_document& document);

bool is_named(const pugi::xml_node& node, std::string_view name);

// All text within `node`, of any depth up to the limit.
std::string text_within(const pugi::xml_node& node);

// The level that a style's name tells of a heading ("heading 2", "Rubrik 1", "Proprubrik"), from 1; 0 for another
// style.
int heading_level_of_style(std::string_view style_name);

}  // namespace ordalag::extract
