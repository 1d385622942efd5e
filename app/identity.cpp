#include "app/identity.h"

#include <QApplication>

#include "widgets/common/icons.h"

namespace glassbox {

void introduceToDesktop() {
  QApplication::setApplicationName(QStringLiteral("Glassbox"));  // on X11 the class of the windows too: StartupWMClass in the entry
  QApplication::setApplicationVersion(QStringLiteral(GLASSBOX_VERSION));
  QApplication::setDesktopFileName(QStringLiteral(GLASSBOX_DESKTOP_ID));
  QApplication::setWindowIcon(applicationIcon());
}

}  // namespace glassbox
