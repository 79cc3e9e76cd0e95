#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "core/base/installation.hpp"
#include "core/store/fields.hpp"
#include "core/text/utf8.hpp"
#include "searcher/program/program.hpp"
#include "searcher/query/edit_distance.hpp"
#include "searcher/query/query_fields.hpp"
#include "searcher/render/json.hpp"
#include "searcher/render/json_text.hpp"

namespace ordalag {
namespace {

constexpr std::array kCommonOptions{
    OptionRow{"db,d", Takes::kOne, "DIR", "the index ($ORDALAG_DB, else ~/.local/share/…/index)"},
    OptionRow{"format", Takes::kOne, "FORMAT", "how to answer"},
    OptionRow{"color", Takes::kOne, "WHEN", "auto, always or never",
              "auto always never"},
    OptionRow{"lang", Takes::kOne, "LANG", "language of labels and citations: sv or en",
              "sv en"},
    OptionRow{"help", Takes::kNothing, "", "print this"},
    OptionRow{"version", Takes::kNothing, "", "print the version"},
};

enum class ColourWhen { kAuto, kAlways, kNever };
constexpr std::array kColours{std::pair{std::string_view("auto"), ColourWhen::kAuto},
                              std::pair{std::string_view("always"), ColourWhen::kAlways},
                              std::pair{std::string_view("never"), ColourWhen::kNever}};
constexpr std::array kLanguages{std::pair{std::string_view("sv"), Language::kSwedish},
                                std::pair{std::string_view("en"), Language::kEnglish}};

std::string version_text() { return "ordalag " ORDALAG_VERSION "\n"; }

std::string help_text() {
  std::string text =
      "Usage: ordalag COMMAND [OPTION...] [ARGUMENT...]\n\n"
      "Finds what Swedish policy documents say, and cites it.\n\n";
  constexpr std::size_t kColumn = 13;
  for (const Command& command : commands()) {
    std::string line = "  " + std::string(command.name);
    line.resize(std::max(line.size() + 1, kColumn), ' ');
    text += line + std::string(command.summary) + "\n";
  }
  return text + "\nOptions of every command:\n" + options_help(kCommonOptions) +
         "\n`ordalag COMMAND --help` says more of each.\n";
}

std::string padded(std::string_view text, std::size_t width) {
  std::string cell(text);
  const std::size_t letters = count_code_points(text);
  cell.append(letters < width ? width - letters : 1, ' ');
  return cell;
}

std::string query_help() {
  std::string text = "\nQuery language (Swedish and English alike):\n";
  for (const QueryOperator& row : query_operators())
    text += "  " + padded(row.swedish, 10) + padded(row.english, 12) + std::string(row.help) + "\n";
  for (const FieldInfo& row : fields()) {
    if (row.query_sv.empty()) continue;
    text += "  " + padded(std::string(row.query_sv) + ":", 10) +
            padded(std::string(row.query_en) + ":", 15) + std::string(row.help) + "\n";
  }
  return text;
}

std::string help_text(const Command& command) {
  const std::string arguments(command.arguments);
  std::string text = "Usage: ordalag " + std::string(command.name) + " [OPTION...]" +
                     (arguments.empty() ? "" : " " + arguments) + "\n\n" +
                     std::string(command.summary) + "\n\n" + options_help(command.options) +
                     options_help(kCommonOptions) + "\nFormats:";
  for (const Format format : command.formats) text += " " + std::string(name(format));
  text += "\n";
  return command.arguments == "QUERY" ? text + query_help() : text;
}

tl::unexpected<Error> unknown_command(const std::string& given) {
  std::string hint = "`ordalag --help` lists the commands";
  std::size_t best = 3;  // more edits than this make another word
  for (const Command& command : commands()) {
    const std::size_t distance = edit_distance(given, command.name, best);
    if (distance >= best) continue;
    best = distance;
    hint = "did you mean " + std::string(command.name) + "? `ordalag --help` lists the commands";
  }
  return fail(ErrorCode::kUsage,
              given.empty() ? "no command is given" : "unknown command \"" + given + "\"", {},
              std::move(hint));
}

Result<Format> choose_format(const Command& command, const Options& options) {
  const auto given = options.text("format");
  if (!given) return command.formats.front();
  std::string names;
  for (const Format format : command.formats) {
    if (name(format) == *given) return format;
    names += (names.empty() ? "" : ", ") + std::string(name(format));
  }
  return fail(
      ErrorCode::kUsage,
      "`" + std::string(command.name) + "` answers in " + names + ", not in \"" + *given + "\"",
      "--format");
}

Result<Colour> choose_colour(const Options& options, const Console& console) {
  ORDALAG_TRY(when, choose(kColours, options.text("color").value_or("auto"), "--color"));
  if (when == ColourWhen::kAlways) return Colour::kOn;
  const auto environment = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string_view(value == nullptr ? "" : value);
  };
  // https://no-color.org
  const bool plain = !environment("NO_COLOR").empty() || environment("TERM") == "dumb";
  return when == ColourWhen::kAuto && console.terminal && !plain ? Colour::kOn : Colour::kOff;
}

Result<int> run_command(const Command& command, const std::vector<std::string>& words,
                        Console& console) {
  std::vector<OptionRow> rows(command.options.begin(), command.options.end());
  rows.insert(rows.end(), kCommonOptions.begin(), kCommonOptions.end());
  ORDALAG_TRY(options, parse_options(words, rows));
  if (options.on("help")) {
    console.out << help_text(command);
    return kFound;
  }
  if (options.on("version")) {
    console.out << version_text();
    return kFound;
  }
  ORDALAG_TRY(format, choose_format(command, options));
  ORDALAG_TRY(colour, choose_colour(options, console));
  ORDALAG_TRY(language, choose(kLanguages, options.text("lang").value_or("sv"), "--lang"));
  const auto folder = options.text("db");
  const Call call{options, folder ? std::filesystem::path(*folder) : default_index_folder(), format,
                  TextOptions{console.width, colour, language}, console};
  return command.run(call);
}

// The options of every command may also stand before its name: they are moved behind it.
std::vector<std::string> command_first(const std::vector<std::string>& words) {
  const auto takes_next = [](std::string_view word) {
    return std::ranges::any_of(kCommonOptions, [&](const OptionRow& row) {
      const std::string_view name = row.name;
      const std::size_t comma = name.find(',');
      if (row.takes == Takes::kNothing) return false;
      if (word.starts_with("--")) return word.substr(2) == name.substr(0, comma);
      return comma != std::string_view::npos && word.substr(1) == name.substr(comma + 1);
    });
  };
  std::size_t command = 0;
  while (command < words.size() && words[command].starts_with("-"))
    command += takes_next(words[command]) ? 2 : 1;
  if (command == 0 || command >= words.size()) return words;
  std::vector<std::string> moved{words[command]};
  const auto middle = words.begin() + static_cast<std::ptrdiff_t>(command);
  moved.insert(moved.end(), words.begin(), middle);
  moved.insert(moved.end(), middle + 1, words.end());
  return moved;
}

Result<int> dispatch(const std::vector<std::string>& words, Console& console) {
  if (!words.empty() && words.front() == "--version") {
    console.out << version_text();
    return kFound;
  }
  if (!words.empty() && words.front() == "--help") {
    console.out << help_text();
    return kFound;
  }
  const std::string given = words.empty() ? std::string() : words.front();
  const Command* command = find_command(given);
  if (command == nullptr) return unknown_command(given);
  return run_command(*command, {words.begin() + 1, words.end()}, console);
}

// True when the caller reads JSON: looked for by hand, for the error may be in the options.
bool wants_json(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    std::string value;
    if (words[i].starts_with("--format=")) value = words[i].substr(words[i].find('=') + 1);
    if (words[i] == "--format" && i + 1 < words.size()) value = words[i + 1];
    if (value == "json" || value == "jsonl" || value == "claimreview" || value == "annotation")
      return true;
  }
  return false;
}

}  // namespace

std::span<const OptionRow> common_options() { return kCommonOptions; }

int run_program(const std::vector<std::string>& given, Console& console) {
  const std::vector<std::string> words = command_first(given);
  const Result<int> status = dispatch(words, console);
  console.out.flush();
  if (status) return *status;
  const Error& error = status.error();
  if (wants_json(words))
    console.out << to_text(error_json(error)) << '\n';
  else
    console.err << "ordalag: " << describe(error) << '\n';
  console.out.flush();
  return info(error.code).exit_status;
}

}  // namespace ordalag
