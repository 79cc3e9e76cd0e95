#include "core/language/lexicon_builder/hunspell_dictionary.hpp"

#include <fstream>
#include <sstream>

#include "core/language/lexicon_builder/letters.hpp"

namespace ordalag {
namespace {

// Classes of sv_SE.aff that inflect a word, and those that make compound elements of it. The
// classes e, d (inhabitants), 1 and 7 (numerals) are left out: rare, and half of what they make
// is no word.
constexpr std::string_view kInflection = "ABCDEFGHIJKLMNOPQRTm";
constexpr std::string_view kElements = "zgyhxwvfuitsrb";

bool contains(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

}  // namespace

std::vector<HunspellDictionary::SuffixRule::Place> HunspellDictionary::parse_condition(
    std::string_view text) {
  std::vector<SuffixRule::Place> places;
  if (text == ".") return places;
  const std::u32string letters = letters_of(text);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    SuffixRule::Place place;
    if (letters[i] == U'[') {
      place.negated = ++i < letters.size() && letters[i] == U'^';
      if (place.negated) ++i;
      while (i < letters.size() && letters[i] != U']') place.letters += letters[i++];
    } else {
      place.letters = letters[i];
    }
    places.push_back(std::move(place));
  }
  return places;
}

bool HunspellDictionary::applies(const SuffixRule& rule, const std::string& word,
                                 const std::u32string& letters) {
  if (!word.ends_with(rule.strip) || letters.size() < rule.condition.size()) return false;
  std::size_t at = letters.size() - rule.condition.size();
  for (const SuffixRule::Place& place : rule.condition) {
    const bool within = place.letters.find(letters[at++]) != std::u32string::npos;
    if (within == place.negated) return false;
  }
  return true;
}

Result<HunspellDictionary> HunspellDictionary::read(const std::filesystem::path& aff,
                                                    const std::filesystem::path& dic) {
  HunspellDictionary dictionary;
  std::ifstream rules(aff);
  std::ifstream words(dic);
  if (!rules) return fail(ErrorCode::kUnreadable, "cannot read the affix file", aff.string());
  if (!words) return fail(ErrorCode::kUnreadable, "cannot read the word list", dic.string());
  std::string line;
  while (std::getline(rules, line)) {
    std::istringstream fields(line);
    std::string kind, flag, strip, add, condition;
    if (!(fields >> kind >> flag >> strip >> add >> condition) || kind != "SFX") continue;
    if (flag.size() != 1 || static_cast<unsigned char>(flag[0]) >= 128) continue;
    SuffixRule rule;
    if (strip != "0") rule.strip = strip;
    if (const std::size_t slash = add.find('/'); slash != std::string::npos) {
      rule.continuation = add.substr(slash + 1);
      add.resize(slash);
    }
    if (add != "0") rule.add = add;
    rule.condition = parse_condition(condition);
    dictionary.suffixes_[static_cast<unsigned char>(flag[0])].push_back(std::move(rule));
  }
  std::getline(words, line);  // the number of entries
  while (std::getline(words, line)) {
    const std::size_t slash = line.find('/');
    DictionaryEntry entry{line.substr(0, slash), {}};
    if (slash != std::string::npos) {
      entry.flags = line.substr(slash + 1, line.find_first_of(" \t\r", slash) - slash - 1);
    }
    const bool usable = !entry.word.empty() && entry.word.find(' ') == std::string::npos &&
                        !entry.has(flag::kForbidden);
    if (usable) dictionary.entries_.push_back(std::move(entry));
  }
  return dictionary;
}

std::vector<std::string> HunspellDictionary::inflect(const std::string& word, char flag) const {
  std::vector<std::string> forms;
  const std::u32string letters = letters_of(word);
  for (const SuffixRule& rule : suffixes_[static_cast<unsigned char>(flag) & 0x7F]) {
    if (applies(rule, word, letters)) {
      forms.push_back(word.substr(0, word.size() - rule.strip.size()) + rule.add);
    }
  }
  return forms;
}

EntryForms HunspellDictionary::unfold(const DictionaryEntry& entry,
                                      std::string_view without) const {
  EntryForms result;
  const std::u32string letters = letters_of(entry.word);
  if (!entry.has(flag::kOnlyInCompound)) result.forms.push_back(entry.word);
  for (const char flag : entry.flags) {
    if (static_cast<unsigned char>(flag) >= 128 || contains(without, flag)) continue;
    const bool inflects = contains(kInflection, flag);
    if (!inflects && !contains(kElements, flag)) continue;
    for (const SuffixRule& rule : suffixes_[static_cast<unsigned char>(flag)]) {
      if (!applies(rule, entry.word, letters)) continue;
      std::string form =
          entry.word.substr(0, entry.word.size() - rule.strip.size()) + rule.add;
      if (inflects) {
        result.forms.push_back(std::move(form));
        continue;
      }
      const bool middle = contains(rule.continuation, flag::kMiddle);
      const bool first = contains(rule.continuation, flag::kFirst) || flag == 's' || flag == 'r';
      if (middle) result.middle.push_back(form);
      if (first) result.first.push_back(std::move(form));
    }
  }
  if (entry.has(flag::kFirst)) result.first.push_back(entry.word);
  if (entry.has(flag::kMiddle)) result.middle.push_back(entry.word);
  if (entry.has(flag::kLast)) {
    result.last = result.forms;
    if (entry.has(flag::kOnlyInCompound)) result.last.push_back(entry.word);
  }
  return result;
}

}  // namespace ordalag
