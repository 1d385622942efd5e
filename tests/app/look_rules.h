// The rules a panel's look must keep: nothing cut, nothing on top of another, readable colors, one language.
#pragma once

#include "painted_text.h"
#include "widgets/model/language.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <vector>

class QWidget;

namespace glassbox::test {

/// Words that a text may hold although it is not in the language of the screen.
struct Words {
  QSet<QString> ellipses;   ///< texts of the program that hold "…" themselves: only others were shortened
  QSet<QString> latin;      ///< lower case: names, terms and units that Chinese writes in Latin letters
};

/// The ellipses of the translation file; the names, terms and units of this folder's list.
Words knownWords();

/// A shown widget and what it writes at this moment: all rules look at the same painting.
struct Sight {
  Sight(QWidget& shown); // NOLINT(google-explicit-constructor): a widget is seen by being handed to a rule
  QWidget& widget;
  std::vector<PaintedText> texts;
};

// Each rule gives one sentence for each fault, with the text and its place; empty: nothing to find.

/// Shortened texts ("…"), texts that a clip cuts off, children that stick out of their parent.
QStringList cutTexts(const Sight& sight, const Words& words);

/// Visible siblings that lie on each other, and texts written over other texts. A widget that lies over its siblings on
/// purpose has the dynamic property "overlay".
QStringList overlaps(const Sight& sight);

/// Texts with less than 4.5 : 1 against what is really behind them, in high contrast less than 7 : 1. What is disabled is exempt.
QStringList paleTexts(const Sight& sight);

/// What of a text is not in the language of the screen, as one sentence; empty: nothing.
QString foreignIn(const QString& text, LanguageSwitch::Tongue tongue, const Words& words);

/// A quotation, which stays in its language: the widget or one around it has the dynamic property "anyLanguage".
bool isQuoted(const QWidget* at);

/// Chinese: Latin words that are not known ones and half-width punctuation between Chinese letters, also in tooltips, names for
/// screen readers and lists. English: Chinese letters.
/// Quotations stand in a widget with the dynamic property "anyLanguage".
QStringList untranslated(const Sight& sight, LanguageSwitch::Tongue tongue, const Words& words);

} // namespace glassbox::test
