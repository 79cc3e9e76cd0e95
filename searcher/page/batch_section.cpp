#include "searcher/page/batch_section.hpp"

#include <functional>
#include <utility>

#include "searcher/page/pieces.hpp"
#include "searcher/quote/quote_checker.hpp"
#include "searcher/quote/report/quote_csv.hpp"
#include "searcher/quote/report/quote_rows.hpp"
#include "searcher/quote/report/verdict_words.hpp"

namespace ordalag {
namespace {

using TakeAnswer = std::function<void(const QuoteRow&, const Result<QuoteReport>&)>;

// Answers the rows in their order.
Status answer_rows(const PageContext& context, const std::string& table, const TakeAnswer& take) {
  ORDALAG_TRY(rows, read_rows(table, row_format("", table), "table"));
  if (rows.size() > kMostQuotes)
    return fail(ErrorCode::kTooLarge,
                "a request holds at most " + std::to_string(kMostQuotes) + " quotations", "table",
                "send them in several requests, or use `ordalag quote --batch`");
  Searcher& searcher = *context.searcher;
  searcher.set_deadline(Deadline::Clock::now() + kMostBatchTime);
  QuoteChecker checker(searcher.reader(), searcher.analyser(), searcher.registries().parties);
  const auto check = [&](const QuoteRow& row) -> Result<QuoteReport> {
    if (!row.request) return fail(row.request.error());
    ORDALAG_TRY(answer, checker.check(*row.request));
    return make_report(std::move(answer), searcher.reader(), searcher.registries(),
                       context.language);
  };
  for (const QuoteRow& row : rows) take(row, check(row));
  return {};
}

Html answer_row(const PageContext& context, const QuoteRow& row,
                const Result<QuoteReport>& report) {
  Html html;
  html.open("tr").leaf("th", {{"scope", "row"}}, row.id);
  if (!report) {
    html.leaf("td", {{"class", "verdict-word"}}, "–");
    html.leaf("td", row.request ? row.request->quote : std::string());
    html.open("td").add(error_sentence(context, report.error())).close();
    return std::move(html.close());
  }
  html.leaf("td", {{"class", "verdict-word " + std::string(name(report->answer.verdict))}},
            word_for(report->answer.verdict, context.language));
  html.leaf("td", {{"lang", "sv"}, {"class", "quoted"}}, row.request->quote);
  html.open("td");
  if (!report->matches.empty()) {
    const Hit& hit = report->matches.front().hit;
    html.leaf("a", {{"href", passage_link(context, hit.passage.id)}}, hit.cite);
  }
  return std::move(html.close().close());
}

Html download_form(const PageContext& context, const std::string& table) {
  Html html;
  html.open("form", {{"action", context.link("/quote/answers.csv")}, {"method", "post"}});
  html.single("input", {{"type", "hidden"}, {"name", "table"}, {"value", table}});
  html.leaf("button", {{"type", "submit"}, {"class", "plain"}},
            context.say("Hämta svaren som CSV", "Download the answers as CSV"));
  return std::move(html.close());
}

}  // namespace

Html batch_form(const PageContext& context, const std::string& table) {
  Html html;
  html.open("section", {{"class", "batch"}, {"id", "batch"}});
  html.leaf("h2", context.say("Många citat på en gång", "Many quotations at once"));
  html.open("form", {{"action", context.link("/quote#batch")}, {"method", "post"}});
  html.leaf("label", {{"for", "table"}}, context.say("En tabell (CSV)", "A table (CSV)"));
  html.leaf("textarea",
            {{"id", "table"},
             {"name", "table"},
             {"rows", "6"},
             {"required", ""},
             {"spellcheck", "false"},
             {"placeholder", "id,quote,party\n1,\"Vi vill …\",M"},
             {"aria-describedby", "table-help"}},
            table);
  html.leaf(
      "p", {{"class", "help"}, {"id", "table-help"}},
      context.say("Klistra in raderna från ett kalkylark. Den första raden namnger kolumnerna: "
                  "quote, och om du vill id, party, speaker och document.",
                  "Paste the rows of a spreadsheet. The first one names the columns: quote, "
                  "and if you like id, party, speaker and document."));
  html.open("p", {{"class", "open-file"}, {"hidden", ""}});
  html.leaf("label", {{"for", "table-file"}},
            context.say("Eller öppna en fil från din dator", "Or open a file of your computer"));
  html.single("input",
              {{"id", "table-file"}, {"type", "file"}, {"accept", ".csv,text/csv,.jsonl"}});
  html.close();
  html.leaf("button", {{"type", "submit"}}, context.say("Kolla alla", "Check all"));
  return std::move(html.close().close());
}

Result<Html> batch_answers(const PageContext& context, const std::string& table) {
  Html rows;
  std::size_t count = 0;
  ORDALAG_CHECK(
      answer_rows(context, table, [&](const QuoteRow& row, const Result<QuoteReport>& report) {
        rows.add(answer_row(context, row, report));
        ++count;
      }));
  Html html;
  html.open("section", {{"class", "answers"}, {"id", "answers"}});
  html.leaf("h2",
            context.figure(count) + std::string(count == 1 ? context.say(" citat", " quotation")
                                                           : context.say(" citat", " quotations")));
  html.open("div", {{"class", "scroll"},
                    {"tabindex", "0"},
                    {"role", "region"},
                    {"aria-label", std::string(context.say("Svaren", "The answers"))}});
  html.open("table").open("thead").open("tr");
  for (const std::string_view label :
       {std::string_view("Id"), context.say("Omdöme", "Verdict"), context.say("Citat", "Quotation"),
        context.say("Källa", "Source")})
    html.leaf("th", {{"scope", "col"}}, label);
  html.close().close().open("tbody").add(rows).close().close().close();
  html.add(download_form(context, table));
  return std::move(html.close());
}

Result<std::string> batch_csv(const PageContext& context, const std::string& table) {
  std::string csv = quote_csv_header();
  ORDALAG_CHECK(
      answer_rows(context, table, [&](const QuoteRow& row, const Result<QuoteReport>& report) {
        csv += report ? quote_csv(row.id, *report) : quote_csv(row.id, report.error());
      }));
  return csv;
}

}  // namespace ordalag
