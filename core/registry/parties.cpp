#include "core/registry/parties.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <sstream>

#include "core/registry/names.hpp"
#include "core/registry/party_toml.hpp"
#include "core/registry/toml_table.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

bool in_use(const PartyName& name, int year) {
  return year >= name.from.value_or(kFirstPartyYear) && year <= name.to.value_or(kLastPartyYear);
}

bool overlap(const PartyName& a, const PartyName& b) {
  return a.from.value_or(kFirstPartyYear) <= b.to.value_or(kLastPartyYear) &&
         b.from.value_or(kFirstPartyYear) <= a.to.value_or(kLastPartyYear);
}

// The last three bytes of a word, as a place in the table of endings.
std::size_t ending(std::string_view word) {
  const auto byte = [&](std::size_t from_end) {
    return static_cast<std::size_t>(static_cast<unsigned char>(word[word.size() - from_end]));
  };
  constexpr std::size_t kPlaces = 1U << 16U;
  return (byte(3) << 10U ^ byte(2) << 5U ^ byte(1)) % kPlaces;
}
constexpr std::size_t kEndingBytes = 3;


// `text` with the capitals A-Z and À-Þ made small. Returns its size; `to` has room for it.
std::size_t make_small(std::string_view text, std::span<char> to) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool capital = (byte >= 'A' && byte <= 'Z') ||
                         (i > 0 && text[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E);
    to[i] = capital ? static_cast<char>(byte + 0x20) : text[i];
  }
  return text.size();
}

// Nothing but a-z, å, ä and ö.
bool is_small(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= 'a' && text[i] <= 'z') continue;
    const bool swedish = text[i] == '\xC3' && i + 1 < text.size() &&
                         (text[i + 1] == '\xA5' || text[i + 1] == '\xA4' || text[i + 1] == '\xB6');
    if (!swedish) return false;
    ++i;
  }
  return true;
}

}  // namespace

Result<PartyRegistry> PartyRegistry::load(const std::filesystem::path& file) {
  PartyRegistry registry;
  ORDALAG_CHECK(registry.add(file));
  return registry;
}

Result<PartyRegistry> PartyRegistry::parse(std::string_view text, const std::string& name) {
  PartyRegistry registry;
  ORDALAG_CHECK(registry.take(text, name));
  return registry;
}

Status PartyRegistry::add(const std::filesystem::path& file) {
  ORDALAG_TRY(text, read_configuration(file.string()));
  return take(text, file.string());
}

Status PartyRegistry::take(std::string_view text, const std::string& file) {
  ORDALAG_TRY(top, TomlTable::parse(text, file));
  ORDALAG_CHECK(top.only({"party"}));
  ORDALAG_TRY(tables, top.tables("party"));
  for (const TomlTable& table : tables) {
    ORDALAG_TRY(party, read_party(table));
    if (!codes_.emplace(name_key(party.code.value), parties_.size()).second)
      return fail(table.error("id", "the party " + party.code.value + " is there already"));
    add_opening(name_key(party.code.value));
    parties_.push_back(std::move(party));
    ORDALAG_CHECK(index_party(parties_.size() - 1, table.error("names", "").where));
  }
  return {};
}

Status PartyRegistry::index_party(std::size_t number, const std::string& where) {
  const Party& party = parties_[number];
  for (std::size_t n = 0; n < party.names.size(); ++n) {
    const PartyName& name = party.names[n];
    for (const std::string& written : {name.name, name.short_form}) {
      const std::string key = name_key(written);
      if (key.empty()) continue;
      auto& bearers = names_[key];
      for (const Bearer& other : bearers)
        if (other.party != number && overlap(name, parties_[other.party].names[other.name]))
          return fail(ErrorCode::kBadConfig,
                      "\"" + written + "\" names both " + party.code.value + " and " +
                          parties_[other.party].code.value,
                      where, "tell them apart by the years of use");
      bearers.push_back({number, n});
      add_opening(key);
    }
    if (const std::string key = name_key(name.name); key.find(' ') == std::string::npos)
      add_word(key, number);
  }
  for (const std::string& member : party.members) {
    const std::string key = name_key(member);
    if (key.empty() || !heads_.emplace(key, number).second) continue;
    add_word(key, number);
    head_lengths_.push_back(key.size());
  }
  for (const std::string& other : party.except) except_.emplace(name_key(other), number);
  std::sort(head_lengths_.begin(), head_lengths_.end(), std::greater<>());
  head_lengths_.erase(std::unique(head_lengths_.begin(), head_lengths_.end()), head_lengths_.end());
  return {};
}

