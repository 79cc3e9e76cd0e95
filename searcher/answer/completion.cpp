#include "searcher/answer/completion.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "core/text/fold.hpp"
#include "core/text/utf8.hpp"
#include "searcher/match/dotted_word.hpp"
#include "searcher/query/query_error.hpp"
#include "searcher/query/query_parser.hpp"

namespace ordalag {
namespace {

// Spellings with dots that are tried for a beginning typed without.
constexpr std::size_t kMostSpellings = 64;

struct Begun {
  std::string form;  // of the lemma's forms that begin so the commonest, or the lemma itself
  std::uint32_t form_passages = 0;
};

// "arbets" out of "arbets- och levnadsvillkor": the first half of a word, and no form of "arbete".
bool is_first_half(const IndexReader::Form& form, const Analyser& analyser, WordCache& words) {
  return form.form != form.lemma && !analyser.word(form.form, words).known &&
         analyser.word(form.lemma, words).known;
}

// The lemmas with a form that begins with `prefix`.
void collect(const std::string& prefix, const IndexReader& reader, const Analyser& analyser,
             std::map<std::string, Begun>& lemmas) {
  WordCache words;
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
  for (IndexReader::Form& form : reader.forms_with_prefix(prefix, kAll)) {
    if (is_first_half(form, analyser, words)) continue;
    Begun& begun = lemmas[form.lemma];
    if (begun.form == form.lemma) continue;
    const bool commoner =
        form.passages > begun.form_passages ||
        (form.passages == begun.form_passages && form.form.size() < begun.form.size());
    if (form.form != form.lemma && !commoner) continue;
    begun = {std::move(form.form), form.passages};
  }
}

// Where the word that is being typed begins: after the last sign that cannot be part of one.
std::size_t last_word_begin(const std::string& typed) {
  const std::size_t before = typed.find_last_of(" \t\n()\"+:=~");
  std::size_t begin = before == std::string::npos ? 0 : before + 1;
  if (begin < typed.size() && typed[begin] == '-') ++begin;
  return begin;
}

}  // namespace

Result<std::vector<Completion>> complete(const std::string& typed, std::uint32_t limit,
                                         const IndexReader& reader, const Analyser& analyser) {
  if (typed.size() > kMaxQueryBytes) return bad_query(1, "the text to complete is too long");
  if (first_invalid_utf8(typed)) return bad_query(1, "the text to complete is not valid UTF-8");
  std::vector<Completion> completions;
  const std::size_t begin = last_word_begin(typed);
  const std::string prefix = fold(typed.substr(begin));
  if (prefix.empty()) return completions;
  std::map<std::string, Begun> lemmas;
  collect(prefix, reader, analyser, lemmas);
  if (lemmas.empty())
    for (const std::string& spelling : dotted_prefixes(prefix, reader, kMostSpellings))
      collect(spelling, reader, analyser, lemmas);
  for (auto& [lemma, begun] : lemmas)
    completions.push_back(
        {typed.substr(0, begin) + begun.form, begun.form,
         std::max(begun.form_passages, reader.frequency(TermField::kLemma, lemma))});
  const auto better = [](const Completion& a, const Completion& b) {
    return std::tie(b.passages, a.word) < std::tie(a.passages, b.word);
  };
  const auto middle = completions.begin() +
                      static_cast<std::ptrdiff_t>(std::min<std::size_t>(limit, completions.size()));
  std::partial_sort(completions.begin(), middle, completions.end(), better);
  completions.erase(middle, completions.end());
  return completions;
}

}  // namespace ordalag
