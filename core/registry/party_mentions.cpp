#include "core/registry/party_mentions.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

// "Sveriges socialdemokratiska arbetareparti" has three words, the longest name that ships five.
constexpr std::size_t kMostNameWords = 5;
constexpr std::size_t kLongestAbbreviation = 4;  // letters
// What stands between two abbreviations of one list.
constexpr std::array<std::string_view, 10> kJoints = {", ",  " och ", "+",   " + ", "/",
                                                      " / ", ",",     " & ", "–",   "-"};

class Finder {
 public:
  Finder(std::string_view text, const PartyRegistry& parties, std::optional<int> year,
         const std::vector<WordSegment>& words)
      : text_(text), parties_(parties), year_(year), words_(words) {}

  std::vector<NamedParty> run() {
    for (std::size_t at = 0; at < words_.size();) {
      std::size_t used = long_name(at);
      if (used == 0) used = abbreviations(at);
      if (used == 0) used = single_word(at);
      at += std::max<std::size_t>(used, 1);
    }
    return std::move(found_);
  }

 private:
  std::string_view word(std::size_t at) const {
    return text_.substr(words_[at].span.begin, words_[at].span.size());
  }
  std::string_view between(std::size_t at) const {  // the words `at` and `at` + 1
    return text_.substr(words_[at].span.end, words_[at + 1].span.begin - words_[at].span.end);
  }
  void add(const PartyCode& code, std::size_t first, std::size_t last) {
    found_.push_back({code, {words_[first].span.begin, words_[last].span.end}});
  }

  // A name of several words begins with a capital. Returns how many words it has.
  std::size_t long_name(std::size_t at) {
    if (!is_upper(code_point_at(word(at), 0).value) || !parties_.opens_name(word(at))) return 0;
    std::size_t last = at;
    while (last + 1 < words_.size() && last + 1 - at < kMostNameWords &&
           (between(last) == " " || between(last) == "-"))
      ++last;
    for (; last > at; --last) {
      const ByteSpan span{words_[at].span.begin, words_[last].span.end};
      const auto code = parties_.resolve(text_.substr(span.begin, span.size()), year_);
      if (!code) continue;
      found_.push_back({*code, span});
      return last - at + 1;
    }
    return 0;
  }

  std::optional<PartyCode> abbreviation(std::size_t at) const {
    const std::string_view letters = word(at);
    for (std::size_t i = 0; i < letters.size();) {
      const CodePoint c = code_point_at(letters, i);
      if (!is_upper(c.value)) return std::nullopt;
      i += c.bytes;
    }
    if (count_code_points(letters) > kLongestAbbreviation) return std::nullopt;
    return parties_.resolve(letters, year_);
  }

  // A list of abbreviations, or one that stands in brackets or has several letters.
  std::size_t abbreviations(std::size_t at) {
    std::vector<PartyCode> codes;
    std::size_t end = at;
    for (; end < words_.size(); ++end) {
      const bool joined =
          end == at || std::find(kJoints.begin(), kJoints.end(), between(end - 1)) != kJoints.end();
      const auto code = joined ? abbreviation(end) : std::nullopt;
      if (!code) break;
      codes.push_back(*code);
    }
    if (codes.empty()) return 0;
    const bool certain = codes.size() > 1 || count_code_points(word(at)) > 1 || in_brackets(at);
    if (!certain) return 0;
    for (std::size_t i = 0; i < codes.size(); ++i) add(codes[i], at + i, at + i);
    return codes.size();
  }

  // "Ek (S)", not "elev(er)" and not "(S" without an end.
  bool in_brackets(std::size_t at) const {
    const ByteSpan span = words_[at].span;
    const bool opened = span.begin > 0 && text_[span.begin - 1] == '(' &&
                        (span.begin == 1 || text_[span.begin - 2] == ' ');
    return opened && span.end < text_.size() && text_[span.end] == ')';
  }

  std::size_t single_word(std::size_t at) {
    if (!words_[at].has_letter) return 0;
    const auto mention = parties_.by_word(word(at));
    if (!mention) return 0;
    add(mention->code, at, at);
    return 1;
  }

  std::string_view text_;
  const PartyRegistry& parties_;
  std::optional<int> year_;
  const std::vector<WordSegment>& words_;
  std::vector<NamedParty> found_;
};

}  // namespace

std::vector<NamedParty> find_parties(std::string_view text, const PartyRegistry& parties,
                                     std::optional<int> year, WordBreaker& breaker) {
  if (!parties.may_be_named_in(text)) return {};
  std::vector<WordSegment> words;
  breaker.divide(text, words);
  return Finder(text, parties, year, words).run();
}

}  // namespace ordalag
