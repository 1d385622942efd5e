#include "panels_learners.h"

#include "app/class_dialog.h"
#include "app/learner_sheet.h"
#include "app/lesson_desk.h"
#include "app/report_dialog.h"
#include "engine/io/atomic_file.h"
#include "stage.h"
#include "widgets/common/theme_manager.h"

#include <QDir>
#include <QPushButton>

namespace glassbox::test {
namespace {

/// Halfway: block A is finished, block B begun.
Progress halfway(const std::vector<LessonEntry>& lessons) {
  Progress progress;
  progress.learner = "Ada";
  int count = 0;
  for (const LessonEntry& entry : lessons) {
    if (!entry.lesson || entry.lesson->number > 7) continue;
    for (const Task& task : entry.lesson->tasks) {
      progress = withAttempt(progress, entry.lesson->id, task.id, false);
      if (entry.lesson->block == "A" || count % 2 == 0) progress = withAttempt(progress, entry.lesson->id, task.id, true);
      progress.lessons[entry.lesson->id].tasks[task.id].hints = count++ % 4;
    }
    progress.lessons[entry.lesson->id].seconds = 60.0 * entry.lesson->minutes;
  }
  return progress;
}

ReportPage pageOf(Stage& stage, bool begun) {
  const std::vector<LessonEntry>& lessons = stage.welcome().lessons()->lessons();
  const Language language = stage.tongue() == LanguageSwitch::Tongue::Chinese ? Language::Chinese : Language::English;
  return reportPage(begun ? halfway(lessons) : Progress(), lessons, language, "2026-11-23");
}

void showReport(Stage& stage, bool begun, const Look& look) {
  ReportDialog dialog([&] { return pageOf(stage, begun); }, nullptr);
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  present(dialog, dialog.size());
  look(dialog);
}

void showClass(Stage& stage, bool filled, const Look& look) {
  ClassDialog dialog(nullptr);
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  QTemporaryDir around;
  const QDir folder(around.path() + QStringLiteral("/7b")); // its name is seen
  if (filled && QDir().mkpath(folder.path())) {
    Report report = pageOf(stage, true).report;
    for (const char* name : {"Ada", "Grace", "小明"}) {
      report.learner = name;
      if (!replaceFile(folder.filePath(QString::fromUtf8(name) + ".json").toStdString(), writeReport(report))) return;
    }
    if (!replaceFile(folder.filePath("old.json").toStdString(), "{\"glassbox_report\": 1}")) return;
    dialog.open(folder.path());
  }
  present(dialog, dialog.size());
  look(dialog);
}

} // namespace

void addLearnerPanels(std::vector<Panel>& panels) {
  const auto add = [&](const char* name, auto show) { panels.push_back({QString::fromLatin1(name), show}); };
  add("lessons-of-learner", [](Stage& s, const Look& look) {
    s.welcome().lessons()->open(nullptr);
    s.welcome().showLab();
    s.welcome().setLeftTab(0);
    present(s.welcome(), {1280, 800});
    look(*s.welcome().lessons());
    s.welcome().setLeftTab(1);
    s.welcome().showWelcome();
  });
  add("report", [](Stage& s, const Look& look) { showReport(s, true, look); });
  add("report-none", [](Stage& s, const Look& look) { showReport(s, false, look); });
  add("class-table", [](Stage& s, const Look& look) { showClass(s, true, look); });
  add("class-table-none", [](Stage& s, const Look& look) { showClass(s, false, look); });
  add("learner-new", [](Stage&, const Look& look) {
    LearnerSheet sheet(LearnerSheet::Purpose::New, {}, [](const std::string&) { return Result<void>(); }, nullptr);
    present(sheet, sheet.sizeHint());
    look(sheet);
  });
  add("learner-rename-refused", [](Stage&, const Look& look) {
    LearnerSheet sheet(LearnerSheet::Purpose::Rename, QStringLiteral("Ada"), [](const std::string&) -> Result<void> { return nickname("").error(); }, nullptr);
    present(sheet, sheet.sizeHint());
    sheet.acceptButton()->click();
    present(sheet, sheet.sizeHint());
    look(sheet);
  });
}

} // namespace glassbox::test
