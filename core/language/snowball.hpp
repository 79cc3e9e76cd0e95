// The Snowball stemmer for Swedish, for words that no table knows.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace ordalag {

// Not shared between threads: the stemmer keeps its working buffer.
class Snowball {
 public:
  Snowball();
  ~Snowball();
  Snowball(Snowball&&) noexcept;
  Snowball& operator=(Snowball&&) noexcept;

  // The stem of a folded word. A final -e stays (Louise, Charlotte): among words that no table
  // knows it is more often part of a name than an inflection.
  std::string stem(std::string_view form) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ordalag
