#include "tests/quality/language/gold.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <utility>

#include "core/text/fold.hpp"

namespace ordalag {
namespace {

std::vector<std::string> divide(const std::string& text, char separator) {
  std::vector<std::string> pieces;
  std::stringstream in(text);
  for (std::string piece; std::getline(in, piece, separator);) pieces.push_back(piece);
  return pieces;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool has_only_letters(const std::string& text) {
  return !text.empty() && std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && !((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'));
  });
}

// Function verbs and pronouns, whose lemmas the treebanks give in too many ways.
const std::set<std::string> kLeftOut = {"vara", "ha",    "bli",    "kunna", "skola", "få",
                                        "vilja", "måste", "den",    "en",    "all",   "många",
                                        "mycket", "annan", "denna", "vilken", "sådan", "som"};

// The boundaries of "arbets+mark~nads": positions in letters that are wanted or allowed. Where
// three equal consonants became two, either side of the second is right.
struct Boundaries {
  std::vector<std::set<std::uint32_t>> wanted;
  std::set<std::uint32_t> allowed;
};

Boundaries boundaries_of(const std::string& word, const std::string& parts) {
  Boundaries result;
  std::uint32_t at = 0;
  std::string before;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] != '+' && parts[i] != '~') {
      before += parts[i];
      if ((static_cast<unsigned char>(parts[i]) & 0xC0) != 0x80) ++at;
      continue;
    }
    std::set<std::uint32_t> places = {at};
    const std::size_t n = before.size();
    const bool triple = n > 1 && i + 1 < parts.size() && before[n - 1] == before[n - 2] &&
                        parts[i + 1] == before[n - 1] && code_points(word) < code_points(parts);
    if (triple && word.find(before + parts.substr(i + 1)) == std::string::npos) {
      places.insert(at - 1);
      --at;
      before.pop_back();
    }
    if (parts[i] == '+') {
      result.wanted.push_back(places);
    } else {
      result.allowed.insert(places.begin(), places.end());
    }
  }
  return result;
}

std::set<std::uint32_t> predicted(const Word& word) {
  std::set<std::uint32_t> cuts;
  for (const CompoundPart& part : word.parts) {
    if (part.element && part.span.begin > 0) cuts.insert(part.span.begin);
  }
  return cuts;
}

}  // namespace

std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& path) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line[0] != '#') rows.push_back(divide(line, '\t'));
  }
  return rows;
}

ScoreReport score_lemmas(const std::filesystem::path& gold,
                         const std::set<std::string>& parts_of_speech, const Analyser& analyser,
                         WordCache& cache) {
  std::map<std::string, std::set<std::string>> lemmas;  // of a form
  for (const auto& row : read_rows(gold)) {
    if (row.size() < 3 || !parts_of_speech.contains(row[2])) continue;
    std::string lemma = row[1];
    std::erase(lemma, '<');
    if (!has_only_letters(row[0]) || !has_only_letters(lemma) || kLeftOut.contains(lemma)) continue;
    lemmas[row[0]].insert(lemma);
  }
  std::map<std::string, std::vector<std::string>> by_lemma;
  std::map<std::string, std::vector<std::string>> by_key;
  std::map<std::string, std::string> key;
  for (const auto& [form, of_form] : lemmas) {
    key[form] = analyser.word(form, cache).lemma;
    by_key[key[form]].push_back(form);
    for (const std::string& lemma : of_form) by_lemma[lemma].push_back(form);
  }
  const auto share = [&](const std::string& a, const std::string& b) {
    return std::any_of(lemmas[a].begin(), lemmas[a].end(),
                       [&](const std::string& lemma) { return lemmas[b].contains(lemma); });
  };
  ScoreReport report;
  double pairs = 0, kept = 0, joined = 0, right = 0;
  for (const auto& [lemma, forms] : by_lemma) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
      for (std::size_t j = i + 1; j < forms.size(); ++j) {
        ++pairs;
        if (key[forms[i]] == key[forms[j]]) {
          ++kept;
        } else {
          report.errors.push_back("missed " + lemma + ": " + forms[i] + "=" + key[forms[i]] + " " +
                                  forms[j] + "=" + key[forms[j]]);
        }
      }
    }
  }
  for (const auto& [stem, forms] : by_key) {
    for (std::size_t i = 0; i < forms.size(); ++i) {
      for (std::size_t j = i + 1; j < forms.size(); ++j) {
        ++joined;
        if (share(forms[i], forms[j])) {
          ++right;
        } else {
          report.errors.push_back("wrong " + stem + ": " + forms[i] + "/" +
                                  *lemmas[forms[i]].begin() + " " + forms[j] + "/" +
                                  *lemmas[forms[j]].begin());
        }
      }
    }
  }
  report.score = {right / std::max(joined, 1.0), kept / std::max(pairs, 1.0)};
  return report;
}

