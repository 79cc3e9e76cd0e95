#include "core/registry/names.hpp"

#include "core/text/fold.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {
namespace {

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

}  // namespace

std::string name_key(std::string_view name) {
  std::string key = fold(name);
  std::size_t length = 0;
  for (const char c : key) {
    if (!is_blank(c))
      key[length++] = c;
    else if (length > 0 && key[length - 1] != ' ')
      key[length++] = ' ';
  }
  if (length > 0 && key[length - 1] == ' ') --length;
  key.resize(length);
  return key;
}

std::string_view without_genitive(std::string_view key) {
  if (key.size() > 2 && key.ends_with(":s")) return key.substr(0, key.size() - 2);
  if (key.size() > 2 && key.ends_with('s')) return key.substr(0, key.size() - 1);
  return key;
}

std::string name_prefix(std::string_view name, std::string_view key_prefix) {
  while (!name.empty() && is_blank(name.front())) name.remove_prefix(1);
  // From the end, so that combining marks stay with their letter.
  std::size_t end = name.size();
  while (end > 0 && name_key(name.substr(0, end)) != key_prefix) {
    do --end;
    while (end > 0 && is_continuation(name[end]));
  }
  while (end > 0 && name[end - 1] == '-') --end;
  return std::string(name.substr(0, end));
}

}  // namespace ordalag
