#include "indexer/extract/worker/guards.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>

namespace ordalag::extract {
namespace {

constexpr std::string_view kLimits = "rlimits";
constexpr std::string_view kNoNewPrivileges = "no_new_privileges";
constexpr std::string_view kLandlock = "landlock";
constexpr std::string_view kSeccomp = "seccomp";

// Rights of the file system that Landlock knows by ABI version, and of the network from version 4
// on (linux/landlock.h; the installed header may be older than the kernel).
constexpr std::uint64_t kReadingRights =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr int kFileRights = 13;                       // of ABI 1: the first 13 bits
constexpr std::array<std::pair<int, std::uint64_t>, 3> kLaterFileRights = {
    {{2, 1ULL << 13}, {3, 1ULL << 14}, {5, 1ULL << 15}}};  // refer, truncate, ioctl_dev
constexpr int kNetworkAbi = 4;
constexpr std::uint64_t kNetworkRights = 3;           // bind and connect TCP

struct RulesetAttributes {  // landlock_ruleset_attr with the member of ABI 4
  std::uint64_t files = 0;
  std::uint64_t network = 0;
};

bool set_limit(__rlimit_resource resource, std::uint64_t value) {
  const rlimit limit{value, value};
  return setrlimit(resource, &limit) == 0;
}

bool set_limits(const GuardLimits& limits, std::uint64_t open_files) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  const bool memory = true;  // the sanitizers' shadow takes terabytes of address space
#else
  const bool memory = set_limit(RLIMIT_AS, limits.memory);
#endif
  return memory && set_limit(RLIMIT_CORE, 0) && set_limit(RLIMIT_CPU, limits.cpu_seconds) &&
         set_limit(RLIMIT_FSIZE, limits.output) && set_limit(RLIMIT_NOFILE, open_files);
}

bool give_up_privileges() {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

// Denies all files but, where `folder` is given, reading everywhere and anything within `folder`.
bool restrict_files(const std::string& folder) {
  const long abi = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (abi < 1) return false;
  RulesetAttributes attributes{(1ULL << kFileRights) - 1, 0};
  for (const auto& [from, right] : kLaterFileRights)
    if (abi >= from) attributes.files |= right;
  if (abi >= kNetworkAbi) attributes.network = kNetworkRights;
  const std::size_t size = abi >= kNetworkAbi ? sizeof attributes : sizeof attributes.files;
  const int ruleset = static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, size, 0));
  if (ruleset < 0) return false;
  const auto allow = [&](const char* path, std::uint64_t rights) {
    landlock_path_beneath_attr rule{};
    rule.allowed_access = rights;
    rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
    if (rule.parent_fd < 0) return false;
    const long added =
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(rule.parent_fd);
    return added == 0;
  };
  bool done = folder.empty() ||
              (allow("/", kReadingRights) && allow(folder.c_str(), attributes.files) &&
               allow("/dev", kReadingRights | LANDLOCK_ACCESS_FS_WRITE_FILE));
  done = done && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return done;
}

// What computing, reading what is open and writing to it take, in glibc and the format libraries.
constexpr std::array kAllowedCalls = {
    SCMP_SYS(read),          SCMP_SYS(write),          SCMP_SYS(readv),
    SCMP_SYS(writev),        SCMP_SYS(pread64),        SCMP_SYS(lseek),
    SCMP_SYS(fstat),         SCMP_SYS(newfstatat),     SCMP_SYS(close),
    SCMP_SYS(brk),           SCMP_SYS(mmap),           SCMP_SYS(munmap),
    SCMP_SYS(mremap),        SCMP_SYS(mprotect),       SCMP_SYS(madvise),
    SCMP_SYS(futex),         SCMP_SYS(exit),           SCMP_SYS(exit_group),
    SCMP_SYS(rt_sigreturn),  SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction),
    SCMP_SYS(sigaltstack),   SCMP_SYS(clock_gettime),  SCMP_SYS(gettimeofday),
    SCMP_SYS(time),          SCMP_SYS(getpid),         SCMP_SYS(gettid),
    SCMP_SYS(getrandom),     SCMP_SYS(sched_yield),    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(rseq),          SCMP_SYS(set_robust_list), SCMP_SYS(getrlimit),
    SCMP_SYS(sysinfo),       SCMP_SYS(restart_syscall)};

// Calls that no reader of files has a use for: whoever tries is ended at once.
constexpr std::array kForbiddenCalls = {
    SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(execve), SCMP_SYS(execveat),
    SCMP_SYS(fork),   SCMP_SYS(vfork),   SCMP_SYS(clone),  SCMP_SYS(clone3),
    SCMP_SYS(ptrace), SCMP_SYS(mount),   SCMP_SYS(bpf),    SCMP_SYS(io_uring_setup)};

bool filter_calls() {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == nullptr) return false;
  bool done = true;
  for (const int call : kAllowedCalls)
    done = done && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
  // abort() raises a signal in the process itself, and no other may be reached.
  done = done && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                                  SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid()))) == 0;
  for (const int call : kForbiddenCalls)
    done = done && seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, call, 0) == 0;
  done = done && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return done;
}

bool filter_network() {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return false;
  bool done = seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1,
                               SCMP_A0(SCMP_CMP_NE, AF_UNIX)) == 0;
  done = done && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return done;
}

}  // namespace

Result<std::vector<std::string>> close_sandbox(const GuardLimits& limits) {
  constexpr std::uint64_t kOpenFiles = 16;
  std::vector<std::string> guards;
  if (!set_limits(limits, kOpenFiles))
    return fail(ErrorCode::kInternal, "the limits of the reading process could not be set");
  guards.emplace_back(kLimits);
  if (give_up_privileges()) guards.emplace_back(kNoNewPrivileges);
  if (restrict_files({})) guards.emplace_back(kLandlock);
  if (filter_calls()) guards.emplace_back(kSeccomp);
  return guards;
}

Result<std::vector<std::string>> close_workshop(const std::string& folder,
                                                const GuardLimits& limits) {
  constexpr std::uint64_t kOpenFiles = 512;
  std::vector<std::string> guards;
  if (!set_limits(limits, kOpenFiles))
    return fail(ErrorCode::kInternal, "the limits of the converting process could not be set");
  guards.emplace_back(kLimits);
  if (give_up_privileges()) guards.emplace_back(kNoNewPrivileges);
  if (restrict_files(folder)) guards.emplace_back(kLandlock);
  if (filter_network()) guards.emplace_back(kSeccomp);
  return guards;
}

}  // namespace ordalag::extract
