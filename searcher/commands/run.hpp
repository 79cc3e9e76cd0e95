// What stands behind each row of the table of commands.
#pragma once

#include <span>

#include "searcher/commands/command.hpp"

namespace ordalag {

std::span<const OptionRow> search_options();
Result<int> run_search(const Call& call);
std::span<const OptionRow> quote_options();
Result<int> run_quote(const Call& call);
std::span<const OptionRow> compare_options();
Result<int> run_compare(const Call& call);
std::span<const OptionRow> trend_options();
Result<int> run_trend(const Call& call);
std::span<const OptionRow> facets_options();
Result<int> run_facets(const Call& call);
std::span<const OptionRow> similar_options();
Result<int> run_similar(const Call& call);
std::span<const OptionRow> suggest_options();
Result<int> run_suggest(const Call& call);
std::span<const OptionRow> show_options();
Result<int> run_show(const Call& call);
// The two kinds of things that `show` shows.
Result<int> run_passage(const Call& call);
Result<int> run_document(const Call& call);
Result<int> run_diff(const Call& call);
std::span<const OptionRow> export_options();
Result<int> run_export(const Call& call);
Result<int> run_parties(const Call& call);
Result<int> run_themes(const Call& call);
Result<int> run_sources(const Call& call);
Result<int> run_status(const Call& call);
std::span<const OptionRow> explain_options();
Result<int> run_explain(const Call& call);
Result<int> run_check(const Call& call);

}  // namespace ordalag
