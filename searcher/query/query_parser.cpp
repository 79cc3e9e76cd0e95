#include "searcher/query/query_parser.hpp"

#include <utility>
#include <vector>

#include "core/text/normalise.hpp"
#include "core/text/utf8.hpp"
#include "searcher/query/query_error.hpp"
#include "searcher/query/query_lexer.hpp"

namespace ordalag {
namespace {

QueryOp leaf_op(QueryToken kind) {
  switch (kind) {
    case QueryToken::kForm:
      return QueryOp::kForm;
    case QueryToken::kPrefix:
      return QueryOp::kPrefix;
    case QueryToken::kPhrase:
      return QueryOp::kPhrase;
    case QueryToken::kInflected:
      return QueryOp::kInflected;
    case QueryToken::kField:
      return QueryOp::kField;
    case QueryToken::kCompounds:
      return QueryOp::kCompounds;
    default:
      return QueryOp::kWord;
  }
}

// What NEAR can measure the distance of.
bool has_place(const QueryNode& node) {
  switch (node.op) {
    case QueryOp::kWord:
    case QueryOp::kForm:
    case QueryOp::kPrefix:
    case QueryOp::kPhrase:
    case QueryOp::kInflected:
      return true;
    default:
      return false;
  }
}

QueryNode joined(QueryOp op, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.op = op;
  node.column = children.front().column;
  node.children = std::move(children);
  return node;
}

// What is said of the whole query stands beside its clauses, and once.
Status check_settings(const QueryNode& node, bool outermost, const QueryNode*& found) {
  for (const QueryNode& child : node.children) {
    if (child.op != QueryOp::kCompounds) {
      ORDALAG_CHECK(check_settings(child, false, found));
      continue;
    }
    if (!outermost || node.op != QueryOp::kGroup)
      return bad_query(child.column, "sms: is said of the whole query",
                       "write it outside of brackets and operators");
    if (found != nullptr) return bad_query(child.column, "sms: stands twice in the query");
    found = &child;
  }
  return {};
}

class Parser {
 public:
  explicit Parser(std::vector<LexedToken> tokens) : tokens_(std::move(tokens)) {}

  Result<QueryNode> run() {
    if (here().kind == QueryToken::kEnd)
      return bad_query(1, "the query is empty", "write a word to search for");
    ORDALAG_TRY(tree, parse_group(0));
    if (here().kind == QueryToken::kClose)
      return bad_query(here().column, "the bracket was never opened");
    const QueryNode* setting = nullptr;
    ORDALAG_CHECK(check_settings(tree, true, setting));
    return tree;
  }

 private:
  const LexedToken& here() const { return tokens_[next_]; }
  bool take(QueryToken kind) {
    if (here().kind != kind) return false;
    ++next_;
    return true;
  }

  Result<QueryNode> parse_group(int depth) {
    std::vector<QueryNode> clauses;
    do {
      ORDALAG_TRY(clause, parse_or(depth));
      clauses.push_back(std::move(clause));
    } while (here().kind != QueryToken::kEnd && here().kind != QueryToken::kClose);
    return joined(QueryOp::kGroup, std::move(clauses));
  }

  Result<QueryNode> parse_or(int depth) {
    std::vector<QueryNode> alternatives;
    do {
      ORDALAG_TRY(alternative, parse_and(depth));
      alternatives.push_back(std::move(alternative));
    } while (take(QueryToken::kOr));
    return joined(QueryOp::kOr, std::move(alternatives));
  }

  Result<QueryNode> parse_and(int depth) {
    std::vector<QueryNode> clauses;
    do {
      ORDALAG_TRY(clause, parse_near(depth));
      clauses.push_back(std::move(clause));
    } while (take(QueryToken::kAnd));
    return joined(QueryOp::kAnd, std::move(clauses));
  }

