#include "core/language/lexicon_builder/inflection_groups.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "core/language/lexicon_builder/letters.hpp"
#include "core/text/fold.hpp"

namespace ordalag {
namespace {

constexpr std::string_view kVerbFlags = "jKLmMN";
constexpr std::string_view kPluralOrDefinite = "BCDEFGHI";

// Classes that the dictionary only puts on names to save entries (Louis/QR for Louise).
constexpr std::string_view kNotOfNames = "JEFIKLMNOPQRTm";

bool is_capital(const std::string& word) {
  return (word[0] >= 'A' && word[0] <= 'Z') || word.starts_with("Å") || word.starts_with("Ä") ||
         word.starts_with("Ö");
}

// Prefixes of strong verbs that are no words of their own.
constexpr std::array<std::string_view, 10> kBoundPrefixes = {
    "an", "be", "er", "för", "miss", "ned", "sam", "um", "und", "åter"};

std::vector<std::string> folded_unique(const std::vector<std::string>& words) {
  std::vector<std::string> folded;
  folded.reserve(words.size());
  for (const std::string& word : words) folded.push_back(fold(word));
  std::sort(folded.begin(), folded.end());
  folded.erase(std::unique(folded.begin(), folded.end()), folded.end());
  return folded;
}

std::string shortest(const std::vector<std::string>& words) {
  return *std::min_element(words.begin(), words.end(), [](const auto& a, const auto& b) {
    return std::pair(a.size(), a) < std::pair(b.size(), b);
  });
}

// Moves the forms for which `belongs` holds out of `forms`.
template <class Test>
std::vector<std::string> take(std::vector<std::string>& forms, Test belongs) {
  const auto middle = std::stable_partition(forms.begin(), forms.end(),
                                            [&](const auto& form) { return !belongs(form); });
  std::vector<std::string> taken(middle, forms.end());
  forms.erase(middle, forms.end());
  return taken;
}

// Takes the words of `from` out of `forms`.
void remove(const std::vector<std::string>& from, std::vector<std::string>& forms) {
  std::erase_if(forms, [&](const std::string& form) {
    return std::binary_search(from.begin(), from.end(), form);
  });
}

// One dictionary entry on its way to groups. The dictionary packs homonyms and derivations into
// one entry to save space; each method takes out what is a word of its own.
class EntryReader {
 public:
  EntryReader(const HunspellDictionary& dictionary, const StringSet& words,
              const DictionaryEntry& entry, std::vector<InflectionGroup>& groups)
      : dictionary_(dictionary),
        words_(words),
        entry_(entry),
        groups_(groups),
        word_(fold(entry.word)),
        name_(is_capital(entry.word)),
        verb_(entry.has_any(kVerbFlags) && entry.word.ends_with('a')) {}

  void read() {
    if (word_.size() == 1) {
      forms_ = {word_};
    } else {
      forms_ = folded_unique(
          dictionary_.unfold(entry_, left_out()).forms);
      if (!name_) split_agents();
      if (!name_) drop_impossible_plurals();
      if (!name_ && verb_) {
        split_nouns_of_verb();
        split_participles();
      } else if (!name_) {
        split_passives();
      }
    }
    add_rest();
  }

 private:
  std::string_view left_out() const {
    if (!name_) return "T";
    // EU-/J is how the dictionary writes that EU is a word.
    return word_.ends_with('-') ? std::string_view(kNotOfNames).substr(1) : kNotOfNames;
  }

  std::vector<std::string> made_by(char flag) const {
    return entry_.has(flag) ? folded_unique(dictionary_.inflect(entry_.word, flag))
                            : std::vector<std::string>();
  }

  InflectionGroup& add(std::string lemma, std::vector<std::string> forms) {
    InflectionGroup& group = groups_.emplace_back();
    group.lemma = std::move(lemma);
    group.forms = std::move(forms);
    group.ends_compounds = entry_.has(flag::kLast);
    return group;
  }

  // -are and -isk.
  void split_agents() {
    std::vector<std::string> agents = made_by(flag::kAgent);
    const std::vector<std::string> adjectives = take(agents, [](const std::string& form) {
      return form.ends_with("isk") || form.ends_with("iska") || form.ends_with("iskt");
    });
    if (!agents.empty()) add(shortest(agents), agents).noun = true;
    if (!adjectives.empty()) add(shortest(adjectives), adjectives).adjective = true;
  }

  // -n after a consonant other than l and r, and -um -> -a in short words, only exist to give the
  // spelling checker other words (fin -> finns, tum -> ta).
  void drop_impossible_plurals() {
    const char end = word_.back();
    const bool vowel = std::string_view("aeiouy\xA5\xA4\xB6").find(end) != std::string_view::npos;
    const bool um = word_.ends_with("um");
    if (vowel || end == 'l' || end == 'r' || end == ':' || (um && letter_count(word_) > 4)) return;
    remove(made_by('E'), forms_);
  }

