#include "searcher/page/html.hpp"

namespace ordalag {
namespace {

void escape(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

}  // namespace

void Html::start(std::string_view tag, const Attributes& attributes) {
  out_ += '<';
  out_ += tag;
  for (const Attribute& attribute : attributes) {
    out_ += ' ';
    out_ += attribute.name;
    out_ += "=\"";
    escape(attribute.value, out_);
    out_ += '"';
  }
  out_ += '>';
}

Html& Html::open(std::string_view tag, const Attributes& attributes) {
  start(tag, attributes);
  open_.push_back(tag);
  return *this;
}

Html& Html::close() {
  out_ += "</";
  out_ += open_.back();
  out_ += '>';
  open_.pop_back();
  return *this;
}

Html& Html::leaf(std::string_view tag, const Attributes& attributes, std::string_view text) {
  start(tag, attributes);
  escape(text, out_);
  out_ += "</";
  out_ += tag;
  out_ += '>';
  return *this;
}

Html& Html::single(std::string_view tag, const Attributes& attributes) {
  start(tag, attributes);
  return *this;
}

Html& Html::text(std::string_view text) {
  escape(text, out_);
  return *this;
}

Html& Html::add(const Html& piece) {
  out_ += piece.out_;
  return *this;
}

}  // namespace ordalag
