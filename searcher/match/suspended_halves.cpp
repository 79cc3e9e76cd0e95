#include "searcher/match/suspended_halves.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "core/language/part_place.hpp"
#include "core/text/fold.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

constexpr std::uint32_t kReach = 8;  // words between the halves: "hälso-, sjuk-, tand- och …"

// The word that lends an expansion its other half, and which letters are whose.
struct Partner {
  const Token* token = nullptr;
  std::uint32_t own_begin = 0, own_end = 0;  // code points of the expansion's form that are shown
                                             // by the suspended word itself
  std::uint32_t shift = 0;  // of the partner's letters: place in partner = place in form + shift
                            // (modulo 2^32)
};

bool is_word(const Token& token) {
  return token.kind == TokenKind::kWord && !token.word->form.empty();
}

// "alkohol-": the next word that ends with what "alkohol" lacks.
std::optional<Partner> partner_after(const TextView& view, const Token& expansion,
                                     std::string_view own) {
  const std::string_view form = expansion.word->form;
  if (!form.starts_with(own) || own.size() == form.size()) return std::nullopt;
  const std::string_view lent = form.substr(own.size());
  const std::uint32_t last = std::min(expansion.position + kReach + 1, view.positions());
  for (std::uint32_t position = expansion.position + 1; position < last; ++position) {
    for (const Token& token : view.at(position)) {
      if (!is_word(token) || !token.word->form.ends_with(lent)) continue;
      const std::uint32_t own_letters = count_code_points(own);
      const std::uint32_t before = count_code_points(token.word->form) - count_code_points(lent);
      return Partner{&token, 0, own_letters, before - own_letters};
    }
  }
  return std::nullopt;
}

// "-lärare": the word before that begins with what "lärare" lacks, but for a linking letter.
std::optional<Partner> partner_before(const TextView& view, const Token& expansion,
                                      std::string_view own) {
  const std::string_view form = expansion.word->form;
  if (!form.ends_with(own) || own.size() == form.size()) return std::nullopt;
  const std::string_view lent = form.substr(0, form.size() - own.size());
  constexpr std::uint32_t kLinkingLetters = 1;
  const std::uint32_t lent_letters = count_code_points(lent);
  const std::uint32_t first = expansion.position > kReach ? expansion.position - kReach : 0;
  for (std::uint32_t position = expansion.position; position-- > first;) {
    for (const Token& token : view.at(position)) {
      const std::string_view other = token.word->form;
      const auto differs = std::mismatch(lent.begin(), lent.end(), other.begin(), other.end());
      const auto common = static_cast<std::size_t>(differs.first - lent.begin());
      if (!is_word(token) ||
          count_code_points(lent.substr(0, common)) + kLinkingLetters < lent_letters)
        continue;
      return Partner{&token, lent_letters, count_code_points(form), 0};
    }
  }
  return std::nullopt;
}

std::optional<Partner> partner_of(const TextView& view, const Token& expansion) {
  std::string own = fold(view.text().substr(expansion.span.begin, expansion.span.size()));
  if (own.starts_with('-')) return partner_before(view, expansion, own.substr(1));
  // Off with the hyphen, of whatever shape.
  while (!expansion.word->form.starts_with(own)) own.pop_back();
  return partner_after(view, expansion, own);
}

// `letters` of `token`, cut to those that it has.
void add(const TextView& view, const Token& token, CodePointSpan letters,
         std::vector<ShownLetters>& out) {
  letters.end = std::min(letters.end, count_code_points(token.word->form));
  if (letters.begin >= letters.end) return;
  if (const auto place = place_in_text(view.text(), token, letters))
    out.push_back({*place, token.position});
}

}  // namespace

std::vector<ShownLetters> shown_letters(const TextView& view, const Token& expansion,
                                        CodePointSpan part) {
  std::vector<ShownLetters> shown;
  const auto partner = partner_of(view, expansion);
  if (!partner) {
    add(view, expansion, part, shown);
    return shown;
  }
  const CodePointSpan own{std::max(part.begin, partner->own_begin),
                          std::min(part.end, partner->own_end)};
  const bool own_first = partner->own_begin == 0;
  const CodePointSpan lent =
      own_first ? CodePointSpan{std::max(part.begin, partner->own_end), part.end}
                : CodePointSpan{part.begin, std::min(part.end, partner->own_begin)};
  if (own.begin < own.end) {
    // The suspended word shows its letters in its own place, whatever its form's length.
    const std::string_view text = view.text().substr(expansion.span.begin, expansion.span.size());
    const std::uint32_t skipped = own_first ? 0 : 1;  // the hyphen before it
    const std::uint32_t base = expansion.span.begin;
    const auto byte = [&](std::uint32_t letter) {
      return base + static_cast<std::uint32_t>(
                        byte_of_code_point(text, letter - partner->own_begin + skipped));
    };
    shown.push_back({{byte(own.begin), byte(own.end)}, expansion.position});
  }
  if (lent.begin < lent.end)
    add(view, *partner->token, {lent.begin + partner->shift, lent.end + partner->shift}, shown);
  std::sort(shown.begin(), shown.end(), [](const ShownLetters& a, const ShownLetters& b) {
    return a.bytes.begin < b.bytes.begin;
  });
  return shown;
}

std::vector<ShownLetters> shown_letters(const TextView& view, const Token& expansion) {
  return shown_letters(view, expansion, {0, count_code_points(expansion.word->form)});
}

}  // namespace ordalag
