// Which party a title, a heading or a lead-in speaks for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/registry/parties.hpp"

namespace ordalag::reading {

// The parties that `title` names as its senders, sorted: a part of the title that is a party's
// name ("... – Vänsterpartiet", "Moderaterna i Borås", "Vänsterpartiet Västerås") or a genitive
// before what the document is ("Västeråsmoderaternas program"). Not a party that is spoken about.
std::vector<PartyCode> sender_parties(std::string_view title, const PartyRegistry& parties);

// The party that a lead-in or a heading names ("Västeråsmoderaterna arbetar för att:", "Moderaterna
// i Borås vill:", "Vi i Centerpartiet vill:"); empty when it names none or several.
std::optional<PartyCode> speaking_party(std::string_view line, const PartyRegistry& parties);

// True when `text` is a party's name and nothing more.
bool is_party_name(std::string_view text, const PartyRegistry& parties);

}  // namespace ordalag::reading
