#include "panels_side_by_side.h"

#include "stage.h"

#include "app/run_desk.h"
#include "widgets/common/theme_manager.h"
#include "widgets/runs/compare_picture.h"
#include "widgets/runs/side_by_side.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPushButton>

namespace glassbox::test {
namespace {

void close(QWidget* dialog) {
  dialog->close();
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// Trains to step `steps` and waits for the pictures; the panel is looked at while all is at rest.
void train(SideBySide& dialog, std::int64_t steps) {
  CompareSession* session = dialog.session();
  waitFor([&] { return !session->isPreparing(); }, "the networks");
  session->setPace(0);
  session->run();
  waitFor([&] { return session->step() >= steps || !session->isRunning(); }, "the steps");
  session->pause();
  waitFor([&] { return !session->isRunning(); }, "the pause");
  waitFor([&] {
    for (int i = 0; i < dialog.columns(); ++i)
      if (!dialog.column(i)->picture()->hasPicture() || !dialog.column(i)->picture()->answer()->atRest) return false;
    return true;
  }, "the pictures");
  for (int i = 0; i < 3; ++i) QCoreApplication::sendPostedEvents(), QCoreApplication::processEvents();
}

SideBySide& open(MainWindow& window) {
  window.runDesk()->askSideBySide(&window);
  return *window.runDesk()->sideBySide();
}

} // namespace

void addSideBySidePanels(std::vector<Panel>& panels) {
  const auto add = [&](const char* name, auto show) { panels.push_back({QString::fromLatin1(name), show}); };
  add("side-by-side", [](Stage& s, const Look& look) {
    SideBySide& dialog = open(s.runs());
    train(dialog, 400);
    look(dialog);
    close(&dialog);
  });
  add("side-by-side-four", [](Stage& s, const Look& look) {
    SideBySide& dialog = open(s.runs());
    dialog.addLab();
    dialog.resize(std::max(1024, theme().px(1024)), std::max(700, theme().px(700)));
    train(dialog, 300);
    look(dialog);
    close(&dialog);
  });
  add("side-by-side-digits", [](Stage& s, const Look& look) {
    SideBySide& dialog = open(s.digits());
    dialog.addLab();
    train(dialog, 40);
    look(dialog);
    close(&dialog);
  });
  add("side-by-side-alone", [](Stage& s, const Look& look) {
    SideBySide& dialog = open(s.line());
    while (dialog.columns() > 1) dialog.session()->remove(dialog.column(1)->network());
    waitFor([&] { return !dialog.session()->isPreparing(); }, "the network");
    look(dialog);
    close(&dialog);
  });
}

} // namespace glassbox::test
