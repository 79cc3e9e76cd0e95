#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>

#include "indexer/extract/file_kind.hpp"
#include "indexer/extract/worker/extract_file.hpp"
#include "indexer/reading/attribution.hpp"
#include "indexer/reading/compose.hpp"
#include "indexer/reading/contact_lines.hpp"
#include "indexer/reading/contents_table.hpp"
#include "indexer/reading/date_marks.hpp"
#include "indexer/reading/draft.hpp"
#include "indexer/reading/extracted_text.hpp"
#include "indexer/reading/facts.hpp"
#include "indexer/reading/formats.hpp"
#include "indexer/reading/headings.hpp"
#include "indexer/reading/line_limit.hpp"
#include "indexer/reading/list_marks.hpp"
#include "indexer/reading/lists.hpp"
#include "indexer/reading/margin_numbers.hpp"
#include "indexer/reading/markdown.hpp"
#include "indexer/reading/page_furniture.hpp"
#include "indexer/reading/paragraphs.hpp"
#include "indexer/reading/passages.hpp"
#include "indexer/reading/plain_text.hpp"
#include "indexer/reading/reading.hpp"
#include "indexer/reading/signatures.hpp"
#include "indexer/reading/stated_facts.hpp"
#include "indexer/reading/web_furniture.hpp"

namespace ordalag {
namespace {

using namespace reading;

// What one document is read with.
struct Work {
  const SourceFile& source;
  const ReadContext& context;
  std::vector<SignedBlock> signatures;
};

struct Pass {
  std::string_view name;
  void (*run)(Draft& draft, Work& work);
};

// Other formats leave out furniture when they are extracted: they know more of it than its text.
bool is_text_file(const Draft& draft) { return draft.extracted.unit == SourceUnit::kSourceLine; }

// The reading of a document, in order. What holds after each pass:
constexpr std::array<Pass, 17> kPasses = {{
    // Every line of the source stands in `lines`, trimmed; stated facts are out of them.
    {"lines", [](Draft& draft, Work&) { take_lines(draft); }},
    // No line has a number of the margin; those that had one know it.
    {"margin numbers",
     [](Draft& draft, Work&) {
       if (is_text_file(draft)) remove_margin_numbers(draft);
     }},
    // Menus, image names, share lines, cookie notices and addresses are left out.
    {"web furniture",
     [](Draft& draft, Work&) {
       if (!is_text_file(draft)) return;
       leave_out_web_furniture(draft);
       leave_out_contact_lines(draft);
     }},
    // Tables of contents are left out.
    {"contents", [](Draft& draft, Work&) { leave_out_contents_table(draft); }},
    // Page numbers and running headers are left out; the line after one knows of the page.
    {"page furniture",
     [](Draft& draft, Work&) {
       if (is_text_file(draft)) leave_out_page_furniture(draft);
       else leave_out_ornaments(draft);
     }},
    // Date marks are left out, and kept as facts.
    {"date marks", [](Draft& draft, Work&) { take_date_marks(draft); }},
    // No line of a list begins with its bullet or number; `mark` has it.
    {"list marks", [](Draft& draft, Work&) { find_list_marks(draft); }},
    // Only lines with text remain.
    {"gather", [](Draft& draft, Work&) { gather_lines(draft); }},
    // Blocks tile the lines: one paragraph, item or row each.
    {"paragraphs", [](Draft& draft, Work&) { join_lines(draft); }},
    // Every block has its canonical text.
    {"texts", [](Draft& draft, Work& work) { compose_texts(draft, work.context); }},
    // Items without bullets are items.
    {"bare lists", [](Draft& draft, Work&) { find_bare_lists(draft); }},
    // Signatures and replies have their role.
    {"signatures",
     [](Draft& draft, Work& work) {
       if (work.context.parties != nullptr)
         work.signatures = find_signatures(draft, *work.context.parties);
     }},
    // Headings are headings, and those of the title are known.
    {"headings",
     [](Draft& draft, Work& work) {
       find_headings(draft);
       find_title_blocks(draft, work.context);
     }},
    // Every item knows the line that opens its list.
    {"lead-ins", [](Draft& draft, Work&) { find_lead_ins(draft); }},
    // Every block knows its section.
    {"sections", [](Draft& draft, Work&) { find_sections(draft); }},
    // The facts of the document stand, each with its ground.
    {"facts",
     [](Draft& draft, Work& work) {
       find_facts(draft, work.signatures, work.source.file, work.context);
     }},
    // Every block knows who speaks in it.
    {"attribution",
     [](Draft& draft, Work& work) { attribute(draft, work.signatures, work.context); }},
}};

Result<ExtractedText> extract_lines(const SourceFile& source) {
  if (source.bytes.size() > std::numeric_limits<std::uint32_t>::max() / 4)
    return fail(ErrorCode::kTooLarge, "a single text of more than a gigabyte", source.file,
                "split it, or give it as JSONL");
  if (const auto kind = extract::kind_of_file(source.bytes, source.file)) {
    Result<ExtractedText> extracted = extract::extract_file({*kind, source.bytes});
    if (!extracted) extracted.error().where = source.file;
    return extracted;
  }
  ORDALAG_TRY(format, detect_format(source.bytes, source.file));
  ORDALAG_CHECK(check_line_lengths(source.bytes, source.file));
  Result<DecodedText> decoded = decode(source.bytes);
  if (!decoded) {
    decoded.error().where = source.file;
    return fail(std::move(decoded).error());
  }
  if (format == Format::kMarkdown) return extract_markdown(*std::move(decoded));
  ExtractedText extracted = extract_plain_text(*std::move(decoded));
  take_stated_facts(extracted);
  return extracted;
}

void leave_out_stated(Draft& draft) {
  if (draft.extracted.stated_at.empty()) return;
  LeftOut left{std::string(name(Leaving::kMetadata)), 0, draft.extracted.stated_at};
  for (const LineRange& range : left.at) left.lines += range.last - range.first + 1;
  draft.left_out.push_back(std::move(left));
}

}  // namespace

Result<Document> read_document(const SourceFile& source, const ReadContext& context) {
  ORDALAG_TRY(extracted, extract_lines(source));
  Draft draft;
  draft.extracted = std::move(extracted);
  leave_out_stated(draft);
  Work work{source, context, {}};
  for (const Pass& pass : kPasses) {
    pass.run(draft, work);
    if (context.trace) context.trace(pass.name, render(draft));
  }
  if (draft.blocks.empty())
    return fail(ErrorCode::kBadInput, "there is no text in it", source.file,
                "what it holds was taken for metadata, navigation or page numbers");
  return assemble(draft, source);
}

}  // namespace ordalag
