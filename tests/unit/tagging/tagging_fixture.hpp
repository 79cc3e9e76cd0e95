// Documents and themes for the tests of tagging.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/analyser.hpp"
#include "core/registry/themes.hpp"
#include "core/tagging/tagger.hpp"
#include "core/text/utf8.hpp"

namespace ordalag {

inline std::shared_ptr<const Analyser> test_analyser() {
  static const auto analyser =
      Analyser::load({ORDALAG_SOURCE_DIR "/stemmer-config", ORDALAG_BINARY_DIR "/share/ordalag/sv.lex"});
  return analyser ? *analyser : nullptr;
}

// A document in the making: passages are appended to the section that was opened last.
class DocumentBuilder {
 public:
  DocumentBuilder() { document_.sections.emplace_back(); }

  DocumentBuilder& section(SectionPath path) {
    document_.sections.push_back(std::move(path));
    lead_in_.reset();
    return *this;
  }
  DocumentBuilder& lead_in(std::string_view text) {
    passage(text);
    lead_in_ = static_cast<std::uint32_t>(document_.passages.size() - 1);
    return *this;
  }
  DocumentBuilder& item(std::string_view text) {
    passage(text);
    document_.passages.back().kind = PassageKind::kListItem;
    document_.passages.back().lead_in = lead_in_;
    return *this;
  }
  DocumentBuilder& passage(std::string_view text) {
    if (!document_.text.empty()) document_.text += '\n';
    Passage& passage = document_.passages.emplace_back();
    passage.bytes.begin = static_cast<std::uint32_t>(document_.text.size());
    passage.span.begin = count_code_points(document_.text);
    document_.text += text;
    passage.bytes.end = static_cast<std::uint32_t>(document_.text.size());
    passage.span.end = count_code_points(document_.text);
    passage.section = static_cast<std::uint32_t>(document_.sections.size() - 1);
    return *this;
  }
  Document build() { return document_; }

 private:
  Document document_;
  std::optional<std::uint32_t> lead_in_;
};

inline ThemeRegistry themes_of(std::string_view toml) {
  auto registry = ThemeRegistry::parse(toml, "themes.toml");
  EXPECT_TRUE(registry.has_value()) << (registry ? "" : describe(registry.error()));
  return registry ? *std::move(registry) : ThemeRegistry();
}

inline Document tagged(const Tagger& tagger, Document document) {
  WordCache words;
  TagMemory memory;
  tagger.tag(document, words, memory);
  return document;
}

inline std::vector<std::string> ids(const Passage& passage) {
  std::vector<std::string> found;
  for (const auto& tag : passage.themes) found.push_back(tag.id.value);
  return found;
}

// The evidence of a tag, as written; several with " | " between.
inline std::string evidence_text(const Document& document, const Passage& passage,
                                 const std::string& theme) {
  const std::string_view text = document.text_of(passage);
  std::string joined;
  for (const auto& tag : passage.themes) {
    if (tag.id.value != theme) continue;
    for (const CodePointSpan& span : tag.evidence) {
      const std::size_t begin = byte_of_code_point(text, span.begin);
      if (!joined.empty()) joined += " | ";
      joined += text.substr(begin, byte_of_code_point(text, span.end) - begin);
    }
  }
  return joined;
}

}  // namespace ordalag
