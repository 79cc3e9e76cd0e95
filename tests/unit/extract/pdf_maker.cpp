#include "tests/unit/extract/pdf_maker.hpp"

#include <array>
#include <utility>

#include "core/text/utf8.hpp"

namespace ordalag::extract::test {
namespace {

constexpr float kHeight = 842;

// A string of Windows-1252 in hexadecimal.
std::string hex_of(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string hex;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    std::uint32_t byte = c.value;
    if (c.value == U'•') byte = 0x95;
    if (c.value == U'–') byte = 0x96;
    hex += kDigits[byte >> 4U & 0xFU];
    hex += kDigits[byte & 0xFU];
    at += c.bytes;
  }
  return hex;
}

std::string font(std::string_view name, std::string_view more = {}) {
  return "<</Type/Font/Subtype/Type1/BaseFont/" + std::string(name) + "/Encoding/WinAnsiEncoding" +
         std::string(more) + ">>";
}

std::string stream(const std::string& content) {
  return "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream";
}

std::string_view resource_of(Face face) {
  return face == Face::kUncoded ? "U" : face == Face::kBold ? "B" : "R";
}

// Code by code, from a Latin letter to one of Latin Extended-B.
constexpr std::string_view kWrongTable =
    "/CIDInit /ProcSet findresource begin\nbegincmap\n"
    "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
    "1 beginbfrange\n<21> <FF> <0161>\nendbfrange\nendcmap\nend\n";

}  // namespace

PdfMaker& PdfMaker::page() {
  pages_.emplace_back();
  return *this;
}

PdfMaker& PdfMaker::put(Run run) {
  std::string& content = pages_.back();
  content += "BT /" + std::string(resource_of(run.face)) + " " +
             std::to_string(run.size) + " Tf " + std::to_string(run.letter_space) + " Tc " +
             std::to_string(run.left) + " " + std::to_string(kHeight - run.baseline) + " Td <" +
             hex_of(run.text) + "> Tj ET\n";
  return *this;
}

PdfMaker& PdfMaker::lines(float left, float baseline, const std::vector<std::string>& texts) {
  constexpr float kStep = 14;
  for (const std::string& text : texts) {
    put({left, baseline, 11, text});
    baseline += kStep;
  }
  return *this;
}

std::string PdfMaker::finish() const {
  // Objects 1 to 6 are the catalogue, the page tree, the fonts and a code table; each page takes two more.
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>", "", font("Helvetica"),
                                      font("Helvetica-Bold"),
                                      font("Helvetica-Oblique", "/ToUnicode 6 0 R"),
                                      stream(std::string(kWrongTable))};
  std::string kids;
  for (const std::string& content : pages_) {
    const std::size_t number = objects.size() + 1;
    kids += std::to_string(number) + " 0 R ";
    objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " +
                      std::to_string(number + 1) +
                      " 0 R/Resources<</Font<</R 3 0 R/B 4 0 R/U 5 0 R>>>>>>");
    objects.push_back(stream(content));
  }
  objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages_.size()) + ">>";
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    places.push_back(pdf.size());
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::size_t table = pdf.size();
  pdf += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    std::string digits = std::to_string(place);
    pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  pdf += "trailer<</Size " + std::to_string(objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
  return pdf;
}

}  // namespace ordalag::extract::test
