#include "core/language/lexicon_builder/inflection_groups.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "core/language/lexicon_builder/letters.hpp"
#include "core/language/lexicon_builder/repeated_forms.hpp"
#include "core/language/lexicon_builder/verb_groups.hpp"
#include "core/text/fold.hpp"

namespace ordalag {
namespace {

constexpr std::string_view kVerbFlags = "jKLmMN";

// utvinna/ABJRY: strong verbs are marked by their passive, participle or agent alone.
bool is_strong_verb(const DictionaryEntry& entry) {
  return entry.has('R') && entry.has('A') && entry.has_any("BDJT") && !entry.has_any("CEGHI");
}

constexpr std::string_view kPluralOrDefinite = "BCDEFGHI";

// Classes that the dictionary only puts on names to save entries (Louis/QR for Louise).
constexpr std::string_view kNotOfNames = "JEFIKLMNOPQRTm";

bool is_capital(const std::string& word) {
  return (word[0] >= 'A' && word[0] <= 'Z') || word.starts_with("Å") || word.starts_with("Ä") ||
         word.starts_with("Ö");
}

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
        verb_(entry.word.ends_with('a') && (entry.has_any(kVerbFlags) || is_strong_verb(entry))) {}

  void read() {
    if (word_.size() == 1) {
      forms_ = {word_};
    } else {
      forms_ = folded_unique(dictionary_.unfold(entry_, left_out()).forms);
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
    // A is the genitive: it fails where the word ends in s (puls) or the form is another entry's
    // (läns). b stands in for A where the word may also be followed by a hyphen.
    const bool other = entry_.has_any("mMNjOPQ");
    const bool sibilant = std::string_view("sxz").find(word_.back()) != std::string_view::npos;
    const bool declined = entry_.has('A') || (entry_.has('b') && !entry_.has_any("mMNjPQ")) ||
                          (!other && (sibilant || words_.contains(word_ + "s")));
    group.noun = !verb_ && ((declined && entry_.has_any(kPluralOrDefinite)) ||
                            (entry_.has(flag::kLast) && !group.adjective));
    group.verb = verb_ || entry_.has_any("mMKN") || entry_.has('j');
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

}  // namespace

std::vector<InflectionGroup> make_inflection_groups(const HunspellDictionary& dictionary,
                                                    const StemmerConfig& config) {
  StringSet words;
  for (const DictionaryEntry& entry : dictionary.entries()) {
    if (!entry.has(flag::kOnlyInCompound)) words.insert(fold(entry.word));
  }
  std::vector<InflectionGroup> groups;
  for (const DictionaryEntry& entry : dictionary.entries()) {
    if (entry.has(flag::kOnlyInCompound)) continue;
    EntryReader(dictionary, words, entry, groups).read();
  }
  gather_verbs(words, config, groups);
  attach_repeated_forms(groups);
  add_plural_genitives(groups);
  return groups;
}

}  // namespace ordalag
