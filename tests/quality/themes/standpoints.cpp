#include "tests/quality/themes/standpoints.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <set>

#include "tests/quality/themes/bare_reading.hpp"

namespace ordalag {
namespace {

using Areas = std::map<std::string, double>;

std::map<std::string, std::string> read_subjects(const std::filesystem::path& file) {
  std::map<std::string, std::string> areas;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (!line.starts_with('#') && tab != std::string::npos)
      areas[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return areas;
}

Areas areas_of(const Document& document, const ThemeRegistry& themes, Pooling pooling) {
  Areas areas;
  for (const Passage& passage : document.passages) {
    for (const auto& tag : passage.themes) {
      if (themes.find(tag.id)->parent) continue;
      double& score = areas[tag.id.value];
      score = pooling == Pooling::kSumOfScores ? score + tag.score : std::max(score, tag.score);
    }
  }
  return areas;
}

}  // namespace

Result<std::vector<Standpoint>> read_standpoints(const std::filesystem::path& file,
                                                 const std::filesystem::path& subjects,
                                                 const Analyser& analyser) {
  const auto areas = read_subjects(subjects);
  const BareReading reading(analyser);
  std::vector<Standpoint> standpoints;
  std::ifstream in(file);
  std::uint32_t number = 0;
  for (std::string line; std::getline(in, line);) {
    const boost::json::object row = boost::json::parse(line).as_object();
    Standpoint standpoint;
    standpoint.id = row.at("id").as_string();
    standpoint.title = row.at("title").as_string();
    const std::string subject(row.at("subject").as_string());
    const auto area = areas.find(subject);
    if (area == areas.end())
      return fail(ErrorCode::kBadInput, "no area for the subject \"" + subject + "\"",
                  subjects.string());
    standpoint.area = area->second;
    const std::string record = boost::json::serialize(
        boost::json::object{{"id", standpoint.id}, {"text", row.at("text").as_string()}});
    ORDALAG_TRY(document, read_record({file.string(), "", ++number, record}, reading.context));
    standpoint.document = std::move(document);
    standpoints.push_back(std::move(standpoint));
  }
  return standpoints;
}

double ThemeTally::f1(const std::string& area) const {
  int right = 0, given = 0, wanted = 0;
  for (const auto& [pair, count] : confusion) {
    if (pair.first == area) wanted += count;
    if (pair.second == area) given += count;
    if (pair.first == area && pair.second == area) right += count;
  }
  return given + wanted == 0 ? 0 : 2.0 * right / (given + wanted);
}

double ThemeTally::macro_f1() const {
  std::set<std::string> areas;
  for (const auto& [pair, count] : confusion) areas.insert(pair.first);
  double sum = 0;
  for (const std::string& area : areas) sum += f1(area);
  return areas.empty() ? 0 : sum / static_cast<double>(areas.size());
}

ThemeTally tally(const std::vector<Standpoint>& standpoints, const ThemeRegistry& themes,
                 Pooling pooling) {
  ThemeTally counts;
  for (const Standpoint& standpoint : standpoints) {
    const Areas areas = areas_of(standpoint.document, themes, pooling);
    const auto best = std::max_element(areas.begin(), areas.end(), [](const auto& a, const auto& b) {
      return a.second < b.second;
    });
    const std::string top = best == areas.end() ? "-" : best->first;
    ++counts.standpoints;
    ++counts.confusion[{standpoint.area, top}];
    counts.top += top == standpoint.area;
    counts.among += areas.contains(standpoint.area);
    counts.untagged += areas.empty();
  }
  return counts;
}

}  // namespace ordalag
