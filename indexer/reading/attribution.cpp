#include "indexer/reading/attribution.hpp"

#include <algorithm>
#include <string>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"
#include "indexer/reading/line_shape.hpp"
#include "indexer/reading/speaker_labels.hpp"

namespace ordalag::reading {
namespace {

// Signatures that stand together, and what they say.
struct SignatureGroup {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // after the last block
  Attribution attribution;
};

void join(Attribution& into, const Signature& signature) {
  for (const std::string& name : signature.names) {
    if (!into.speaker) {
      into.speaker = name;
    } else {
      *into.speaker += ", " + name;
    }
  }
  into.party.insert(into.party.end(), signature.party.begin(), signature.party.end());
  std::sort(into.party.begin(), into.party.end());
  into.party.erase(std::unique(into.party.begin(), into.party.end()), into.party.end());
  if (!into.party.empty()) into.party_ground = Ground::kSignature;
}

std::vector<SignatureGroup> group(const std::vector<SignedBlock>& signatures) {
  std::vector<SignatureGroup> groups;
  for (const SignedBlock& signed_block : signatures) {
    if (groups.empty() || groups.back().end != signed_block.block)
      groups.push_back({signed_block.block, signed_block.block, {}});
    groups.back().end = signed_block.last + 1;
    join(groups.back().attribution, signed_block.signature);
  }
  return groups;
}

// A paragraph of text that somebody may have signed.
bool is_body(const Block& block) {
  constexpr std::uint32_t kShortest = 60;  // code points
  return block.role != Role::kSignature && block.kind != PassageKind::kHeading &&
         count_code_points(block.text) >= kShortest;
}

void give(Draft& draft, std::uint32_t begin, std::uint32_t end, const Attribution& attribution) {
  for (std::uint32_t b = begin; b < end; ++b) draft.blocks[b].attribution = attribution;
}

// The first block of [begin, end) that opens a reply, or `end`.
std::uint32_t reply_in(const Draft& draft, std::uint32_t begin, std::uint32_t end) {
  while (begin < end && draft.blocks[begin].role != Role::kReply) ++begin;
  return begin;
}

// The last block of [begin, end) that opens a reply or a statement of somebody's own, or `end`.
std::uint32_t opening_in(const Draft& draft, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t b = end; b > begin; --b) {
    const Block& block = draft.blocks[b - 1];
    if (block.role == Role::kReply || opens_statement(block.text)) return b - 1;
  }
  return end;
}

bool has_body(const Draft& draft, std::uint32_t begin, std::uint32_t end) {
  return std::any_of(draft.blocks.begin() + begin, draft.blocks.begin() + end, is_body);
}

// Minutes name many people of many parties, and say by whom only what these have put on record.
bool is_minutes(const Draft& draft) {
  constexpr std::size_t kTop = 8;               // blocks
  constexpr std::uint32_t kLongestHeading = 8;  // words
  const auto says_so = [](std::string_view text) {
    return count_words(text) <= kLongestHeading &&
           lower_case(text).find("protokoll") != std::string::npos;
  };
  const std::size_t end = std::min(kTop, draft.blocks.size());
  return (draft.facts.title && says_so(draft.facts.title->value)) ||
         std::any_of(draft.blocks.begin(), draft.blocks.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const Block& block) { return says_so(block.text); });
}

// Of what stands on record the rest of its section.
std::uint32_t end_of_statement(const Draft& draft, std::uint32_t begin, std::uint32_t end) {
  while (begin < end && draft.blocks[begin].kind != PassageKind::kHeading &&
         !opens_statement(draft.blocks[begin].text))
    ++begin;
  return begin;
}

void attribute_statements(Draft& draft, const std::vector<SignatureGroup>& groups) {
  const auto count = static_cast<std::uint32_t>(draft.blocks.size());
  std::uint32_t from = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const SignatureGroup& signed_by = groups[g];
    const std::uint32_t begin = opening_in(draft, from, signed_by.begin);
    const std::uint32_t next = g + 1 < groups.size() ? groups[g + 1].begin : count;
    from = signed_by.end;
    if (begin == signed_by.begin) continue;
    // The name may stand under its statement, or right under its heading.
    if (begin + 1 == signed_by.begin) from = end_of_statement(draft, from, next);
    give(draft, begin, from, signed_by.attribution);
  }
}

