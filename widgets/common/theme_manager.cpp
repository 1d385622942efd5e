#include "widgets/common/theme_manager.h"

#include "widgets/common/focus_ring.h"
#include "widgets/common/style.h"

#include <QApplication>
#include <QPalette>
#include <QPointer>
#include <QEvent>
#include <QWidget>

#include <utility>

namespace glassbox {
namespace {

QPalette paletteOf(const Theme& theme) {
  const auto c = [&theme](ColorRole role) { return theme.color(role); };
  QPalette p;
  p.setColor(QPalette::Window, c(ColorRole::Panel));
  p.setColor(QPalette::WindowText, c(ColorRole::Text));
  p.setColor(QPalette::Base, c(ColorRole::Raised));
  p.setColor(QPalette::AlternateBase, c(ColorRole::Panel));
  p.setColor(QPalette::Text, c(ColorRole::Text));
  p.setColor(QPalette::Button, c(ColorRole::Raised));
  p.setColor(QPalette::ButtonText, c(ColorRole::Text));
  p.setColor(QPalette::BrightText, c(ColorRole::OnAccent));
  p.setColor(QPalette::PlaceholderText, c(ColorRole::Text3));
  p.setColor(QPalette::ToolTipBase, c(ColorRole::Raised));
  p.setColor(QPalette::ToolTipText, c(ColorRole::Text));
  p.setColor(QPalette::Highlight, c(ColorRole::Tint));
  p.setColor(QPalette::HighlightedText, c(ColorRole::Text));
  p.setColor(QPalette::Link, c(ColorRole::Accent));
  p.setColor(QPalette::LinkVisited, c(ColorRole::Accent));
  p.setColor(QPalette::Light, c(ColorRole::Raised));
  p.setColor(QPalette::Midlight, c(ColorRole::Hover));
  p.setColor(QPalette::Mid, c(ColorRole::Line));
  p.setColor(QPalette::Dark, c(ColorRole::Ctrl));
  p.setColor(QPalette::Shadow, c(ColorRole::Ctrl));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText, QPalette::PlaceholderText})
    p.setColor(QPalette::Disabled, role, c(ColorRole::Off));
  p.setColor(QPalette::Disabled, QPalette::Base, c(ColorRole::Panel));
  p.setColor(QPalette::Disabled, QPalette::Highlight, c(ColorRole::Hover));
  return p;
}

ThemeMode modeOf(const QPalette& palette) {
  return Theme::luminance(palette.color(QPalette::Window)) < Theme::luminance(palette.color(QPalette::WindowText)) ? ThemeMode::Dark : ThemeMode::Light;
}

ThemeMode modeOf(ThemeChoice choice, ThemeMode system) {
  if (choice == ThemeChoice::System) return system;
  return choice == ThemeChoice::Dark || choice == ThemeChoice::DarkHigh ? ThemeMode::Dark : ThemeMode::Light;
}

Contrast contrastOf(ThemeChoice choice) { return choice == ThemeChoice::LightHigh || choice == ThemeChoice::DarkHigh ? Contrast::High : Contrast::Normal; }

// A theme-following property of one widget: done now, and again after each change for as long as the widget lives.
template<typename Apply> void keepApplying(QWidget* widget, Apply apply) {
  apply(widget);
  QObject::connect(&ThemeManager::ofApplication(), &ThemeManager::changed, widget, [widget, apply] { apply(widget); });
}

constexpr const char *kFontRole = "fontRole", *kZoom = "zoom"; // properties

/// `font` at the zoom of the nearest widget around `widget` that has one.
QFont zoomed(QFont font, const QWidget* widget) {
  for (const QWidget* around = widget; around; around = around->parentWidget())
    if (const QVariant zoom = around->property(kZoom); zoom.isValid()) {
      font.setPixelSize(std::max(1, qRound(font.pixelSize() * zoom.toDouble())));
      break;
    }
  return font;
}

} // namespace

ThemeManager::ThemeManager(QObject* parent) : QObject(parent) {
  // Qt 6.4 does not tell whether the desktop is dark; the palette it starts with does.
  m_systemMode = modeOf(QGuiApplication::palette());
  m_theme = Theme(m_systemMode);
}

