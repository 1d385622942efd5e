// What is set once for the whole program: opens the page of settings, and switches between light and dark.
#pragma once

#include "app/settings_dialog.h"

#include <QObject>
#include <QPointer>

namespace glassbox {

class Actions;
class RewindDesk;

/// Owner: the main window.
class SettingsDesk : public QObject {
  Q_OBJECT

 public:
  SettingsDesk(Actions* actions, LanguageSwitch* language, RewindDesk* rewind, QWidget* window);

  /// Shows the page, or brings it to the front. It does not hold the window up: what changes is seen behind it.
  void open();
  SettingsDialog* dialog() const { return m_dialog; }
  void switchLanguage(LanguageSwitch::Tongue tongue);

 private:
  void switchTheme();

  LanguageSwitch* m_language;
  RewindDesk* m_rewind;
  QWidget* m_window;
  QPointer<SettingsDialog> m_dialog;
};

} // namespace glassbox
