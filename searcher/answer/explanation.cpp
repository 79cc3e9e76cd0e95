#include "searcher/answer/explanation.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "core/language/part_place.hpp"
#include "core/store/fields.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

using Op = RetrievalQuery::Op;

constexpr std::array kJoints{
    std::pair{Op::kAnd, std::string_view(" AND ")},
    std::pair{Op::kOr, std::string_view(" OR ")},
    std::pair{Op::kAndNot, std::string_view(" AND NOT ")},
    std::pair{Op::kSynonym, std::string_view(" SYNONYM ")},
    std::pair{Op::kFilter, std::string_view(" FILTER ")},
    std::pair{Op::kAndMaybe, std::string_view(" AND MAYBE ")},
};

std::string_view joint(Op op) {
  for (const auto& [known, text] : kJoints)
    if (known == op) return text;
  return {};
}

std::string figure(double value) {
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
  return {digits.begin(), end};
}

void append(const RetrievalQuery& query, std::string& out) {
  switch (query.op) {
    case Op::kTerm:
      out.append(info(query.field).name).append(":").append(query.term);
      return;
    case Op::kScale:
      out += figure(query.factor) + "*";
      for (const RetrievalQuery& child : query.children) append(child, out);
      return;
    case Op::kMark:  // for ranking alone
      for (const RetrievalQuery& child : query.children) append(child, out);
      return;
    case Op::kAll:
      out += "ALL";
      return;
    case Op::kNone:
      out += "NONE";
      return;
    default:
      break;
  }
  out += '(';
  for (std::size_t i = 0; i < query.children.size(); ++i) {
    if (i > 0) out += joint(query.op);
    append(query.children[i], out);
  }
  out += ')';
}

// Code point offsets of a text, for spans that need not rise.
class Offsets {
 public:
  explicit Offsets(std::string_view text) : counter_(text) {}
  CodePointSpan of(ByteSpan bytes) {
    const std::uint32_t begin = counter_.at(bytes.begin);
    return {begin, counter_.at(bytes.end)};
  }

 private:
  CodePointCounter counter_;
};

}  // namespace

std::vector<ExplainedToken> explain_tokens(std::string_view text, const Analyser& analyser,
                                           WordCache& cache) {
  std::vector<Token> tokens;
  analyser.tokenise(text, cache, tokens);
  Offsets offsets(text);
  std::vector<ExplainedToken> explained;
  for (const Token& token : tokens) {
    const Word& word = *token.word;
    ExplainedToken entry;
    entry.text = text.substr(token.span.begin, token.span.size());
    entry.span = offsets.of(token.span);
    entry.position = token.position;
    entry.kind = token.kind;
    entry.lemma = word.lemma;
    entry.terms = {{word.form, "form"}, {word.lemma, "lemma"}};
    for (const CompoundPart& part : word.parts) {
      if (part.element) {
        const auto place = place_in_text(text, token, part.span);
        entry.parts.push_back({part.lemma, offsets.of(place.value_or(token.span))});
      }
      entry.terms.push_back({part.lemma, "part"});
    }
    explained.push_back(std::move(entry));
  }
  return explained;
}

std::string to_string(const RetrievalQuery& query) {
  std::string out;
  append(query, out);
  return out;
}

}  // namespace ordalag
