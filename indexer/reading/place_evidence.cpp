#include "indexer/reading/place_evidence.hpp"

#include <algorithm>
#include <array>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"

namespace ordalag::reading {
namespace {

// What stands after "<party> i" and is no municipality.
constexpr std::array<std::string_view, 16> kNoPlaces = {
    "sverige", "sveriges",  "riksdagen", "europaparlamentet", "europa",  "eu",
    "norden",  "region",    "regionen",  "regeringen",        "landstinget", "kommunen",
    "staden",  "opposition", "stadshuset", "kommunfullmäktige"};

std::string_view bare(std::string_view word) {
  constexpr std::string_view kSigns = ".,:;!?()\"'";
  while (!word.empty() && kSigns.find(word.front()) != std::string_view::npos)
    word.remove_prefix(1);
  while (!word.empty() && kSigns.find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  return word;
}

bool is_place_name(std::string_view word) {
  if (count_code_points(word) < 3 || !is_upper(code_point_at(word, 0).value)) return false;
  const std::string folded = lower_case(word);
  return std::find(kNoPlaces.begin(), kNoPlaces.end(), folded) == kNoPlaces.end();
}

// Endings of place names that are no genitives: Borås, Höganäs, Degerfors, Tranås.
std::string without_genitive(std::string_view name) {
  constexpr std::array<std::string_view, 6> kEndings = {"ås", "äs", "ös", "fors", "us", "is"};
  const bool genitive = name.ends_with('s') &&
                        std::none_of(kEndings.begin(), kEndings.end(), [&](std::string_view end) {
                          return name.ends_with(end);
                        });
  return std::string(genitive ? name.substr(0, name.size() - 1) : name);
}

// The known municipality, else the name as it stands.
std::string named(std::string_view word, const ReadContext& context) {
  if (context.municipalities != nullptr)
    if (const auto known = context.municipalities->find(word)) return *known;
  return without_genitive(word);
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::string_view rest = trimmed(line); !rest.empty();) {
    const std::string_view word = first_word(rest);
    rest = trimmed(rest.substr(word.size()));
    if (const std::string_view inside = bare(word); !inside.empty()) words.push_back(inside);
  }
  return words;
}

bool is_municipal_word(std::string_view word) {
  const std::string folded = lower_case(word);
  return folded == "kommun" || folded == "kommuns" || folded == "stad" || folded == "stads";
}

void add(std::vector<std::string>& found, std::string place) {
  const auto at = std::lower_bound(found.begin(), found.end(), place);
  if (at == found.end() || *at != place) found.insert(at, std::move(place));
}

// The name of one or two words that ends before words[end] ("Upplands Väsby" kommun).
void add_before(std::vector<std::string>& found, const std::vector<std::string_view>& words,
                std::size_t end, const ReadContext& context) {
  if (end == 0 || !is_place_name(words[end - 1])) return;
  if (end > 1 && context.municipalities != nullptr && is_place_name(words[end - 2])) {
    const std::string both = std::string(words[end - 2]) + " " + std::string(words[end - 1]);
    if (const auto known = context.municipalities->find(both)) {
      add(found, *known);
      return;
    }
  }
  add(found, named(words[end - 1], context));
}

void add_after(std::vector<std::string>& found, const std::vector<std::string_view>& words,
               std::size_t at, const ReadContext& context) {
  const bool in = at < words.size() && words[at] == "i";
  if (in) ++at;
  if (at >= words.size() || !is_place_name(words[at])) return;
  if (at + 1 < words.size() && context.municipalities != nullptr) {
    const std::string both = std::string(words[at]) + " " + std::string(words[at + 1]);
    if (const auto known = context.municipalities->find(both)) {
      add(found, *known);
      return;
    }
  }
  const bool known =
      context.municipalities != nullptr && context.municipalities->find(words[at]).has_value();
  if (in || known) add(found, named(words[at], context));
}

}  // namespace

std::vector<std::string> places_of_title(std::string_view line, const ReadContext& context) {
  std::vector<std::string> found;
  const std::vector<std::string_view> words = words_of(line);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && is_municipal_word(words[i])) add_before(found, words, i, context);
    if (context.parties == nullptr) continue;
    const auto mention = context.parties->by_word(words[i]);
    if (!mention) continue;
    if (is_place_name(mention->prefix)) add(found, named(mention->prefix, context));
    if (mention->prefix.empty()) add_after(found, words, i + 1, context);
  }
  return found;
}

std::string prevailing_place(const Draft& draft, const MunicipalityRegistry& municipalities) {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kTimes = 3;
  std::map<std::string, std::size_t> counts;
  for (const Block& block : draft.blocks)
    for (const std::string_view word : words_of(block.text))
      if (is_place_name(word))
        if (const auto known = municipalities.find(word)) ++counts[*known];
  std::string best;
  std::size_t most = 0;
  std::size_t second = 0;
  for (const auto& [place, count] : counts) {
    if (count > most) {
      second = most;
      most = count;
      best = place;
    } else {
      second = std::max(second, count);
    }
  }
  return most >= kFewest && most >= kTimes * second ? best : std::string();
}

}  // namespace ordalag::reading
