// The theme in use, one per application, and the news that it has changed.
#pragma once

#include "widgets/common/theme.h"

#include <QObject>

class QApplication;
class QPalette;
class QWidget;

namespace glassbox {

enum class ThemeChoice { System, Light, Dark, LightHigh, DarkHigh };

/// A child of the QApplication. Lives in the GUI thread.
///
/// A widget paints with `theme()` and needs no connection for that: every widget is repainted after a change. Connect to `changed`
/// only for what is kept between paintings (cached pictures, geometry worked out from font sizes).
class ThemeManager : public QObject {
  Q_OBJECT

 public:
  /// The manager of the running application; made at the first call, so that a test of one widget needs no set-up.
  static ThemeManager& ofApplication();

  /// Gives the application our style, palette and fonts, now and after each change. Called once by main.
  void dress(QApplication& app);

  const Theme& theme() const { return m_theme; }
  ThemeChoice choice() const { return m_choice; }
  TextSize textSize() const { return m_theme.textSize(); }
  int textPercent() const { return m_theme.textPercent(); }
  /// With reduced motion every duration of an animation is 0.
  bool reduceMotion() const { return m_reduceMotion; }
  int milliseconds(int normal) const { return m_reduceMotion ? 0 : normal; }

  void setChoice(ThemeChoice choice);
  void setTextSize(TextSize size);
  /// Between 80 and 200; a presentation is never smaller than it was.
  void setTextPercent(int percent);
  void setReduceMotion(bool reduce);
  /// What the desktop's own windows look like now; followed while System is chosen.
  void followDesktop(const QPalette& desktop);

 signals:
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  explicit ThemeManager(QObject* parent);
  void use(const Theme& theme);
  void dressAgain(bool sizesChanged);

  Theme m_theme;
  ThemeChoice m_choice = ThemeChoice::System;
  ThemeMode m_systemMode = ThemeMode::Light;
  bool m_reduceMotion = false, m_asking = false;
  QApplication* m_dressed = nullptr;
};

/// The theme in use.
const Theme& theme();

/// `widget` keeps the font of `role`, also when the text size changes.
void setFontRole(QWidget* widget, FontRole role);

/// Texts in `widget` and in all that lies in it are `factor` times as large as their roles say. Once more after parts were added.
void setZoom(QWidget* widget, double factor);

/// `widget` writes its text in `role`, also after a change of theme.
void setTextRole(QWidget* widget, ColorRole role);

/// `widget` fills itself with `role`, also after a change of theme.
void setFillRole(QWidget* widget, ColorRole role);

} // namespace glassbox
