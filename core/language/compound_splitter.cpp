#include "core/language/compound_splitter.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

constexpr int kMostLetters = 60;
constexpr int kFewestLetters = 6;
constexpr int kDeepest = 3;
constexpr std::size_t kLongHead = 7;  // bytes of a last element that divides a name
constexpr float kUnreached = -1e9F;

// Nats; all found on the development half of the compound gold and flat around these values.
constexpr float kPartCost = 1.5F;      // for every element beyond the second
constexpr float kRestoredCost = .5F;   // for giving back a third consonant
constexpr float kLeastListed = -21.F;  // twice the mean score of an element
constexpr float kLeastUnlisted = -24.F;

// An unknown first element is taken for a name when a common noun of this length follows.
constexpr int kFewestNameLetters = 4;
constexpr int kFewestHeadLetters = 6;
constexpr std::size_t kFewestWordLetters = 8;
constexpr std::uint8_t kCommonHead = 80;  // cost: 10 nats

struct Letters {
  std::array<std::uint32_t, kMostLetters + 1> starts;  // bytes; [count] is the size of the word
  int count = 0;
};

// False when the word is too long.
bool find_letters(std::string_view word, Letters& letters) {
  letters.count = 0;
  for (std::uint32_t i = 0; i < word.size(); ++i) {
    if (is_continuation(word[i])) continue;
    if (letters.count == kMostLetters) return false;
    letters.starts[letters.count++] = i;
  }
  letters.starts[letters.count] = static_cast<std::uint32_t>(word.size());
  return true;
}

bool is_vowel(char letter) {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

float score_of(std::uint8_t cost) { return -static_cast<float>(cost) / kCostScale; }

}  // namespace

CompoundSplitter::CompoundSplitter(const Lexicon& lexicon, const StemmerConfig& config)
    : lexicon_(lexicon), config_(config) {
  for (const auto& [word, cuts] : config.compounds) given_openings_.set(opening_of(word));
}

std::size_t CompoundSplitter::opening_of(std::string_view word) {
  return WordHash(word.substr(0, 4)).value() % kOpenings;
}

std::vector<std::uint32_t> CompoundSplitter::split(std::string_view word) const {
  return split(word, lexicon_.form(word));
}

std::vector<std::uint32_t> CompoundSplitter::split(std::string_view word,
                                                   const FormEntry* entry) const {
  std::vector<std::uint32_t> cuts;
  split_into(word, entry, 0, cuts);
  return cuts;
}

const std::vector<std::uint32_t>* CompoundSplitter::given(std::string_view word,
                                                          const FormEntry* entry) const {
  if (!given_openings_.test(opening_of(word))) return nullptr;
  if (const auto* cuts = find(config_.compounds, word)) return cuts;
  if (entry == nullptr || entry->element_rule == kNoRule) return nullptr;
  const std::string lemma = lexicon_.edit(word, entry->element_rule);
  const auto* cuts = find(config_.compounds, lemma);
  const bool fits =
      cuts != nullptr && (cuts->empty() || (cuts->back() < word.size() &&
                                            word.starts_with(lemma.substr(0, cuts->back()))));
  return fits ? cuts : nullptr;
}

bool CompoundSplitter::is_name(std::string_view word) const {
  return lexicon_.is_whole(word) ||
         (word.ends_with('s') && lexicon_.is_whole(word.substr(0, word.size() - 1)));
}