ScoreReport score_compounds(const std::filesystem::path& gold, const Analyser& analyser,
                            WordCache& cache) {
  ScoreReport report;
  double hits = 0, extra = 0, missed = 0, simple = 0, wrongly_split = 0;
  for (const auto& row : read_rows(gold)) {
    if (row.size() < 2 || row[0] == "word") continue;
    const Boundaries boundaries = boundaries_of(row[0], row[1]);
    const Word& word = analyser.word(row[0], cache);
    std::set<std::uint32_t> cuts = predicted(word);
    double row_missed = 0;
    for (const auto& places : boundaries.wanted) {
      bool hit = false;
      for (const std::uint32_t place : places) hit = cuts.erase(place) > 0 || hit;
      hits += hit;
      row_missed += !hit;
    }
    for (const std::uint32_t place : boundaries.allowed) cuts.erase(place);
    missed += row_missed;
    extra += static_cast<double>(cuts.size());
    if (boundaries.wanted.empty() && boundaries.allowed.empty()) {
      ++simple;
      wrongly_split += !cuts.empty();
    }
    if (row_missed == 0 && cuts.empty()) continue;
    std::string ours;
    for (const CompoundPart& part : word.parts) {
      if (part.element) ours += (ours.empty() ? "" : "+") + part.lemma;
    }
    report.errors.push_back(row[1] + " ours: " + (ours.empty() ? "-" : ours));
  }
  report.score = {hits / std::max(hits + extra, 1.0), hits / std::max(hits + missed, 1.0)};
  report.false_splits = wrongly_split / std::max(simple, 1.0);
  return report;
}

ScoreReport score_tokens(const std::filesystem::path& gold, const Analyser& analyser,
                         WordCache& cache) {
  ScoreReport report;
  double rows = 0, right = 0;
  std::vector<Token> tokens;
  for (const auto& row : read_rows(gold)) {
    if (row.size() < 2) continue;
    std::string text = row[0];
    if (const std::size_t mark = text.find("⏎"); mark != std::string::npos) {
      text.replace(mark, std::string_view("⏎").size(), "\n");
    }
    analyser.tokenise(text, cache, tokens);
    // Expected: spaces inside brackets divide parts, not positions.
    std::vector<std::set<std::string>> expected(1);
    std::set<std::string> parts;
    std::string term;
    bool inside = false;
    const auto finish = [&] {
      if (!term.empty()) (inside ? parts : expected.back()).insert(term);
      term.clear();
    };
    for (const char c : row[1]) {
      if (c == '|' || c == ' ' || c == '(' || c == ')') finish();
      if (c == ' ' && !inside) expected.emplace_back();
      if (c == '(' || c == ')') inside = c == '(';
      if (c != '|' && c != ' ' && c != '(' && c != ')') term += c;
    }
    finish();
    std::vector<std::set<std::string>> lemmas;
    std::set<std::string> all_parts;
    std::string ours;
    std::vector<std::set<std::string>> forms;
    for (const Token& token : tokens) {
      if (lemmas.size() <= token.position) {
        lemmas.emplace_back();
        forms.emplace_back();
      }
      lemmas.back().insert(token.word->lemma);
      forms.back().insert(token.word->form);
      ours += " " + std::to_string(token.position) + ":" + token.word->lemma;
      for (const CompoundPart& part : token.word->parts) all_parts.insert(part.lemma);
    }
    bool good = lemmas.size() == expected.size();
    for (std::size_t i = 0; good && i < expected.size(); ++i) {
      for (const std::string& want : expected[i]) {
        good = good && (lemmas[i].contains(want) || forms[i].contains(want));
      }
      for (const std::string& got : lemmas[i]) good = good && expected[i].contains(got);
    }
    for (const std::string& part : parts) good = good && all_parts.contains(part);
    ++rows;
    right += good;
    if (!good) report.errors.push_back(row[0] + " => " + row[1] + " ours:" + ours);
  }
  report.score = {right / std::max(rows, 1.0), right / std::max(rows, 1.0)};
  return report;
}

ScoreReport score_panel(const std::filesystem::path& gold, const std::filesystem::path& folder,
                        const Analyser& analyser, WordCache& cache) {
  std::map<std::string, double> count;  // of a folded form in the texts
  std::vector<Token> tokens;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    analyser.tokenise(text, cache, tokens);
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::kWord) ++count[token.word->form];
    }
  }
  ScoreReport report;
  double all = 0, reached = 0;
  for (const auto& row : read_rows(gold)) {
    if (row.size() < 2) continue;
    const std::string key = analyser.word(row[0], cache).lemma;
    for (const std::string& form : divide(row[1], ' ')) {
      const double times = form == row[0] ? 0 : count[fold(form)];
      all += times;
      if (analyser.word(form, cache).lemma == key) {
        reached += times;
      } else if (times > 0) {
        report.errors.push_back(form + " is " + analyser.word(form, cache).lemma);
      }
    }
  }
  report.score = {1, reached / std::max(all, 1.0)};
  return report;
}

}  // namespace ordalag
