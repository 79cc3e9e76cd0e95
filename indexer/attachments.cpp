#include "indexer/attachments.hpp"

#include <boost/json.hpp>
#include <system_error>
#include <utility>

#include "core/store/attachment_names.hpp"
#include "core/store/index_reader.hpp"

namespace ordalag {
namespace {

namespace fs = std::filesystem;
namespace names = attachment_names;

std::string configuration_json(const Configuration& configuration) {
  boost::json::object object;
  for (const ConfigurationFileRow& row : kConfigurationFiles) {
    if (row.key.empty()) continue;
    boost::json::array files;
    for (const fs::path& file : configuration.files.*row.files) files.emplace_back(file.string());
    object[row.key] = std::move(files);
  }
  return boost::json::serialize(object) + "\n";
}

}  // namespace

std::map<std::string, std::string> attachments(const RunReport& report,
                                               const Configuration& configuration) {
  return {{names::kReport, to_json(report)},
          {names::kParties, configuration.parties.text()},
          {names::kThemes, configuration.tagger->registry().text()},
          {names::kConfiguration, configuration_json(configuration)}};
}

EarlierRuns read_earlier_runs(const fs::path& index) {
  EarlierRuns earlier;
  const auto reader = IndexReader::open(index, "");
  if (!reader) return earlier;
  earlier.report = report_from_json((*reader)->attachment(names::kReport));
  boost::system::error_code error;
  const auto json = boost::json::parse((*reader)->attachment(names::kConfiguration), error);
  if (error || !json.is_object()) return earlier;
  for (const ConfigurationFileRow& row : kConfigurationFiles) {
    const auto* files = json.as_object().if_contains(row.key);
    if (files == nullptr || !files->is_array()) continue;
    for (const auto& file : files->as_array())
      if (std::error_code gone;
          file.is_string() && fs::is_regular_file(file.as_string().c_str(), gone))
        (earlier.configuration.*row.files).emplace(file.as_string().c_str());
  }
  return earlier;
}

}  // namespace ordalag
