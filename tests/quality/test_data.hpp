// Where figures come from: the data beside the project, and the analyser of this build.
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/result.hpp"
#include "core/language/analyser.hpp"

namespace ordalag {

// $ORDALAG_SHARED, else ../shared beside the sources. It may be absent.
std::filesystem::path shared_folder();

// share/ordalag of this build: stemmer-config, corpus, sv.lex.
std::filesystem::path built_share();

// Errors: those of Analyser::load.
Result<std::shared_ptr<const Analyser>> built_analyser();

}  // namespace ordalag
