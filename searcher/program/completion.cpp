#include "searcher/program/completion.hpp"

#include <array>
#include <map>
#include <utility>
#include <vector>

#include "searcher/program/program.hpp"

namespace ordalag {
namespace {

std::vector<OptionRow> all_options(const Command& command) {
  std::vector<OptionRow> rows(command.options.begin(), command.options.end());
  const auto common = common_options();
  rows.insert(rows.end(), common.begin(), common.end());
  return rows;
}

std::string_view short_name(const OptionRow& row) {
  const std::string_view name = row.name;
  const std::size_t comma = name.find(',');
  return comma == std::string_view::npos ? std::string_view() : name.substr(comma + 1);
}

bool takes_file(const OptionRow& row) {
  const std::string_view argument = row.argument;
  return argument == "FILE" || argument == "DIR";
}

// Within single quotes of any of the shells; fish alone takes the backslash for a sign there.
std::string shell_word(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  }
  return out + "'";
}

std::string command_names() {
  std::string names;
  for (const Command& command : commands())
    names += (names.empty() ? "" : " ") + std::string(command.name);
  return names;
}

std::string format_names(const Command& command) {
  std::string names;
  for (const Format format : command.formats)
    names += (names.empty() ? "" : " ") + std::string(name(format));
  return names;
}

// The values of the options that have few, by option: the same in every command.
std::map<std::string, std::string> fixed_values() {
  std::map<std::string, std::string> values;
  for (const Command& command : commands())
    for (const OptionRow& row : all_options(command))
      if (*row.values != '\0') values.emplace(long_name(row), row.values);
  return values;
}

std::string bash_script() {
  std::string script =
      "_ordalag() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  local command=${COMP_WORDS[1]} options= formats=\n"
      "  COMPREPLY=()\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n"
      "    COMPREPLY=($(compgen -W '" +
      command_names() +
      " --help --version' -- \"$current\"))\n"
      "    return\n"
      "  fi\n"
      "  case $command in\n";
  for (const Command& command : commands()) {
    script += "    " + std::string(command.name) + ") formats='" + format_names(command) +
              "' options='";
    for (const OptionRow& row : all_options(command)) script += "--" + long_name(row) + " ";
    script.back() = '\'';
    script += " ;;\n";
  }
  script +=
      "  esac\n"
      "  case $previous in\n"
      "    --format) COMPREPLY=($(compgen -W \"$formats\" -- \"$current\")); return ;;\n"
      "    --batch|--token-file|--db|-d) COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n";
  for (const auto& [option, values] : fixed_values())
    script += "    --" + option + ") COMPREPLY=($(compgen -W '" + values +
              "' -- \"$current\")); return ;;\n";
  script +=
      "  esac\n"
      "  [[ $current == -* ]] && COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
      "}\n"
      "complete -o filenames -F _ordalag ordalag\n";
  return script;
}

// "--limit=[at most so many hits]:N" with what separates the parts escaped.
std::string zsh_option(const OptionRow& row, const Command& command) {
  std::string help;
  for (const char c : std::string_view(row.help)) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') help += '\\';
    help += c;
  }
  std::string text = row.takes == Takes::kSeveral ? "*--" : "--";
  text += long_name(row) + (row.takes == Takes::kNothing ? "[" : "=[") + help + "]";
  if (row.takes == Takes::kNothing) return shell_word(text);
  text += ":" + std::string(row.argument) + ":";
  if (takes_file(row)) text += "_files";
  const std::string values = long_name(row) == "format" ? format_names(command) : row.values;
  if (!values.empty()) text += "(" + values + ")";
  return shell_word(text);
}

std::string zsh_script() {
  std::string script =
      "#compdef ordalag\n"
      "_ordalag() {\n"
      "  local -a commands=(\n";
  for (const Command& command : commands())
    script +=
        "    " + shell_word(std::string(command.name) + ":" + std::string(command.summary)) + "\n";
  script +=
      "  )\n"
      "  if (( CURRENT == 2 )); then\n"
      "    _describe command commands\n"
      "    return\n"
      "  fi\n"
      "  case $words[2] in\n";
  for (const Command& command : commands()) {
    script += "    " + std::string(command.name) + ") _arguments";
    for (const OptionRow& row : all_options(command))
      script += " \\\n      " + zsh_option(row, command);
    script += " ;;\n";
  }
  return script + "  esac\n}\n_ordalag \"$@\"\n";
}

std::string fish_script() {
  std::string script = "complete -c ordalag -f\n";
  for (const Command& command : commands()) {
    const std::string named(command.name);
    script += "complete -c ordalag -n __fish_use_subcommand -a " + named + " -d " +
              shell_word(command.summary) + "\n";
    for (const OptionRow& row : all_options(command)) {
      script += "complete -c ordalag -n '__fish_seen_subcommand_from " + named + "' -l " +
                long_name(row);
      if (!short_name(row).empty()) script += " -s " + std::string(short_name(row));
      if (row.takes != Takes::kNothing) script += takes_file(row) ? " -rF" : " -x";
      const std::string values = long_name(row) == "format" ? format_names(command) : row.values;
      if (!values.empty()) script += " -a " + shell_word(values);
      script += " -d " + shell_word(row.help) + "\n";
    }
  }
  return script;
}

constexpr std::array kShells{
    std::pair{std::string_view("bash"), &bash_script},
    std::pair{std::string_view("zsh"), &zsh_script},
    std::pair{std::string_view("fish"), &fish_script},
};

}  // namespace

Result<int> run_completion(const Call& call) {
  const auto& arguments = call.options.arguments();
  const std::string shell = arguments.size() == 1 ? arguments.front() : std::string();
  for (const auto& [known, script] : kShells) {
    if (known != shell) continue;
    call.console.out << script();
    return kFound;
  }
  return fail(ErrorCode::kUsage, "`completion` wants the name of a shell: bash, zsh or fish", {},
              "for bash: source <(ordalag completion bash)");
}

}  // namespace ordalag
