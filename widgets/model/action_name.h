// The name of an action in both languages, whichever is on: the list of commands is searched in both.
#pragma once

#include "engine/core/text.h"

#include <QMetaType>
#include <QString>
#include <QTranslator>

class QAction;

namespace glassbox {

/// `action` is called `name` in the language in use, and remembers it for the other one. Again after a change of language.
void nameAction(QAction* action, const Text& name);
/// What it was called last; an action that was never named has its text.
Text nameOf(const QAction* action);

/// The Chinese words, also while the screen speaks English.
class ChineseWords {
 public:
  ChineseWords();
  /// In Chinese; where there is no translation, in English.
  QString of(const Text& text) const;

 private:
  QTranslator m_words;
};

} // namespace glassbox

Q_DECLARE_METATYPE(glassbox::Text)
