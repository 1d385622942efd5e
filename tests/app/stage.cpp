#include "stage.h"

#include "app/lesson_desk.h"
#include "app/settings.h"
#include "engine/io/templates.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/model/run_list.h"
#include "widgets/views/look_panel.h"

#include <QAbstractScrollArea>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QScrollBar>
#include <QTest>

namespace glassbox::test {
namespace {

constexpr int kPatience = 60000; // for a machine under load; nothing is measured
constexpr std::int64_t kDigits = 1000; // enough for every class, and drawn at once

} // namespace

bool waitFor(const std::function<bool()>& done, const char* what) {
  const bool came = QTest::qWaitFor(done, kPatience);
  if (!came) qWarning("waited in vain for %s", what);
  return came;
}

void present(QWidget& widget, QSize size, bool grown) {
  widget.resize(size);
  widget.show();
  const auto settle = [] {
    for (int i = 0; i < 3; ++i) QCoreApplication::sendPostedEvents(), QCoreApplication::processEvents();
  };
  settle();
  for (int round = 0; grown && round < 4; ++round) {
    int hidden = 0;
    for (const QAbstractScrollArea* area : widget.findChildren<QAbstractScrollArea*>())
      if (area->isVisible()) hidden = std::max(hidden, area->verticalScrollBar()->maximum());
    if (const auto* area = qobject_cast<QAbstractScrollArea*>(&widget)) hidden = std::max(hidden, area->verticalScrollBar()->maximum());
    if (hidden == 0) return;
    const bool rows = qobject_cast<QAbstractItemView*>(&widget) != nullptr;
    widget.resize(widget.width(), widget.height() + hidden + (rows ? 8 : 0));
    settle();
  }
}

Stage::Stage() {
  qputenv("HOME", m_folder.path().toLocal8Bit());
  qputenv("GLASSBOX_SETTINGS", m_folder.filePath(QStringLiteral("settings.ini")).toLocal8Bit());
  qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
  ThemeManager::ofApplication().setReduceMotion(true);
  ThemeManager::ofApplication().dress(*qApp);
  ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
  QDir(m_folder.path()).mkdir(QStringLiteral("lab"));
  const QString path = m_folder.filePath(QStringLiteral("lab/two-spirals.glassbox"));
  Document last;
  if (Result<Project> project = makeTemplate("spirals")) last.open(*project);
  if (last.save(path).ok()) Settings::addRecentFile(path);
}

Stage::~Stage() {
  for (const auto* window : {&m_welcome, &m_spirals, &m_digits, &m_lesson, &m_line, &m_runs})
    if (*window) (*window)->document()->setModified(false);
}

void Stage::use(const Theme& look, LanguageSwitch::Tongue tongue) {
  const bool high = look.contrastLevel() == Contrast::High;
  ThemeManager& manager = ThemeManager::ofApplication();
  manager.setTextSize(look.textSize());
  manager.setTextPercent(look.textPercent());
  manager.setChoice(look.isDark() ? (high ? ThemeChoice::DarkHigh : ThemeChoice::Dark) : (high ? ThemeChoice::LightHigh : ThemeChoice::Light));
  m_language.use(tongue);
  for (int i = 0; i < 3; ++i) QCoreApplication::sendPostedEvents(), QCoreApplication::processEvents();
}

std::unique_ptr<MainWindow> Stage::makeWindow() {
  auto window = std::make_unique<MainWindow>(&m_language);
  window->resize(1280, 800);
  window->show();
  return window;
}

MainWindow& Stage::trained(std::unique_ptr<MainWindow>& window, const char* name, int epochs) {
  if (window) return *window;
  window = makeWindow();
  window->openTemplate(name, false);
  DataSpec data = window->document()->data();
  if (data.source == "digits") {
    data.params.set("images", kDigits);
    window->document()->setData(data);
  }
  TrainingSession* session = window->session();
  waitFor([&] { return !window->dataPanel()->isLoading() && session->dataset() != nullptr; }, name);
  session->setPace(0);
  if (window->document()->setPlanValue("epochs", std::to_string(epochs)).ok()) session->run();
  waitFor([&] { return session->status().epoch >= epochs && !session->isRunning(); }, "the end of the run");
  LookPanel* look = window->look();
  window->setCentre(MainWindow::Centre::Look);
  waitFor([&] { return look->currentView() && look->currentView()->hasPicture(); }, "the picture");
  window->setCentre(MainWindow::Centre::Build);
  return *window;
}

MainWindow& Stage::welcome() {
  if (!m_welcome) m_welcome = makeWindow();
  return *m_welcome;
}

MainWindow& Stage::spirals() { return trained(m_spirals, "spirals", 60); }
MainWindow& Stage::digits() { return trained(m_digits, "mnist-mlp-128-64", 3); }
MainWindow& Stage::line() { return trained(m_line, "linear-regression", 40); }

MainWindow& Stage::runs() {
  if (m_runs) return *m_runs;
  MainWindow& window = trained(m_runs, "spirals", 40);
  TrainingSession* session = window.session();
  const auto stands = [&](std::int64_t step) {
    return waitFor([&, step] { return session->trainer() && session->status().step == step && !session->isRunning() && !session->isReplaying(); }, "the step");
  };
  const std::string first = session->runId();
  session->goTo(150);
  stands(150);
  (void)session->branch("rate", 0.1);
  waitFor([&] { return session->parentRun() == first; }, "the branch");
  session->runTo(400);
  stands(400);
  if (window.document()->setPlanValue("optimizer", "sgd").ok()) session->reset();
  waitFor([&] { return session->parentRun().empty() && session->runId() != first && !session->runId().empty(); }, "the third run");
  session->runTo(400);
  stands(400);
  for (const KeptRun& run : window.runs()->runs()) window.runs()->setOverlaid(run.record.id, true);
  window.runs()->setNotes(first, QStringLiteral("0.02"));
  session->goTo(250);
  stands(250);
  return window;
}

MainWindow& Stage::lesson() {
  if (m_lesson) return *m_lesson;
  m_lesson = makeWindow();
  m_lesson->openLesson("a-line-that-learns");
  waitFor([&] { return m_lesson->session()->state() == TrainingSession::State::Paused; }, "the lesson");
  return *m_lesson;
}

} // namespace glassbox::test
