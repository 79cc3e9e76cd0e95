#include "searcher/query/query_lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "core/text/utf8.hpp"
#include "searcher/query/compound_mode.hpp"
#include "searcher/query/query_error.hpp"
#include "searcher/query/query_fields.hpp"
#include "searcher/query/query_parser.hpp"
#include "searcher/query/year_range.hpp"

namespace ordalag {
namespace {

// Operators that are words; only capitals mean the operator.
constexpr std::array kWordOperators{
    std::pair{std::string_view("AND"), QueryToken::kAnd},
    std::pair{std::string_view("OCH"), QueryToken::kAnd},
    std::pair{std::string_view("OR"), QueryToken::kOr},
    std::pair{std::string_view("ELLER"), QueryToken::kOr},
    std::pair{std::string_view("NOT"), QueryToken::kNot},
    std::pair{std::string_view("INTE"), QueryToken::kNot},
};
constexpr std::array kNearPrefixes{std::string_view("NEAR/"), std::string_view("NÄRA/")};

// Keyboards, word processors and web pages each have their own; all mean the same here.
constexpr std::array kQuotes{std::string_view("\""),     std::string_view("\u201C"),
                             std::string_view("\u201D"), std::string_view("\u201E"),
                             std::string_view("\u00BB"), std::string_view("\u00AB")};
constexpr std::array kSpaces{
    std::string_view(" "),      std::string_view("\t"),     std::string_view("\n"),
    std::string_view("\r"),     std::string_view("\v"),     std::string_view("\f"),
    std::string_view("\u00A0"), std::string_view("\u2009"), std::string_view("\u202F"),
    std::string_view("\u3000"),
};

// What Swedish writes after the colon of an abbreviation ("EU:s", "IOP:erna", "1:a", "S:ta").
constexpr std::array kColonEndings{
    std::string_view("a"),     std::string_view("an"),   std::string_view("ar"),
    std::string_view("are"),   std::string_view("arna"), std::string_view("arnas"),
    std::string_view("e"),     std::string_view("en"),   std::string_view("ens"),
    std::string_view("er"),    std::string_view("ers"),  std::string_view("erna"),
    std::string_view("ernas"), std::string_view("et"),   std::string_view("ets"),
    std::string_view("n"),     std::string_view("na"),   std::string_view("ns"),
    std::string_view("o"),     std::string_view("or"),   std::string_view("orna"),
    std::string_view("r"),     std::string_view("s"),    std::string_view("t"),
    std::string_view("ta"),    std::string_view("te"),
};

template <class Table>
std::size_t length_at_start(const Table& table, std::string_view text) {
  for (const std::string_view entry : table)
    if (text.starts_with(entry)) return entry.size();
  return 0;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : rest_(query) {}

  Result<std::vector<LexedToken>> run() {
    while (skip_space(), !rest_.empty()) {
      start_ = column_;
      ORDALAG_CHECK(lex_one());
    }
    start_ = column_;
    add(QueryToken::kEnd, {});
    return std::move(tokens_);
  }

 private:
  void skip_space() {
    while (const std::size_t size = length_at_start(kSpaces, rest_)) take(size);
  }

  std::string_view take(std::size_t bytes) {
    const std::string_view taken = rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
    column_ += count_code_points(taken);
    return taken;
  }

  void add(QueryToken kind, std::string_view text) {
    tokens_.push_back({kind, std::string(text), TermField::kParty, 0, start_});
  }

  // True when nothing that an operator could stand before follows.
  bool at_break(std::size_t offset) const {
    const std::string_view after = rest_.substr(offset);
    return after.empty() || length_at_start(kSpaces, after) != 0 || after.front() == ')';
  }

  // Bytes up to the next space, bracket or quotation mark.
  std::size_t item_length() const {
    std::size_t size = 0;
    while (size < rest_.size()) {
      const std::string_view here = rest_.substr(size);
      if (here.front() == '(' || here.front() == ')' || length_at_start(kSpaces, here) != 0 ||
          length_at_start(kQuotes, here) != 0)
        break;
      ++size;
      while (size < rest_.size() && is_continuation(rest_[size])) ++size;
    }
    return size;
  }

  Status lex_one() {
    const char first = rest_.front();
    if (first == '(' || first == ')') {
      add(first == '(' ? QueryToken::kOpen : QueryToken::kClose, take(1));
      return {};
    }
    if (length_at_start(kQuotes, rest_) != 0) return lex_quoted(QueryToken::kPhrase);
    if (first == '+' || first == '-') return lex_sign(first);
    if (first == '~') return lex_tilde();
    if (first == '=') return lex_form();
    return lex_item();
  }

  // "Bostad - flyttning": a hyphen with white space on both sides between two words is a dash, as
  // in any pasted heading, and no operator.
  bool is_dash() const {
    if (tokens_.empty() || rest_.front() != '-' || !length_at_start(kSpaces, rest_.substr(1)))
      return false;
    std::string_view after = rest_.substr(1);
    while (const std::size_t size = length_at_start(kSpaces, after)) after.remove_prefix(size);
    return !after.empty() && std::string_view("+-)").find(after.front()) == std::string_view::npos;
  }

  Status lex_sign(char sign) {
    if (is_dash()) {
      take(1);
      return {};
    }
    if (at_break(1) || rest_[1] == '+' || rest_[1] == '-')
      return bad_query(start_, std::string("\"") + sign + "\" stands alone",
                       "write it directly before a word, a phrase or a bracket");
    add(sign == '+' ? QueryToken::kRequired : QueryToken::kNot, take(1));
    return {};
  }

  Status lex_tilde() {
    if (length_at_start(kQuotes, rest_.substr(1)) == 0)
      return bad_query(start_, "\"~\" wants a phrase in quotation marks",
                       "write ~\"two words\"; a word alone already matches its inflected forms");
    take(1);
    return lex_quoted(QueryToken::kInflected);
  }

  Status lex_form() {
    take(1);
    const std::size_t size = item_length();
    if (size == 0)
      return bad_query(start_, "\"=\" stands alone", "write it before a word: =bostad");
    const std::string_view word = take(size);
    if (word.find('*') != std::string_view::npos)
      return bad_query(start_, "\"=\" and \"*\" exclude each other");
    add(QueryToken::kForm, word);
    return {};
  }

  Status lex_quoted(QueryToken kind) {
    ORDALAG_TRY(text, quoted_text());
    if (text.find_first_not_of(" \t\n\r") == std::string_view::npos)
      return bad_query(start_, "the quotation marks hold nothing");
    add(kind, text);
    return {};
  }

  // The text between the quotation marks that begin here.
  Result<std::string_view> quoted_text() {
    const std::uint32_t column = column_;
    take(length_at_start(kQuotes, rest_));
    std::size_t size = 0;
    while (size < rest_.size() && length_at_start(kQuotes, rest_.substr(size)) == 0) ++size;
    if (size == rest_.size())
      return bad_query(column, "the quotation mark is never closed", "add a closing \"");
    const std::string_view text = take(size);
    take(length_at_start(kQuotes, rest_));
    return text;
  }

  Status lex_item() {
    const std::size_t size = item_length();
    const std::string_view item = rest_.substr(0, size);
    for (const auto& [word, kind] : kWordOperators) {
      if (item == word) {
        add(kind, take(size));
        return {};
      }
    }
    for (const std::string_view near : kNearPrefixes)
      if (item.starts_with(near)) return lex_near(near.size(), size);
    const std::size_t colon = item.find(':');
    if (colon != std::string_view::npos && colon > 0 && !is_colon_word(item, colon))
      return lex_field(item.substr(0, colon));
    return lex_word(size);
  }

  Status lex_near(std::size_t prefix, std::size_t size) {
    const std::string_view digits = rest_.substr(prefix, size - prefix);
    std::uint32_t distance = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), distance);
    if (error != std::errc() || end != digits.data() + digits.size() || distance == 0 ||
        distance > kMaxNearDistance)
      return bad_query(
          start_, "NEAR/n wants a number of words from 1 to " + std::to_string(kMaxNearDistance));
    add(QueryToken::kNear, take(size));
    tokens_.back().distance = distance;
    return {};
  }

