#include "app/settings_desk.h"

#include "app/actions.h"
#include "app/rewind_desk.h"
#include "app/settings.h"
#include "widgets/common/theme_manager.h"

namespace glassbox {

SettingsDesk::SettingsDesk(Actions* actions, LanguageSwitch* language, RewindDesk* rewind, QWidget* window) : QObject(window), m_language(language), m_rewind(rewind), m_window(window) {
  connect((*actions)[Do::Settings], &QAction::triggered, this, &SettingsDesk::open);
  connect((*actions)[Do::Theme], &QAction::triggered, this, &SettingsDesk::switchTheme);
  connect((*actions)[Do::English], &QAction::triggered, this, [this] { switchLanguage(LanguageSwitch::Tongue::English); });
  connect((*actions)[Do::Chinese], &QAction::triggered, this, [this] { switchLanguage(LanguageSwitch::Tongue::Chinese); });
}

void SettingsDesk::open() {
  if (!m_dialog) {
    m_dialog = new SettingsDialog(m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setTongue(m_language->tongue());
    m_dialog->setRewindMegabytes(Settings::rewindMegabytes());
    connect(m_dialog, &SettingsDialog::tongueChosen, this, &SettingsDesk::switchLanguage);
    connect(m_language, &LanguageSwitch::changed, m_dialog, [this] { m_dialog->setTongue(m_language->tongue()); });
    connect(m_dialog, &SettingsDialog::rewindMegabytesChosen, m_rewind, &RewindDesk::setMemory);
  }
  m_dialog->show();
  m_dialog->raise();
  m_dialog->activateWindow();
}

/// Between light and dark of the same contrast.
void SettingsDesk::switchTheme() {
  const bool high = theme().contrastLevel() == Contrast::High;
  const ThemeChoice choice = theme().isDark() ? (high ? ThemeChoice::LightHigh : ThemeChoice::Light) : (high ? ThemeChoice::DarkHigh : ThemeChoice::Dark);
  ThemeManager::ofApplication().setChoice(choice);
  Settings::setThemeChoice(choice);
}

void SettingsDesk::switchLanguage(LanguageSwitch::Tongue tongue) {
  m_language->use(tongue);
  Settings::setTongue(tongue);
}

} // namespace glassbox
