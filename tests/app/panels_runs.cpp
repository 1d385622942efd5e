#include "panels.h"
#include "stage.h"

#include "app/rewind_desk.h"
#include "app/run_desk.h"
#include "app/actions.h"
#include "widgets/inspector/param_editor.h"
#include "widgets/runs/sweep_dialog.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace glassbox::test {
namespace {

/// Lets waiting layouts happen.
void settle() {
  for (int i = 0; i < 3; ++i) QCoreApplication::sendPostedEvents(), QCoreApplication::processEvents();
}

} // namespace

void addRuns(std::vector<Panel>& panels) {
  const auto add = [&](const char* name, auto show) { panels.push_back({QString::fromLatin1(name), show}); };
  add("runs-rewound", [](Stage& s, const Look& look) {
    s.runs().setBottomTab(0);
    settle();
    look(s.runs());
  });
  add("runs-table", [](Stage& s, const Look& look) {
    s.runs().setBottomTab(3);
    settle();
    look(s.runs());
    s.runs().setBottomTab(0);
  });
  add("runs-least", [](Stage& s, const Look& look) {
    s.runs().resize(1024, 768);
    s.runs().setBottomTab(3);
    settle();
    look(s.runs());
    s.runs().setBottomTab(0);
    s.runs().resize(1280, 800);
  });
  add("runs-branch", [](Stage& s, const Look& look) {
    s.runs().rewind()->askBranch();
    look(*s.runs().rewind()->sheet());
    s.runs().rewind()->sheet()->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  });
  add("runs-sweep", [](Stage& s, const Look& look) {
    MainWindow& window = s.spirals();
    window.runDesk()->askSweep(&window);
    SweepDialog* dialog = window.runDesk()->sweep();
    dialog->values(0)->setText(QStringLiteral("0.001, 0.003, 0.01, 0.03, 0.1"));
    dialog->key(1)->setCurrentIndex(dialog->key(1)->findData(QStringLiteral("dense1.units")));
    dialog->values(1)->setText(QStringLiteral("2, 4, 8, 16"));
    dialog->seeds()->setValue(2);
    dialog->startButton()->click();
    waitFor([&] {
      int done = 0;
      for (const SweepMapCell& cell : dialog->map()->content().cells) done += static_cast<int>(cell.runs.size());
      return done >= 27 || dialog->result();
    }, "most of the sweep");
    look(*dialog);
    dialog->startButton()->click();
    waitFor([&] { return dialog->result() != nullptr; }, "the end of the sweep");
    dialog->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  });
}

} // namespace glassbox::test
