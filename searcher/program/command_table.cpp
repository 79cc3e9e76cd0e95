#include <array>

#include "searcher/commands/run.hpp"
#include "searcher/mcp/run_mcp.hpp"
#include "searcher/program/completion.hpp"
#include "searcher/program/program.hpp"
#include "searcher/serve/run_serve.hpp"

namespace ordalag {
namespace {

using enum Format;

constexpr std::array kSearchFormats{kText, kJson, kJsonl, kCsv, kTrec};
constexpr std::array kQuoteFormats{kText, kJson, kJsonl, kCsv, kClaimReview, kAnnotation};
constexpr std::array kTableFormats{kText, kJson, kJsonl, kCsv};
constexpr std::array kAnswerFormats{kText, kJson, kCsv};
constexpr std::array kPlainFormats{kText, kJson};
constexpr std::array kExplainFormats{kText, kJson, kJsonl};
constexpr std::array kTextOnly{kText};
constexpr std::array kExportFormats{kJsonl, kCsv};

}  // namespace

std::span<const Command> commands() {
  static const std::array kCommands{
      Command{"search", "QUERY", "ranked passages with snippet and provenance", kSearchFormats,
              search_options(), run_search},
      Command{"quote", "TEXT",
              "verdict on a quotation: does it stand in the sources, and with whom", kQuoteFormats,
              quote_options(), run_quote},
      Command{"show", "ID", "a passage with its surroundings, or a document", kPlainFormats,
              show_options(), run_show},
      Command{"facets", "QUERY", "counts by party, theme, municipality, kind and year",
              kAnswerFormats, facets_options(), run_facets},
      Command{"diff",
              "DOCUMENT DOCUMENT",
              "what differs between two editions",
              kTableFormats,
              {},
              run_diff},
      Command{"export", "", "every passage, a line each", kExportFormats, export_options(),
              run_export},
      Command{"parties",
              "",
              "the parties of the registry, with counts",
              kAnswerFormats,
              {},
              run_parties},
      Command{
          "themes", "", "the themes of the registry, with counts", kAnswerFormats, {}, run_themes},
      Command{"sources",
              "",
              "the documents in the index, and where they come from",
              kTableFormats,
              {},
              run_sources},
      Command{"status",
              "",
              "how large and how old the index is, and what failed",
              kPlainFormats,
              {},
              run_status},
      Command{"suggest", "PREFIX", "what a query that is being typed may become", kPlainFormats,
              suggest_options(), run_suggest},
      Command{"explain", "QUERY", "how a query is read; with --text or --batch, how a text is",
              kExplainFormats, explain_options(), run_explain},
      Command{"check", "", "proves every passage against its source", kPlainFormats, {}, run_check},
      Command{"serve", "", "answers over HTTP", kTextOnly, serve_options(), run_serve},
      Command{"mcp", "", "Model Context Protocol on stdin and stdout", kTextOnly, {}, run_mcp},
      Command{"completion", "SHELL", "what lets bash, zsh or fish complete the command line",
              kTextOnly, {}, run_completion},
      Command{"manual", "", "the manual page ordalag(1)", kTextOnly, {}, run_manual},
  };
  return kCommands;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands())
    if (command.name == name) return &command;
  return nullptr;
}

}  // namespace ordalag
