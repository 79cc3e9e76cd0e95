// Passages, documents and their differences, as JSON and as text.
#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "searcher/answer/document_diff.hpp"
#include "searcher/answer/show.hpp"
#include "searcher/render/text.hpp"

namespace ordalag {

boost::json::object passage_json(const PassageAnswer& answer);
std::string passage_text(const PassageAnswer& answer, const TextOptions& options);

boost::json::object document_json(const DocumentAnswer& answer);
std::string document_text(const DocumentAnswer& answer, const TextOptions& options);

boost::json::object difference_json(const DocumentDifference& difference);
boost::json::object diff_json(const DiffAnswer& answer);
std::string diff_text(const DiffAnswer& answer, const TextOptions& options);
std::string diff_csv(const DiffAnswer& answer);

// The facts of a stored document and of its file: shared with `sources`.
boost::json::object stored_json(const StoredDocument& document);

}  // namespace ordalag
