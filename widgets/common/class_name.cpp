#include "widgets/common/class_name.h"

#include <QCoreApplication>

#include <algorithm>

namespace glassbox {

QString className(const std::string& name) {
  const QString own = QString::fromStdString(name), counted = QStringLiteral("class ");
  const QString number = own.mid(counted.size());
  if (!own.startsWith(counted) || number.isEmpty() || !std::all_of(number.begin(), number.end(), [](QChar c) { return c.isDigit(); })) return own;
  return QCoreApplication::translate("ClassName", "class %1").arg(number);
}

} // namespace glassbox
