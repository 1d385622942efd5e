// What tests of the main window begin with: a window of its own for each test, in English, with settings of their own.
#pragma once

#include "app/main_window.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QApplication>
#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace glassbox::test {

class WindowTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    ThemeManager::ofApplication().dress(*qApp);
  }
  void init() {
    m_language = std::make_unique<LanguageSwitch>();
    m_language->use(LanguageSwitch::Tongue::English);
    m_window = std::make_unique<MainWindow>(m_language.get());
    m_window->show();
  }
  void cleanup() {
    m_window->document()->setModified(false);
    m_window.reset();
  }

 protected:
  QTemporaryDir m_folder;
  std::unique_ptr<LanguageSwitch> m_language;
  std::unique_ptr<MainWindow> m_window;
};

} // namespace glassbox::test
