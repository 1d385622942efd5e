// Cells of CSV tables that we write.
#pragma once

#include <string>

namespace glassbox {

/// Words as a cell: quoted where a comma, a quote or a line break needs it, and where a spreadsheet would take them for a formula
/// (= + - @ at the beginning).
std::string csvCell(const std::string& words);

/// The shortest digits that give the same number again; empty for what is not finite.
std::string csvCell(double value);

}  // namespace glassbox
