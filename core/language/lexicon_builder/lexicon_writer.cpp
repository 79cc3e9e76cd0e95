#include "core/language/lexicon_builder/lexicon_writer.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <map>
#include <string_view>
#include <system_error>

#include "core/language/lexicon_builder/letters.hpp"
#include "core/language/lexicon_format.hpp"

namespace ordalag {
namespace {

// Edit rules by number: "drop n bytes, add this".
class EditRules {
 public:
  std::uint16_t number(const std::string& form, const std::string& lemma) {
    std::size_t shared = 0;
    while (shared < form.size() && shared < lemma.size() && form[shared] == lemma[shared]) {
      ++shared;
    }
    while (shared > 0 && ((shared < form.size() && is_continuation(form[shared])) ||
                          (shared < lemma.size() && is_continuation(lemma[shared])))) {
      --shared;
    }
    const std::size_t cut = form.size() - shared;
    const std::string add = lemma.substr(shared);
    if (cut > 255 || add.size() > 255) return kNoRule;
    std::string rule{static_cast<char>(cut), static_cast<char>(add.size())};
    rule += add;
    const auto [known, fresh] = numbers_.try_emplace(rule, order_.size());
    if (fresh) order_.push_back(rule);
    return static_cast<std::uint16_t>(known->second);
  }

  std::size_t size() const { return order_.size(); }
  std::string bytes() const {
    std::string all;
    for (const std::string& rule : order_) all += rule;
    return all;
  }

 private:
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::string> order_;
};

std::uint8_t cost_of(double score) {
  if (score == kImpossible) return kNoCost;
  return static_cast<std::uint8_t>(std::clamp(std::lround(-score * kCostScale), 0L, 254L));
}

template <class Entry>
void put(std::vector<Entry>& table, std::string_view key, Entry entry) {
  const std::uint64_t hash = WordHash(key).value();
  entry.print = print_of(hash);
  const auto slots = static_cast<std::uint32_t>(table.size());
  std::uint32_t i = slot_of(hash, slots);
  while (table[i].print != 0 && table[i].print != entry.print) i = i + 1 == slots ? 0 : i + 1;
  if (table[i].print == 0) table[i] = entry;
}

// Open addressing at this load keeps the mean probe under two.
template <class Entry>
std::vector<Entry> table_for(std::size_t entries) {
  return std::vector<Entry>(entries * 10 / 7 + 7);
}

struct FormFlags {
  std::string_view form;
  std::uint8_t flags = 0;
};

// "it-" of "it-bolag": of two letters at most, since of the longer ones many are words that take a
// hyphen only where something else asks for it.
std::string_view hyphenated_opening(std::string_view form) {
  constexpr std::size_t kMostLetters = 2;
  const std::size_t hyphen = form.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == form.size()) return {};
  const std::string_view opening = form.substr(0, hyphen + 1);
  return letter_count(opening) <= kMostLetters + 1 ? opening : std::string_view();
}

// Every form once, sorted (so that the file is the same every time), with its flags.
std::vector<FormFlags> all_forms(const LexiconContents& contents) {
  std::vector<FormFlags> forms;
  for (const InflectionGroup& group : *contents.groups) {
    const auto flags = static_cast<std::uint8_t>(kListed | (group.noun ? kNounForm : 0) |
                                                 (group.name ? kNameForm : 0));
    for (const std::string& form : group.forms) {
      forms.push_back({form, flags});
      if (const std::string_view opening = hyphenated_opening(form); !opening.empty())
        forms.push_back({opening, 0});
    }
  }
  for (const auto& [form, score] : contents.elements->heads) forms.push_back({form, 0});
  for (const auto& [form, lemma] : *contents.lemmas) forms.push_back({form, 0});
  std::sort(forms.begin(), forms.end(),
            [](const FormFlags& a, const FormFlags& b) { return a.form < b.form; });
  std::size_t count = 0;
  for (const FormFlags& next : forms) {
    if (count == 0 || forms[count - 1].form != next.form) {
      forms[count++] = next;
      continue;
    }
    std::uint8_t& flags = forms[count - 1].flags;
    // A name that is also a common word is no name.
    const bool name = (next.flags & kListed) == 0    ? (flags & kNameForm) != 0
                      : (flags & kListed) == 0       ? (next.flags & kNameForm) != 0
                                                     : (flags & next.flags & kNameForm) != 0;
    flags = static_cast<std::uint8_t>(((flags | next.flags) & ~kNameForm) |
                                      (name ? kNameForm : 0));
  }
  forms.resize(count);
  return forms;
}

std::vector<FormEntry> form_table(const LexiconContents& contents, EditRules& rules) {
  const std::vector<FormFlags> forms = all_forms(contents);
  std::vector<FormEntry> table = table_for<FormEntry>(forms.size());
  for (const auto& [form, flags] : forms) {
    FormEntry entry{};
    const std::string word(form);
    const std::string* lemma = find(*contents.lemmas, form);
    const std::string* head = find(contents.elements->head_lemma, form);
    entry.lemma_rule = lemma == nullptr ? kNoRule : rules.number(word, *lemma);
    entry.element_rule = head == nullptr ? entry.lemma_rule : rules.number(word, *head);
    const bool simple = contents.simple != nullptr && contents.simple->contains(form);
    entry.flags = static_cast<std::uint8_t>(flags | (simple ? kSimple : 0));
    const ElementScore* score = find(contents.elements->heads, form);
    entry.cost_in_listed = score == nullptr ? kNoCost : cost_of(score->in_listed);
    entry.cost_in_unlisted = score == nullptr ? kNoCost : cost_of(score->in_unlisted);
    put(table, form, entry);
  }
  return table;
}

std::vector<ModifierEntry> modifier_table(const CompoundElements& elements, EditRules& rules) {
  std::vector<ModifierEntry> table = table_for<ModifierEntry>(elements.modifiers.size());
  std::vector<const std::string*> order;
  for (const auto& [form, modifier] : elements.modifiers) order.push_back(&form);
  std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return *a < *b; });
  for (const std::string* form : order) {
    const Modifier& modifier = elements.modifiers.at(*form);
    ModifierEntry entry{};
    entry.lemma_rule = rules.number(*form, modifier.lemma);
    entry.cost_in_listed = cost_of(modifier.score.in_listed);
    entry.cost_in_unlisted = cost_of(modifier.score.in_unlisted);
    put(table, *form, entry);
  }
  return table;
}

