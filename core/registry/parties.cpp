#include "core/registry/parties.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <sstream>

#include "core/registry/names.hpp"
#include "core/registry/party_toml.hpp"
#include "core/registry/toml_table.hpp"
#include "core/text/plain_words.hpp"
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

constexpr std::size_t kShortEnding = 3;
constexpr std::size_t kLongEnding = 6;  // "aterna": three bytes would let half of all plurals pass


// The last bytes of a word with its capitals made small, the last one lowest. Nothing when one is
// of another letter.
std::optional<std::uint64_t> ending(std::string_view word) {
  constexpr std::size_t kBytes = kLongEnding + 1;  // and a genitive -s
  std::size_t at = word.size() - std::min(word.size(), kBytes);
  if (at > 0 && is_continuation(word[at])) --at;
  std::uint64_t end = 0;
  bool known = true;
  for (; at < word.size(); ++at) {
    const std::uint8_t small = kSmallBytes[static_cast<unsigned char>(word[at])];
    known = known && small != 0;
    end = end << 8U | small;
  }
  return known ? std::optional(end) : std::nullopt;
}

// Where a table of endings has the last `bytes` of an ending.
std::size_t place_of(std::uint64_t ending, std::size_t bytes) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 ÷ the golden ratio, which spreads
  return (ending << (64 - 8 * bytes)) * kFactor >> 48U;  // of 2^16
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
  if (key.size() < kShortEnding) return;  // an abbreviation
  words_.emplace(key, party);
  add_ending(key);
}

// A name with another letter has no ending here: a word with such a letter always may be a name.
void PartyRegistry::add_ending(std::string_view key) {
  const auto end = ending(key);
  if (!end) return;
  if (key.size() >= kLongEnding)
    long_endings_[place_of(*end, kLongEnding)] = true;
  else
    short_endings_[place_of(*end, kShortEnding)] = true;
}

bool PartyRegistry::has_ending(std::uint64_t ending, std::size_t size) const {
  return (size >= kShortEnding && short_endings_[place_of(ending, kShortEnding)]) ||
         (size >= kLongEnding && long_endings_[place_of(ending, kLongEnding)]);
}

void PartyRegistry::add_opening(const std::string& key) {
  const std::size_t end = key.find_first_of(" -");
  if (end == std::string::npos) return;
  const std::string opening = key.substr(0, end);
  openings_.insert(opening);
  if (opening.size() < kShortEnding)
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
  if (except_.contains(key)) return std::nullopt;
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
  const auto end = ending(word);
  if (!end) return true;
  return has_ending(*end, word.size()) ||
         ((*end & 0xFFU) == 's' && has_ending(*end >> 8U, word.size() - 1));
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
