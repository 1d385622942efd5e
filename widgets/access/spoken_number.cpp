#include "widgets/access/spoken_number.h"

#include "widgets/common/number_format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace glassbox {
namespace {

const QString kRaised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");

QString lowered(const QString& raised) {
  QString out;
  for (const QChar c : raised) out += c == QChar(0x207B) ? kMinus : QChar(u'0' + static_cast<char16_t>(kRaised.indexOf(c)));
  return out;
}

} // namespace

QString spokenNumbers(QString text) {
  static const QRegularExpression thin(QStringLiteral("(?<=\\d)\\x{2009}(?=\\d)"));
  static const QRegularExpression power(QStringLiteral("(×?)10(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"));
  text.remove(thin).replace(kThinSpace, u' ').replace(kNoBreakSpace, u' ');
  qsizetype from = 0;
  for (QRegularExpressionMatch match = power.match(text); match.hasMatch(); match = power.match(text, from)) {
    const QString exponent = lowered(match.captured(2));
    const QString words = match.captured(1).isEmpty() ? QCoreApplication::translate("glassbox::SpokenNumber", "10 to the power %1").arg(exponent)
                                                      : QCoreApplication::translate("glassbox::SpokenNumber", " times 10 to the power %1").arg(exponent);
    text.replace(match.capturedStart(), match.capturedLength(), words);
    from = match.capturedStart() + words.size();
  }
  return text;
}

} // namespace glassbox
