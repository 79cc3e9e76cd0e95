#include "searcher/page/assets.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/base/embedded_file.hpp"
#include "searcher/page/html.hpp"

namespace ordalag {
namespace {

constexpr std::array kTypes{
    std::pair{std::string_view(".css"), std::string_view("text/css; charset=utf-8")},
    std::pair{std::string_view(".js"), std::string_view("text/javascript; charset=utf-8")},
    std::pair{std::string_view(".svg"), std::string_view("image/svg+xml")},
};

const EmbeddedFile* find(std::string_view name) {
  for (const EmbeddedFile& file : embedded_assets())
    if (file.name == name) return &file;
  return nullptr;
}

// FNV-1a: tells one version of a file from the next.
std::string version(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return std::to_string(hash);
}

bool is_colour(std::string_view text) {
  return text.size() == 7 && text.front() == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

bool is_word(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
}

}  // namespace

std::string asset_link(std::string_view name) {
  const EmbeddedFile* file = find(name);
  return "/static/" + std::string(name) + (file == nullptr ? "" : "?v=" + version(file->bytes));
}

std::optional<HttpResponse> asset(std::string_view name) {
  const EmbeddedFile* file = find(name);
  if (file == nullptr) return std::nullopt;
  HttpResponse response;
  response.body = file->bytes;
  response.route = "/static";
  for (const auto& [ending, type] : kTypes)
    if (name.ends_with(ending)) response.content_type = type;
  response.headers.emplace_back("Cache-Control", kKeepForEver);
  return response;
}

std::string party_colours(const PartyRegistry& parties) {
  std::string css;
  for (const Party& party : parties.parties())
    if (is_colour(party.colour) && is_word(party.code.value))
      css += "[data-party=\"" + party.code.value + "\"]{--party:" + party.colour + "}\n";
  return css;
}

std::string party_colours_link(const PartyRegistry& parties) {
  return "/parties.css?v=" + version(party_colours(parties));
}

std::string opensearch_description(std::string_view host) {
  const bool plain = !host.empty() && std::ranges::all_of(host, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == ':' || c == '[' || c == ']';
  });
  const std::string base = "http://" + (plain ? std::string(host) : std::string("localhost"));
  Html xml;
  xml.open("OpenSearchDescription", {{"xmlns", "http://a9.com/-/spec/opensearch/1.1/"}});
  xml.leaf("ShortName", "Ordalag").leaf("Description", "Vad politikens dokument säger");
  xml.leaf("InputEncoding", "UTF-8");
  xml.leaf("Url", {{"type", "text/html"}, {"template", base + "/?q={searchTerms}"}}, "");
  xml.leaf("Image", {{"type", "image/svg+xml"}, {"width", "16"}, {"height", "16"}},
           base + "/static/icon.svg");
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml.close().markup() + "\n";
}

}  // namespace ordalag
