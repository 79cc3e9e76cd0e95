// Answers cut to what fits a reader who pays by the word.
#pragma once

#include <boost/json/object.hpp>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace ordalag {

// Swedish JSON has about three bytes a token. The default stays under 8,000 tokens also for a
// client that writes the answer out anew with blanks between its members (6 % more).
inline constexpr std::size_t kBytesPerToken = 3;
inline constexpr std::size_t kDefaultTokens = 7'000;
inline constexpr std::size_t kLeastTokens = 1'000;  // what one hit needs with its source
inline constexpr std::size_t kMostTokens = 200'000;

// Bytes of the value as text.
std::size_t size_of(const boost::json::value& value);

// A list that may be cut at its end: "hits"; or "groups/hits", the lists of the objects in a list.
// Those are read in turn (the first items of all, then the second ones), and cut from the end of
// that.
struct CutList {
  std::string_view path;
  std::size_t least = 0;  // so many items stay, whatever their size
};

// How many items there are, in all its lists.
std::size_t count_items(const boost::json::object& answer, std::string_view path);

// Takes the first `count` items out of a list, of lists those that are read first. How many it took
// out of each.
std::vector<std::size_t> pass_over(boost::json::object& answer, std::string_view path,
                                   std::size_t count);

// Shortens `answer` until its text has at most `bytes`: cuts `lists` in their order, then the
// facets, then the longest texts, with the ranges that would point behind their end. Names, ids and
// citations stay. `passed`: what was passed over before, of the first of `lists`. True when
// something was taken.
bool fit(boost::json::object& answer, std::size_t bytes, std::span<const CutList> lists,
         std::span<const std::size_t> passed);

}  // namespace ordalag
