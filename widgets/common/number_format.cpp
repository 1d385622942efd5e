#include "widgets/common/number_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kSmallestPlain = 0.001;
constexpr double kFirstTooLarge = 1000;
constexpr int kDecimals = 4;

// "-1234.5" as the screen writes it: the digits of the C locale with our minus and our groups.
QString dressed(QString digits) {
  const bool negative = digits.startsWith(u'-');
  if (negative) digits.remove(0, 1);
  const qsizetype point = digits.indexOf(u'.');
  for (qsizetype at = (point < 0 ? digits.size() : point) - 3; at > 0; at -= 3) digits.insert(at, kThinSpace);
  // "-0.0000" says less than "0.0000": a minus without a digit behind it is noise.
  const bool onlyZeros = std::all_of(digits.cbegin(), digits.cend(), [](QChar c) { return c == u'0' || c == u'.'; });
  return negative && !onlyZeros ? kMinus + digits : digits;
}

QString notFinite(double value) {
  if (std::isnan(value)) return QStringLiteral("NaN");
  return value < 0 ? kMinus + QStringLiteral("∞") : QStringLiteral("∞");
}

} // namespace

QString formatPower(int exponent) {
  static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
  QString text = QStringLiteral("10");
  if (exponent < 0) text += u'⁻';
  for (const QChar c : QString::number(std::abs(exponent))) text += digits.at(c.digitValue());
  return text;
}

QString formatFixed(double value, int decimals) {
  if (!std::isfinite(value)) return notFinite(value);
  return dressed(QString::number(value, 'f', decimals));
}

QString formatScientific(double value, int digits) {
  if (!std::isfinite(value)) return notFinite(value);
  if (value == 0) return QStringLiteral("0");
  const QString text = QString::number(value, 'e', digits - 1); // "-1.23e-05"
  const qsizetype e = text.indexOf(u'e');
  return dressed(text.left(e)) + QStringLiteral("×") + formatPower(text.mid(e + 1).toInt());
}

QString formatNumber(double value) {
  if (!std::isfinite(value)) return notFinite(value);
  if (value == 0) return QStringLiteral("0");
  // The border is taken after rounding, or 999.99996 would be written 1 000.0000.
  const double rounded = std::round(std::abs(value) * 1e4) / 1e4;
  if (std::abs(value) < kSmallestPlain || rounded >= kFirstTooLarge) return formatScientific(value);
  return formatFixed(value, kDecimals);
}

QString formatSigned(double value) { return value > 0 ? u'+' + formatNumber(value) : formatNumber(value); }

QString formatShort(double value) {
  if (!std::isfinite(value)) return notFinite(value);
  if (value == 0) return QStringLiteral("0");
  const double magnitude = std::abs(value);
  if (magnitude >= 1e-4 && magnitude < 1e7) {
    QString text = QString::number(value, 'f', std::clamp(6 - static_cast<int>(std::floor(std::log10(magnitude))), 0, 10));
    if (text.contains(u'.')) {
      while (text.endsWith(u'0')) text.chop(1);
      if (text.endsWith(u'.')) text.chop(1);
    }
    return dressed(text);
  }
  const int exponent = static_cast<int>(std::floor(std::log10(magnitude) + 1e-9));
  const double mantissa = value / std::pow(10.0, exponent);
  if (std::abs(mantissa - 1) < 1e-6) return formatPower(exponent);
  return formatShort(std::round(mantissa * 1e5) / 1e5) + QStringLiteral("×") + formatPower(exponent);
}

QString formatExact(double value) {
  if (!std::isfinite(value)) return notFinite(value);
  if (value == 0) return QStringLiteral("0");
  char digits[32];
  const auto single = static_cast<float>(value);
  const std::to_chars_result end = static_cast<double>(single) == value ? std::to_chars(digits, std::end(digits), single)
                                                                        : std::to_chars(digits, std::end(digits), value);
  const QString text = QString::fromLatin1(digits, end.ptr - digits); // "-1.7e-11"
  const qsizetype e = text.indexOf(u'e');
  return e < 0 ? dressed(text) : dressed(text.left(e)) + QStringLiteral("×") + formatPower(text.mid(e + 1).toInt());
}

QString formatInteger(qint64 value) { return dressed(QString::number(value)); }

QString formatPercent(double share, int decimals) {
  if (!std::isfinite(share)) return notFinite(share);
  return formatFixed(share * 100, decimals) + kNoBreakSpace + u'%';
}

QString formatBytes(qint64 bytes) {
  static constexpr const char* kUnits[] = {"B", "KB", "MB", "GB", "TB"};
  double amount = static_cast<double>(bytes);
  std::size_t unit = 0;
  // 1023.96 KB would be rounded to "1024.0 KB", so the border lies where rounding does.
  while (unit + 1 < std::size(kUnits) && std::abs(amount) >= (unit == 0 ? 1024 : 1023.95)) {
    amount /= 1024;
    ++unit;
  }
  return (unit == 0 ? formatInteger(bytes) : formatFixed(amount, 1)) + kNoBreakSpace + QLatin1String(kUnits[unit]);
}

QString GridFormat::operator()(double value) const {
  if (!std::isfinite(value)) return notFinite(value);
  if (value == 0) return QStringLiteral("0");
  return scientific ? formatScientific(value, decimals + 1) : formatFixed(value, decimals);
}

GridFormat gridFormatFor(std::span<const double> values) {
  double largest = 0;
  bool whole = true;
  for (const double v : values) {
    if (!std::isfinite(v)) continue;
    largest = std::max(largest, std::abs(v));
    whole = whole && v == std::floor(v);
  }
  return gridFormatFor(largest, whole);
}

GridFormat gridFormatFor(double largest, bool whole) {
  if (whole && largest < 1e5) return {false, 0};
  if (largest < kSmallestPlain || largest >= kFirstTooLarge) return {true, 2};
  return {false, largest >= 100 ? 2 : largest >= 10 ? 3 : kDecimals};
}

} // namespace glassbox
