#include "widgets/common/class_name.h"

#include "engine/data/dataset.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace glassbox {
namespace {

constexpr std::array kWordy{"shapes", "brackets", "parity"}; // generators whose classes have words for names

[[maybe_unused]] constexpr const char* kWords[] = {
    QT_TRANSLATE_NOOP("ClassName", "disc"),   QT_TRANSLATE_NOOP("ClassName", "ring"),     QT_TRANSLATE_NOOP("ClassName", "square"),
    QT_TRANSLATE_NOOP("ClassName", "frame"),  QT_TRANSLATE_NOOP("ClassName", "triangle"), QT_TRANSLATE_NOOP("ClassName", "cross"),
    QT_TRANSLATE_NOOP("ClassName", "star"),   QT_TRANSLATE_NOOP("ClassName", "crescent"), QT_TRANSLATE_NOOP("ClassName", "bars"),
    QT_TRANSLATE_NOOP("ClassName", "arrow"),  QT_TRANSLATE_NOOP("ClassName", "broken"),   QT_TRANSLATE_NOOP("ClassName", "balanced"),
    QT_TRANSLATE_NOOP("ClassName", "even"),   QT_TRANSLATE_NOOP("ClassName", "odd"),
};

} // namespace

QString className(const std::string& name) {
  const QString own = QString::fromStdString(name), counted = QStringLiteral("class ");
  const QString number = own.mid(counted.size());
  if (!own.startsWith(counted) || number.isEmpty() || !std::all_of(number.begin(), number.end(), [](QChar c) { return c.isDigit(); })) return own;
  return QCoreApplication::translate("ClassName", "class %1").arg(number);
}

QString className(const Dataset& data, int index) {
  if (index < 0 || index >= static_cast<int>(data.classNames.size())) return QString::number(index);
  const std::string& name = data.classNames[static_cast<std::size_t>(index)];
  const bool wordy = std::find(kWordy.begin(), kWordy.end(), data.origin) != kWordy.end();
  return wordy ? QCoreApplication::translate("ClassName", name.c_str()) : className(name);
}

} // namespace glassbox
