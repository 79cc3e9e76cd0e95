// Answers cut to what fits a reader who pays by the word.
#pragma once

#include <boost/json/object.hpp>
#include <cstddef>
#include <span>
#include <string_view>

namespace ordalag {

// Swedish JSON has about three bytes a token; the default stays under 8,000 tokens with some room.
inline constexpr std::size_t kBytesPerToken = 3;
inline constexpr std::size_t kDefaultTokens = 7'500;
inline constexpr std::size_t kLeastTokens = 300;
inline constexpr std::size_t kMostTokens = 200'000;

// Bytes of the value as text.
std::size_t size_of(const boost::json::value& value);

// Shortens `answer` until its text has at most `bytes`: takes items from the end of the lists that
// `lists` name, in that order ("hits"; "groups/hits": of every object in a list the last of the
// longest), then cuts the longest texts. True when something was taken.
bool fit(boost::json::object& answer, std::size_t bytes, std::span<const std::string_view> lists);

}  // namespace ordalag
