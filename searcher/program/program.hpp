// The program `ordalag`: its table of commands, and how a command line is run.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/commands/command.hpp"

namespace ordalag {

// Every command, in the order of the help text.
std::span<const Command> commands();
const Command* find_command(std::string_view name);

// The options that every command takes besides its own.
std::span<const OptionRow> common_options();

// Runs the program with `words` (the command line without the program's name) and returns the exit
// status. Errors go to console.err as text, or to console.out as JSON under --format json or jsonl.
int run_program(const std::vector<std::string>& words, Console& console);

}  // namespace ordalag
