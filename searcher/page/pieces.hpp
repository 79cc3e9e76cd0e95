// What several pages draw alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.hpp"
#include "searcher/answer/hit.hpp"
#include "searcher/answer/unknown_values.hpp"
#include "searcher/page/html.hpp"
#include "searcher/page/layout.hpp"
#include "searcher/page/page_context.hpp"

namespace ordalag {

// The page of a passage, jumping to it; of a document.
std::string passage_link(const PageContext& context, const PassageId& id);
std::string document_link(const PageContext& context, const DocumentId& id);

// A party's name with its colour beside it; the colour says nothing that the name does not.
Html party_badge(const PageContext& context, const PartyCode& code);

// Who speaks: parties and speaker, or that nobody is named.
Html attribution(const PageContext& context, const Attribution& by);

// A date as it is read: a period, "2022/2026", with a dash.
std::string shown_date(const Fact& date);

// A text with its highlights as <mark class="exact|inflected|compound|synonym">.
Html marked(const PageContext& context, const Snippet& snippet);

// The citation with a button that copies it (shown where scripts run), and the link to the source.
Html citation(const PageContext& context, const Hit& hit);

// One hit of a list. Without a finding its whole text is shown.
Html hit_article(const PageContext& context, const Hit& hit);

// A message in place of results.
Html notice(std::string_view heading, std::string_view text);

// Draws on the page what went wrong and what to do about it, and gives the page its status.
void draw_refusal(Page& page, const PageContext& context, const Error& error);

// The same in one line, as a piece of a table.
Html error_sentence(const PageContext& context, const Error& error);

// What was asked for and is not known, a sentence each.
Html unknown_values(const PageContext& context, const std::vector<UnknownValue>& unknown);

// A link to what differs between two documents.
Html diff_reference(const PageContext& context, const DocumentId& left, const DocumentId& right);

// <option>s of the parties of the registry, with an empty one before them.
Html party_options(const PageContext& context, const std::string& chosen);

// A link shown for a file that the document was read from; its name where it has no address.
Html source_reference(const PageContext& context, const Hit& hit);

}  // namespace ordalag