void CompoundSplitter::split_into(std::string_view word, const FormEntry* entry, int depth,
                                  std::vector<std::uint32_t>& cuts) const {
  if (lexicon_.empty() || word.size() < kFewestLetters || depth > kDeepest) return;
  if (const auto* known = given(word, entry)) {
    cuts.insert(cuts.end(), known->begin(), known->end());
    return;
  }
  const bool listed = entry != nullptr && (entry->flags & kListed) != 0;
  if (listed && (entry->flags & kSimple) != 0) return;
  Division division = best_division(word, listed);
  if (!division.found && !listed && depth == 0) division = unknown_name_division(word);
  if (!division.found) return;
  // Halmstad and Lundgren stay whole, Europaparlamentet does not: what ends like a place or a
  // family is short.
  const std::size_t last = division.cuts.back();
  if (word.size() - last < kLongHead && is_name(word)) return;
  std::uint32_t begin = 0;
  std::vector<std::uint32_t> inner;
  for (const std::uint32_t cut : division.cuts) {
    const std::string_view element = word.substr(begin, cut - begin);
    const std::string lemma = modifier_lemma(element);
    inner.clear();
    split_into(lemma, lexicon_.form(lemma), depth + 1, inner);
    for (const std::uint32_t at : inner) {
      const bool shared = at < element.size() && element.starts_with(lemma.substr(0, at));
      if (shared) cuts.push_back(begin + at);
    }
    cuts.push_back(cut);
    begin = cut;
  }
  inner.clear();
  const std::string_view head = word.substr(begin);
  split_into(head, lexicon_.form(head), depth + 1, inner);
  for (const std::uint32_t at : inner) cuts.push_back(begin + at);
}

CompoundSplitter::Division CompoundSplitter::best_division(std::string_view word,
                                                           bool listed) const {
  Division division;
  Letters letters;
  if (!find_letters(word, letters) || letters.count < kFewestLetters) return division;
  const int n = letters.count;
  std::array<float, kMostLetters + 1> best;
  std::array<std::int8_t, kMostLetters + 1> from{};
  std::array<std::int8_t, kMostLetters + 1> parts{};
  best.fill(kUnreached);
  best[0] = 0;
  for (int i = 0; i < n - 3; ++i) {
    if (best[i] <= kUnreached) continue;
    WordHash hash;
    for (int j = i + 1; j < n - 1; ++j) {
      for (std::uint32_t b = letters.starts[j - 1]; b < letters.starts[j]; ++b) hash.add(word[b]);
      if (j - i < 2 || (j - i == 2 && i > 0)) continue;
      const ModifierEntry* modifier = lexicon_.modifier(hash.value());
      if (modifier == nullptr) continue;
      const std::uint8_t cost = listed ? modifier->cost_in_listed : modifier->cost_in_unlisted;
      if (cost == kNoCost) continue;
      const float score = best[i] + score_of(cost) - (i > 0 ? kPartCost : 0);
      if (score > best[j]) {
        best[j] = score;
        from[j] = static_cast<std::int8_t>(i);
        parts[j] = static_cast<std::int8_t>(parts[i] + 1);
      }
    }
  }
  float top = kUnreached;
  int at = 0;
  const auto offer = [&](int j, const FormEntry* head, float penalty) {
    if (head == nullptr) return;
    const std::uint8_t cost = listed ? head->cost_in_listed : head->cost_in_unlisted;
    if (cost == kNoCost || best[j] + score_of(cost) - penalty <= top) return;
    top = best[j] + score_of(cost) - penalty;
    at = j;
  };
  for (int j = 2; j < n - 1; ++j) {
    if (best[j] <= kUnreached) continue;
    offer(j, lexicon_.form(word.substr(letters.starts[j])), 0);
    if (n - j < (listed ? 5 : 3)) continue;
    const std::string full = restored(word, letters.starts[j]);
    if (!full.empty()) offer(j, lexicon_.form(full), kRestoredCost);
  }
  if (at == 0) return division;
  const int count = parts[at] + 1;
  const float mean = (top + kPartCost * static_cast<float>(count - 2)) / static_cast<float>(count);
  if (2 * mean < (listed ? kLeastListed : kLeastUnlisted)) return division;
  division.found = true;
  for (int j = at; j > 0; j = from[j]) division.cuts.push_back(letters.starts[j]);
  std::reverse(division.cuts.begin(), division.cuts.end());
  return division;
}

// A noun of the dictionary, perhaps with the -s- that links it: likvidations.
bool CompoundSplitter::is_noun(std::string_view element) const {
  const auto listed = [&](std::string_view form) {
    const FormEntry* entry = lexicon_.form(form);
    return entry != nullptr && (entry->flags & kNounForm) != 0;
  };
  return listed(element) ||
         (element.ends_with('s') && listed(element.substr(0, element.size() - 1)));
}

