#include "core/language/snowball.hpp"

#include <xapian.h>

#include <algorithm>

namespace ordalag {

struct Snowball::Impl {
  Xapian::Stem stemmer{"swedish"};
};

Snowball::Snowball() : impl_(std::make_unique<Impl>()) {}
Snowball::~Snowball() = default;
Snowball::Snowball(Snowball&&) noexcept = default;
Snowball& Snowball::operator=(Snowball&&) noexcept = default;

std::string Snowball::stem(std::string_view form) const {
  std::string stem = impl_->stemmer(std::string(form));
  const std::string_view ending = form.substr(std::min(stem.size(), form.size()));
  if (ending == "e" || ending == "es") stem.push_back('e');
  return stem;
}

}  // namespace ordalag
