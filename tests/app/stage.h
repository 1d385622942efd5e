// The program as it looks in use, for pictures and for the rules of the look: windows that have trained, in any theme and language.
#pragma once

#include "app/main_window.h"
#include "widgets/common/theme.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace glassbox::test {

/// Needs a QApplication. Settings, progress and the last project lie in a folder of its own. What it trains is the same
/// at every start: the product's own generators and templates, a fixed number of epochs.
class Stage {
 public:
  Stage();
  ~Stage();

  /// Everything that is there changes at once, as it does for a user.
  void use(ThemeMode mode, LanguageSwitch::Tongue tongue, TextSize size = TextSize::Normal) { use(Theme(mode, size), tongue); }
  void use(const Theme& look, LanguageSwitch::Tongue tongue);
  LanguageSwitch::Tongue tongue() const { return m_language.tongue(); }

  /// Made at the first call, 1280x800, trained a little and at rest.
  MainWindow& welcome();
  MainWindow& spirals();
  MainWindow& digits();
  /// Lesson 1, with Run still locked by its prediction.
  MainWindow& lesson();
  /// A line fitted by gradient descent.
  MainWindow& line();
  /// Three runs, one of them a branch; the shown one stands at an earlier step.
  MainWindow& runs();

 private:
  std::unique_ptr<MainWindow> makeWindow();
  MainWindow& trained(std::unique_ptr<MainWindow>& window, const char* name, int epochs);

  QTemporaryDir m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_welcome, m_spirals, m_digits, m_lesson, m_line, m_runs;
};

/// Lets waiting layouts, paintings and answers happen until `done`, at most a minute. False: it never was, and a warning says what.
bool waitFor(const std::function<bool()>& done, const char* what);
/// Shows a widget of its own at this size; `grown`: as high as needed for nothing to be scrolled.
void present(QWidget& widget, QSize size, bool grown = false);

} // namespace glassbox::test