// One bit for each modifier, at a place that its hash chooses.
std::vector<std::uint64_t> modifier_filter(const CompoundElements& elements) {
  std::vector<std::uint64_t> filter(kFilterWords);
  for (const auto& [form, modifier] : elements.modifiers) {
    const std::uint64_t bit = filter_bit(WordHash(form).value());
    filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  return filter;
}

template <class Entry>
void append(std::string& bytes, const std::vector<Entry>& table) {
  bytes.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(Entry));
}

}  // namespace

Status write_lexicon(const LexiconContents& contents, const std::filesystem::path& path) {
  EditRules rules;
  const std::vector<FormEntry> forms = form_table(contents, rules);
  const std::vector<ModifierEntry> modifiers = modifier_table(*contents.elements, rules);
  std::vector<std::uint32_t> wholes;
  for (const std::string& name : contents.elements->wholes) {
    wholes.push_back(static_cast<std::uint32_t>(WordHash(name).value() >> 16));
  }
  std::sort(wholes.begin(), wholes.end());
  const std::string rule_bytes = rules.bytes();
  std::string body;
  append(body, modifier_filter(*contents.elements));
  append(body, forms);
  append(body, modifiers);
  append(body, wholes);
  body += rule_bytes;

  LexiconHeader header{};
  std::memcpy(header.magic, kLexiconMagic.data(), sizeof(header.magic));
  header.config_hash = contents.config_hash;
  header.content_hash = XXH3_64bits(body.data(), body.size());
  header.form_slots = static_cast<std::uint32_t>(forms.size());
  header.modifier_slots = static_cast<std::uint32_t>(modifiers.size());
  header.whole_count = static_cast<std::uint32_t>(wholes.size());
  header.rule_count = static_cast<std::uint32_t>(rules.size());
  header.rule_bytes = static_cast<std::uint32_t>(rule_bytes.size());

  const std::filesystem::path fresh = path.string() + ".new";
  std::ofstream out(fresh, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&header), sizeof(header));
  out.write(body.data(), static_cast<std::streamsize>(body.size()));
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(fresh, path, error);
  if (!out || error) return fail(ErrorCode::kUnreadable, "cannot write", path.string());
  return {};
}

}  // namespace ordalag