ThemeManager& ThemeManager::ofApplication() {
  static QPointer<ThemeManager> known; // only a short cut for the search below; the application owns the object
  if (!known) {
    Q_ASSERT_X(qApp, "ThemeManager", "needs a QApplication");
    known = qApp->findChild<ThemeManager*>(QString(), Qt::FindDirectChildrenOnly);
    if (!known) known = new ThemeManager(qApp);
  }
  return *known;
}

void ThemeManager::dress(QApplication& app) {
  const bool first = m_dressed == nullptr;
  if (first) app.installEventFilter(this); // the desktop says to the windows that its look has changed
  m_dressed = &app;
  dressAgain(true);
  if (first) new FocusRing(&app);
}

void ThemeManager::setChoice(ThemeChoice choice) {
  m_choice = choice;
  use(Theme(modeOf(choice, m_systemMode), m_theme.textSize(), contrastOf(choice), m_theme.textPercent()));
}

void ThemeManager::setTextSize(TextSize size) { use(Theme(m_theme.mode(), size, m_theme.contrastLevel(), m_theme.textPercent())); }

void ThemeManager::setTextPercent(int percent) { use(Theme(m_theme.mode(), m_theme.textSize(), m_theme.contrastLevel(), percent)); }

void ThemeManager::followDesktop(const QPalette& desktop) {
  m_systemMode = modeOf(desktop);
  setChoice(m_choice);
}

/// A window hears that the desktop's look has changed. Our own palette hides the desktop's; without it Qt tells that one.
bool ThemeManager::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !std::exchange(m_asking, true)) {
    m_dressed->setPalette(QPalette());
    const QPalette desktop = QApplication::palette();
    m_dressed->setPalette(paletteOf(m_theme));
    m_asking = false;
    followDesktop(desktop);
  }
  return QObject::eventFilter(watched, event);
}

void ThemeManager::setReduceMotion(bool reduce) {
  if (m_reduceMotion == reduce) return;
  m_reduceMotion = reduce;
  emit changed();
}

void ThemeManager::use(const Theme& theme) {
  if (theme == m_theme) return;
  const bool sizesChanged = theme.textSize() != m_theme.textSize() || theme.textPercent() != m_theme.textPercent();
  m_theme = theme;
  dressAgain(sizesChanged);
  emit changed();
  for (QWidget* widget : QApplication::allWidgets()) {
    if (sizesChanged) widget->updateGeometry();
    widget->update();
  }
}

void ThemeManager::dressAgain(bool sizesChanged) {
  if (!m_dressed) return;
  // A new style makes every widget ask for its sizes again; for colours the palette is enough and far cheaper.
  if (sizesChanged) m_dressed->setStyle(new Style);
  m_dressed->setPalette(paletteOf(m_theme));
  m_dressed->setFont(m_theme.font(FontRole::Normal));
}

const Theme& theme() { return ThemeManager::ofApplication().theme(); }

void setFontRole(QWidget* widget, FontRole role) {
  widget->setProperty(kFontRole, static_cast<int>(role));
  keepApplying(widget, [role](QWidget* w) {
    if (w->property(kFontRole).toInt() == static_cast<int>(role)) w->setFont(zoomed(theme().font(role), w)); // or it has another one by now
  });
}

void setZoom(QWidget* widget, double factor) {
  widget->setProperty(kZoom, factor);
  QList<QWidget*> parts = widget->findChildren<QWidget*>();
  if (widget->property(kFontRole).isValid()) parts.prepend(widget);
  else setFontRole(widget, FontRole::Normal); // parts without a role of their own inherit it
  for (QWidget* part : parts)
    if (const QVariant role = part->property(kFontRole); role.isValid()) part->setFont(zoomed(theme().font(static_cast<FontRole>(role.toInt())), part));
}

void setTextRole(QWidget* widget, ColorRole role) {
  keepApplying(widget, [role](QWidget* w) {
    QPalette p = w->palette();
    for (const auto group : {QPalette::Active, QPalette::Inactive})
      for (const auto text : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) p.setColor(group, text, theme().color(role));
    w->setPalette(p);
  });
}

void setFillRole(QWidget* widget, ColorRole role) {
  widget->setAutoFillBackground(true);
  keepApplying(widget, [role](QWidget* w) {
    QPalette p = w->palette();
    p.setColor(QPalette::Window, theme().color(role));
    w->setPalette(p);
  });
}

} // namespace glassbox
