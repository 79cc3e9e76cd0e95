#include "searcher/match/resolver.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "core/text/fold.hpp"
#include "searcher/match/dotted_word.hpp"
#include "searcher/match/field_values.hpp"
#include "searcher/match/text_view.hpp"
#include "searcher/query/query_error.hpp"

namespace ordalag {
namespace {

// At least this many other words, and function words are no longer asked for.
constexpr std::size_t kContentWords = 2;

// Words of the longest phrase that the synonym table knows.
constexpr std::size_t kLongestPhrase = 6;

// How the words of a node count.
enum class Role { kFree, kStrict, kUnscored };

// The token that stands for a position of a query: the whole that a suspended hyphen stands for,
// else the word itself rather than its elements.
const Token& leading(std::span<const Token> tokens) {
  const auto rank = [](const Token& token) {
    switch (token.kind) {
      case TokenKind::kExpansion:
        return 0;
      case TokenKind::kWord:
        return 1;
      case TokenKind::kNumber:
        return 2;
      case TokenKind::kElement:
        return 3;
    }
    return 4;
  };
  return *std::min_element(tokens.begin(), tokens.end(), [&](const Token& a, const Token& b) {
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    return a.span.size() > b.span.size();
  });
}

class Resolver {
 public:
  explicit Resolver(const ResolveContext& context)
      : context_(context), view_(context.analyser, context.cache) {}

  Result<ResolvedQuery> run(const QueryNode& query) {
    for (const QueryNode& clause : query.children)
      if (clause.op == QueryOp::kCompounds)
        query_.compounds = compound_mode(clause.text).value_or(CompoundMode::kAll);
    std::vector<ResolvedNode> nodes;
    ORDALAG_CHECK(resolve_node(query, Role::kFree, nodes));
    if (nodes.empty())
      return bad_query(query.column, "the query holds no word", "write a word to search for");
    query_.root = group(std::move(nodes));
    choose_wanted();
    return std::move(query_);
  }

 private:
  // Appends what `node` means to `out`: nothing for punctuation, several nodes for "och/eller".
  Status resolve_node(const QueryNode& node, Role role, std::vector<ResolvedNode>& out) {
    switch (node.op) {
      case QueryOp::kGroup:
        return resolve_group(node, role, out);
      case QueryOp::kWord:
        add_words(node.text, role, out);
        return {};
      case QueryOp::kForm:
      case QueryOp::kPhrase:
      case QueryOp::kInflected:
        return resolve_phrase(node, out);
      case QueryOp::kPrefix:
        return resolve_prefix(node, out);
      case QueryOp::kField:
        resolve_field(node, out);
        return {};
      case QueryOp::kCompounds:
        return {};  // said of the whole query
      case QueryOp::kNot:
        return resolve_children(node, Role::kUnscored, out);
      case QueryOp::kNear:
        return resolve_children(node, Role::kUnscored, out);
      default:
        return resolve_children(node, role == Role::kFree ? Role::kStrict : role, out);
    }
  }

  // Words side by side are analysed together, so that suspended hyphens find their other half.
  Status resolve_group(const QueryNode& node, Role role, std::vector<ResolvedNode>& out) {
    std::string run;
    const auto flush = [&] {
      if (!run.empty()) add_words(run, role, out);
      run.clear();
    };
    for (const QueryNode& child : node.children) {
      if (child.op == QueryOp::kWord) {
        if (!run.empty()) run += ' ';
        run += child.text;
        continue;
      }
      flush();
      ORDALAG_CHECK(resolve_node(child, role, out));
    }
    flush();
    return {};
  }

  Status resolve_children(const QueryNode& node, Role role, std::vector<ResolvedNode>& out) {
    ResolvedNode resolved;
    resolved.op = node.op;
    resolved.distance = node.distance;
    for (const QueryNode& child : node.children) {
      std::vector<ResolvedNode> nodes;
      ORDALAG_CHECK(resolve_node(child, role, nodes));
      if (nodes.empty()) continue;
      if (node.op == QueryOp::kNear && nodes.size() > 1)
        return bad_query(child.column, "NEAR wants one word here, not several");
      resolved.children.push_back(group(std::move(nodes)));
    }
    // `a NEAR a` wants two of them.
    if (node.op != QueryOp::kNear) drop_repeated(resolved.children);
    if (!resolved.children.empty()) out.push_back(std::move(resolved));
    return {};
  }

  static ResolvedNode group(std::vector<ResolvedNode> nodes) {
    merge_fields(nodes);
    drop_repeated(nodes);
    if (nodes.size() == 1) return std::move(nodes.front());
    ResolvedNode node;
    node.children = std::move(nodes);
    return node;
  }

