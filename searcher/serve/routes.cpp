#include <algorithm>
#include <array>
#include <utility>

#include "searcher/commands/run.hpp"
#include "searcher/http/url.hpp"
#include "searcher/serve/document_route.hpp"
#include "searcher/serve/quote_post.hpp"
#include "searcher/serve/route.hpp"

namespace ordalag {
namespace {

using enum Format;

constexpr std::array kListFormats{kJson, kJsonl, kCsv};
constexpr std::array kTableFormats{kJson, kCsv};
constexpr std::array kJsonOnly{kJson};
constexpr std::array kQuoteFormats{kJson, kCsv, kClaimReview, kAnnotation};
constexpr std::array kTextOnly{kText};

constexpr std::array kQuery{ArgumentRow{"q", "the query, in the query language"}};
constexpr std::array kTyped{ArgumentRow{"q", "the beginning of a query", true}};
constexpr std::array kQuoteText{ArgumentRow{"quote", "the words that are quoted", true}};
constexpr std::array kPassageId{ArgumentRow{"id", "id of a passage, percent-encoded", true}};
constexpr std::array kDocumentId{ArgumentRow{"id", "id of a document, percent-encoded", true}};
constexpr std::array kTwoDocuments{ArgumentRow{"left", "id of a document", true},
                                   ArgumentRow{"right", "id of another", true}};

constexpr std::array kMediaTypes{
    std::pair{kText, "text/plain; charset=utf-8"},
    std::pair{kJson, "application/json"},
    std::pair{kJsonl, "application/jsonl; charset=utf-8"},
    std::pair{kCsv, "text/csv; charset=utf-8"},
    std::pair{kClaimReview, "application/ld+json"},
    std::pair{kAnnotation, "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\""},
};

// Options of commands that are for the machine they run on.
constexpr std::array kFileOptions{"batch", "jobs", "text"};

bool is_variable(std::string_view segment) { return segment.starts_with('{'); }

}  // namespace

std::span<const Route> routes() {
  static const std::array kRoutes{
      Route{"/v1/search", "search", "Ranked passages with snippet and provenance", kQuery,
            search_options(), kListFormats, "search", run_search},
      Route{"/v1/facets", "facets", "Counts by party, theme, municipality, kind and year", kQuery,
            facets_options(), kTableFormats, "facets", run_facets},
      Route{"/v1/suggest", "suggest", "What a query that is being typed may become", kTyped,
            suggest_options(), kJsonOnly, "suggest", run_suggest},
      Route{"/v1/quote", "quote", "The verdict on a quotation", kQuoteText, quote_options(),
            kQuoteFormats, "quote", run_quote, run_quote_post, "quotes"},
      Route{"/v1/passages/{id}", "passage", "A passage with its surroundings", kPassageId,
            show_options(), kJsonOnly, "show", run_passage},
      Route{"/v1/documents/{id}", "document", "A document with its passages", kDocumentId,
            {}, kJsonOnly, "show", run_document},
      Route{"/v1/documents/{id}/text", "document_text", "The canonical text of a document",
            kDocumentId, {}, kTextOnly, {}, run_document_text},
      Route{"/v1/diff", "diff", "What differs between two editions", kTwoDocuments, {},
            kListFormats, "diff", run_diff},
      Route{"/v1/sources", "sources", "The documents in the index, and where they come from", {},
            {}, kListFormats, "sources", run_sources},
      Route{"/v1/status", "status", "How large and how old the index is, and what failed", {}, {},
            kJsonOnly, "status", run_status},
      Route{"/v1/parties", "parties", "The parties of the registry, with counts", {}, {},
            kTableFormats, "parties", run_parties},
      Route{"/v1/themes", "themes", "The themes of the registry, with counts", {}, {},
            kTableFormats, "themes", run_themes},
  };
  return kRoutes;
}

std::optional<Routed> find_route(const std::vector<std::string>& segments) {
  for (const Route& route : routes()) {
    const auto pattern = path_segments(route.path);
    if (!pattern || pattern->size() != segments.size()) continue;
    Routed routed{&route, {}};
    bool fits = true;
    for (std::size_t i = 0; i < segments.size() && fits; ++i) {
      if (is_variable((*pattern)[i]))
        routed.arguments.push_back(segments[i]);
      else
        fits = (*pattern)[i] == segments[i];
    }
    if (fits) return routed;
  }
  return std::nullopt;
}

std::string_view media_type(Format format) {
  for (const auto& [known, type] : kMediaTypes)
    if (known == format) return type;
  return {};
}

std::vector<OptionRow> http_options(std::span<const OptionRow> rows) {
  std::vector<OptionRow> taken;
  for (const OptionRow& row : rows)
    if (std::ranges::find(kFileOptions, long_name(row)) == kFileOptions.end()) taken.push_back(row);
  return taken;
}

}  // namespace ordalag
