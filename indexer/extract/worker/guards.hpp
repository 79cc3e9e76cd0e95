// What a process gives up before it reads a file that nobody vouches for.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace ordalag::extract {

// All guards there are, in the order they are put on.
inline constexpr std::array<std::string_view, 4> kGuardNames = {"rlimits", "no_new_privileges",
                                                                "landlock", "seccomp"};

struct GuardLimits {
  std::uint64_t memory = 2ULL << 30;   // bytes of address space
  std::uint64_t output = 256ULL << 20; // bytes of a file it may write (its output, if that is one)
  std::uint32_t cpu_seconds = 60;
};

// Sets every guard that this kernel has, in this order: no core dump and limits on memory, CPU
// time, output and open files ("rlimits"); "no_new_privileges"; no file system and, from ABI 4 on, no network
// ("landlock"); system calls of a process that only computes, reads and writes ("seccomp"). Returns
// their names. What is open stays open; nothing else can be opened. A guard that the kernel does
// not have is left away; without the limits it fails with kInternal.
Result<std::vector<std::string>> close_sandbox(const GuardLimits& limits);

// For a program of others that needs files: limits, no_new_privileges, writing in `folder` alone
// ("landlock"), and no network but local sockets ("seccomp"). They hold in what it executes.
Result<std::vector<std::string>> close_workshop(const std::string& folder,
                                                const GuardLimits& limits);

}  // namespace ordalag::extract
