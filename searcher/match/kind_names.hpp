// Kinds of documents by the names that Swedish gives them.
#pragma once

#include <span>
#include <string_view>

namespace ordalag {

struct KindName {
  std::string_view swedish, kind;
};

// Sources and queries write either: a kind is found under both. The first name of a kind is what
// it is shown as.
std::span<const KindName> kind_names();

}  // namespace ordalag
