// The language of the screen: translates the engine's texts, and switches the whole program while it runs.
#pragma once

#include "engine/core/result.h"
#include "engine/core/shape.h"

#include <QObject>
#include <QString>
#include <QTranslator>

namespace glassbox {

/// The text in the language in use, with its arguments: numbers grouped by thin spaces, extents with ×, nested texts translated.
QString translated(const Text& text);

/// "place: what happened. What to do."
QString translated(const Error& error);

/// "32×28×28"; "1" for a single number.
QString shapeText(const Shape& shape);

/// Installs the translators of one language. Every widget then gets QEvent::LanguageChange and sets its texts anew.
/// Owned by main; lives in the GUI thread.
class LanguageSwitch : public QObject {
  Q_OBJECT

public:
  enum class Tongue { English, Chinese };
  Q_ENUM(Tongue)

  explicit LanguageSwitch(QObject* parent = nullptr);
  ~LanguageSwitch() override;

  /// What the desktop speaks: Chinese for any zh locale, else English.
  static Tongue ofDesktop();
  /// "en" or "zh_CN": how settings keep it.
  static QString code(Tongue tongue);
  static Tongue fromCode(const QString& code);

  /// What the screen speaks now, for texts that no translator makes (formulas read aloud).
  static Tongue inUse();

  Tongue tongue() const { return m_tongue; }
  void use(Tongue tongue);

signals:
  void changed();

private:
  Tongue m_tongue = Tongue::English;
  QTranslator m_own; ///< :/i18n/glassbox_zh_CN.qm
  QTranslator m_qt;  ///< Qt's own texts: dialogs, context menus
};

} // namespace glassbox
