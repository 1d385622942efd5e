#include "panels_learners.h"

#include "app/class_dialog.h"
#include "app/learner_sheet.h"
#include "app/lesson_desk.h"
#include "app/recovery_bar.h"
#include "app/report_dialog.h"
#include "engine/io/atomic_file.h"
#include "stage.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/learner_head.h"

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
    report.lessons.resize(3); // all of it is in view
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
  for (const bool broken : {false, true})
    add(broken ? "learner-head-broken" : "learner-head", [broken](Stage&, const Look& look) {
      LearnerHead head;
      LearnerHeadContent content{broken ? QString() : QStringLiteral("小明"), 7, 33, 4980, {}};
      const Error fault(GB_TEXT("engine", "The progress of this learner cannot be used: %1").arg(GB_TEXT("engine", "The nickname is empty.")), "progress.json:1:52");
      if (broken) content.fault = translated(fault);
      head.setContent(content);
      present(head, {theme().px(208), theme().px(broken ? 160 : 56)});
      look(head);
    });
  add("recovery", [](Stage&, const Look& look) {
    RecoveryBar bar;
    bar.setContent({translated(GB_TEXT("engine", "Two spirals")), QDateTime(QDate(2026, 11, 23), QTime(16, 40)), 12345, 1});
    present(bar, {theme().px(1024), bar.heightForWidth(theme().px(1024)) > 0 ? bar.heightForWidth(theme().px(1024)) : bar.sizeHint().height()});
    look(bar);
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
