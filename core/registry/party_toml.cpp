#include "core/registry/party_toml.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/registry/names.hpp"

namespace ordalag {
namespace {

bool is_code(std::string_view code) {
  constexpr std::size_t kLongest = 16;
  return !code.empty() && code.size() <= kLongest &&
         std::none_of(code.begin(), code.end(), [](char c) {
           return static_cast<unsigned char>(c) <= ' ' ||
                  std::string_view("\"',;:#()[]").find(c) != std::string_view::npos;
         });
}

bool is_colour(std::string_view colour) {
  return colour.size() == 7 && colour[0] == '#' &&
         colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

Result<PartyName> read_name(const TomlTable& table) {
  ORDALAG_CHECK(table.only({"name", "short", "from", "to"}));
  ORDALAG_TRY(name, table.text("name"));
  ORDALAG_TRY(short_form, table.text("short"));
  ORDALAG_TRY(from, table.number("from"));
  ORDALAG_TRY(to, table.number("to"));
  if (!name || name_key(*name).empty())
    return fail(table.error("name", "a name of a party is missing"));
  for (const auto& [key, year] : {std::pair("from", from), std::pair("to", to)})
    if (year && (*year < kFirstPartyYear || *year > kLastPartyYear))
      return fail(table.error(key, std::to_string(*year) + " is not a year"));
  if (from && to && *from > *to)
    return fail(table.error("to", "the last year of a name is before its first"));
  return PartyName{*std::move(name), short_form.value_or(""), from, to};
}

void write_text(std::ostream& out, std::string_view value) {
  out << '"';
  for (const char c : value) {
    if (c == '"' || c == '\\') out << '\\';
    if (static_cast<unsigned char>(c) < ' ')
      out << ' ';  // a control character has no place in a name
    else
      out << c;
  }
  out << '"';
}

void write_texts(std::ostream& out, std::string_view key, const std::vector<std::string>& values) {
  if (values.empty()) return;
  out << key << " = [";
  for (const std::string& value : values) {
    write_text(out, value);
    out << ", ";
  }
  out << "]\n";
}

}  // namespace

Result<Party> read_party(const TomlTable& table) {
  ORDALAG_CHECK(
      table.only({"id", "label", "label_en", "colour", "riksdag", "names", "members", "except"}));
  ORDALAG_TRY(id, table.text("id"));
  ORDALAG_TRY(label, table.text("label"));
  ORDALAG_TRY(label_en, table.text("label_en"));
  ORDALAG_TRY(colour, table.text("colour"));
  ORDALAG_TRY(riksdag, table.boolean("riksdag"));
  ORDALAG_TRY(names, table.tables("names"));
  ORDALAG_TRY(members, table.texts("members"));
  ORDALAG_TRY(except, table.texts("except"));
  if (!id) return fail(table.error("", "a party has no id", "add id = \"M\""));
  if (!is_code(*id))
    return fail(table.error("id", "\"" + *id + "\" cannot be the id of a party",
                            "up to 16 bytes without blanks, quotation marks and brackets"));
  if (colour && !is_colour(*colour))
    return fail(table.error("colour", "\"" + *colour + "\" is not a colour", "write \"#52BDEC\""));

  Party party;
  party.code = PartyCode(*std::move(id));
  for (const TomlTable& row : names) {
    ORDALAG_TRY(name, read_name(row));
    party.names.push_back(std::move(name));
  }
  if (party.names.empty() && !label)
    return fail(table.error("", "party " + party.code.value + " has no name",
                            "add names = [{ name = \"…\" }]"));
  if (party.names.empty()) party.names.push_back({*label, {}, {}, {}});
  party.label = label.value_or(party.names.front().name);
  party.label_en = label_en.value_or(party.label);
  party.colour = colour.value_or("");
  party.members = std::move(members).value_or(std::vector<std::string>());
  party.except = std::move(except).value_or(std::vector<std::string>());
  party.riksdag = riksdag.value_or(false);
  return party;
}

void write_party(std::ostream& out, const Party& party) {
  out << "[[party]]\nid = ";
  write_text(out, party.code.value);
  out << "\nlabel = ";
  write_text(out, party.label);
  out << "\nlabel_en = ";
  write_text(out, party.label_en);
  if (!party.colour.empty()) out << "\ncolour = \"" << party.colour << '"';
  out << "\nriksdag = " << (party.riksdag ? "true" : "false") << "\nnames = [\n";
  for (const PartyName& name : party.names) {
    out << "  { name = ";
    write_text(out, name.name);
    if (!name.short_form.empty()) {
      out << ", short = ";
      write_text(out, name.short_form);
    }
    if (name.from) out << ", from = " << *name.from;
    if (name.to) out << ", to = " << *name.to;
    out << " },\n";
  }
  out << "]\n";
  write_texts(out, "members", party.members);
  write_texts(out, "except", party.except);
  out << '\n';
}

}  // namespace ordalag
