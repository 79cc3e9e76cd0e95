// The Model Context Protocol: JSON-RPC 2.0 messages, a line each, in both eras of the protocol.
//
// Up to 2025-11-25 a client begins with `initialize`. From 2026-07-28 there is no session: every
// request names its version and the client's capabilities in `_meta`, and `server/discover` tells
// what the server can do. Both may come on one stream.
#pragma once

#include <boost/json/object.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "searcher/answer/searcher.hpp"

namespace ordalag {

// A longer line is refused: a quotation has its own limit far below.
inline constexpr std::size_t kLongestMessage = 1UL << 20U;

class McpProtocol {
 public:
  // `index` gives the searcher of the newest revision; asked at each call of a tool.
  using Index = std::function<Result<std::shared_ptr<Searcher>>()>;
  explicit McpProtocol(Index index) : index_(std::move(index)) {}

  // The answer to one line; nothing for a notification or a response.
  std::optional<std::string> answer(std::string_view line);

 private:
  struct Asked;
  boost::json::object dispatch(const Asked& asked);
  boost::json::object call(const Asked& asked);

  Index index_;
};

}  // namespace ordalag
