#include "searcher/serve/access_log.hpp"

#include <iomanip>
#include <string>

#include "core/store/index_folder.hpp"

namespace ordalag {
namespace {

constexpr std::size_t kLongest = 2000;

// One word of a log line: no blanks, no control characters, nothing but ASCII.
std::string harmless(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, kLongest)) out += c > ' ' && c < '\x7f' ? c : '_';
  return out.empty() ? "-" : out;
}

}  // namespace

void AccessLogger::write(const HttpRequest& request, const HttpResponse& response,
                         const Served& served) {
  if (how_ == AccessLog::kOff) return;
  std::string target = request.path;
  if (how_ == AccessLog::kFull && !request.query.empty()) target += "?" + request.query;
  out_ << utc_now() << ' ' << harmless(request.client) << ' ' << harmless(request.method) << ' '
       << harmless(target) << ' ' << response.status << ' ' << served.bytes << ' ' << std::fixed
       << std::setprecision(4) << served.seconds << ' ' << harmless(request.id) << '\n';
  out_.flush();
}

}  // namespace ordalag
