#include "widgets/common/punctuation.h"

#include <QCoreApplication>

namespace glassbox {

QString comma() { return QCoreApplication::translate("Punctuation", ", "); }
QString semicolon() { return QCoreApplication::translate("Punctuation", "; "); }
QString fullStop() { return QCoreApplication::translate("Punctuation", ". "); }

} // namespace glassbox
