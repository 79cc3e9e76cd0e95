#include "indexer/reading/signatures.hpp"

#include <algorithm>
#include <array>

#include "core/registry/offices.hpp"
#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"
#include "indexer/reading/party_evidence.hpp"

namespace ordalag::reading {
namespace {

constexpr std::size_t kLongest = 160;         // bytes of a signature
constexpr std::uint32_t kLongestOffice = 10;  // words
constexpr std::size_t kMostNames = 8;

constexpr std::array<std::string_view, 7> kNameParticles = {"von", "af",  "de", "al",
                                                            "el",  "van", "der"};

// Words that a signature never holds: it is running text then.
constexpr std::array<std::string_view, 14> kRunningWords = {
    "är",    "har",     "vill",   "säger",   "ska", "kan",  "tycker",
    "menar", "skriver", "svarar", "och att", "som", "inte", "att"};

constexpr std::array<std::string_view, 9> kReplies = {
    "svar direkt",           "slutreplik", "replik",    "genmäle", "svar på insändare",
    "svar på debattartikel", "svar från",  "svar till", "svar:"};

constexpr std::array<std::string_view, 6> kStatements = {
    "reservation",         "skriftlig reservation", "särskilt yttrande",
    "särskilda yttranden", "protokollsanteckning",  "röstförklaring"};

std::string_view without_comma(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == ':')) word.remove_suffix(1);
  return word;
}

bool is_name_word(std::string_view word) {
  if (count_code_points(word) < 2 || !is_upper(code_point_at(word, 0).value)) return false;
  if (is_all_capitals(word)) return false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (!is_letter(c.value) && c.value != '-' && c.value != 0x2019 && c.value != '\'') return false;
    at += c.bytes;
  }
  return true;
}

bool is_particle(std::string_view word) {
  return std::find(kNameParticles.begin(), kNameParticles.end(), word) != kNameParticles.end();
}

bool holds_running_words(std::string_view text) {
  const std::string padded = " " + lower_case(text) + " ";
  return std::any_of(kRunningWords.begin(), kRunningWords.end(), [&](std::string_view word) {
    return padded.find(" " + std::string(word) + " ") != std::string::npos;
  });
}

bool names_office(std::string_view text) {
  for (std::string_view rest = trimmed(text); !rest.empty();) {
    const std::string_view word = first_word(rest);
    rest = trimmed(rest.substr(word.size()));
    if (is_office(word)) return true;
  }
  return false;
}

// Takes a conjunction between two signatories off the start of `rest`.
bool take_conjunction(std::string_view& rest) {
  for (const std::string_view sign : {"och ", "& ", "samt ", ","}) {
    if (!rest.starts_with(sign)) continue;
    rest = trimmed(rest.substr(sign.size()));
    return true;
  }
  return false;
}

void add_party(Signature& signature, const std::optional<PartyCode>& party) {
  if (!party) return;
  const auto place = std::lower_bound(signature.party.begin(), signature.party.end(), *party);
  if (place == signature.party.end() || *place != *party) signature.party.insert(place, *party);
}

// What stands behind a name that signs: set apart by a comma, an office, or a place.
bool may_follow_name(std::string_view rest) {
  const char32_t first = code_point_at(rest, 0).value;
  const bool apart = first == ',' || first == '(' || is_hyphen(first) || is_dash(first);
  return apart || names_office(rest) || starts_folded(rest, "för ") ||
         (starts_upper(rest) && !ends_sentence(rest));
}

// An office, perhaps with the sign of the party after it.
bool read_office(std::string_view rest, Signature& signature, const PartyRegistry& parties) {
  rest = trimmed(rest);
  if (!rest.empty() && (rest.front() == ':' || !may_follow_name(rest))) return false;
  while (rest.starts_with(',') || rest.starts_with('-')) rest = trimmed(rest.substr(1));
  if (rest.empty()) return true;
  if (count_words(rest) > kLongestOffice || holds_running_words(rest)) return false;
  if (const std::size_t open = rest.rfind('('); open != std::string_view::npos) {
    std::string_view sign = rest.substr(open);
    const std::string_view code = take_party_sign(sign);
    const bool place = starts_upper(sign) && count_words(sign) <= 2;  // "språkrör (MP) Ekvik"
    if (sign.empty() || place) add_party(signature, parties.resolve(code));
  }
  add_party(signature, party_of_office(rest, parties));
  return true;
}

bool is_reply_start(std::string_view text, std::string_view marker) {
  if (!starts_folded(text, marker)) return false;
  const std::string_view rest = trimmed(text.substr(marker.size()));
  if (rest.empty() || marker.back() == ':' || rest.front() == ':' ||
      is_all_capitals(text.substr(0, marker.size())))
    return true;
  return count_words(text) <= 8 && !ends_sentence(text);
}

}  // namespace

std::string take_name(std::string_view& rest) {
  std::string name;
  std::string_view left = trimmed(rest);
  std::size_t words = 0;
  for (bool more = true; more && words < 5;) {
    const std::string_view whole = first_word(left);
    const std::string_view word = without_comma(whole);
    more = word.size() == whole.size();
    if (!is_name_word(word) && !(words > 0 && is_particle(word))) break;
    if (!name.empty()) name += ' ';
    name += word;
    ++words;
    left = trimmed(left.substr(word.size()));
  }
  if (words < 2 || words > 4) return {};
  rest = left;
  return name;
}

