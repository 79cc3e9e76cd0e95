#include "searcher/quote/word_classes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

constexpr auto kNegations = std::to_array<std::string_view>({
    "inte",      "ej",         "icke",      "aldrig",    "ingen",     "inget",
    "inga",      "ingenting",  "ingenstans", "ingendera", "ingetdera", "ingalunda",
    "varken",    "utan",       "knappast",  "sällan",    "nej"});

constexpr auto kModals = std::to_array<std::string_view>({
    "borde",  "bort",   "bör",    "fick",   "få",     "får",   "fått",  "kan",   "kunde",
    "kunna",  "kunnat", "lär",    "må",     "måste",  "måtte", "måst",  "ska",   "skall",
    "skola",  "skulle", "torde",  "vill",   "vilja",  "ville", "velat", "tör",   "behöver"});

// Elements that number words are made of; a longer one stands before its own beginning.
constexpr auto kNumberElements = std::to_array<std::string_view>(
    {"fjärdedelar", "fjärdedel", "tredjedelar", "tredjedel", "femtedelar", "femtedel",
     "tiondelar", "tiondel", "hälften", "halverade", "halverad", "halverar", "halvera",
     "fördubblade", "fördubblad", "fördubblar", "fördubbla", "tredubbla", "dubbelt", "dubbla",
     "halva", "halvt", "halv", "hundratusentals", "hundratals", "tusentals", "hundra", "tusen",
     "miljoner", "miljon", "miljarder", "miljard", "biljoner", "biljon", "procentenheter",
     "procentenhet", "procent", "promille", "tretton", "fjorton", "femton", "sexton", "sjutton",
     "arton", "nitton", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio",
     "nittio", "elva", "tolv", "två", "bägge", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio",
     "tio"});

constexpr std::array<std::string_view, 4> kDenyingPrefixes = {"o", "icke", "miss", "anti"};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view form) {
  return std::ranges::find(words, form) != words.end();
}

}  // namespace

bool is_negation(std::string_view form) { return holds(kNegations, form); }

bool differ_by_denial(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  constexpr std::size_t kLeast = 4;  // bytes of the bare word: "ord" and "rd" are no such pair
  return b.size() >= kLeast && std::ranges::any_of(kDenyingPrefixes, [&](std::string_view prefix) {
           return a.size() == prefix.size() + b.size() && a.starts_with(prefix) && a.ends_with(b);
         });
}

bool is_modal(std::string_view form) { return holds(kModals, form); }

bool is_number_word(std::string_view form) {
  bool any = false;
  while (!form.empty()) {
    const auto* element = std::ranges::find_if(
        kNumberElements, [&](std::string_view e) { return form.starts_with(e); });
    // "tjugoen", "etthundra" hold an article's form; alone it is one.
    if (element == kNumberElements.end()) return any && (form == "en" || form == "ett");
    form.remove_prefix(element->size());
    any = true;
  }
  return any;
}

bool differ_by_one_letter(std::string_view a, std::string_view b) {
  if (a == b) return false;
  if (a.size() < b.size()) std::swap(a, b);
  std::u32string x;
  std::u32string y;
  const auto read = [](std::string_view text, std::u32string& out) {
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = code_point_at(text, at);
      if (c.bytes == 0) break;
      out += c.value;
      at += c.bytes;
    }
  };
  read(a, x);
  read(b, y);
  if (x.size() < y.size()) std::swap(x, y);
  if (x.size() > y.size() + 1) return false;
  const std::size_t head = static_cast<std::size_t>(
      std::ranges::mismatch(x, y).in2 - y.begin());
  std::size_t tail = 0;
  while (tail < y.size() - head && x[x.size() - 1 - tail] == y[y.size() - 1 - tail]) ++tail;
  const std::size_t left_x = x.size() - head - tail;
  const std::size_t left_y = y.size() - head - tail;
  if (left_x <= 1 && left_y <= 1) return true;
  return left_x == 2 && left_y == 2 && x[head] == y[head + 1] && x[head + 1] == y[head];
}

}  // namespace ordalag
