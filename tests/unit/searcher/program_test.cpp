#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "searcher/program/program.hpp"
#include "tests/unit/searcher/search_fixture.hpp"

namespace ordalag {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class Program : public SearchTest {
 protected:
  struct Outcome {
    int status;
    std::string out, err;
  };
  Outcome run(std::vector<std::string> words, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Console console{in, out, err, false, 80};
    const int status = run_program(words, console);
    return {status, out.str(), err.str()};
  }
  Outcome run_on_index(std::vector<std::string> words, const std::string& input = "") {
    words.push_back("--db");
    words.push_back((folder_ / "index").string());
    return run(std::move(words), input);
  }
};

TEST_F(Program, NamesTheCommandsWhenNoneIsKnown) {
  const Outcome outcome = run({"quota"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, HasSubstr("did you mean quote?"));
  EXPECT_EQ(run({}).status, 2);
  EXPECT_THAT(run({}).err, HasSubstr("`ordalag --help` lists the commands"));
}

TEST_F(Program, NamesTheOptionThatIsWrongAndOneThatIsNear) {
  EXPECT_THAT(run({"search", "--limt", "3", "ord"}).err,
              HasSubstr("--limt: there is no such option\n  did you mean --limit?"));
  EXPECT_THAT(run({"search", "-kajen"}).err, HasSubstr("put -- before"));
  EXPECT_THAT(run({"search", "--limit"}).err, HasSubstr("--limit: the option wants a value"));
  EXPECT_THAT(run({"search", "--limit", "1", "--limit", "2", "ord"}).err,
              HasSubstr("--limit: the option is given twice"));
  EXPECT_THAT(run({"search", "--all-editions=yes", "ord"}).err,
              HasSubstr("--all-editions: the option takes no value"));
}

TEST_F(Program, TakesTheOptionsOfEveryCommandBeforeItToo) {
  index({make_document("plan", {"Kajen ska rustas"}, "S")});
  const std::string folder = (folder_ / "index").string();
  EXPECT_EQ(run({"-d", folder, "search", "kajen"}).status, 0);
  const Outcome json = run({"--format", "json", "--db=" + folder, "search", "kajen"});
  EXPECT_THAT(json.out, StartsWith("{\"schema_version\":1"));
  EXPECT_EQ(run({"--limit", "3", "search", "kajen"}).status, 2);
}

TEST_F(Program, HelpsOnEveryCommand) {
  EXPECT_THAT(run({"--help"}).out, HasSubstr("explain"));
  EXPECT_THAT(run({"--version"}).out, StartsWith("ordalag "));
  for (const Command& command : commands()) {
    const Outcome outcome = run({std::string(command.name), "--help"});
    EXPECT_EQ(outcome.status, 0) << command.name;
    EXPECT_THAT(outcome.out, HasSubstr("--format")) << command.name;
  }
}

TEST_F(Program, RefusesUnknownAbbreviatedAndWrongOptions) {
  EXPECT_EQ(run({"search", "--colour", "x"}).status, 2);
  EXPECT_EQ(run({"search", "--form", "json", "x"}).status, 2);
  EXPECT_EQ(run({"search", "--format", "xml", "x"}).status, 2);
  EXPECT_EQ(run({"search", "-n", "many", "x"}).status, 2);
  EXPECT_EQ(run({"search", "--match", "some", "x"}).status, 2);
}

TEST_F(Program, SaysThatThereIsNoIndex) {
  EXPECT_EQ(run({"search", "--db", "/nowhere/at/all", "ord"}).status, 3);
  EXPECT_EQ(run({"status", "--db", "/nowhere/at/all"}).status, 3);
}

TEST_F(Program, AnswersErrorsInJsonOnStdoutWhenJsonIsRead) {
  const Outcome outcome = run({"search", "--format=json", "--limit", "x", "ord"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.out, StartsWith("{\"error\":{\"code\":\"usage\""));
  EXPECT_THAT(outcome.err, IsEmpty());
}

TEST_F(Program, ExitsWithOneWhenNothingIsFound) {
  index({make_document("plan", {"Kajen ska rustas"}, "S")});
  EXPECT_EQ(run_on_index({"search", "kajen"}).status, 0);
  EXPECT_EQ(run_on_index({"search", "xyzzy"}).status, 1);
  EXPECT_EQ(run_on_index({"search", "kajen", "--party", "M"}).status, 1);
  EXPECT_EQ(run_on_index({"search", "\"kajen"}).status, 2);
  EXPECT_EQ(run_on_index({"show", "nothing"}).status, 1);
}

TEST_F(Program, TakesEverythingAfterTwoDashesForTheQuery) {
  index({make_document("plan", {"Kajen ska rustas", "Parken"}, "S")});
  const std::string folder = (folder_ / "index").string();
  EXPECT_EQ(run({"search", "--db", folder, "-kajen"}).status, 2);
  const Outcome outcome = run({"search", "--db", folder, "--format", "trec", "--", "-kajen"});
  EXPECT_THAT(outcome.out, StartsWith("1 Q0 plan#2 1 "));
}

TEST_F(Program, TakesValuesWithAndWithoutAnEqualsSign) {
  index({make_document("plan", {"Kajen ska rustas"}, "S")});
  EXPECT_EQ(run_on_index({"search", "--sort", "-date", "--limit=3", "kajen"}).status, 0);
  EXPECT_EQ(run_on_index({"search", "--sort=-date", "-n", "3", "kajen"}).status, 0);
  EXPECT_EQ(run_on_index({"search", "-n3", "kajen"}).status, 0);
}

TEST_F(Program, AnswersABatchInOrder) {
  index({make_document("plan", {"Kajen ska rustas", "Parken vid kajen"}, "S")});
  const Outcome outcome =
      run_on_index({"search", "--batch", "-", "--format", "trec", "--group", "document"},
                   "{\"_id\": \"a\", \"text\": \"kajen\"}\n\nparken\n");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, StartsWith("a Q0 plan 1 "));
  EXPECT_THAT(outcome.out, HasSubstr("\n3 Q0 plan 1 "));
}

TEST_F(Program, RanksAWrongQueryOfABatchByItsWordsAndSaysSo) {
  index({make_document("plan", {"Kajen ska rustas"}, "S")});
  const Outcome outcome =
      run_on_index({"search", "--batch", "-", "--format", "trec"}, "kajen + hamnen\n\"\nkajen\n");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("-:1"));
  EXPECT_THAT(outcome.out, StartsWith("1 Q0 plan#1 1 "));
  EXPECT_THAT(outcome.out, HasSubstr("\n3 Q0 "));
}

TEST_F(Program, AnswersAWrongQueryOfABatchWithItsErrorInJson) {
  index({make_document("plan", {"Kajen ska rustas"}, "S")});
  const Outcome outcome =
      run_on_index({"search", "--batch", "-", "--format", "jsonl"}, "\"kajen\nkajen\n");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, StartsWith("{\"id\":\"1\",\"error\":{\"code\":\"bad_query\""));
  EXPECT_THAT(outcome.out, HasSubstr("\n{\"id\":\"2\",\"schema_version\":1"));
}

