#include "indexer/reading/attribution.hpp"

#include <algorithm>
#include <string>

#include "core/text/utf8.hpp"

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

bool has_body(const Draft& draft, std::uint32_t begin, std::uint32_t end) {
  return std::any_of(draft.blocks.begin() + begin, draft.blocks.begin() + end, is_body);
}

}  // namespace

void attribute(Draft& draft, const std::vector<SignedBlock>& signatures,
               const ReadContext& context) {
  const auto count = static_cast<std::uint32_t>(draft.blocks.size());
  const std::vector<SignatureGroup> groups = group(signatures);
  const bool known = draft.facts.attribution.party_ground.has_value() ||
                     (context.entry != nullptr && context.entry->party);
  // What is not signed is the document's, where that is known by more than its signatures.
  give(draft, 0, count, draft.facts.attribution);
  std::uint32_t from = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const SignatureGroup& signed_by = groups[g];
    const std::uint32_t next = g + 1 < groups.size() ? groups[g + 1].begin : count;
    if (has_body(draft, from, signed_by.begin)) {
      const std::uint32_t reply = reply_in(draft, from, signed_by.begin);
      const std::uint32_t begin = reply > from && reply < signed_by.begin ? reply : from;
      if (begin > from && !known) give(draft, from, begin, {});
      give(draft, begin, signed_by.end, signed_by.attribution);
      from = signed_by.end;
    } else {
      // A byline: it speaks for what follows, up to a reply or the next signature.
      from = reply_in(draft, signed_by.end, next);
      give(draft, signed_by.begin, from, signed_by.attribution);
    }
  }
  const std::uint32_t reply = reply_in(draft, from, count);
  give(draft, reply, count, {});
  if (!known)
    for (const SignatureGroup& signed_by : groups) {
      Attribution& whole = draft.facts.attribution;
      Signature signature{{}, signed_by.attribution.party};
      if (signed_by.attribution.speaker) signature.names.push_back(*signed_by.attribution.speaker);
      join(whole, signature);
    }
}

}  // namespace ordalag::reading
