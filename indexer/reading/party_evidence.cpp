#include "indexer/reading/party_evidence.hpp"

#include <algorithm>
#include <array>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/document_words.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

constexpr std::uint32_t kLongestLeadIn = 14;  // words

std::string_view bare(std::string_view word) {
  constexpr std::string_view kSigns = ".,:;!?()\"'";
  while (!word.empty() && kSigns.find(word.front()) != std::string_view::npos)
    word.remove_prefix(1);
  while (!word.empty() && kSigns.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

// `text` cut at dashes and bars that stand between spaces, and at colons.
std::vector<std::string_view> segments(std::string_view text) {
  std::vector<std::string_view> found;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const bool spaced =
        at > 0 && text[at - 1] == ' ' && at + c.bytes < text.size() && text[at + c.bytes] == ' ';
    const bool cut =
        c.value == ':' ||
        (spaced && (is_dash(c.value) || is_hyphen(c.value) || c.value == '|' || c.value == 0x2022));
    if (cut) {
      found.push_back(trimmed(text.substr(begin, at - begin)));
      begin = at + c.bytes;
    }
    at += c.bytes;
  }
  found.push_back(trimmed(text.substr(begin)));
  return found;
}

bool is_genitive(std::string_view word, const PartyMention& mention, const PartyRegistry& parties) {
  if (word.size() < 2 || lower_case(word).back() != 's') return false;
  return parties.by_word(word.substr(0, word.size() - 1)) == mention;
}

// What follows a party's name in a segment that is its sender: nothing, a place, or "vill".
bool follows_sender(std::string_view rest) {
  if (rest.empty()) return true;
  if (starts_folded(rest, "i ") || starts_folded(rest, "vill")) return true;
  return count_words(rest) <= 2 && starts_upper(rest);
}

void add(std::vector<PartyCode>& found, const PartyCode& party) {
  const auto place = std::lower_bound(found.begin(), found.end(), party);
  if (place == found.end() || *place != party) found.insert(place, party);
}

// The name of a party that a text begins with, or else its first word.
struct Named {
  std::string_view text;
  std::optional<PartyCode> party;
  bool genitive = false;
};

// A name of several words ("Moderata samlingspartiets") before one of its words alone.
Named name_at(std::string_view rest, const PartyRegistry& parties) {
  constexpr std::size_t kMostWords = 4;
  std::array<std::size_t, kMostWords> ends{};  // of the first words
  std::size_t words = 0;
  for (std::size_t at = 0; words < kMostWords && at < rest.size(); ++words) {
    at = rest.find_first_not_of(' ', at);
    ends[words] = std::min(rest.find(' ', at), rest.size());
    at = ends[words];
  }
  for (; words > 1; --words) {
    const std::string_view name = bare(rest.substr(0, ends[words - 1]));
    const auto party = parties.resolve(name);
    if (!party) continue;
    const bool genitive = lower_case(name).ends_with('s') &&
                          parties.resolve(name.substr(0, name.size() - 1)) == party;
    return {rest.substr(0, ends[words - 1]), party, genitive};
  }
  const std::string_view word = first_word(rest);
  const auto mention = parties.by_word(bare(word));
  if (!mention) return {word, std::nullopt, false};
  return {word, mention->code, is_genitive(bare(word), *mention, parties)};
}

// "Avtal mellan Centerpartiet, Liberalerna och Moderaterna i Ekvik": those who agree, two at least.
std::vector<PartyCode> agreeing_parties(std::string_view title, const PartyRegistry& parties) {
  constexpr std::string_view kBetween = " mellan ";
  const std::size_t at = lower_case(title).find(kBetween);
  if (at == std::string::npos) return {};
  std::vector<PartyCode> found;
  for (std::string_view rest = trimmed(title.substr(at + kBetween.size())); !rest.empty();) {
    const Named named = name_at(rest, parties);
    if (named.party) {
      add(found, *named.party);
    } else if (!equals_folded(named.text, "och") && !equals_folded(named.text, "samt")) {
      break;
    }
    rest = trimmed(rest.substr(named.text.size()));
  }
  return found.size() > 1 ? found : std::vector<PartyCode>{};
}

}  // namespace

bool is_party_name(std::string_view text, const PartyRegistry& parties) {
  text = bare(trimmed(text));
  if (text.empty()) return false;
  if (count_words(text) > 1) return parties.resolve(text).has_value();
  // Short forms of two letters and more: "KD", not "M", which may be any letter.
  if (count_code_points(text) >= 2 && is_all_capitals(text) && parties.resolve(text)) return true;
  const auto mention = parties.by_word(text);
  return mention && mention->prefix.empty() && !is_genitive(text, *mention, parties);
}

std::vector<PartyCode> sender_parties(std::string_view title, const PartyRegistry& parties) {
  std::vector<PartyCode> found = agreeing_parties(title, parties);
  for (const std::string_view segment : segments(title)) {
    if (is_party_name(segment, parties)) {
      if (const auto party = parties.resolve(segment)) {
        add(found, *party);
        continue;
      }
    }
    bool first = true;
    for (std::string_view rest = segment; !rest.empty();) {
      const Named named = name_at(rest, parties);
      rest = trimmed(rest.substr(named.text.size()));
      if (named.party) {
        const bool document_follows = rest.empty() || kind_of_title(rest).has_value();
        if ((named.genitive && document_follows) ||
            (!named.genitive && first && follows_sender(rest)))
          add(found, *named.party);
      }
      first = false;
    }
  }
  return found;
}

std::optional<PartyCode> speaking_party(std::string_view line, const PartyRegistry& parties) {
  if (count_words(line) > kLongestLeadIn) return std::nullopt;
  std::optional<PartyCode> found;
  for (std::string_view rest = trimmed(line); !rest.empty();) {
    const std::string_view word = first_word(rest);
    rest = trimmed(rest.substr(word.size()));
    const auto mention = parties.by_word(bare(word));
    if (!mention) continue;
    if (found && *found != mention->code) return std::nullopt;
    found = mention->code;
  }
  return found;
}

}  // namespace ordalag::reading
