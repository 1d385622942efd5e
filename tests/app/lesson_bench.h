// A window with a lesson in its fresh set-up, for the tests that work a lesson through.
#pragma once

#include "app/settings.h"
#include "learner.h"
#include "widgets/common/theme_manager.h"

#include <QTemporaryDir>

#include <memory>

namespace glassbox {

/// A learner with no progress, no settings and no run.
class LessonBench {
 public:
  LessonBench() : m_language(std::make_unique<LanguageSwitch>()) {}
  ~LessonBench() {
    if (m_window) m_window->document()->setModified(false);
  }

  /// False when the lesson cannot be opened, or its data and weights do not come.
  bool open(const char* lesson, LanguageSwitch::Tongue tongue = LanguageSwitch::Tongue::English) {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    m_language->use(tongue);
    m_window = std::make_unique<MainWindow>(m_language.get());
    m_window->resize(1280, 800);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get()) || !m_window->openLesson(lesson)) return false;
    if (!learner().waitUntilReady()) return false;
    learner().hurry();
    return true;
  }

  MainWindow& window() const { return *m_window; }
  TrainingSession& session() const { return *m_window->session(); }
  Learner learner() const { return Learner(*m_window); }

  /// The rows of a test that goes through the lesson in both languages.
  static void bothLanguages() {
    QTest::addColumn<LanguageSwitch::Tongue>("tongue");
    QTest::newRow("English") << LanguageSwitch::Tongue::English;
    QTest::newRow("Chinese") << LanguageSwitch::Tongue::Chinese;
  }

 private:
  QTemporaryDir m_folder;
  std::unique_ptr<LanguageSwitch> m_language;
  std::unique_ptr<MainWindow> m_window;
};

} // namespace glassbox

Q_DECLARE_METATYPE(glassbox::LanguageSwitch::Tongue)
