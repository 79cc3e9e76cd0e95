#include "searcher/query/query_tree.hpp"

#include <string_view>

#include "searcher/query/query_fields.hpp"

namespace ordalag {
namespace {

bool is_compound(QueryOp op) {
  return op == QueryOp::kGroup || op == QueryOp::kAnd || op == QueryOp::kOr;
}

void append(const QueryNode& node, std::string& out);

// Brackets wherever the parser would otherwise bind differently.
void append_operand(const QueryNode& node, std::string& out) {
  const bool brackets = is_compound(node.op) || node.op == QueryOp::kNear;
  if (brackets) out += '(';
  append(node, out);
  if (brackets) out += ')';
}

void append_prefixed(std::string_view sign, const QueryNode& node, std::string& out) {
  out += sign;
  const bool brackets = node.op == QueryOp::kNot || node.op == QueryOp::kRequired;
  if (brackets) out += '(';
  append_operand(node, out);
  if (brackets) out += ')';
}

void append_joined(const QueryNode& node, std::string_view separator, std::string& out) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) out += separator;
    append_operand(node.children[i], out);
  }
}

void append_field(const QueryNode& node, std::string& out) {
  out += field_name(node.field);
  out += ':';
  const bool quoted = node.text.find_first_of(" \t\n()") != std::string::npos;
  if (quoted) out += '"';
  out += node.text;
  if (quoted) out += '"';
}

void append(const QueryNode& node, std::string& out) {
  switch (node.op) {
    case QueryOp::kGroup:
      append_joined(node, " ", out);
      break;
    case QueryOp::kAnd:
      append_joined(node, " AND ", out);
      break;
    case QueryOp::kOr:
      append_joined(node, " OR ", out);
      break;
    case QueryOp::kNear:
      append_joined(node, " NEAR/" + std::to_string(node.distance) + " ", out);
      break;
    case QueryOp::kNot:
      append_prefixed("-", node.children.front(), out);
      break;
    case QueryOp::kRequired:
      append_prefixed("+", node.children.front(), out);
      break;
    case QueryOp::kWord:
      out += node.text;
      break;
    case QueryOp::kForm:
      out += '=' + node.text;
      break;
    case QueryOp::kPrefix:
      out += node.text + '*';
      break;
    case QueryOp::kPhrase:
      out += '"' + node.text + '"';
      break;
    case QueryOp::kInflected:
      out += "~\"" + node.text + '"';
      break;
    case QueryOp::kCompounds:
      out += "sms:" + node.text;
      break;
    case QueryOp::kField:
      append_field(node, out);
      break;
  }
}

}  // namespace

std::string to_string(const QueryNode& node) {
  std::string out;
  append(node, out);
  return out;
}

}  // namespace ordalag
