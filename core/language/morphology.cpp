#include "core/language/morphology.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "core/text/fold.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

// What stands after the colon of an abbreviation or a letter: EU:s, IOP:er, SFI:n.
constexpr std::array<std::string_view, 21> kColonEndings = {
    "s", "n",  "ns", "en",   "ens",   "er", "ers",  "erna", "ernas", "et", "ets",
    "t", "ts", "ar", "arna", "arnas", "or", "orna", "na",   "nas",   "a"};

// Bytes before and of an irregular tail when there is no lexicon to confirm the compound.
constexpr std::size_t kShortestBeforeTail = 2;
constexpr std::size_t kShortestTail = 5;

// Bytes of a name that is likely to be initials (EU, FN, SKR).
constexpr std::size_t kLongestInitials = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Hyphens and apostrophes of other shapes become the plain ones.
std::string with_plain_signs(std::string_view surface) {
  std::string plain;
  plain.reserve(surface.size());
  for (std::size_t i = 0; i < surface.size(); ++i) {
    const std::string_view rest = surface.substr(i);
    if (rest.starts_with("\u2010") || rest.starts_with("\u2011") || rest.starts_with("\u2013")) {
      plain.push_back('-');
      i += 2;
    } else if (rest.starts_with("\u2019")) {
      plain.push_back('\'');
      i += 2;
    } else {
      plain.push_back(surface[i]);
    }
  }
  return plain;
}

// "1.250,50" -> "1250,50", "10 000" -> "10000": without the signs that group thousands.
std::string plain_number(std::string_view form) {
  std::string plain;
  std::size_t run = 0;  // digits since the last sign
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (is_digit(form[i])) {
      plain.push_back(form[i]);
      ++run;
      continue;
    }
    std::size_t group = 0;
    while (i + 1 + group < form.size() && is_digit(form[i + 1 + group])) ++group;
    const bool groups = form[i] == '.' && group == 3 && run >= 1 && run <= 3 && form[0] != '0' &&
                        plain.find(',') == std::string::npos;
    if (!groups && form[i] != ' ') plain.push_back(form[i]);
    run = 0;
  }
  return plain;
}

// "uppmätningsbart" -> "uppmätningsbar", which Snowball would cut to "uppmätningsb". Empty for
// others.
std::string without_adjective_ending(std::string_view form) {
  constexpr std::size_t kShortestStem = 4;  // bytes
  constexpr std::string_view kSuffix = "bar";
  for (const std::string_view ending : {"", "t", "a"}) {
    if (!form.ends_with(ending)) continue;
    const std::string_view bare = form.substr(0, form.size() - ending.size());
    if (bare.ends_with(kSuffix) && bare.size() >= kShortestStem + kSuffix.size())
      return std::string(bare);
  }
  return {};
}

}  // namespace

Morphology::Morphology(const Lexicon& lexicon, const StemmerConfig& config)
    : lexicon_(lexicon), config_(config), splitter_(lexicon, config) {
  for (const Abbreviation& abbreviation : config.abbreviations) {
    const std::string& form = abbreviation.form;
    const std::string bare = form.ends_with('.') ? form.substr(0, form.size() - 1) : form;
    special_[bare].abbreviation = &abbreviation;
    if (const std::size_t dot = bare.find('.'); dot != std::string::npos) {
      std::string pieces = bare;
      std::replace(pieces.begin(), pieces.end(), '.', ' ');
      special_[pieces].abbreviation = &abbreviation;
      special_[bare.substr(0, dot)].opens_abbreviation = true;
    }
  }
  for (const std::string& word : config.stop_words) special_[word].stop = true;
  for (const auto& [form, facts] : special_) special_keys_.add(form);
  for (const auto& [form, irregular] : config.irregular) irregular_keys_.add(form);
  for (const auto& [form, variant] : config.variants) variant_keys_.add(form);
  const Snowball snowball;
  for (const std::string& word : config.weak_words)
    weak_lemmas_.insert(analyse(word, snowball).lemma);
  for (const std::string& lemma : weak_lemmas_) weak_keys_.add(lemma);
}

const IrregularForm* Morphology::irregular(std::string_view form) const {
  return irregular_keys_.may_hold(form) ? find(config_.irregular, form) : nullptr;
}

const std::string* Morphology::variant(std::string_view form) const {
  return variant_keys_.may_hold(form) ? find(config_.variants, form) : nullptr;
}

const Morphology::Special& Morphology::special(std::string_view form) const {
  static const Special kNothing;
  const Special* found = special_keys_.may_hold(form) ? find(special_, form) : nullptr;
  return found == nullptr ? kNothing : *found;
}

bool Morphology::is_listed(std::string_view form) const {
  const FormEntry* entry = lexicon_.form(form);
  return entry != nullptr && (entry->flags & kListed) != 0;
}

bool Morphology::is_known(std::string_view form) const {
  return is_listed(form) || irregular(form) != nullptr || !splitter_.split(form).empty();
}