  Result<QueryNode> parse_near(int depth) {
    ORDALAG_TRY(first, parse_unary(depth));
    if (here().kind != QueryToken::kNear) return first;
    const std::uint32_t distance = here().distance;
    std::vector<QueryNode> operands;
    operands.push_back(std::move(first));
    while (here().kind == QueryToken::kNear) {
      if (here().distance != distance)
        return bad_query(here().column, "one chain of NEAR has one distance");
      ++next_;
      ORDALAG_TRY(operand, parse_unary(depth));
      operands.push_back(std::move(operand));
    }
    for (const QueryNode& operand : operands)
      if (!has_place(operand))
        return bad_query(operand.column, "NEAR joins words and phrases only");
    QueryNode near = joined(QueryOp::kNear, std::move(operands));
    near.distance = distance;
    return near;
  }

  Result<QueryNode> parse_unary(int depth) {
    const LexedToken& sign = here();
    if (sign.kind != QueryToken::kNot && sign.kind != QueryToken::kRequired)
      return parse_primary(depth);
    ++next_;
    ORDALAG_TRY(operand, parse_primary(depth));
    std::vector<QueryNode> children;
    children.push_back(std::move(operand));
    return QueryNode{sign.kind == QueryToken::kNot ? QueryOp::kNot : QueryOp::kRequired,
                     {},
                     TermField::kParty,
                     0,
                     sign.column,
                     std::move(children)};
  }

  Result<QueryNode> parse_primary(int depth) {
    const LexedToken& token = here();
    switch (token.kind) {
      case QueryToken::kOpen:
        return parse_brackets(depth);
      case QueryToken::kEnd:
      case QueryToken::kClose:
      case QueryToken::kAnd:
      case QueryToken::kOr:
      case QueryToken::kNear:
      case QueryToken::kNot:
      case QueryToken::kRequired:
        return missing_operand(token);
      default:
        break;
    }
    ++next_;
    return QueryNode{leaf_op(token.kind), token.text, token.field, 0, token.column, {}};
  }

  Result<QueryNode> parse_brackets(int depth) {
    const LexedToken& open = here();
    if (depth == kMaxQueryDepth)
      return bad_query(open.column, "more than " + std::to_string(kMaxQueryDepth) +
                                        " brackets inside each other");
    ++next_;
    if (here().kind == QueryToken::kClose) return bad_query(open.column, "the brackets are empty");
    if (here().kind == QueryToken::kEnd)
      return bad_query(open.column, "the bracket is never closed", "add a closing )");
    ORDALAG_TRY(inner, parse_group(depth + 1));
    if (!take(QueryToken::kClose))
      return bad_query(open.column, "the bracket is never closed", "add a closing )");
    inner.column = open.column;
    return inner;
  }

  // Names the operator that lacks its operand, which is the token before when the query ends here.
  Result<QueryNode> missing_operand(const LexedToken& token) const {
    const bool ends = token.kind == QueryToken::kEnd || token.kind == QueryToken::kClose;
    const LexedToken& lone = ends && next_ > 0 ? tokens_[next_ - 1] : token;
    if (lone.kind == QueryToken::kClose)
      return bad_query(lone.column, "the bracket was never opened");
    return bad_query(lone.column, "the operator " + lone.text + " stands alone",
                     "write a word on each side, or put it in quotation marks");
  }

  std::vector<LexedToken> tokens_;
  std::size_t next_ = 0;
};

// What holds of the query language and of plain words alike.
Status check_text(std::string_view query) {
  if (query.size() > kMaxQueryBytes)
    return bad_query(1, "the query is " + std::to_string(query.size()) + " bytes long",
                     "at most " + std::to_string(kMaxQueryBytes) + " are read");
  if (const auto invalid = first_invalid_utf8(query))
    return bad_query(count_code_points(query.substr(0, *invalid)) + 1,
                     "the query is not valid UTF-8 here");
  return {};
}

}  // namespace

Result<QueryNode> parse_query(std::string_view query) {
  ORDALAG_CHECK(check_text(query));
  ORDALAG_TRY(tokens, lex_query(composed(query)));
  return Parser(std::move(tokens)).run();
}

Result<QueryNode> parse_words(std::string_view text) {
  ORDALAG_CHECK(check_text(text));
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return bad_query(1, "the query is empty");
  QueryNode words;
  words.op = QueryOp::kWord;
  words.text = composed(text);
  return words;
}

}  // namespace ordalag
