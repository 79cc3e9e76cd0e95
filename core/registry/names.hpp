// Names made comparable: one key for all the ways in which a name is written.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace ordalag {

// The key of a name: folded (lower case, composed, accents dropped but on å ä ö), white space
// collapsed to single blanks, none at the ends. Linear.
std::string name_key(std::string_view name);

// `key` without a genitive -s or -:s at its end; itself when it has none.
std::string_view without_genitive(std::string_view key);

// The beginning of `name`, as it is written, that has the key `key_prefix`, without a hyphen at its
// end: "Västerås" for ("Västerås-moderaterna", "västerås-").
std::string name_prefix(std::string_view name, std::string_view key_prefix);

// A map from keys to values that is asked with a string_view, without a copy.
struct NameHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view key) const noexcept {
    return std::hash<std::string_view>{}(key);
  }
};
template <class Value>
using NameMap = std::unordered_map<std::string, Value, NameHash, std::equal_to<>>;

}  // namespace ordalag
