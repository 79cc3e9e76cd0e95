// Answers as JSON. docs/json.md and docs/schema describe every member; none is left out when it is
// unknown, but null.
#pragma once

#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>

#include "core/base/error.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/search_answer.hpp"

namespace ordalag {

// Members are added; none is taken away or changes its meaning while this number stands.
inline constexpr int kJsonVersion = 1;

// Where the members of an answer are made; by default each by itself, on the heap. An answer of
// many hits is made in half the time in a boost::json::monotonic_resource, which must outlive it.
using JsonStorage = boost::json::storage_ptr;

boost::json::object index_json(const IndexInfo& index, const JsonStorage& storage = {});
boost::json::object facets_json(const Facets& facets, const JsonStorage& storage = {});

// A hit; rank, score and snippet are there when it has a finding.
boost::json::object hit_json(const Hit& hit, const JsonStorage& storage = {});
boost::json::object search_json(const SearchAnswer& answer, const JsonStorage& storage = {});
// The same without hits: what `facets` answers.
boost::json::object count_json(const SearchAnswer& answer);

// {"error":{...}}: the same from every door.
boost::json::object error_json(const Error& error);

// --- pieces that several answers share ---
double four_places(double value);  // to four places: more are noise
boost::json::value or_null(const std::optional<std::string>& text, const JsonStorage& storage = {});
boost::json::value or_null(const std::optional<Fact>& fact, const JsonStorage& storage = {});
boost::json::object document_json(const DocumentFacts& facts, const JsonStorage& storage = {});
boost::json::object provenance_json(const Passage& passage, const SourceInfo& source,
                                    const JsonStorage& storage = {});
boost::json::array parties_json(const std::vector<PartyCode>& parties,
                                const JsonStorage& storage = {});
// {"start":…,"end":…}
boost::json::object range_object(const CodePointSpan& span, const JsonStorage& storage = {});
boost::json::array themes_json(const std::vector<LabelledTheme>& themes,
                               const JsonStorage& storage = {});
boost::json::array strings_json(const std::vector<std::string>& strings,
                                const JsonStorage& storage = {});
// [first, last] or [begin, end]; null when there is none.
boost::json::value range_json(const std::optional<LineRange>& lines,
                              const JsonStorage& storage = {});

}  // namespace ordalag
