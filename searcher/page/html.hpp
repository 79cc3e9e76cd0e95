// HTML is written here and nowhere else: every text and every attribute is escaped on its way in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ordalag {

struct Attribute {
  std::string_view name;  // of ours, never from outside
  std::string value;
};
using Attributes = std::vector<Attribute>;

// A piece of a page under construction. Tags and names of attributes are of the program's own.
class Html {
 public:
  // Opens an element; close() ends the one opened last.
  Html& open(std::string_view tag, const Attributes& attributes = {});
  Html& close();
  // An element with text alone, one without content ("input"), a text.
  Html& leaf(std::string_view tag, const Attributes& attributes, std::string_view text);
  Html& leaf(std::string_view tag, std::string_view text) { return leaf(tag, {}, text); }
  Html& single(std::string_view tag, const Attributes& attributes);
  Html& text(std::string_view text);
  // A finished piece.
  Html& add(const Html& piece);

  bool empty() const { return out_.empty(); }
  // The markup; all elements must be closed.
  const std::string& markup() const { return out_; }

 private:
  void start(std::string_view tag, const Attributes& attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace ordalag
