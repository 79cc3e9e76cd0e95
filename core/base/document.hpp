// A document as the index holds it: facts, canonical text, and passages as spans in that text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.hpp"
#include "core/base/span.hpp"

namespace ordalag {

// On what ground a fact is known. Names for JSON: name(Ground).
// kOverride: somebody said so in overrides.toml.
enum class Ground { kCatalogue, kTitle, kSignature, kHeading, kFilename, kMetadata, kOverride };
std::string_view name(Ground ground);
std::optional<Ground> ground_from_name(std::string_view name);

enum class PassageKind { kParagraph, kListItem, kTableRow, kHeading };
std::string_view name(PassageKind kind);
std::optional<PassageKind> passage_kind_from_name(std::string_view name);

// A fact with the ground it stands on; an unknown fact is an empty optional, never a guess.
struct Fact {
  std::string value;
  Ground ground = Ground::kMetadata;
  friend bool operator==(const Fact&, const Fact&) = default;
};

// Who speaks: the parties (several for an agreement, none for an unsigned reply) and the ground.
struct Attribution {
  std::vector<PartyCode> party;        // sorted, unique
  std::optional<Ground> party_ground;  // empty exactly when `party` is
  std::optional<std::string> speaker;  // "Staffan Jansson"; several joined by ", "
  friend bool operator==(const Attribution&, const Attribution&) = default;
};

struct DocumentFacts {
  DocumentId id;
  std::optional<Fact> title;
  std::optional<Fact> publisher;
  std::optional<Fact> municipality;  // "Västerås"
  std::optional<Fact> date;          // ISO 8601: "2026", "2021-07", "2021-07-05", or "2022/2026"
  std::optional<Fact> kind;          // programme, manifesto, web, debate, motion, agreement, ...
  std::optional<Fact> url;
  std::optional<Fact> licence;
  Attribution attribution;           // of the document as a whole
};

// A rectangle on a physical page (from 1), in points from the upper left corner of the page.
struct PageRectangle {
  std::uint32_t page = 0;
  float left = 0, top = 0, right = 0, bottom = 0;
  friend bool operator==(const PageRectangle&, const PageRectangle&) = default;
};

// Where a passage stands in its source. What the source does not give is empty.
struct Provenance {
  std::optional<std::uint32_t> page;        // physical page, from 1
  std::optional<std::string> page_label;    // the number printed on that page
  std::optional<LineRange> lines;           // lines of the source (text), its record (JSONL) or paragraphs
  std::optional<LineRange> printed_lines;   // line numbers that the source prints in its margin
  std::optional<FileSpan> source_bytes;     // bytes of the source file (text formats only)
  std::vector<PageRectangle> quads;         // its lines on the pages (PDF only), in text order
  // ":~:text=…", which a browser follows to this place of the page alone (web pages only).
  std::optional<std::string> text_directive;
  friend bool operator==(const Provenance&, const Provenance&) = default;
};

// Where the reason for a theme stands. Names for JSON: name(ThemeGround).
enum class ThemeGround { kText, kLeadIn, kSection, kOverride };
std::string_view name(ThemeGround ground);
std::optional<ThemeGround> theme_ground_from_name(std::string_view name);

struct ThemeTag {
  ThemeId id;
  double score = 0;                        // (0, 1]
  ThemeGround ground = ThemeGround::kText;
  // In the passage's text; never empty. With kText the words that speak for the theme; with the
  // other grounds the whole text, since the reason stands outside it.
  std::vector<CodePointSpan> evidence;
};

// The smallest citable unit. Its text is document.text at `bytes`.
struct Passage {
  PassageId id;
  PassageKind kind = PassageKind::kParagraph;
  ByteSpan bytes;                          // in the canonical text
  CodePointSpan span;                      // the same range in code points
  std::optional<std::uint32_t> lead_in;    // index (in Document::passages) of the line that opens its list
  std::uint32_t section = 0;               // index in Document::sections
  Attribution attribution;
  Provenance provenance;
  std::vector<ThemeTag> themes;
};

using SectionPath = std::vector<std::string>;  // headings from the outermost inwards; may be empty

// Matter of the source that is not indexed, counted so that nothing disappears silently.
struct LeftOut {
  std::string reason;   // "margin_number", "table_of_contents", "navigation", "image_name",
                        // "footer", "page_number", "running_header"
  std::uint32_t lines = 0;
  std::vector<LineRange> at;  // where, in lines of the source
};

// How one page of a paginated source was read.
struct PageReading {
  std::string label;        // the number printed on the page; empty when there is none
  std::string order;        // "layout", "physical", "raw"; "no_text" for a page without text layer
  float known_share = 0;    // of its words, those that the Swedish lexicon knows, in [0, 1]
  friend bool operator==(const PageReading&, const PageReading&) = default;
};

struct SourceInfo {
  std::string file;     // path as the user named it, normalised
  std::string sha256;   // lower-case hex of the whole file
  std::string format;   // "text", "markdown", "jsonl", ...
  std::string charset;  // "UTF-8", "windows-1252", ...
  std::uint64_t size = 0;               // bytes
  std::optional<std::uint32_t> record;  // line of a JSONL file, from 1
  std::vector<PageReading> pages;       // by physical page, from page 1; empty without pages
};

// Invariant: passages are in text order, do not overlap, and cover all of `text` but separators.
struct Document {
  DocumentFacts facts;
  SourceInfo source;
  std::string text;                    // canonical: valid UTF-8, NFC, cleaned; passages joined by "\n"
  std::vector<SectionPath> sections;   // sections[0] is the empty path
  std::vector<Passage> passages;
  std::vector<LeftOut> left_out;

  std::string_view text_of(const Passage& p) const {
    return std::string_view(text).substr(p.bytes.begin, p.bytes.size());
  }
};

}  // namespace ordalag
