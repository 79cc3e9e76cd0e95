// An ExtractedText as JSON lines: what the worker process writes and the indexer reads.
//
// First line: {"extraction":1,"format","unit","charset","title","stated":[[key,value]],"pages":
// [{"label","order","known_share"}],"left_out":[{"reason","lines","at":[[first,last]]}],"guards":
// [name]}. Then a line each: {"number","text"} and, where they differ from nothing, "style",
// "level","page","page_starts","printed_number","box":[left,top,right,bottom]. Last: {"lines":count}.
// Instead of all that, on failure: {"error":{"code","message","hint"}}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"
#include "indexer/reading/extracted_text.hpp"

namespace ordalag::extract {

std::string to_json_lines(const reading::ExtractedText& extracted,
                          const std::vector<std::string>& guards);
std::string to_json_line(const Error& error);

// Reads what a worker wrote; nothing in it is trusted. Errors: the error that the worker reports;
// kInternal for output that is cut or malformed. Linear.
Result<reading::ExtractedText> from_json_lines(std::string_view output);

}  // namespace ordalag::extract
