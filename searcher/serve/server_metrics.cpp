#include "searcher/serve/server_metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <unistd.h>

#include <chrono>
#include <ctime>
#include <fstream>
#include <utility>

#include "core/store/manifest.hpp"

namespace ordalag {
namespace {

using prometheus::BuildCounter;
using prometheus::BuildGauge;
using prometheus::BuildHistogram;

// Seconds: from what a search takes warm to the time-out.
const prometheus::Histogram::BucketBoundaries kBuckets{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                       0.05,   0.1,   0.25,   0.5,   1,    5};

// Seconds since an ISO 8601 time in UTC ("2026-11-22T17:00:00Z"); 0 when it cannot be read.
double seconds_since(const std::string& time) {
  std::tm parts{};
  if (strptime(time.c_str(), "%Y-%m-%dT%H:%M:%S", &parts) == nullptr) return 0;
  return std::difftime(std::time(nullptr), timegm(&parts));
}

double resident_bytes() {
  std::ifstream in("/proc/self/statm");
  std::size_t total = 0;
  std::size_t resident = 0;
  in >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

}  // namespace

struct ServerMetrics::Impl {
  std::filesystem::path index;
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      BuildCounter()
          .Name("ordalag_http_requests_total")
          .Help("Requests answered, by route and status.")
          .Register(registry);
  prometheus::Family<prometheus::Histogram>& seconds =
      BuildHistogram()
          .Name("ordalag_http_request_seconds")
          .Help("Time from the last byte of a request to the first of its answer.")
          .Register(registry);
  prometheus::Counter& bytes = BuildCounter()
                                   .Name("ordalag_http_response_bytes_total")
                                   .Help("Bytes of the bodies of answers as sent.")
                                   .Register(registry)
                                   .Add({});
  prometheus::Counter& kept = BuildCounter()
                                  .Name("ordalag_kept_answers_total")
                                  .Help("Answers that were given before and had been kept.")
                                  .Register(registry)
                                  .Add({});
  prometheus::Gauge& connections = gauge("ordalag_http_connections", "Open connections.");
  prometheus::Gauge& waiting = gauge("ordalag_http_waiting", "Requests that wait for a worker.");
  prometheus::Gauge& revision = gauge("ordalag_index_revision", "Revision of the index.");
  prometheus::Gauge& age = gauge("ordalag_index_age_seconds", "Since that revision was built.");
  prometheus::Gauge& documents = gauge("ordalag_index_documents", "Documents in the index.");
  prometheus::Gauge& passages = gauge("ordalag_index_passages", "Passages in the index.");
  prometheus::Gauge& memory = gauge("process_resident_memory_bytes", "Resident memory.");

  explicit Impl(std::filesystem::path folder) : index(std::move(folder)) {}

  prometheus::Gauge& gauge(const char* name, const char* help) {
    return BuildGauge().Name(name).Help(help).Register(registry).Add({});
  }
};

ServerMetrics::ServerMetrics(std::filesystem::path index)
    : impl_(std::make_unique<Impl>(std::move(index))) {}
ServerMetrics::~ServerMetrics() = default;

void ServerMetrics::note(const HttpResponse& response, const Served& served) {
  const std::string route = response.route.empty() ? "other" : response.route;
  impl_->requests.Add({{"route", route}, {"status", std::to_string(response.status)}}).Increment();
  impl_->seconds.Add({{"route", route}}, kBuckets).Observe(served.seconds);
  impl_->bytes.Increment(static_cast<double>(served.bytes));
  if (response.kept) impl_->kept.Increment();
}

void ServerMetrics::note_connections(int change) { impl_->connections.Increment(change); }
void ServerMetrics::note_waiting(std::size_t requests) {
  impl_->waiting.Set(static_cast<double>(requests));
}

std::string ServerMetrics::text() {
  if (const auto manifest = read_manifest(impl_->index)) {
    impl_->revision.Set(static_cast<double>(manifest->info.revision));
    impl_->age.Set(seconds_since(manifest->info.built_at));
    impl_->documents.Set(manifest->info.documents);
    impl_->passages.Set(manifest->info.passages);
  }
  impl_->memory.Set(resident_bytes());
  return prometheus::TextSerializer().Serialize(impl_->registry.Collect());
}

}  // namespace ordalag
