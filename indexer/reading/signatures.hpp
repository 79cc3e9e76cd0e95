// Who signs a text: "Anna Ek (S)", "Bo Ask, gruppledare (M)", "av Eva Lind (V)".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/registry/parties.hpp"
#include "indexer/reading/draft.hpp"

namespace ordalag::reading {

struct Signature {
  std::vector<std::string> names;  // in order
  std::vector<PartyCode> party;    // sorted, unique; never empty
};

// The signature that the whole of `text` is, or empty: up to eight names of two to four words, a
// known party in brackets after the last of them (or "gruppledare för Moderaterna"), and perhaps
// an office. A party mentioned in running text ("Ek (S) är en av dem som ...") is none, nor is a line
// of speech ("Anna Ek (S): Nej.").
std::optional<Signature> read_signature(std::string_view text, const PartyRegistry& parties);

// Takes the name of two to four words that opens `rest`; empty and `rest` unchanged when none does.
std::string take_name(std::string_view& rest);

// Takes "(S)" off the start of `rest`: the letters between the brackets; empty when there are none.
std::string_view take_party_sign(std::string_view& rest);

// A full name and nothing else; its office may stand on the next line.
bool is_full_name(std::string_view text);

// An office and the party it is held for: "Partiledare för Liberalerna".
std::optional<PartyCode> party_of_office(std::string_view text, const PartyRegistry& parties);

// Opens what somebody has put on record of their own in minutes: "Reservation", "Särskilt yttrande".
bool opens_statement(std::string_view text);

// Opens an answer by somebody else: "SVAR DIREKT:", "Replik", "Slutreplik:".
bool opens_reply(std::string_view text);

struct SignedBlock {
  std::uint32_t block = 0;      // the first of the signature
  std::uint32_t last = 0;       // its office may stand in the blocks up to this one
  Signature signature;
};

// The signatures among the blocks, with the lines of office that follow them. Gives their blocks
// the role kSignature, and blocks that open a reply the role kReply. Linear.
std::vector<SignedBlock> find_signatures(Draft& draft, const PartyRegistry& parties);

}  // namespace ordalag::reading
