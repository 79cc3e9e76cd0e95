// quality_themes [--errors]: measures the themes that ship on the labelled texts beside the project
// and fails when a figure sinks below its floor. --errors prints what is wrong, for reading.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "core/tagging/tagger.hpp"
#include "tests/quality/test_data.hpp"
#include "tests/quality/themes/municipal_labels.hpp"
#include "tests/quality/themes/standpoints.hpp"

namespace ordalag {
namespace {

constexpr int kSkipped = 77;  // what ctest takes for "skipped"

struct Figure {
  std::string name;
  double value = 0;
  double floor = 0;
  bool at_most = false;  // the floor is a ceiling

  bool holds() const { return at_most ? value <= floor : value >= floor; }
};

bool print(const std::vector<Figure>& figures) {
  bool good = true;
  for (const Figure& figure : figures) {
    std::printf("%-48s %.3f  (%s %.2f)%s\n", figure.name.c_str(), figure.value,
                figure.at_most ? "at most" : "at least", figure.floor,
                figure.holds() ? "" : "  FAILED");
    good = good && figure.holds();
  }
  return good;
}

void print_confusion(const ThemeTally& counts, const ThemeRegistry& themes) {
  std::printf("\nF1 of each area as the strongest:\n");
  for (const Theme& theme : themes.themes())
    if (!theme.parent) std::printf("  %-34s %.2f\n", theme.id.value.c_str(), counts.f1(theme.id.value));
  std::printf("\nfiled under -> strongest area, twice or more:\n");
  std::vector<std::pair<int, std::string>> rows;
  for (const auto& [pair, count] : counts.confusion)
    if (pair.first != pair.second && count > 1)
      rows.emplace_back(-count, pair.first + " -> " + pair.second);
  std::sort(rows.begin(), rows.end());
  for (const auto& [count, row] : rows) std::printf("  %3d %s\n", -count, row.c_str());
}

Result<bool> measure_standpoints(const std::filesystem::path& shared, const Tagger& tagger,
                                 const Analyser& analyser, bool show_errors) {
  ORDALAG_TRY(standpoints,
              read_standpoints(shared / "eval/themes.jsonl",
                               ORDALAG_SOURCE_DIR "/tests/quality/themes/subjects.tsv", analyser));
  WordCache words;
  TagMemory memory;
  bool spans_hold = true;
  for (Standpoint& standpoint : standpoints) {
    tagger.tag(standpoint.document, words, memory);
    for (const Passage& passage : standpoint.document.passages)
      for (const auto& tag : passage.themes) {
        spans_hold = spans_hold && !tag.evidence.empty();
        for (const CodePointSpan& span : tag.evidence)
          spans_hold = spans_hold && !span.empty() && span.end <= passage.span.size();
      }
  }
  const ThemeTally sum = tally(standpoints, tagger.registry(), Pooling::kSumOfScores);
  const ThemeTally best = tally(standpoints, tagger.registry(), Pooling::kBestScore);
  const bool good = print({
      {"standpoints: subject is the strongest area", sum.share(sum.top), .80},
      {"standpoints: by the best passage alone", best.share(best.top), .76},
      {"standpoints: subject is among the areas", sum.share(sum.among), .92},
      {"standpoints: untagged", sum.share(sum.untagged), .01, true},
      {"standpoints: macro-F1 over the areas", sum.macro_f1(), .74},
      {"tags whose evidence stands in the passage", spans_hold ? 1.0 : 0.0, 1},
  });
  if (show_errors) print_confusion(sum, tagger.registry());
  return good;
}

Result<bool> measure_municipal(const std::filesystem::path& shared, const Tagger& tagger,
                               const Analyser& analyser, bool show_errors) {
  ORDALAG_TRY(score,
              score_municipal(shared / "corpus/municipal",
                              ORDALAG_SOURCE_DIR "/tests/quality/themes/municipal.tsv", tagger,
                              analyser));
  const bool good =
      print({{"municipal texts: F1 over the sub-themes", score.all.f1(), .90}});
  std::printf("  %d labels; right %d, extra %d, missed %d\n", score.labelled, score.all.right,
              score.all.extra, score.all.missed);
  for (const auto& [theme, count] : score.by_theme)
    std::printf("  %-34s %.2f\n", theme.c_str(), count.f1());
  if (show_errors)
    for (const std::string& error : score.errors) std::printf("    %s\n", error.c_str());
  return good;
}

int run(bool show_errors) {
  const std::filesystem::path shared = shared_folder();
  if (!std::filesystem::exists(shared / "eval")) {
    std::printf("SKIPPED: ../shared is absent, themes are not measured\n");
    return kSkipped;
  }
  const auto fail_with = [](const Error& error) {
    std::printf("%s\n", describe(error).c_str());
    return 1;
  };
  auto analyser = built_analyser();
  if (!analyser) return fail_with(analyser.error());
  auto themes = ThemeRegistry::load(built_share() / "corpus/themes.toml");
  if (!themes) return fail_with(themes.error());
  const Tagger tagger(*std::move(themes), *analyser);
  const auto standpoints = measure_standpoints(shared, tagger, **analyser, show_errors);
  if (!standpoints) return fail_with(standpoints.error());
  const auto municipal = measure_municipal(shared, tagger, **analyser, show_errors);
  if (!municipal) return fail_with(municipal.error());
  return *standpoints && *municipal ? 0 : 1;
}

}  // namespace
}  // namespace ordalag

int main(int argc, char** argv) {
  return ordalag::run(argc > 1 && std::strcmp(argv[1], "--errors") == 0);
}
