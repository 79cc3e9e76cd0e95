#include "indexer/extract/office/xml.hpp"

#include <algorithm>
#include <array>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag::extract {
namespace {

constexpr unsigned kParsing = pugi::parse_default | pugi::parse_ws_pcdata;

}  // namespace

Status load_part(PackageParts& parts, std::string_view name, pugi::xml_document& document) {
  const auto part = parts.find(name);
  if (part == parts.end())
    return fail(ErrorCode::kBadInput, "its part " + std::string(name) + " is missing");
  const pugi::xml_parse_result parsed =
      document.load_buffer_inplace(part->second.data(), part->second.size(), kParsing);
  if (!parsed)
    return fail(ErrorCode::kBadInput, "its part " + std::string(name) + " is no XML: " +
                                          parsed.description() + " at byte " +
                                          std::to_string(parsed.offset));
  return {};
}

void load_optional_part(PackageParts& parts, std::string_view name, pugi::xml_document& document) {
  if (!load_part(parts, name, document)) document.reset();
}

bool is_named(const pugi::xml_node& node, std::string_view name) { return node.name() == name; }

std::string text_within(const pugi::xml_node& node) {
  struct Walker : pugi::xml_tree_walker {
    std::string text;
    bool for_each(pugi::xml_node& each) override {
      if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) text += each.value();
      return true;
    }
  };
  Walker walker;
  pugi::xml_node root = node;
  root.traverse(walker);
  return std::move(walker.text);
}

int heading_level_of_style(std::string_view style_name) {
  static constexpr std::array<std::string_view, 3> kWords = {"heading", "rubrik", "överskrift"};
  // Headings of headers, tables of contents, index and the like open no section.
  static constexpr std::array<std::string_view, 5> kOther = {"toc", "innehåll", "sidhuvud",
                                                             "contents", "index"};
  constexpr int kUnnumbered = 2;
  if (first_invalid_utf8(style_name)) return 0;
  const std::string name = lower_case(style_name);
  const auto holds = [&](std::string_view word) { return name.find(word) != std::string::npos; };
  if (std::none_of(kWords.begin(), kWords.end(), holds)) return 0;
  if (std::any_of(kOther.begin(), kOther.end(), holds)) return 0;
  for (const char c : name)
    if (c >= '1' && c <= '9') return c - '0';
  return kUnnumbered;
}

}  // namespace ordalag::extract
