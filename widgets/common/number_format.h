// Numbers as the screen writes them: true minus, thin-space thousands, one rule for small and large values, the same in every language.
#pragma once

#include <QString>

#include <span>

namespace glassbox {

inline constexpr QChar kMinus(0x2212);     // true minus, as wide as a digit
inline constexpr QChar kThinSpace(0x2009); // between groups of three digits
inline constexpr QChar kNoBreakSpace(0x00A0);

/// Four decimals for 0.001 <= |v| < 1000, three significant digits with a power of ten outside, "0" for 0, "NaN", "∞".
QString formatNumber(double value);

/// As formatNumber, with "+" before a positive number.
QString formatSigned(double value);

/// Always `decimals` decimals, thousands grouped: columns that must not jump.
QString formatFixed(double value, int decimals);

/// `digits` significant digits and a power of ten: 1.23×10⁻⁵.
QString formatScientific(double value, int digits = 3);

/// As short as it can be without losing a digit a person typed: settings and ticks. 0.003, 1 200, 10⁻⁵.
QString formatShort(double value);

/// As short as a text can be that reads back as the same number, of float where float made it: 0.1, −0.043304913, 1.7×10⁻¹¹.
QString formatExact(double value);

/// 109 386
QString formatInteger(qint64 value);

/// A share in [0, 1] as per cent: 97.0 %.
QString formatPercent(double share, int decimals = 1);

/// 512 B, 1.1 KB, 9.4 GB; one unit is 1024 of the next smaller one.
QString formatBytes(qint64 bytes);

/// Digits as superscript: formatPower(-5) is 10⁻⁵.
QString formatPower(int exponent);

/// One grid, one format: how all numbers of a table are written.
struct GridFormat {
  bool scientific = false;
  int decimals = 4; // behind the point, of the first factor where scientific

  bool operator==(const GridFormat&) const = default;

  QString operator()(double value) const;
};

/// The format that shows the largest magnitudes of `values` with four to five digits.
GridFormat gridFormatFor(std::span<const double> values);
/// The same, where the largest magnitude is known, and whether all numbers are whole.
GridFormat gridFormatFor(double largest, bool whole);

} // namespace glassbox