TEST_F(Program, AnswersABrokenLineOfABatchWithItsErrorAndTheRestAsWell) {
  index({make_document("plan", {"Kajen ska rustas"}, "S")});
  const std::string lines = "{\"_id\": \"a\"}\n{broken\nkajen\n";
  const Outcome json = run_on_index({"search", "--batch", "-", "--format", "jsonl"}, lines);
  EXPECT_EQ(json.status, 0);
  EXPECT_THAT(json.out, StartsWith("{\"id\":\"a\",\"error\":{\"code\":\"bad_input\""));
  EXPECT_THAT(json.out, HasSubstr("\n{\"id\":\"2\",\"error\""));
  EXPECT_THAT(json.out, HasSubstr("\n{\"id\":\"3\",\"schema_version\":1"));
  const Outcome trec = run_on_index({"search", "--batch", "-", "--format", "trec"}, lines);
  EXPECT_THAT(trec.out, StartsWith("3 Q0 plan#1 1 "));
  EXPECT_THAT(trec.err, HasSubstr("-:2: the line is no JSON object"));
}

TEST_F(Program, ExplainsATextWithoutAnIndex) {
  const Outcome outcome = run({"explain", "--text", "Hyrorna", "--format", "json"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("\"lemma\":\"hyra\""));
  const Outcome lines = run({"explain", "--batch", "-"}, "skolan\n\nvården\n");
  EXPECT_EQ(std::count(lines.out.begin(), lines.out.end(), '\n'), 3);
}

TEST_F(Program, CheckNamesEachFailure) {
  Document gone = make_document("plan", {"Kajen ska rustas"}, "S");
  gone.source.file = "/nowhere/plan.txt";
  index({gone});
  const Outcome outcome = run_on_index({"check"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.out, HasSubstr("/nowhere/plan.txt"));
}

}  // namespace
}  // namespace ordalag