bool Morphology::may_open_abbreviation(std::string_view form) const {
  return special(form).opens_abbreviation;
}

const Abbreviation* Morphology::abbreviation(std::string_view pieces) const {
  return special(pieces).abbreviation;
}

std::string Morphology::head_lemma(std::string_view element) const {
  if (const IrregularForm* found = irregular(element);
      found != nullptr && found->scope == IrregularScope::kTail) {
    return found->lemma;
  }
  const FormEntry* entry = lexicon_.form(element);
  if (entry == nullptr || entry->element_rule == kNoRule) return std::string(element);
  return lexicon_.edit(element, entry->element_rule);
}

std::string Morphology::normal(std::string lemma) const {
  const std::string* found = variant(lemma);
  return found == nullptr ? lemma : *found;
}

std::string Morphology::compound_lemma(std::string_view form,
                                       const std::vector<std::uint32_t>& cuts) const {
  const std::string head = splitter_.last_element(form, cuts.back());
  const std::size_t given_back = head.size() + cuts.back() - form.size();
  return std::string(form.substr(0, cuts.back() - given_back)) + head_lemma(head);
}

std::string Morphology::lemma_by_tail(std::string_view form) const {
  for (std::size_t cut = kShortestBeforeTail; cut + kShortestTail <= form.size(); ++cut) {
    const IrregularForm* found = irregular(form.substr(cut));
    if (found != nullptr && found->scope == IrregularScope::kTail) {
      return std::string(form.substr(0, cut)) + found->lemma;
    }
  }
  return {};
}

std::string Morphology::lemma_of(std::string_view form, const FormEntry* entry,
                                 const std::vector<std::uint32_t>& cuts,
                                 const Snowball& snowball) const {
  // The lexicon has taken in the irregular forms when it was made.
  if (entry != nullptr && entry->lemma_rule != kNoRule) {
    return normal(lexicon_.edit(form, entry->lemma_rule));
  }
  if (const IrregularForm* found = irregular(form)) return normal(found->lemma);
  if (const std::string* found = variant(form)) return *found;
  if (lexicon_.empty()) {
    if (std::string by_tail = lemma_by_tail(form); !by_tail.empty()) return by_tail;
  }
  if (!cuts.empty()) return normal(compound_lemma(form, cuts));
  // EUs, FNs: the genitive of an initialism without its colon.
  if (const std::string_view bare = form.substr(0, form.size() - 1); form.ends_with('s')) {
    const FormEntry* name = lexicon_.form(bare);
    const bool initials =
        name != nullptr && (name->flags & kNameForm) != 0 && form.size() <= kLongestInitials + 1;
    if (initials || special(bare).abbreviation != nullptr) return std::string(bare);
  }
  // A first element that stands alone, in a compound written apart: "arbets marknad".
  if (lexicon_.modifier(form) != nullptr) return normal(splitter_.modifier_lemma(form));
  if (std::string bare = without_adjective_ending(form); !bare.empty()) return bare;
  return normal(snowball.stem(form));
}

std::string Morphology::lemma(std::string_view form, const Snowball& snowball) const {
  const FormEntry* entry = lexicon_.form(form);
  return lemma_of(form, entry, splitter_.split(form, entry), snowball);
}

void Morphology::add_parts(std::vector<std::uint32_t> cuts, const Snowball& snowball,
                           Word& word) const {
  const std::string_view form = word.form;
  cuts.insert(cuts.begin(), 0);
  cuts.push_back(static_cast<std::uint32_t>(form.size()));
  const std::size_t count = cuts.size() - 1;
  const auto add = [&](std::size_t first, std::size_t end) {
    CompoundPart part;
    part.span = {count_code_points(form.substr(0, cuts[first])),
                 count_code_points(form.substr(0, cuts[end]))};
    part.element = end == first + 1;
    part.head = end == count;
    const std::string_view text = form.substr(cuts[first], cuts[end] - cuts[first]);
    if (!part.head) {
      const bool whole_modifier = lexicon_.modifier(text) != nullptr;
      part.lemma =
          whole_modifier || part.element
              ? splitter_.modifier_lemma(text)
              : std::string(form.substr(cuts[first], cuts[end - 1] - cuts[first])) +
                    splitter_.modifier_lemma(form.substr(cuts[end - 1], cuts[end] - cuts[end - 1]));
    } else {
      part.lemma = part.element ? head_lemma(splitter_.last_element(form, cuts[first]))
                                : lemma(splitter_.last_element(form, cuts[first]), snowball);
    }
    part.lemma = normal(std::move(part.lemma));
    word.parts.push_back(std::move(part));
  };
  for (std::size_t i = 0; i < count; ++i) add(i, i + 1);
  for (std::size_t length = 2; length < count; ++length) {
    for (std::size_t i = 0; i + length <= count; ++i) add(i, i + length);
  }
}

