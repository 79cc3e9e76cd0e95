// Strong string ids: a DocumentId is never passed where a PartyCode is meant.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace ordalag {

template <class Tag>
struct StrongId {
  std::string value;

  StrongId() = default;
  explicit StrongId(std::string v) : value(std::move(v)) {}
  bool empty() const { return value.empty(); }
  friend auto operator<=>(const StrongId&, const StrongId&) = default;
};

using DocumentId = StrongId<struct DocumentTag>;
using PassageId = StrongId<struct PassageTag>;  // "<document id>#<passage>"
using PartyCode = StrongId<struct PartyTag>;    // "M", "S", ...
using ThemeId = StrongId<struct ThemeTag>;      // "hemloshet", ...

}  // namespace ordalag

template <class Tag>
struct std::hash<ordalag::StrongId<Tag>> {
  std::size_t operator()(const ordalag::StrongId<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.value);
  }
};
