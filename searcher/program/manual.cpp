#include <string>
#include <string_view>

#include "core/store/fields.hpp"
#include "searcher/program/completion.hpp"
#include "searcher/program/program.hpp"
#include "searcher/query/query_fields.hpp"

namespace ordalag {
namespace {

// Text as roff takes it: no escapes, no requests by accident.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
  return out;
}

std::string option_entry(const OptionRow& row) {
  const std::string_view name = row.name;
  const std::size_t comma = name.find(',');
  std::string text = ".TP\n";
  if (comma != std::string_view::npos)
    text += "\\fB\\-" + std::string(name.substr(comma + 1)) + "\\fR, ";
  text += "\\fB" + roff("--" + long_name(row)) + "\\fR";
  if (row.takes != Takes::kNothing) text += " \\fI" + roff(row.argument) + "\\fR";
  return text + "\n" + roff(row.help) + "\n";
}

std::string command_section(const Command& command) {
  std::string text = ".SS ordalag " + std::string(command.name) + " [OPTION...]" +
                     (command.arguments.empty() ? "" : " " + std::string(command.arguments)) +
                     "\n" + roff(command.summary) + ".\n.br\nFormats:";
  for (const Format format : command.formats) text += " " + std::string(name(format));
  text += ".\n";
  for (const OptionRow& row : command.options) text += option_entry(row);
  return text;
}

std::string query_section() {
  std::string text = ".SH QUERY LANGUAGE\nSwedish and English alike.\n";
  for (const QueryOperator& row : query_operators())
    text += ".TP\n\\fB" + roff(row.swedish) + "\\fR  \\fB" + roff(row.english) + "\\fR\n" +
            roff(row.help) + "\n";
  for (const FieldInfo& row : fields())
    if (!row.query_sv.empty())
      text += ".TP\n\\fB" + roff(row.query_sv) + ":\\fR  \\fB" + roff(row.query_en) + ":\\fR\n" +
              roff(row.help) + "\n";
  return text;
}

}  // namespace

Result<int> run_manual(const Call& call) {
  if (!call.options.arguments().empty())
    return fail(ErrorCode::kUsage, "`manual` takes no argument");
  std::ostream& out = call.console.out;
  out << ".TH ORDALAG 1 \"\" \"ordalag " ORDALAG_VERSION "\" \"User Commands\"\n"
      << ".SH NAME\nordalag \\- search Swedish policy documents and check quotations\n"
      << ".SH SYNOPSIS\n\\fBordalag\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]\n"
      << ".SH DESCRIPTION\nFinds what Swedish policy documents say, and cites it. The index is made "
         "by\n.BR ordalag\\-index (1).\n"
      << ".SH OPTIONS OF EVERY COMMAND\n";
  for (const OptionRow& row : common_options()) out << option_entry(row);
  out << ".SH COMMANDS\n";
  for (const Command& command : commands()) out << command_section(command);
  out << query_section()
      << ".SH EXIT STATUS\n0: found, or verdict exact. 1: nothing found, or another verdict. 2: usage "
         "or query syntax. 3: the index is missing, unreadable or of another analyser.\n"
      << ".SH ENVIRONMENT\n.TP\n\\fBORDALAG_DB\\fR\nThe index when \\fB\\-d\\fR is not given.\n"
      << ".TP\n\\fBNO_COLOR\\fR\nNo colours, whatever the terminal.\n"
      << ".SH SEE ALSO\n.BR ordalag\\-index (1)\n";
  return kFound;
}

}  // namespace ordalag
