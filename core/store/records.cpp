#include "core/store/records.hpp"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <unordered_map>
#include <utility>

#include "core/store/packing.hpp"

namespace ordalag {
namespace {

// A list of distinct values in order of first use.
template <class Value>
std::uint32_t index_of(std::vector<Value>& table, const Value& value) {
  const auto it = std::find(table.begin(), table.end(), value);
  if (it != table.end()) return static_cast<std::uint32_t>(it - table.begin());
  table.push_back(value);
  return static_cast<std::uint32_t>(table.size() - 1);
}

void put(Packer& out, const std::optional<Fact>& fact) {
  out.number(fact ? static_cast<std::uint64_t>(fact->ground) + 1 : 0);
  if (fact) out.text(fact->value);
}

std::optional<Fact> get_fact(Unpacker& in) {
  const std::uint64_t ground = in.number();
  if (ground == 0) return std::nullopt;
  return Fact{std::string(in.text()), static_cast<Ground>(ground - 1)};
}

void put(Packer& out, const Attribution& attribution) {
  out.number(attribution.party.size());
  for (const PartyCode& code : attribution.party) out.text(code.value);
  out.number(attribution.party_ground ? static_cast<std::uint64_t>(*attribution.party_ground) + 1
                                      : 0);
  out.number(attribution.speaker ? 1 : 0);
  if (attribution.speaker) out.text(*attribution.speaker);
}

Attribution get_attribution(Unpacker& in) {
  Attribution attribution;
  const std::size_t parties = in.count();
  for (std::size_t i = 0; i < parties; ++i) attribution.party.emplace_back(std::string(in.text()));
  if (const std::uint64_t ground = in.number(); ground != 0)
    attribution.party_ground = static_cast<Ground>(ground - 1);
  if (in.number() != 0) attribution.speaker = std::string(in.text());
  return attribution;
}

void put(Packer& out, const std::vector<std::string>& texts) {
  out.number(texts.size());
  for (const std::string& text : texts) out.text(text);
}

std::vector<std::string> get_texts(Unpacker& in) {
  std::vector<std::string> texts(in.count());
  for (std::string& text : texts) text = std::string(in.text());
  return texts;
}

void put(Packer& out, const std::optional<LineRange>& lines) {
  out.number(lines ? lines->first + 1ULL : 0);
  if (lines) out.number(lines->last - lines->first);
}

std::optional<LineRange> get_lines(Unpacker& in) {
  const std::uint32_t first = in.small();
  if (first == 0) return std::nullopt;
  return LineRange{first - 1, first - 1 + in.small()};
}

void put(Packer& out, const std::vector<PageRectangle>& quads) {
  out.number(quads.size());
  for (const PageRectangle& quad : quads) {
    out.number(quad.page);
    for (const float side : {quad.left, quad.top, quad.right, quad.bottom}) out.real(side);
  }
}

std::vector<PageRectangle> get_quads(Unpacker& in) {
  std::vector<PageRectangle> quads(in.count());
  for (PageRectangle& quad : quads) {
    quad.page = in.small();
    for (float* side : {&quad.left, &quad.top, &quad.right, &quad.bottom}) *side = in.real();
  }
  return quads;
}

void put(Packer& out, const std::vector<PageReading>& pages) {
  out.number(pages.size());
  for (const PageReading& page : pages) {
    out.text(page.label);
    out.text(page.order);
    out.real(page.known_share);
  }
}

std::vector<PageReading> get_pages(Unpacker& in) {
  std::vector<PageReading> pages(in.count());
  for (PageReading& page : pages) {
    page.label = std::string(in.text());
    page.order = std::string(in.text());
    page.known_share = in.real();
  }
  return pages;
}

void put_passage(Packer& out, const Document& document, const Passage& passage,
                 RecordTables& tables) {
  // The id is "<document id>#<rest>"; only the rest is kept.
  out.text(std::string_view(passage.id.value).substr(document.facts.id.value.size() + 1));
  out.number(static_cast<std::uint64_t>(passage.kind));
  out.number(passage.bytes.begin);
  out.number(passage.bytes.size());
  out.number(passage.span.begin);
  out.number(passage.span.size());
  out.number(passage.lead_in ? *passage.lead_in + 1ULL : 0);
  out.number(passage.section);
  out.number(index_of(tables.attributions, passage.attribution));
  const Provenance& from = passage.provenance;
  out.number(from.page ? *from.page + 1ULL : 0);
  out.number(from.page_label ? index_of(tables.page_labels, *from.page_label) + 1ULL : 0);
  put(out, from.lines);
  put(out, from.printed_lines);
  out.number(from.source_bytes ? from.source_bytes->begin + 1 : 0);
  if (from.source_bytes) out.number(from.source_bytes->end - from.source_bytes->begin);
  put(out, from.quads);
  out.text(from.text_directive.value_or(std::string()));
  out.number(passage.themes.size());
  for (const ordalag::ThemeTag& theme : passage.themes) {
    out.number(index_of(tables.themes, theme.id));
    out.number(std::bit_cast<std::uint64_t>(theme.score));
    out.number(static_cast<std::uint64_t>(theme.ground));
    out.number(theme.evidence.size());
    for (const CodePointSpan& span : theme.evidence) {
      out.number(span.begin);
      out.number(span.size());
    }
  }
}

void put_header(Packer& out, const Document& document, const RecordTables& tables) {
  const DocumentFacts& facts = document.facts;
  out.text(facts.id.value);
  for (const auto* fact : {&facts.title, &facts.publisher, &facts.municipality, &facts.date,
                           &facts.kind, &facts.url, &facts.licence})
    put(out, *fact);
  put(out, facts.attribution);
  const SourceInfo& source = document.source;
  for (const auto* text : {&source.file, &source.sha256, &source.format, &source.charset})
    out.text(*text);
  out.number(source.size);
  out.number(source.record ? *source.record + 1ULL : 0);
  put(out, source.pages);
  out.number(document.sections.size());
  for (const SectionPath& path : document.sections) put(out, path);
  out.number(document.left_out.size());
  for (const LeftOut& left_out : document.left_out) {
    out.text(left_out.reason);
    out.number(left_out.lines);
    out.number(left_out.at.size());
    for (const LineRange& range : left_out.at) put(out, std::optional(range));
  }
  out.number(tables.attributions.size());
  for (const Attribution& attribution : tables.attributions) put(out, attribution);
  put(out, tables.page_labels);
  out.number(tables.themes.size());
  for (const ThemeId& theme : tables.themes) out.text(theme.value);
}

}  // namespace

PackedDocument pack(const Document& document) {
  RecordTables tables;
  std::string passages;
  PackedDocument packed;
  packed.passages.reserve(document.passages.size());
  Packer passage_out(passages);
  for (const Passage& passage : document.passages) {
    packed.passages.push_back(static_cast<std::uint32_t>(passages.size()));
    put_passage(passage_out, document, passage, tables);
  }
  Packer header(packed.bytes);
  put_header(header, document, tables);
  const auto base = static_cast<std::uint32_t>(packed.bytes.size());
  for (std::uint32_t& at : packed.passages) at += base;
  packed.bytes += passages;
  return packed;
}

std::uint32_t document_sum(std::string_view text, std::string_view record) {
  const std::uint64_t of_text = XXH3_64bits(text.data(), text.size());
  return static_cast<std::uint32_t>(XXH3_64bits_withSeed(record.data(), record.size(), of_text));
}

std::string_view packed_document_id(std::string_view record) { return Unpacker(record).text(); }

std::optional<UnpackedDocument> unpack_document(std::string_view record) {
  UnpackedDocument result;
  Unpacker in(record);
  DocumentFacts& facts = result.document.facts;
  facts.id = DocumentId(std::string(in.text()));
  for (auto* fact : {&facts.title, &facts.publisher, &facts.municipality, &facts.date, &facts.kind,
                     &facts.url, &facts.licence})
    *fact = get_fact(in);
  facts.attribution = get_attribution(in);
  SourceInfo& source = result.document.source;
  for (auto* text : {&source.file, &source.sha256, &source.format, &source.charset})
    *text = std::string(in.text());
  source.size = in.number();
  if (const std::uint32_t line = in.small(); line != 0) source.record = line - 1;
  source.pages = get_pages(in);
  result.document.sections.resize(in.count());
  for (SectionPath& path : result.document.sections) path = get_texts(in);
  result.document.left_out.resize(in.count());
  for (LeftOut& left_out : result.document.left_out) {
    left_out.reason = std::string(in.text());
    left_out.lines = in.small();
    left_out.at.resize(in.count());
    for (LineRange& range : left_out.at) range = get_lines(in).value_or(LineRange{});
  }
  result.tables.attributions.resize(in.count());
  for (Attribution& attribution : result.tables.attributions) attribution = get_attribution(in);
  result.tables.page_labels = get_texts(in);
  const std::size_t themes = in.count();
  for (std::size_t i = 0; i < themes; ++i)
    result.tables.themes.emplace_back(std::string(in.text()));
  result.document.page_labels = result.tables.page_labels;
  if (!in.ok()) return std::nullopt;
  return result;
}

std::string_view packed_passage_id(std::string_view record, std::uint32_t at) {
  if (at > record.size()) return {};
  return Unpacker(record.substr(at)).text();
}

std::optional<Passage> unpack_passage(std::string_view record, std::uint32_t at,
                                      const DocumentId& document, const RecordTables& tables) {
  if (at > record.size()) return std::nullopt;
  Unpacker in(record.substr(at));
  Passage passage;
  passage.id.value.reserve(document.value.size() + 8);
  passage.id.value.append(document.value).append("#").append(in.text());
  passage.kind = static_cast<PassageKind>(in.number());
  passage.bytes.begin = in.small();
  passage.bytes.end = passage.bytes.begin + in.small();
  passage.span.begin = in.small();
  passage.span.end = passage.span.begin + in.small();
  if (const std::uint32_t lead_in = in.small(); lead_in != 0) passage.lead_in = lead_in - 1;
  passage.section = in.small();
  const std::uint32_t attribution = in.small();
  if (attribution >= tables.attributions.size()) return std::nullopt;
  passage.attribution = tables.attributions[attribution];
  Provenance& from = passage.provenance;
  if (const std::uint32_t page = in.small(); page != 0) from.page = page - 1;
  if (const std::uint32_t label = in.small(); label != 0) {
    if (label > tables.page_labels.size()) return std::nullopt;
    from.page_label = tables.page_labels[label - 1];
  }
  from.lines = get_lines(in);
  from.printed_lines = get_lines(in);
  if (const std::uint64_t begin = in.number(); begin != 0)
    from.source_bytes = FileSpan{begin - 1, begin - 1 + in.number()};
  from.quads = get_quads(in);
  if (const std::string_view directive = in.text(); !directive.empty())
    from.text_directive = std::string(directive);
  passage.themes.resize(in.count());
  for (ordalag::ThemeTag& theme : passage.themes) {
    const std::uint32_t id = in.small();
    if (id >= tables.themes.size()) return std::nullopt;
    theme.id = tables.themes[id];
    theme.score = std::bit_cast<double>(in.number());
    theme.ground = static_cast<ThemeGround>(in.number());
    theme.evidence.resize(in.count());
    for (CodePointSpan& span : theme.evidence) {
      span.begin = in.small();
      span.end = span.begin + in.small();
    }
  }
  if (!in.ok()) return std::nullopt;
  return passage;
}

}  // namespace ordalag
