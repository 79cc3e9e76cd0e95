// How a query or a text is read: tokens, lemmas, parts, terms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/span.hpp"
#include "core/language/analyser.hpp"
#include "core/store/retrieval_query.hpp"

namespace ordalag {

struct ExplainedPart {
  std::string lemma;
  CodePointSpan span;  // in the text; the token's where the text does not show the part
};

struct ExplainedTerm {
  std::string term;
  std::string_view kind;  // "form", "lemma" or "part"
};

struct ExplainedToken {
  std::string text;    // as it stands
  CodePointSpan span;  // in the text
  std::uint32_t position = 0;
  TokenKind kind = TokenKind::kWord;
  std::string lemma;
  std::vector<ExplainedPart> parts;
  std::vector<ExplainedTerm> terms;
};

// Needs no index. Linear.
std::vector<ExplainedToken> explain_tokens(std::string_view text, const Analyser& analyser,
                                           WordCache& cache);

// A retrieval query on one line: "(lemma:bostad OR 0.5*section:bostad)".
std::string to_string(const RetrievalQuery& query);

}  // namespace ordalag