  // blicka holds blickar and blickarna of blick, hälsa holds hälsan.
  void split_nouns_of_verb() {
    const std::string stem = word_.substr(0, word_.size() - 1);
    std::vector<std::string> plural = made_by('H');
    for (std::string& form : made_by('I')) plural.push_back(std::move(form));
    if (!plural.empty() && words_.contains(stem)) {
      std::sort(plural.begin(), plural.end());
      remove(plural, forms_);
      if (entry_.has('m')) forms_.push_back(word_ + "r");
      add(stem, std::move(plural)).noun = true;
    }
    if (entry_.has_any("EG")) {
      std::vector<std::string> noun = {word_, word_ + "s"};
      for (const char flag : {'E', 'G'}) {
        for (std::string& form : made_by(flag)) noun.push_back(std::move(form));
      }
      std::sort(noun.begin(), noun.end());
      remove(noun, forms_);
      forms_.push_back(word_);
      add(word_, std::move(noun)).noun = true;
    }
  }

  // Verbal nouns and participles; what is left are the verb's finite forms and supine.
  void split_participles() {
    auto present = take(forms_, [&](const std::string& form) {
      return form.starts_with(word_ + "nde") || form.starts_with(word_ + "ende");
    });
    // Every verb has one, marked or not.
    if (present.empty()) present = {word_ + "nde", word_ + "ndes"};
    InflectionGroup& participle = add(shortest(present), present);
    participle.noun = participle.adjective = true;
    // The preterite (-de, -te) and the supine (-t) look like participles and stay with the verb,
    // as do imperatives in -d.
    const std::string imperative = word_.substr(0, word_.size() - 1);
    const auto past = take(forms_, [&](const std::string& form) {
      if (form == word_ || form == imperative) return false;
      return form.ends_with("d") || form.ends_with("da") || form.ends_with("ta");
    });
    if (past.empty()) return;
    std::string lemma = shortest(past);
    if (lemma.ends_with("a")) lemma.pop_back();
    add(std::move(lemma), past).adjective = true;
  }

  // köp holds köpas of köpa.
  void split_passives() {
    const bool adjective = entry_.has_any("OPQ");
    const std::vector<std::string> passives = made_by('R');
    if (adjective || passives.empty()) return;
    remove(passives, forms_);
    if (words_.contains(word_ + "a")) add(word_ + "a", passives).verb = true;
  }

  void add_rest() {
    std::string lemma = word_;
    if (lemma.size() > 1 && lemma.ends_with('-')) lemma.pop_back();  // EU-, of which EU is a form
    InflectionGroup& group = add(std::move(lemma), std::move(forms_));
    group.adjective =
        !verb_ && (entry_.has_any("OQ") || (entry_.has('M') && entry_.has_any("KLY")));
    // b stands in for A where the word may also be followed by a hyphen.
    const bool declined = entry_.has('A') || (entry_.has('b') && !entry_.has_any("mMNjPQ"));
    group.noun = !verb_ && ((declined && entry_.has_any(kPluralOrDefinite)) ||
                            (entry_.has(flag::kLast) && !group.adjective));
    group.verb = entry_.has_any("mMKN") || entry_.has('j');
    group.name = name_;
  }