void PartyRegistry::add_word(const std::string& key, std::size_t party) {
  if (key.size() < kEndingBytes) return;  // an abbreviation
  words_.emplace(key, party);
  add_ending(key);
}

void PartyRegistry::add_ending(std::string_view key) {
  std::uint8_t& shortest = endings_[ending(key)];
  const auto size = static_cast<std::uint8_t>(std::min<std::size_t>(key.size(), UINT8_MAX));
  if (shortest == 0 || size < shortest) shortest = size;
}

bool PartyRegistry::has_ending(std::string_view word, std::size_t size) const {
  if (size < kEndingBytes) return false;
  const std::uint8_t shortest = endings_[ending(word)];
  return shortest != 0 && size >= shortest;
}

void PartyRegistry::add_opening(const std::string& key) {
  const std::size_t end = key.find_first_of(" -");
  if (end == std::string::npos) return;
  const std::string opening = key.substr(0, end);
  openings_.insert(opening);
  if (opening.size() < kEndingBytes)
    short_opening_ = true;
  else
    add_ending(opening);
}

std::string PartyRegistry::text() const {
  std::ostringstream out;
  for (const Party& party : parties_) write_party(out, party);
  return std::move(out).str();
}

const Party* PartyRegistry::find(const PartyCode& code) const {
  const auto found = codes_.find(name_key(code.value));
  return found == codes_.end() ? nullptr : &parties_[found->second];
}

// `key` is the folded `word`, without a genitive ending or with what may be one.
std::optional<PartyMention> PartyRegistry::find_word(std::string_view key,
                                                     std::string_view word) const {
  if (!has_ending(key, key.size()) || except_.contains(key)) return std::nullopt;
  if (const auto found = words_.find(key); found != words_.end())
    return PartyMention{parties_[found->second].code, {}};
  // The longest end first: a name inside a longer name is not meant.
  for (const std::size_t length : head_lengths_) {
    if (length >= key.size()) continue;
    const auto found = heads_.find(key.substr(key.size() - length));
    if (found == heads_.end()) continue;
    std::string prefix = name_prefix(word, key.substr(0, key.size() - length));
    if (prefix.empty()) return std::nullopt;
    return PartyMention{parties_[found->second].code, std::move(prefix)};
  }
  return std::nullopt;
}

// Folding changes nothing in a-z, å, ä and ö, and makes them of their capitals: the ending of such a
// word is seen as it stands.
bool PartyRegistry::may_end_in_name(std::string_view word) const {
  std::size_t at = word.size() - std::min(word.size(), kEndingBytes + 1);
  if (at > 0 && is_continuation(word[at])) --at;
  std::array<char, kEndingBytes + 2> small;
  const std::size_t size = make_small(word.substr(at), small);
  const std::string_view end(small.data(), size);
  if (!is_small(end)) return true;
  return has_ending(end, word.size()) ||
         (end.ends_with('s') && has_ending(end.substr(0, size - 1), word.size() - 1));
}

std::optional<PartyMention> PartyRegistry::by_word(std::string_view word) const {
  if (!may_end_in_name(word)) return std::nullopt;
  const std::string key = name_key(word);
  if (auto mention = find_word(key, word)) return mention;
  const std::string_view base = without_genitive(key);
  return base.size() == key.size() ? std::nullopt : find_word(base, word);
}

bool PartyRegistry::opens_name(std::string_view word) const {
  return openings_.contains(name_key(word));
}

std::optional<PartyCode> PartyRegistry::resolve(std::string_view name,
                                                std::optional<int> year) const {
  const std::string key = name_key(name);
  if (const auto code = codes_.find(key); code != codes_.end()) return parties_[code->second].code;
  for (const std::string_view form : {std::string_view(key), without_genitive(key)}) {
    const auto found = names_.find(form);
    if (found == names_.end()) continue;
    for (const Bearer& bearer : found->second) {
      const Party& party = parties_[bearer.party];
      if (!year || in_use(party.names[bearer.name], *year)) return party.code;
    }
  }
  return std::nullopt;
}

}  // namespace ordalag