// likvidationshän|seende: what stands before the head is no name but a long word of the dictionary
// and letters that are none. `starts` are the places of its letters, and where the head begins.
bool CompoundSplitter::opens_with_word(std::string_view word,
                                       std::span<const std::uint32_t> starts) const {
  WordHash hash;
  std::uint32_t hashed = 0;
  const std::uint32_t name_end = starts.back();
  for (std::size_t j = 1; j + 1 < starts.size(); ++j) {
    for (; hashed < starts[j]; ++hashed) hash.add(word[hashed]);
    if (j < kFewestWordLetters) continue;
    const std::string_view rest = word.substr(starts[j], name_end - starts[j]);
    if (lexicon_.modifier(rest) != nullptr || is_noun(rest)) continue;
    const FormEntry* form = lexicon_.form(hash.value());
    const bool listed = form != nullptr && (form->flags & (kListed | kNameForm)) == kListed;
    if (listed || lexicon_.modifier(hash.value()) != nullptr) return true;
  }
  return false;
}

CompoundSplitter::Division CompoundSplitter::unknown_name_division(std::string_view word) const {
  Division division;
  Letters letters;
  if (!find_letters(word, letters)) return division;
  for (int j = kFewestNameLetters; j + kFewestHeadLetters <= letters.count; ++j) {
    const FormEntry* head = lexicon_.form(word.substr(letters.starts[j]));
    if (head == nullptr || (head->flags & kNounForm) == 0) continue;
    const std::string_view name = word.substr(0, letters.starts[j]);
    const bool long_noun = static_cast<std::size_t>(j) >= kFewestWordLetters && is_noun(name);
    if (head->cost_in_listed > kCommonHead && !long_noun) continue;
    const FormEntry* known = lexicon_.form(name);
    if (!long_noun && known != nullptr && (known->flags & kNameForm) == 0) continue;
    if (!long_noun &&
        opens_with_word(word, {letters.starts.data(), static_cast<std::size_t>(j) + 1}))
      continue;
    division.found = true;
    division.cuts = {letters.starts[j]};
    return division;
  }
  return division;
}

std::string CompoundSplitter::restored(std::string_view word, std::uint32_t cut) const {
  if (cut < 3 || word[cut - 1] != word[cut - 2]) return {};
  const char letter = word[cut - 1];
  if (static_cast<unsigned char>(letter) >= 0x80 || is_vowel(letter)) return {};
  return letter + std::string(word.substr(cut));
}

std::string CompoundSplitter::last_element(std::string_view word, std::uint32_t cut) const {
  const std::string plain(word.substr(cut));
  const std::string full = restored(word, cut);
  if (full.empty()) return plain;
  const FormEntry* a = lexicon_.form(plain);
  const FormEntry* b = lexicon_.form(full);
  const float plain_score =
      a == nullptr || a->cost_in_unlisted == kNoCost ? kUnreached : score_of(a->cost_in_unlisted);
  const float full_score = b == nullptr || b->cost_in_unlisted == kNoCost
                               ? kUnreached
                               : score_of(b->cost_in_unlisted) - kRestoredCost;
  return full_score > plain_score ? full : plain;
}

std::string CompoundSplitter::modifier_lemma(std::string_view element) const {
  const ModifierEntry* modifier = lexicon_.modifier(element);
  if (modifier != nullptr) return lexicon_.edit(element, modifier->lemma_rule);
  // An element inside a longer one may carry a linking -s- that only the whole takes:
  // arbets|löshets.
  const bool linked = element.ends_with('s');
  const std::string_view bare = element.substr(0, element.size() - (linked ? 1 : 0));
  const FormEntry* entry = lexicon_.form(bare);
  if (entry != nullptr && entry->element_rule != kNoRule) {
    return lexicon_.edit(bare, entry->element_rule);
  }
  return std::string(element);
}

}  // namespace ordalag
