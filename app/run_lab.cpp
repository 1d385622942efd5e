// Starts the lab: application, language, look, window; or measures it with --measure-ui.
#include "app/identity.h"
#include "app/main_window.h"
#include "app/measure_ui.h"
#include "app/settings.h"
#include "engine/kernels/cpu.h"
#include "widgets/common/theme_manager.h"

#include <QElapsedTimer>
#include <QMessageBox>
#include <QScreen>

#include <csignal>
#include <cstdio>

namespace {

constexpr int kFrame = 48; // what a desktop puts around a window at most, px

/// A small screen is filled.
void fitToScreen(QWidget& window) {
  const QSize room = window.screen()->availableSize(), fits = window.size().boundedTo(room);
  window.resize(fits);
  if (room.width() < fits.width() + kFrame || room.height() < fits.height() + kFrame) window.setWindowState(Qt::WindowMaximized);
}

} // namespace

int runLab(int argc, char** argv);

int runLab(int argc, char** argv) {
  using namespace glassbox;
  QElapsedTimer sinceStart;
  sinceStart.start();
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a full disk is an answer of write, not a reason to end
  TimedApplication app(argc, argv);
  introduceToDesktop();

  LanguageSwitch language;
  language.use(Settings::tongue().value_or(LanguageSwitch::ofDesktop()));
  Settings::dress(ThemeManager::ofApplication());
  ThemeManager::ofApplication().dress(app);
  if (Result<KernelSet> set = chooseKernelSet(); !set) {
    QMessageBox::critical(nullptr, QStringLiteral("Glassbox"), translated(set.error()));
    return 1;
  }

  const QStringList words = QApplication::arguments().mid(1);
  MainWindow window(&language);
  if (!window.restoreGeometry(Settings::windowGeometry())) fitToScreen(window);
  if (words.contains(QStringLiteral("--measure-ui"))) {
    window.resize(1280, 800);
    return measureUi(app, window, sinceStart, words.contains(QStringLiteral("--json")));
  }
  window.show();
  for (const QString& word : words)
    if (!word.startsWith(QStringLiteral("--"))) window.openFile(word);
  if (words.isEmpty()) window.offerTour();
  return QApplication::exec();
}