  // "EU:s", "2001:453", "2023/24:132", "https://…", "vill:" are words; a known field never is.
  bool is_colon_word(std::string_view item, std::size_t colon) const {
    const std::string_view name = item.substr(0, colon);
    const std::string_view value = item.substr(colon + 1);
    if (find_query_field(name) || is_compound_prefix(name)) return false;
    if (name.find_first_of("0123456789/") != std::string_view::npos) return true;
    if (value.starts_with("//")) return true;
    if (value.empty()) return rest_.size() == item.size() || at_break(item.size());
    return nearest_field_name(name).empty() &&
           std::find(kColonEndings.begin(), kColonEndings.end(), value) != kColonEndings.end();
  }

  Status lex_compounds(std::string_view name) {
    take(name.size() + 1);
    const std::uint32_t column = column_;
    const std::string_view value = take(item_length());
    const auto mode = compound_mode(value);
    if (!mode)
      return bad_query(column, "\"" + std::string(value) + "\" is no way to take compounds",
                       "write sms: and one of " + compound_mode_names());
    add(QueryToken::kCompounds, ordalag::name(*mode));
    return {};
  }

  Status lex_field(std::string_view name) {
    if (is_compound_prefix(name)) return lex_compounds(name);
    const auto field = find_query_field(name);
    if (!field) {
      const std::string near = nearest_field_name(name);
      return bad_query(start_, "unknown field \"" + std::string(name) + "\"",
                       near.empty() ? "put text with a colon in quotation marks"
                                    : "did you mean " + near + ":?");
    }
    take(name.size() + 1);
    const std::uint32_t column = column_;
    std::string_view value;
    if (length_at_start(kQuotes, rest_) != 0) {
      ORDALAG_TRY(text, quoted_text());
      value = text;
    } else {
      value = take(item_length());
    }
    if (value.find_first_not_of(" \t\n\r") == std::string_view::npos)
      return bad_query(start_, "the field \"" + std::string(name) + "\" has no value",
                       "write the value directly after the colon");
    if (*field == TermField::kYear && !parse_year_range(value))
      return bad_query(column, "\"" + std::string(value) + "\" is no year or range of years",
                       "write år:2022 or år:2018..2022");
    add(QueryToken::kField, value);
    tokens_.back().field = *field;
    return {};
  }

  Status lex_word(std::size_t size) {
    const std::string_view word = take(size);
    const std::size_t star = word.find('*');
    if (star == std::string_view::npos) {
      add(QueryToken::kWord, word);
      return {};
    }
    const std::string_view stem = word.substr(0, star);
    if (star + 1 != word.size())
      return bad_query(start_, "\"*\" may stand only at the end of a word",
                       "write the beginning of the word: bostad*");
    if (count_code_points(stem) < kMinPrefixLength)
      return bad_query(start_, "the wildcard \"" + std::string(word) + "\" is too wide",
                       "give at least " + std::to_string(kMinPrefixLength) + " letters before *");
    add(QueryToken::kPrefix, stem);
    return {};
  }

  std::string_view rest_;
  std::uint32_t column_ = 1;  // of the first character of rest_
  std::uint32_t start_ = 1;   // of the token being read
  std::vector<LexedToken> tokens_;
};

}  // namespace

Result<std::vector<LexedToken>> lex_query(std::string_view query) { return Lexer(query).run(); }

}  // namespace ordalag