  // Several values of one field, side by side, are alternatives.
  static void merge_fields(std::vector<ResolvedNode>& nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].op != QueryOp::kField) continue;
      for (std::size_t j = i + 1; j < nodes.size();) {
        if (nodes[j].op != QueryOp::kField || nodes[j].field != nodes[i].field) {
          ++j;
          continue;
        }
        std::move(nodes[j].any.begin(), nodes[j].any.end(), std::back_inserter(nodes[i].any));
        nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(j));
      }
    }
  }

  // What is said twice is asked once: a thousand times the same word costs no more than one.
  static void drop_repeated(std::vector<ResolvedNode>& nodes) {
    const auto same = [](const ResolvedNode& a, const ResolvedNode& b) {
      if (a.op != b.op) return false;
      return a.word != kNoWord ? a.word == b.word : a == b;
    };
    std::vector<ResolvedNode> kept;
    for (ResolvedNode& node : nodes) {
      const bool known = std::any_of(kept.begin(), kept.end(), [&](const ResolvedNode& earlier) {
        return same(earlier, node);
      });
      if (!known) kept.push_back(std::move(node));
    }
    nodes = std::move(kept);
    for (ResolvedNode& node : nodes) {
      std::sort(node.any.begin(), node.any.end());
      node.any.erase(std::unique(node.any.begin(), node.any.end()), node.any.end());
    }
  }

  // A word of the query as typed, and what it was taken for.
  struct Typed {
    std::string text;
    Word word;  // a copy: looking up other words may empty the cache
    bool dotted = false;
  };

  std::vector<Typed> words_of(std::string_view text) {
    view_.read(text);
    std::vector<Typed> words;
    std::uint32_t covered = 0;
    for (std::uint32_t position = 0; position < view_.positions(); ++position) {
      if (view_.at(position).empty()) continue;
      const Token& token = leading(view_.at(position));
      if (token.span.begin < covered) continue;
      covered = token.span.end;
      words.push_back({std::string(text.substr(token.span.begin, token.span.size())), *token.word});
    }
    for (Typed& typed : words) {
      const auto dotted =
          dotted_word(typed.word, context_.reader, context_.analyser, context_.cache);
      if (!dotted) continue;
      typed.word = context_.analyser.word(*dotted, context_.cache);
      typed.dotted = true;
    }
    return words;
  }

  void add_words(std::string_view text, Role role, std::vector<ResolvedNode>& out) {
    std::vector<std::size_t> run;
    for (const Typed& typed : words_of(text)) {
      ResolvedNode node;
      node.op = QueryOp::kWord;
      node.text = typed.text;
      node.phrase.push_back({typed.word.form, typed.word.lemma});
      if (role != Role::kUnscored) {
        node.word = add_word(typed, role);
        run.push_back(node.word);
      }
      out.push_back(std::move(node));
    }
    if (context_.synonyms == SynonymMode::kUse) add_phrase_synonyms(run);
  }

  std::size_t add_word(const Typed& typed, Role role) {
    const Word& word = typed.word;
    const auto known = std::find_if(query_.words.begin(), query_.words.end(),
                                    [&](const QueryWord& w) { return w.lemma == word.lemma; });
    const auto index = static_cast<std::size_t>(known - query_.words.begin());
    if (known == query_.words.end()) {
      QueryWord added;
      added.text = typed.text;
      added.form = word.form;
      added.lemma = word.lemma;
      added.stop = word.stop;
      added.weak = word.weak;
      if (typed.dotted) added.read_as = word.form;
      if (query_.compounds != CompoundMode::kNone) add_parts(word, added);
      if (context_.synonyms == SynonymMode::kUse)
        added.synonyms = context_.analyser.synonyms(word.lemma);
      query_.words.push_back(std::move(added));
    }
    auto& relaxable = query_.relaxable;
    if (role == Role::kFree &&
        std::find(relaxable.begin(), relaxable.end(), index) == relaxable.end())
      relaxable.push_back(index);
    return index;
  }

  static void add_parts(const Word& word, QueryWord& added) {
    for (const CompoundPart& part : word.parts) {
      if (part.element) added.elements.push_back(part.lemma);
      if (part.lemma != word.lemma &&
          std::find(added.parts.begin(), added.parts.end(), part.lemma) == added.parts.end())
        added.parts.push_back(part.lemma);
    }
  }

  // "ekonomiskt bistånd": what stands for the phrase stands for each of its words.
  void add_phrase_synonyms(const std::vector<std::size_t>& run) {
    for (std::size_t first = 0; first < run.size(); ++first) {
      std::string phrase = query_.words[run[first]].lemma;
      const std::size_t last = std::min(run.size(), first + kLongestPhrase);
      for (std::size_t end = first + 1; end < last; ++end) {
        phrase += ' ' + query_.words[run[end]].lemma;
        for (const Analyser::Synonym& synonym : context_.analyser.synonyms(phrase))
          for (std::size_t i = first; i <= end; ++i) add_synonym(synonym, query_.words[run[i]]);
      }
    }
  }

  static void add_synonym(const Analyser::Synonym& synonym, QueryWord& word) {
    const bool known =
        std::any_of(word.synonyms.begin(), word.synonyms.end(),
                    [&](const Analyser::Synonym& other) { return other.lemmas == synonym.lemmas; });
    const bool itself = synonym.lemmas.size() == 1 && synonym.lemmas.front() == word.lemma;
    if (!known && !itself && !word.stop) word.synonyms.push_back(synonym);
  }

  Status resolve_phrase(const QueryNode& node, std::vector<ResolvedNode>& out) {
    view_.read(node.text);
    ResolvedNode resolved;
    resolved.op = node.op;
    resolved.text = node.text;
    const Token* last = nullptr;
    for (std::uint32_t position = 0; position < view_.positions(); ++position) {
      const Token* token = written(view_.at(position));
      if (token == nullptr || (last != nullptr && token->span.begin < last->span.end)) continue;
      if (last != nullptr) {
        const auto gap = view_.text().substr(last->span.end, token->span.begin - last->span.end);
        resolved.sentence_ends.push_back(
            holds_sentence_end(gap, view_.text().substr(token->span.begin)));
      }
      resolved.phrase.push_back({token->word->form, token->word->lemma});
      last = token;
    }
    if (last == nullptr) return bad_query(node.column, "\"" + node.text + "\" holds no word");
    out.push_back(std::move(resolved));
    return {};
  }

  // The word as it is written at a position; of a range (18-21, 2024-05-17) the number itself, for
  // the next stands at a position of its own.
  static const Token* written(std::span<const Token> tokens) {
    const Token* found = nullptr;
    for (const Token& token : tokens) {
      if (token.kind != TokenKind::kWord && token.kind != TokenKind::kNumber) continue;
      const bool wider = found != nullptr && token.span.size() > found->span.size();
      if (found == nullptr || wider == (token.kind == TokenKind::kWord)) found = &token;
    }
    return found;
  }

  Status resolve_prefix(const QueryNode& node, std::vector<ResolvedNode>& out) {
    ResolvedNode resolved;
    resolved.op = QueryOp::kPrefix;
    resolved.text = node.text + '*';
    const std::string prefix = fold(node.text);
    resolved.phrase.push_back({prefix, {}});
    const auto forms = context_.reader.forms_with_prefix(prefix, kMaxWildcardForms + 1);
    if (forms.size() > kMaxWildcardForms)
      return bad_query(node.column, "the wildcard \"" + node.text + "*\" is too wide",
                       "it stands for more than " + std::to_string(kMaxWildcardForms) +
                           " words: give more letters before *");
    for (const IndexReader::Form& form : forms) resolved.lemmas.push_back(form.lemma);
    std::sort(resolved.lemmas.begin(), resolved.lemmas.end());
    resolved.lemmas.erase(std::unique(resolved.lemmas.begin(), resolved.lemmas.end()),
                          resolved.lemmas.end());
    out.push_back(std::move(resolved));
    return {};
  }

  void resolve_field(const QueryNode& node, std::vector<ResolvedNode>& out) {
    ResolvedNode resolved;
    resolved.op = QueryOp::kField;
    resolved.field = node.field;
    resolved.text = node.text;
    resolved.any = field_terms(node.field, node.text, context_);
    out.push_back(std::move(resolved));
  }

  void choose_wanted() {
    for (const std::size_t index : query_.relaxable)
      if (!query_.words[index].stop) query_.wanted.push_back(index);
    if (query_.wanted.size() < kContentWords) query_.wanted = query_.relaxable;
  }

  const ResolveContext& context_;
  TextView view_;
  ResolvedQuery query_;
};

}  // namespace

Result<ResolvedQuery> resolve(const QueryNode& query, const ResolveContext& context) {
  return Resolver(context).run(query);
}

void narrow(ResolvedQuery& query, const std::vector<FieldFilter>& filters,
            const ResolveContext& context) {
  if (query.root.op != QueryOp::kGroup) {
    ResolvedNode group;
    group.children.push_back(std::move(query.root));
    query.root = std::move(group);
  }
  std::vector<ResolvedNode> added;
  for (const FieldFilter& filter : filters) {
    auto node = std::find_if(added.begin(), added.end(), [&](const ResolvedNode& known) {
      return known.field == filter.field;
    });
    if (node == added.end()) {
      node = added.insert(node, ResolvedNode());
      node->op = QueryOp::kField;
      node->field = filter.field;
      node->text = filter.value;
    }
    auto terms = field_terms(filter.field, filter.value, context);
    std::move(terms.begin(), terms.end(), std::back_inserter(node->any));
  }
  std::move(added.begin(), added.end(), std::back_inserter(query.root.children));
}

}  // namespace ordalag
