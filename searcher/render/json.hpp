// Answers as JSON. docs/json.md and docs/schema describe every member; none is left out when it is
// unknown, but null.
#pragma once

#include <boost/json/value.hpp>

#include "core/base/error.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/search_answer.hpp"

namespace ordalag {

// Members are added; none is taken away or changes its meaning while this number stands.
inline constexpr int kJsonVersion = 1;

boost::json::object index_json(const IndexInfo& index);
boost::json::object facets_json(const Facets& facets);

// A hit; rank, score and snippet are there when it has a finding.
boost::json::object hit_json(const Hit& hit);
boost::json::object search_json(const SearchAnswer& answer);
// The same without hits: what `facets` answers.
boost::json::object count_json(const SearchAnswer& answer);

// {"error":{...}}: the same from every door.
boost::json::object error_json(const Error& error);

// --- pieces that several answers share ---
double four_places(double value);  // to four places: more are noise
boost::json::value or_null(const std::optional<std::string>& text);
boost::json::value or_null(const std::optional<Fact>& fact);
boost::json::object document_json(const DocumentFacts& facts);
boost::json::object provenance_json(const Passage& passage, const SourceInfo& source);
boost::json::array parties_json(const std::vector<PartyCode>& parties);
boost::json::object range_object(const CodePointSpan& span);  // {"start":…,"end":…}
boost::json::array themes_json(const std::vector<LabelledTheme>& themes);
boost::json::array strings_json(const std::vector<std::string>& strings);
// [first, last] or [begin, end]; null when there is none.
boost::json::value range_json(const std::optional<LineRange>& lines);

}  // namespace ordalag
