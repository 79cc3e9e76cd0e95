// The program `ordalag`: reads an index and answers.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include "searcher/program/program.hpp"

namespace {

// Columns of the terminal; 80 where there is none, and at most what reads well.
std::uint32_t terminal_width() {
  constexpr std::uint32_t kUsual = 80;
  constexpr std::uint32_t kWidest = 100;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsual;
  return std::clamp<std::uint32_t>(size.ws_col, 40, kWidest);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_DFL);  // `ordalag export | head` ends quietly
  ordalag::Console console{std::cin, std::cout, std::cerr, isatty(STDOUT_FILENO) == 1,
                           terminal_width()};
  return ordalag::run_program(std::vector<std::string>(argv + 1, argv + argc), console);
}