void Morphology::analyse_plain(std::string_view form, const Snowball& snowball, Word& word) const {
  word.form = form;
  const FormEntry* entry = lexicon_.form(form);
  const std::vector<std::uint32_t> cuts = splitter_.split(form, entry);
  const bool listed = entry != nullptr && (entry->flags & kListed) != 0;
  word.lemma = lemma_of(form, entry, cuts, snowball);
  word.known = !cuts.empty() || listed || irregular(form) != nullptr;
  if (!cuts.empty()) add_parts(cuts, snowball, word);
  const Special& facts = special(form);
  word.stop = facts.stop;
  const Abbreviation* short_form = facts.abbreviation;
  if (short_form == nullptr) return;
  word.known = true;
  if (short_form->expansion.size() == 1 && !short_form->names_a_thing) {
    word.lemma = lemma(short_form->expansion.front(), snowball);
  } else if (short_form->form.find('.') != std::string::npos) {
    word.lemma = word.form = short_form->form;
    word.parts.clear();
  }
}

bool Morphology::divides_at(std::string_view form, const std::vector<std::uint32_t>& places) const {
  const std::vector<std::uint32_t> cuts = splitter_.split(form);
  return std::includes(cuts.begin(), cuts.end(), places.begin(), places.end());
}

void Morphology::analyse_hyphenated(const Snowball& snowball, Word& word) const {
  // Written as one word it may be one: "akut-boenden". Only compounds of known elements and
  // listed words count, and only when every piece has letters enough to be an element.
  std::string joined;
  std::vector<std::uint32_t> hyphens;  // places in `joined`
  bool pieces_are_words = true;
  bool pieces_are_known = true;
  std::size_t begin = 0;
  std::size_t last = 0;
  while (begin <= word.form.size()) {
    const std::size_t end = std::min(word.form.find('-', begin), word.form.size());
    const std::string_view piece = std::string_view(word.form).substr(begin, end - begin);
    pieces_are_words =
        pieces_are_words && count_code_points(piece) >= 3 && !is_digit(piece.front());
    pieces_are_known = pieces_are_known && pieces_are_words && is_known(piece);
    joined += piece;
    if (end < word.form.size()) hyphens.push_back(static_cast<std::uint32_t>(joined.size()));
    last = begin;
    begin = end + 1;
  }
  // sfi-undervisning: of words on both sides the hyphen stands where the whole divides.
  if (pieces_are_words && is_known(joined) &&
      (!pieces_are_known || is_listed(joined) || divides_at(joined, hyphens))) {
    analyse_plain(joined, snowball, word);
    return;
  }
  if (const std::string* found = variant(word.form)) {
    word.lemma = *found;
    return;
  }
  // 65-åringarna, Trygg-Hansas: an ending is one of the last piece, known or not.
  const std::string head = word.form.substr(last);
  const bool known = lexicon_.form(head) != nullptr;
  word.lemma = normal(word.form.substr(0, last) + (is_digit(head.front()) ? head
                                                   : known                ? head_lemma(head)
                                                                          : lemma(head, snowball)));
}

Word Morphology::analyse(std::string_view surface, const Snowball& snowball) const {
  Word word;
  // U+2010 to U+2013 and U+2019 all begin so.
  word.form = surface.find("\xE2\x80") == std::string_view::npos ? fold(surface)
                                                                 : fold(with_plain_signs(surface));
  std::string& form = word.form;
  if (const std::size_t colon = form.rfind(':'); colon != std::string::npos && colon > 0) {
    const std::string_view ending = std::string_view(form).substr(colon + 1);
    const bool one_letter = count_code_points(std::string_view(form).substr(0, colon)) == 1;
    const bool drop = one_letter ? ending == "s"
                                 : std::find(kColonEndings.begin(), kColonEndings.end(), ending) !=
                                       kColonEndings.end();
    if (drop && !is_digit(form[colon - 1])) form.resize(colon);
  }
  if (form.size() > 1 && form.front() == '-') form.erase(0, 1);
  const bool has_letter = std::any_of(form.begin(), form.end(), [](char c) {
    return !is_digit(c) && c != '.' && c != ',' && c != ' ' && c != '-' && c != ':';
  });
  if (!has_letter) {
    word.form = plain_number(form);
    word.lemma = word.form;
  } else if (form.size() > 1 && form.back() == '-') {
    form.pop_back();
    if (lexicon_.modifier(form) != nullptr) {
      word.lemma = normal(splitter_.modifier_lemma(form));
      word.known = true;
    } else {
      analyse_plain(std::string(form), snowball, word);
    }
  } else if (form.find('-') != std::string::npos) {
    analyse_hyphenated(snowball, word);
  } else {
    analyse_plain(std::string(form), snowball, word);
  }
  word.weak = weak_keys_.may_hold(word.lemma) && weak_lemmas_.contains(word.lemma);
  return word;
}

}  // namespace ordalag
