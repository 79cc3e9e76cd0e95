// Makes ZIP containers for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ordalag::extract::test {

// Names and contents of the members, in order, packed (deflate).
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members);

// A DOCX with this body (the children of w:body), and further parts.
std::string docx_of(const std::string& body,
                    std::vector<std::pair<std::string, std::string>> parts = {});

// An ODT with this text (the children of office:text) and automatic styles.
std::string odt_of(const std::string& text, const std::string& styles = {});

}  // namespace ordalag::extract::test