  const HunspellDictionary& dictionary_;
  const StringSet& words_;
  const DictionaryEntry& entry_;
  std::vector<InflectionGroup>& groups_;
  std::string word_;
  bool name_;
  bool verb_;
  std::vector<std::string> forms_;
};

bool looks_like_participle(std::string_view lemma) {
  return lemma.ends_with('d') || lemma.ends_with('t') || lemma.ends_with("en");
}

// How likely `form` is to be of `group` rather than of another group that has it: common words
// before names, base forms before inflected ones, nouns before adjectives before verbs, longer
// lemmas before shorter (ställen is of ställe, not of ställ), larger groups before smaller.
// Exceptions: the preterite of a verb before the plural of its participle (delade), the plural of
// an adjective before a noun of the same spelling (svenska, sjuka), the passive of a verb before
// the genitive of a noun (ställs), and entries of one or two forms, which mostly repeat a form of
// another entry, after all else. Measured on the development half of the lemma gold.
int score(const std::string& form, const InflectionGroup& group,
          const StringSet& adjective_plurals) {
  const bool own = form == group.lemma;
  int value = group.noun ? 300 : group.adjective ? 200 : 100;
  value += static_cast<int>(std::min<std::size_t>(group.forms.size(), 20));
  if (group.name) return value - 400 + (own ? 150 : 0);
  if (group.forms.size() <= 2) return value / 10;
  if (group.noun && form.size() == group.lemma.size() + 1 && form.ends_with('s')) return 90;
  if (group.adjective && !group.noun && !own) {
    if (looks_like_participle(group.lemma)) return 50;
    if (adjective_plurals.contains(form)) return 280;
  }
  if (own && group.noun && adjective_plurals.contains(form)) return 180;
  if (own) value += 150;
  if (group.noun && form.starts_with(group.lemma)) {
    value += 10 * static_cast<int>(std::min<std::size_t>(letter_count(group.lemma), 10));
  }
  return value;
}

// Endings that an entry of its own may add to another entry's word.
struct Ending {
  std::string_view drop;
  std::string_view give_back;
};
constexpr std::array<Ending, 6> kAdjectiveEndings = {{
    {"a", ""}, {"e", ""}, {"t", ""}, {"are", ""}, {"ast", ""}, {"aste", ""}}};
constexpr std::array<Ending, 12> kVerbEndings = {{
    {"er", "a"}, {"ar", "a"}, {"te", "a"}, {"de", "a"}, {"t", "a"}, {"s", "a"},
    {"des", "a"}, {"tes", "a"}, {"ts", "a"}, {"as", "a"}, {"ade", "a"}, {"at", "a"}}};
constexpr std::array<Ending, 10> kNounEndings = {{
    {"et", ""}, {"en", ""}, {"t", ""}, {"n", ""}, {"ar", ""}, {"er", ""},
    {"or", "a"}, {"ar", "e"}, {"na", ""}, {"erna", ""}}};

// The lemma among `lemmas` that `word` inflects by one of `endings`, or empty. Doubled consonants
// before the ending are undone: munnar is of mun, gemensamma of gemensam.
template <std::size_t N>
std::string base_of(const std::string& word, const std::array<Ending, N>& endings,
                    const StringSet& lemmas) {
  for (const Ending& ending : endings) {
    if (!word.ends_with(ending.drop) || word.size() < ending.drop.size() + 2) continue;
    std::string stem = word.substr(0, word.size() - ending.drop.size());
    if (lemmas.contains(stem + std::string(ending.give_back))) {
      return stem + std::string(ending.give_back);
    }
    const char last = stem.back();
    const bool doubled = (last == 'm' || last == 'n') && stem[stem.size() - 2] == last;
    stem.pop_back();
    if (doubled && ending.give_back.empty() && lemmas.contains(stem)) return stem;
  }
  return {};
}

// Entries that repeat an inflected form of another entry (fina beside fin, blåser beside blåsa) are
// given that entry's lemma.
void attach_repeated_forms(std::vector<InflectionGroup>& groups) {
  constexpr std::size_t kSmall = 2;
  constexpr std::size_t kPlurals = 4;  // munnar, munnarna and their genitives
  StringSet nouns, adjectives, verbs;
  for (const InflectionGroup& group : groups) {
    if (group.name) continue;
    if (group.lemma.ends_with('a') && !group.noun && !group.adjective) verbs.insert(group.lemma);
    if (group.forms.size() <= kSmall) continue;
    if (group.noun && group.forms.size() > kPlurals) nouns.insert(group.lemma);
    if (group.adjective && !group.noun) adjectives.insert(group.lemma);
  }
  for (InflectionGroup& group : groups) {
    const std::string& word = group.lemma;
    if (group.name || letter_count(word) < 4) continue;
    const bool small = group.forms.size() <= kSmall;
    const bool plural = group.forms.size() <= kPlurals &&
                        (word.ends_with("ar") || word.ends_with("er") || word.ends_with("or"));
    if (!small && !plural) continue;
    std::string base;
    if (small) base = base_of(word, kAdjectiveEndings, adjectives);
    if (small && base.empty()) base = base_of(word, kVerbEndings, verbs);
    if (base.empty()) base = base_of(word, kNounEndings, nouns);
    if (!base.empty()) group.lemma = std::move(base);
  }
}

std::size_t longest_tail(const StemmerConfig& config) {
  std::size_t longest = 0;
  for (const auto& [form, irregular] : config.irregular) {
    if (irregular.scope == IrregularScope::kTail) longest = std::max(longest, form.size());
  }
  return longest;
}

// The lemma of a word that ends in an irregular tail, when the table knows it.
std::string lemma_by_tail(const std::string& form, std::size_t longest,
                          const StringMap<std::string>& table, const StemmerConfig& config) {
  for (std::size_t n = std::min(longest, form.size() - 1); n >= 3; --n) {
    const std::string_view tail = std::string_view(form).substr(form.size() - n);
    const IrregularForm* irregular = find(config.irregular, tail);
    if (irregular == nullptr || irregular->scope != IrregularScope::kTail) continue;
    std::string lemma = form.substr(0, form.size() - n) + irregular->lemma;
    return letter_count(form) >= letter_count(tail) + 2 && find(table, lemma) != nullptr
               ? lemma
               : std::string();
  }
  return {};
}

// avgick -> avgå, möjliggjort -> möjliggöra: the irregular forms of a verb after a prefix, for
// every verb of the dictionary that is such a compound and is not inflected regularly.
void add_prefixed_verbs(const std::vector<InflectionGroup>& groups, const StringSet& nominal,
                        const StemmerConfig& config, const StringMap<std::string>& table,
                        std::vector<std::pair<std::string, std::string>>& changes) {
  StringMap<std::vector<std::string>> forms;  // of an irregular infinitive
  for (const auto& [form, irregular] : config.irregular) {
    if (irregular.scope == IrregularScope::kVerb) forms[irregular.lemma].push_back(form);
  }
  for (const InflectionGroup& group : groups) {
    const std::string& verb = group.lemma;
    if (group.noun || group.adjective || group.name || table.contains(verb + "de")) continue;
    for (std::size_t cut = 1; cut + 2 <= verb.size(); ++cut) {
      const auto* irregular = find(forms, std::string_view(verb).substr(cut));
      const std::string prefix = verb.substr(0, cut);
      if (irregular == nullptr) continue;
      const bool bound = std::find(kBoundPrefixes.begin(), kBoundPrefixes.end(), prefix) !=
                         kBoundPrefixes.end();
      if (!bound && !table.contains(prefix)) continue;
      for (const std::string& form : *irregular) {
        const std::string whole = prefix + form;
        if (!nominal.contains(whole) && !config.irregular.contains(whole)) {
          changes.emplace_back(whole, verb);
        }
      }
    }
  }
}

void add_irregular(const std::vector<InflectionGroup>& groups, const StemmerConfig& config,
                   StringMap<std::string>& table) {
  const std::size_t longest = longest_tail(config);
  std::vector<std::pair<std::string, std::string>> changes;
  for (const auto& [form, lemma] : table) {
    if (std::string by_tail = lemma_by_tail(form, longest, table, config); !by_tail.empty()) {
      changes.emplace_back(form, std::move(by_tail));
    }
  }
  StringSet nominal;  // forms that also are of a noun or adjective: those readings win
  for (const InflectionGroup& group : groups) {
    if (group.noun || group.adjective) nominal.insert(group.forms.begin(), group.forms.end());
  }
  for (const auto& [form, irregular] : config.irregular) {
    changes.emplace_back(form, irregular.lemma);
  }
  add_prefixed_verbs(groups, nominal, config, table, changes);
  for (auto& [form, lemma] : changes) table[form] = std::move(lemma);
}

// A lemma that is itself a form of another lemma is replaced by that.
void resolve_chains(StringMap<std::string>& table) {
  for (auto& [form, lemma] : table) {
    for (int step = 0; step < 4; ++step) {
      const std::string* next = find(table, lemma);
      if (next == nullptr || *next == lemma || *next == form) break;
      lemma = *next;
    }
  }
}

}  // namespace

std::vector<InflectionGroup> make_inflection_groups(const HunspellDictionary& dictionary) {
  StringSet words;
  for (const DictionaryEntry& entry : dictionary.entries()) {
    if (!entry.has(flag::kOnlyInCompound)) words.insert(fold(entry.word));
  }
  std::vector<InflectionGroup> groups;
  for (const DictionaryEntry& entry : dictionary.entries()) {
    if (entry.has(flag::kOnlyInCompound)) continue;
    EntryReader(dictionary, words, entry, groups).read();
  }
  attach_repeated_forms(groups);
  return groups;
}

GroupChoice::GroupChoice(const std::vector<InflectionGroup>& groups) {
  for (const InflectionGroup& group : groups) {
    if (!group.adjective || group.noun) continue;
    for (const std::string& form : group.forms) {
      if (form == group.lemma + "a" || form == group.lemma + "e") adjective_plurals_.insert(form);
    }
  }
}

int GroupChoice::likelihood(const std::string& form, const InflectionGroup& group) const {
  return score(form, group, adjective_plurals_);
}

StringMap<std::string> make_lemma_table(const std::vector<InflectionGroup>& groups,
                                        const StemmerConfig& config) {
  const GroupChoice choice(groups);
  StringMap<std::string> table;
  StringMap<int> scores;
  for (const InflectionGroup& group : groups) {
    for (const std::string& form : group.forms) {
      const int likelihood = choice.likelihood(form, group);
      const auto [known, fresh] = scores.try_emplace(form, likelihood);
      if (fresh || likelihood > known->second) {
        known->second = likelihood;
        table[form] = group.lemma;
      }
    }
  }
  add_irregular(groups, config, table);
  resolve_chains(table);
  return table;
}

}  // namespace ordalag
