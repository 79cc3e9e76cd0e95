#include "searcher/commands/options.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <iterator>
#include <sstream>

#include "searcher/query/edit_distance.hpp"

namespace ordalag {
namespace {

namespace po = boost::program_options;

constexpr const char* kArguments = "arguments";

po::options_description description(std::span<const OptionRow> rows) {
  po::options_description known;
  for (const OptionRow& row : rows) {
    if (row.takes == Takes::kNothing)
      known.add_options()(row.name, "");
    else if (row.takes == Takes::kOne)
      known.add_options()(row.name, po::value<std::string>());
    else
      known.add_options()(row.name, po::value<std::vector<std::string>>());
  }
  known.add_options()(kArguments, po::value<std::vector<std::string>>());
  return known;
}

// What a flag's value says; nothing when it says neither.
std::optional<bool> flag(std::string_view value) {
  if (value == "true" || value == "1" || value == "on" || value == "yes") return true;
  if (value == "false" || value == "0" || value == "off" || value == "no") return false;
  return std::nullopt;
}

// What Boost says of an option that is known, without its name, which stands before.
std::string fault_of(const po::error_with_option_name& error) {
  using Syntax = po::invalid_command_line_syntax;
  if (dynamic_cast<const po::multiple_occurrences*>(&error) != nullptr)
    return "the option is given twice";
  if (const auto* syntax = dynamic_cast<const Syntax*>(&error)) {
    if (syntax->kind() == Syntax::missing_parameter) return "the option wants a value";
    if (syntax->kind() == Syntax::extra_parameter) return "the option takes no value";
  }
  return error.what();
}

tl::unexpected<Error> unknown_option(const std::string& given, std::span<const OptionRow> rows) {
  std::string hint = "--help lists the options";
  if (!given.starts_with("--"))
    hint = "put -- before words that begin with a dash: ordalag search -- -skola bostad";
  std::size_t best = 3;  // more edits than this make another word
  for (const OptionRow& row : rows) {
    const std::string name = "--" + long_name(row);
    const std::size_t distance = edit_distance(given, name, best);
    const bool begins = given.size() > 3 && name.starts_with(given);
    if (distance >= best && !begins) continue;
    best = std::min(best, distance);
    hint = "did you mean " + name + "?";
  }
  return fail(ErrorCode::kUsage, "there is no such option", given, hint);
}

tl::unexpected<Error> unknown_parameter(const std::string& given, std::span<const OptionRow> rows) {
  std::string hint;
  for (const OptionRow& row : rows) hint += (hint.empty() ? "there are " : ", ") + long_name(row);
  return fail(ErrorCode::kUsage, "unknown parameter", given, std::move(hint));
}

}  // namespace

std::vector<std::string> values_of(const OptionRow& row) {
  std::istringstream words(row.values);
  return {std::istream_iterator<std::string>(words), {}};
}

std::string long_name(const OptionRow& row) {
  const std::string_view name = row.name;
  return std::string(name.substr(0, name.find(',')));
}

std::optional<std::string> Options::text(const std::string& name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return std::nullopt;
  return found->second.front();
}

std::vector<std::string> Options::texts(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

Result<std::uint32_t> Options::number(const std::string& name, std::uint32_t fallback,
                                      std::uint32_t least, std::uint32_t most) const {
  const auto given = text(name);
  if (!given) return fallback;
  std::uint32_t value = 0;
  const char* end = given->data() + given->size();
  const auto [rest, error] = std::from_chars(given->data(), end, value);
  if (error != std::errc() || rest != end || value < least || value > most)
    return fail(ErrorCode::kUsage,
                "\"" + *given + "\" is no number from " + std::to_string(least) + " to " +
                    std::to_string(most),
                "--" + name);
  return value;
}

Result<Options> parse_options(const std::vector<std::string>& words,
                              std::span<const OptionRow> rows) {
  po::positional_options_description positional;
  positional.add(kArguments, -1);
  constexpr int kStyle =
      po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  Options options;
  try {
    po::variables_map values;
    po::store(po::command_line_parser(words)
                  .options(description(rows))
                  .positional(positional)
                  .style(kStyle)
                  .run(),
              values);
    for (const OptionRow& row : rows) {
      const std::string name = long_name(row);
      if (!values.contains(name)) continue;
      auto& taken = options.values_[name];
      if (row.takes == Takes::kOne) taken = {values[name].as<std::string>()};
      if (row.takes == Takes::kSeveral) taken = values[name].as<std::vector<std::string>>();
    }
    if (values.contains(kArguments))
      options.arguments_ = values[kArguments].as<std::vector<std::string>>();
  } catch (const po::unknown_option& error) {
    return unknown_option(error.get_option_name(), rows);
  } catch (const po::error_with_option_name& error) {
    return fail(ErrorCode::kUsage, fault_of(error), error.get_option_name());
  } catch (const po::error& error) {
    return fail(ErrorCode::kUsage, error.what());
  }
  return options;
}

Result<Options> options_from(const NamedValues& values, std::span<const OptionRow> rows) {
  Options options;
  for (const auto& [name, value] : values) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const OptionRow& candidate) {
      return long_name(candidate) == name;
    });
    if (row == rows.end()) return unknown_parameter(name, rows);
    if (value.empty()) continue;
    if (row->takes == Takes::kNothing) {
      const auto on = flag(value);
      if (!on) return fail(ErrorCode::kUsage, "\"" + value + "\" is neither true nor false", name);
      if (*on) options.values_[name];
      continue;
    }
    std::vector<std::string>& taken = options.values_[name];
    if (row->takes == Takes::kOne && !taken.empty())
      return fail(ErrorCode::kUsage, "the parameter is given twice", name);
    taken.push_back(value);
  }
  return options;
}

std::string options_help(std::span<const OptionRow> rows) {
  constexpr std::size_t kColumn = 26;
  std::string text;
  for (const OptionRow& row : rows) {
    const std::string_view name = row.name;
    const std::size_t comma = name.find(',');
    std::string line = "  ";
    if (comma != std::string_view::npos)
      line.append("-").append(name.substr(comma + 1)).append(", ");
    line.append("--").append(name.substr(0, comma));
    if (row.takes != Takes::kNothing) line.append(" ").append(row.argument);
    line.resize(std::max(line.size() + 1, kColumn), ' ');
    text += line + row.help + "\n";
  }
  return text;
}

}  // namespace ordalag