std::string_view take_party_sign(std::string_view& rest) {
  rest = trimmed(rest);
  if (!rest.starts_with('(')) return {};
  const std::size_t close = rest.find(')');
  constexpr std::size_t kLongestSign = 8;
  if (close == std::string_view::npos || close < 2 || close > kLongestSign) return {};
  const std::string_view sign = rest.substr(1, close - 1);
  if (!is_upper(code_point_at(sign, 0).value) && count_code_points(sign) > 2) return {};
  if (sign.find_first_of(" 0123456789") != std::string_view::npos) return {};
  rest = trimmed(rest.substr(close + 1));
  return sign;
}

std::optional<Signature> read_signature(std::string_view text, const PartyRegistry& parties) {
  text = trimmed(text);
  if (text.size() > kLongest) return std::nullopt;
  if (text.ends_with(").")) text.remove_suffix(1);
  for (const std::string_view opening : {"av: ", "av ", "text: "})
    if (starts_folded(text, opening)) text = trimmed(text.substr(opening.size()));
  Signature signature;
  while (signature.names.size() < kMostNames) {
    std::string_view rest = text;
    std::string name = take_name(rest);
    if (name.empty()) break;
    signature.names.push_back(std::move(name));
    text = rest;
    if (const std::string_view sign = take_party_sign(text); !sign.empty())
      add_party(signature, parties.resolve(sign));
    std::string_view next = text;
    std::string_view probe;
    if (!take_conjunction(next)) break;
    probe = next;
    if (take_name(probe).empty()) break;
    text = next;
  }
  if (signature.names.empty() || !read_office(text, signature, parties) || signature.party.empty())
    return std::nullopt;
  return signature;
}

bool is_full_name(std::string_view text) {
  if (text.size() > 60) return false;
  std::string_view rest = text;
  return !take_name(rest).empty() && trimmed(rest).empty();
}

std::optional<PartyCode> party_of_office(std::string_view text, const PartyRegistry& parties) {
  if (count_words(text) > kLongestOffice || !names_office(text) || holds_running_words(text))
    return std::nullopt;
  std::optional<PartyCode> found;
  for (std::string_view rest = trimmed(text); !rest.empty();) {
    const std::string_view word = first_word(rest);
    rest = trimmed(rest.substr(word.size()));
    std::string_view bare = without_comma(word);
    while (bare.ends_with('.')) bare.remove_suffix(1);
    const auto mention = parties.by_word(bare);
    if (!mention) continue;
    if (found && *found != mention->code) return std::nullopt;
    found = mention->code;
  }
  return found;
}

bool opens_statement(std::string_view text) {
  constexpr std::uint32_t kLongestHeading = 8;  // words
  return count_words(text) <= kLongestHeading && !ends_with(text, '.') &&
         std::any_of(kStatements.begin(), kStatements.end(),
                     [&](std::string_view opening) { return starts_folded(text, opening); });
}

bool opens_reply(std::string_view text) {
  return std::any_of(kReplies.begin(), kReplies.end(),
                     [&](std::string_view marker) { return is_reply_start(text, marker); });
}

namespace {

// "För Moderaterna i Ekvik" above the full names of those who sign.
std::optional<Signature> signed_for(const std::vector<Block>& blocks, std::uint32_t b,
                                    const PartyRegistry& parties, std::uint32_t& last) {
  constexpr std::string_view kFor = "för ";
  constexpr std::uint32_t kMostWords = 6;
  const std::string_view text = blocks[b].text;
  if (!starts_folded(text, kFor) || !starts_upper(text) || count_words(text) > kMostWords ||
      ends_sentence(text))
    return std::nullopt;
  const auto party = speaking_party(text.substr(kFor.size()), parties);
  if (!party) return std::nullopt;
  Signature signature{{}, {*party}};
  for (std::uint32_t n = b + 1; n < blocks.size() && signature.names.size() < kMostNames; ++n) {
    if (blocks[n].kind != PassageKind::kParagraph || !is_full_name(blocks[n].text)) break;
    signature.names.emplace_back(trimmed(blocks[n].text));
    last = n;
  }
  if (signature.names.empty()) return std::nullopt;
  return signature;
}

}  // namespace

std::vector<SignedBlock> find_signatures(Draft& draft, const PartyRegistry& parties) {
  std::vector<SignedBlock> found;
  auto& blocks = draft.blocks;
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    if (blocks[b].kind != PassageKind::kParagraph) continue;
    if (opens_reply(blocks[b].text)) {
      blocks[b].role = Role::kReply;
      continue;
    }
    std::optional<Signature> signature = read_signature(blocks[b].text, parties);
    std::uint32_t last = b;
    if (!signature) signature = signed_for(blocks, b, parties, last);
    const bool more =
        last == b && b + 1 < blocks.size() && blocks[b + 1].kind == PassageKind::kParagraph;
    if (!signature && more && is_full_name(blocks[b].text)) {
      if (const auto party = party_of_office(blocks[b + 1].text, parties))
        signature = Signature{{std::string(trimmed(blocks[b].text))}, {*party}};
      else if (blocks[b + 1].text.ends_with(')'))
        signature = read_signature(blocks[b].text + ", " + blocks[b + 1].text, parties);
      if (signature) last = b + 1;
    }
    if (!signature) continue;
    if (more && count_words(blocks[b + 1].text) <= kLongestOffice &&
        names_office(blocks[b + 1].text) && !holds_running_words(blocks[b + 1].text) &&
        !read_signature(blocks[b + 1].text, parties) && !opens_reply(blocks[b + 1].text))
      last = b + 1;
    for (std::uint32_t n = b; n <= last; ++n) blocks[n].role = Role::kSignature;
    found.push_back({b, last, *std::move(signature)});
    b = last;
  }
  return found;
}

}  // namespace ordalag::reading
