#include "core/base/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <thread>
#include <utility>

extern char** environ;

namespace ordalag {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { reset(); }
  int get() const { return fd_; }
  void reset() {
    if (fd_ >= 0) close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

tl::unexpected<Error> no_start(const std::filesystem::path& program, int error) {
  return fail(ErrorCode::kInternal,
              "could not start " + program.string() + ": " + std::strerror(error), {},
              "is it installed beside the other programs?");
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return lseek(fd, 0, SEEK_SET) == 0;
}

int spawn(const std::filesystem::path& program, const std::vector<std::string>& arguments,
          int input, int output, pid_t& child) {
  std::string name = program.string();
  std::vector<std::string> owned = arguments;
  std::vector<char*> argv = {name.data()};
  for (std::string& argument : owned) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  // Signals that this program ignores or blocks must be able to end the child.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                            POSIX_SPAWN_SETPGROUP);
  const int error = posix_spawn(&child, name.c_str(), &actions, &attributes, argv.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

using Clock = std::chrono::steady_clock;

// Reads until the child closes its output or a limit is exceeded.
void collect(int fd, Clock::time_point deadline, std::uint64_t most, ProcessEnd& end) {
  std::array<char, 1 << 16> buffer;
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) {
      end.timed_out = true;
      return;
    }
    pollfd ready{fd, POLLIN, 0};
    const int events = poll(&ready, 1, static_cast<int>(left.count()));
    if (events <= 0) continue;
    const ssize_t count = read(fd, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    if (end.output.size() + static_cast<std::size_t>(count) > most) {
      end.too_much_output = true;
      return;
    }
    end.output.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

// Waits until the child has ended, and leaves it to be reaped: until then its group keeps its number.
void await(pid_t child, Clock::time_point deadline, ProcessEnd& end) {
  constexpr auto kLongestPause = std::chrono::milliseconds(20);
  auto pause = std::chrono::microseconds(50);
  while (!end.timed_out && !end.too_much_output) {
    siginfo_t ended{};
    if (waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT | WNOHANG) == 0 &&
        ended.si_pid == child)
      return;
    end.timed_out = Clock::now() > deadline;
    std::this_thread::sleep_for(pause);
    pause = std::min<std::chrono::microseconds>(pause * 2, kLongestPause);
  }
}

}  // namespace

Result<ProcessEnd> run_process(const std::filesystem::path& program,
                               const std::vector<std::string>& arguments, std::string_view input,
                               const ProcessLimits& limits) {
  const Descriptor memory(memfd_create("ordalag-input", MFD_CLOEXEC));
  if (memory.get() < 0 || !write_all(memory.get(), input)) return no_start(program, errno);
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return no_start(program, errno);
  const Descriptor reading(ends[0]);
  Descriptor writing(ends[1]);
  pid_t child = 0;
  if (const int error = spawn(program, arguments, memory.get(), writing.get(), child); error != 0)
    return no_start(program, error);
  writing.reset();
  ProcessEnd end;
  const auto deadline = Clock::now() + std::chrono::seconds(limits.seconds);
  collect(reading.get(), deadline, limits.output, end);
  await(child, deadline, end);
  // The child leads a group of its own: what it started ends with it.
  kill(-child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  else end.exit_status = WEXITSTATUS(status);
  return end;
}

std::filesystem::path helper_program(std::string_view name, const char* variable) {
  if (const char* given = std::getenv(variable); given != nullptr && *given != '\0') return given;
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / name;
}

}  // namespace ordalag
