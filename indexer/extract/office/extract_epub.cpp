#include "indexer/extract/office/extract_epub.hpp"

#include <map>
#include <pugixml.hpp>
#include <string>
#include <utility>

#include "indexer/extract/office/package.hpp"
#include "indexer/extract/office/xml.hpp"
#include "indexer/extract/stated_values.hpp"
#include "indexer/extract/text_builder.hpp"
#include "indexer/extract/web/extract_html.hpp"

namespace ordalag::extract {
namespace {

// The first child whose name, without its prefix, is `name`.
pugi::xml_node local_child(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& child : parent.children()) {
    std::string_view own = child.name();
    if (const std::size_t colon = own.find(':'); colon != std::string_view::npos)
      own.remove_prefix(colon + 1);
    if (own == name) return child;
  }
  return {};
}

// `href` of the package document in `folder`, with "%20" and the like resolved, as a part's name.
std::string part_name(std::string_view folder, std::string_view href) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  std::string name(folder);
  href = href.substr(0, href.find('#'));
  for (std::size_t i = 0; i < href.size(); ++i) {
    const bool escaped = href[i] == '%' && i + 2 < href.size() && digit(href[i + 1]) >= 0 &&
                         digit(href[i + 2]) >= 0;
    if (!escaped) {
      name += href[i];
      continue;
    }
    name += static_cast<char>(digit(href[i + 1]) * 16 + digit(href[i + 2]));
    i += 2;
  }
  return name;
}

struct Chapter {
  std::string part;
  bool navigation = false;
};

std::map<std::string, Chapter> manifest_of(const pugi::xml_node& package, std::string_view folder) {
  std::map<std::string, Chapter> chapters;
  for (const pugi::xml_node& item : local_child(package, "manifest").children()) {
    const std::string properties = std::string(" ") + item.attribute("properties").value() + " ";
    chapters[item.attribute("id").value()] = {part_name(folder, item.attribute("href").value()),
                                              properties.find(" nav ") != std::string::npos};
  }
  return chapters;
}

void state_properties(const pugi::xml_node& metadata, TextBuilder& builder) {
  builder.state("title", local_child(metadata, "title").text().get());
  builder.state("date", iso_day(local_child(metadata, "date").text().get()));
  builder.state("publisher", local_child(metadata, "publisher").text().get());
}

}  // namespace

Result<reading::ExtractedText> extract_epub(std::string_view bytes) {
  ORDALAG_TRY(parts, open_package(bytes));
  pugi::xml_document container, package;
  ORDALAG_CHECK(load_part(parts, "META-INF/container.xml", container));
  const pugi::xml_node root_file =
      local_child(local_child(container.document_element(), "rootfiles"), "rootfile");
  const std::string package_name = root_file.attribute("full-path").value();
  ORDALAG_CHECK(load_part(parts, package_name, package));
  const std::size_t slash = package_name.rfind('/');
  const std::string folder =
      slash == std::string::npos ? std::string() : package_name.substr(0, slash + 1);
  const pugi::xml_node book = package.document_element();
  const std::map<std::string, Chapter> chapters = manifest_of(book, folder);
  TextBuilder builder("epub", reading::SourceUnit::kParagraph);
  for (const pugi::xml_node& reference : local_child(book, "spine").children()) {
    const auto chapter = chapters.find(reference.attribute("idref").value());
    if (chapter == chapters.end()) continue;
    const std::uint32_t next = builder.last_number() + 1;
    if (chapter->second.navigation) {
      builder.leave_out("table_of_contents", 1, {next, next});
      continue;
    }
    const auto part = parts.find(chapter->second.part);
    if (part == parts.end()) {
      builder.leave_out("missing_chapter", 1, {next, next});
      continue;
    }
    if (auto read = add_chapter(part->second, builder); !read)
      builder.leave_out("unreadable_chapter", 1, {next, next});
  }
  if (builder.extracted().lines.empty())
    return fail(ErrorCode::kBadInput, "there is no text in the book");
  state_properties(local_child(book, "metadata"), builder);
  return std::move(builder).finish();
}

}  // namespace ordalag::extract
