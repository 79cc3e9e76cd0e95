#include "searcher/page/error_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace ordalag {
namespace {

constexpr std::string_view kHole = "{}";

// A sentence of the libraries and its translation; "{}" stands for what differs, in the same order.
struct Row {
  std::string_view english, swedish;
};

constexpr std::array kRows{
    // The query language.
    Row{"the query is empty", "frågan är tom"},
    Row{"write a word to search for", "skriv ett ord att söka efter"},
    Row{"the query holds no word", "frågan innehåller inget ord"},
    Row{"the query is {} bytes long", "frågan är {} byte lång"},
    Row{"at most {} are read", "högst {} läses"},
    Row{"the query is not valid UTF-8 here", "frågan är inte giltig UTF-8 här"},
    Row{"the quotation mark is never closed", "citattecknet stängs aldrig"},
    Row{"add a closing \"", "sätt dit ett avslutande \""},
    Row{"the quotation marks hold nothing", "citattecknen omsluter ingenting"},
    Row{"the bracket is never closed", "parentesen stängs aldrig"},
    Row{"add a closing )", "sätt dit ett avslutande )"},
    Row{"the bracket was never opened", "parentesen har inte öppnats"},
    Row{"the brackets are empty", "parenteserna är tomma"},
    Row{"more than {} brackets inside each other", "fler än {} parenteser i varandra"},
    Row{"the operator {} stands alone", "operatorn {} står ensam"},
    Row{"write a word on each side, or put it in quotation marks",
        "skriv ett ord på var sida, eller sätt den inom citattecken"},
    Row{"\"~\" wants a phrase in quotation marks", "”~” vill ha en fras inom citattecken"},
    Row{"write ~\"two words\"; a word alone already matches its inflected forms",
        "skriv ~\"två ord\"; ett ensamt ord hittar redan sina böjningar"},
    Row{"\"=\" and \"*\" exclude each other", "”=” och ”*” utesluter varandra"},
    Row{"write it before a word: =bostad", "skriv det före ett ord: =bostad"},
    Row{"\"*\" may stand only at the end of a word", "”*” får bara stå sist i ett ord"},
    Row{"write the beginning of the word: bostad*", "skriv ordets början: bostad*"},
    Row{"the wildcard \"{}\" is too wide", "jokertecknet i ”{}” är för vitt"},
    Row{"give at least {} letters before *", "ge minst {} bokstäver före *"},
    Row{"it stands for more than {} words: give more letters before *",
        "det står för fler än {} ord: ge fler bokstäver före *"},
    Row{"\"{}\" stands alone", "”{}” står ensamt"},
    Row{"write it directly before a word, a phrase or a bracket",
        "skriv det direkt före ett ord, en fras eller en parentes"},
    Row{"NEAR/n wants a number of words from 1 to {}",
        "NÄRA/n vill ha ett antal ord från 1 till {}"},
    Row{"one chain of NEAR has one distance", "en kedja av NÄRA har ett enda avstånd"},
    Row{"NEAR joins words and phrases only", "NÄRA förenar bara ord och fraser"},
    Row{"NEAR wants one word here, not several", "NÄRA vill ha ett ord här, inte flera"},
    Row{"unknown field \"{}\"", "okänt fält ”{}”"},
    Row{"put text with a colon in quotation marks", "sätt text med kolon inom citattecken"},
    Row{"did you mean {}?", "menade du {}?"},
    Row{"the field \"{}\" has no value", "fältet ”{}” har inget värde"},
    Row{"write the value directly after the colon", "skriv värdet direkt efter kolonet"},
    Row{"\"{}\" is no year or range of years", "”{}” är inget år eller spann av år"},
    Row{"write år:2022 or år:2018..2022", "skriv år:2022 eller år:2018..2022"},
    Row{"write 2022 or 2018..2022", "skriv 2022 eller 2018..2022"},
    Row{"\"{}\" is no way to take compounds", "”{}” är inget sätt att ta sammansättningar"},
    Row{"write sms: and one of {}", "skriv sms: och ett av {}"},
    Row{"sms: is said of the whole query", "sms: gäller hela frågan"},
    Row{"write it outside of brackets and operators",
        "skriv det utanför parenteser och operatorer"},
    Row{"sms: stands twice in the query", "sms: står två gånger i frågan"},
    Row{"\"{}\" holds no word", "”{}” innehåller inget ord"},
    // Requests.
    Row{"more than {} hits were asked for", "fler än {} träffar begärdes"},
    Row{"narrow the query, or use `export`", "gör frågan smalare"},
    Row{"a filter is not valid UTF-8", "ett filter är inte giltig UTF-8"},
    Row{"\"{}\" is no number from {} to {}", "”{}” är inget tal från {} till {}"},
    Row{"\"{}\" is neither true nor false", "”{}” är varken sant eller falskt"},
    Row{"unknown parameter", "okänd parameter"},
    Row{"the parameter is given twice", "parametern är angiven två gånger"},
    Row{"a parameter holds a broken percent escape or is not valid UTF-8",
        "en parameter har en trasig procentkod eller är inte giltig UTF-8"},
    Row{"encode it as UTF-8 and percent-encode it", "koda den som UTF-8 och procentkoda den"},
    Row{"there is nothing to compare", "det finns inget att jämföra"},
    Row{"there is nothing to count", "det finns inget att räkna"},
    Row{"give a query or --theme", "ge ord eller ett tema"},
    Row{"there is no passage \"{}\"", "det finns inget stycke ”{}”"},
    Row{"the text of a passage may have changed since its id was noted; search for it",
        "styckets text kan ha ändrats sedan dess id skrevs upp; sök efter det"},
    Row{"there is no document \"{}\"", "det finns inget dokument ”{}”"},
    Row{"`ordalag sources` lists them", "de står under Källor"},
    Row{"there is no such address", "den adressen finns inte"},
    Row{"/openapi.json lists the addresses of the interface",
        "/openapi.json räknar upp gränssnittets adresser"},
    Row{"the answer takes too long", "svaret tar för lång tid"},
    Row{"ask for rarer words, or narrow the question by party, theme or year",
        "fråga efter ovanligare ord, eller begränsa frågan till parti, tema eller år"},
    // Quotations.
    Row{"the quotation has {} bytes; at most {} are checked",
        "citatet har {} byte; högst {} kollas"},
    Row{"check it in shorter pieces", "kolla det i kortare delar"},
    Row{"the quotation is not valid UTF-8 at byte {}", "citatet är inte giltig UTF-8 vid byte {}"},
    Row{"the quotation has a control character at byte {}",
        "citatet har ett styrtecken vid byte {}"},
    Row{"take it out, or copy the text again", "ta bort det, eller kopiera texten på nytt"},
    Row{"the quotation has no words", "citatet har inga ord"},
    Row{"a request holds at most {} quotations", "högst {} citat kollas på en gång"},
    Row{"send them in several requests, or use `ordalag quote --batch`",
        "dela tabellen, eller använd `ordalag quote --batch`"},
    Row{"the CSV has no column \"quote\"", "tabellen har ingen kolumn ”quote”"},
    Row{"begin it with a line such as id,quote,party,speaker,document",
        "börja den med en rad som id,quote,party,speaker,document"},
    Row{"a quotation mark is out of place in the row", "ett citattecken står fel i raden"},
    Row{"the row has {} fields, not {}", "raden har {} fält, inte {}"},
    Row{"the row has no \"quote\" that is a text", "raden har ingen ”quote” som är text"},
    Row{"give the words that are said to be quoted", "ge de ord som sägs vara citerade"},
};

// What stands in the holes of `pattern` when `sentence` is made after it.
std::optional<std::vector<std::string_view>> fill(std::string_view pattern,
                                                  std::string_view sentence) {
  std::vector<std::string_view> filling;
  std::size_t hole = pattern.find(kHole);
  if (!sentence.starts_with(pattern.substr(0, hole))) return std::nullopt;
  while (hole != std::string_view::npos) {
    sentence.remove_prefix(std::min(hole, sentence.size()));
    pattern.remove_prefix(hole + kHole.size());
    hole = pattern.find(kHole);
    const std::string_view between = pattern.substr(0, hole);
    const bool last = hole == std::string_view::npos;
    const std::size_t end =
        last ? sentence.size() - std::min(between.size(), sentence.size()) : sentence.find(between);
    if (end == std::string_view::npos || !sentence.substr(end).starts_with(between))
      return std::nullopt;
    filling.push_back(sentence.substr(0, end));
    sentence.remove_prefix(end);
  }
  return sentence.size() == pattern.size() ? std::optional(std::move(filling)) : std::nullopt;
}

}  // namespace

std::optional<std::string> error_in_swedish(std::string_view sentence) {
  for (const Row& row : kRows) {
    const auto filling = fill(row.english, sentence);
    if (!filling) continue;
    std::string swedish;
    std::string_view rest = row.swedish;
    for (const std::string_view value : *filling) {
      const std::size_t hole = rest.find(kHole);
      swedish.append(rest.substr(0, hole)).append(value);
      rest.remove_prefix(hole + kHole.size());
    }
    return swedish.append(rest);
  }
  return std::nullopt;
}

}  // namespace ordalag