// The party that headings name is the document's unless somebody of another party signs.
bool is_known(const Draft& draft, const std::vector<SignatureGroup>& groups,
              const ReadContext& context) {
  const Attribution& whole = draft.facts.attribution;
  if (context.entry != nullptr && context.entry->party) return true;
  if (whole.party_ground != Ground::kHeading) return whole.party_ground.has_value();
  return std::all_of(groups.begin(), groups.end(), [&](const SignatureGroup& signed_by) {
    return signed_by.attribution.party == whole.party;
  });
}

// The document's, where nothing but its signatures tells.
void take_parties(DocumentFacts& facts, const std::vector<SignatureGroup>& groups) {
  for (const SignatureGroup& signed_by : groups) {
    Signature signature{{}, signed_by.attribution.party};
    if (signed_by.attribution.speaker) signature.names.push_back(*signed_by.attribution.speaker);
    join(facts.attribution, signature);
  }
}

// "av Anna Ek (S)" speaks for what follows.
bool is_byline(const Draft& draft, const SignatureGroup& signed_by) {
  return starts_folded(draft.blocks[signed_by.begin].text, "av ");
}

// Where what follows a byline ends: at the heading above the next one, at a reply, or where the
// appendices begin.
std::uint32_t end_of_bylined(const Draft& draft, std::uint32_t begin, std::uint32_t next) {
  const auto& blocks = draft.blocks;
  if (next < blocks.size() && next > begin && blocks[next - 1].kind == PassageKind::kHeading) --next;
  for (std::uint32_t b = begin; b < next; ++b) {
    const bool appendix = blocks[b].kind == PassageKind::kHeading &&
                          starts_folded(blocks[b].text, "bilaga");
    if (blocks[b].role == Role::kReply || opens_statement(blocks[b].text) || appendix) return b;
  }
  return next;
}

void attribute_signed(Draft& draft, const std::vector<SignatureGroup>& groups, bool known) {
  const auto count = static_cast<std::uint32_t>(draft.blocks.size());
  std::uint32_t from = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const SignatureGroup& signed_by = groups[g];
    const std::uint32_t next = g + 1 < groups.size() ? groups[g + 1].begin : count;
    if (is_byline(draft, signed_by)) {
      const bool under_heading =
          signed_by.begin > from && draft.blocks[signed_by.begin - 1].kind == PassageKind::kHeading &&
          draft.blocks[signed_by.begin - 1].role == Role::kText;
      const std::uint32_t begin = signed_by.begin - (under_heading ? 1 : 0);
      from = end_of_bylined(draft, signed_by.end, next);
      give(draft, begin, from, signed_by.attribution);
    } else if (has_body(draft, from, signed_by.begin)) {
      const std::uint32_t opening = opening_in(draft, from, signed_by.begin);
      const std::uint32_t begin =
          opening > from && opening < signed_by.begin ? opening : from;
      if (begin > from && !known) give(draft, from, begin, {});
      give(draft, begin, signed_by.end, signed_by.attribution);
      from = signed_by.end;
    } else {
      // With nothing above that it could sign it speaks for what follows, as a byline does.
      from = reply_in(draft, signed_by.end, next);
      give(draft, signed_by.begin, from, signed_by.attribution);
    }
  }
  give(draft, reply_in(draft, from, count), count, {});
}

}  // namespace

void attribute(Draft& draft, const std::vector<SignedBlock>& signatures,
               const ReadContext& context) {
  const auto count = static_cast<std::uint32_t>(draft.blocks.size());
  const std::vector<SignatureGroup> groups = group(signatures);
  const bool known = is_known(draft, groups, context);
  const bool minutes = is_minutes(draft);
  if (!known && !groups.empty()) {
    draft.facts.attribution.party.clear();
    draft.facts.attribution.party_ground.reset();
  }
  // What is not signed is the document's, where that is known by more than its signatures.
  give(draft, 0, count, draft.facts.attribution);
  if (minutes)
    attribute_statements(draft, groups);
  else
    attribute_signed(draft, groups, known);
  if (context.parties != nullptr) attribute_labelled(draft, *context.parties);
  if (!known && !minutes) take_parties(draft.facts, groups);
}

}  // namespace ordalag::reading
