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

  /// Every test of the program is gone through in both languages: `initTestCase_data` calls this.
  static void bothLanguages() {
    QTest::addColumn<LanguageSwitch::Tongue>("tongue");
    QTest::newRow("English") << LanguageSwitch::Tongue::English;
    QTest::newRow("Chinese") << LanguageSwitch::Tongue::Chinese;
  }

  /// In the language of the row; false when the lesson cannot be opened, or its data and weights do not come.
  bool open(const char* lesson) {
    QFETCH_GLOBAL(LanguageSwitch::Tongue, tongue);
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

  /// Waits until the page says that these conditions of a task are not met; "…" at the end: and others. In a Chinese row the
  /// language is switched for the reading, so that a test names the words once.
  bool misses(int task, const char* words) {
    return says([this, task] { return learner().missing(task); }, QString::fromUtf8(words));
  }
  /// The same of what stands beside the title of a task.
  bool remarks(int task, const char* words) {
    return says([this, task] { return learner().task(task)->remark(); }, QString::fromUtf8(words));
  }
  /// What was read last.
  const char* said() const { return m_said.constData(); }

 private:
  bool says(const std::function<QString()>& read, const QString& words) {
    const LanguageSwitch::Tongue spoken = m_language->tongue();
    m_language->use(LanguageSwitch::Tongue::English);
    QCoreApplication::sendPostedEvents();
    const bool right = QTest::qWaitFor([&] { return words.endsWith(u'…') ? read().startsWith(words.chopped(1)) : read() == words; }, Learner::kPatience);
    m_said = read().toUtf8();
    m_language->use(spoken);
    return learner().waitForLayout() && right;
  }

  QTemporaryDir m_folder;
  std::unique_ptr<LanguageSwitch> m_language;
  std::unique_ptr<MainWindow> m_window;
  QByteArray m_said;
};

} // namespace glassbox
