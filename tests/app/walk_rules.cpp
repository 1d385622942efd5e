#include "walk_rules.h"

#include "app/what_is_this.h"

#include <QAccessible>
#include <QTest>
#include <QTextDocumentFragment>

#include <algorithm>
#include <set>

namespace glassbox::test {
namespace {

QString kindOf(const QWidget* widget) {
  QString kind = QString::fromLatin1(widget->metaObject()->className()).section(QStringLiteral("::"), -1);
  if (!widget->objectName().isEmpty()) kind += QLatin1Char('#') + widget->objectName();
  const QWidget* parent = widget->parentWidget();
  return parent && !widget->isWindow() ? kind + QStringLiteral(" in ") + QString::fromLatin1(parent->metaObject()->className()).section(QStringLiteral("::"), -1) : kind;
}

QString nameOf(QObject* object) {
  QAccessibleInterface* access = QAccessible::queryAccessibleInterface(object);
  return access ? access->text(QAccessible::Name).trimmed() : QString();
}

void collect(QAccessibleInterface* access, int depth, QStringList& texts) {
  if (!access || !access->isValid() || depth > 40 || access->state().invisible) return;
  if (const auto* widget = qobject_cast<QWidget*>(access->object()); widget && isQuoted(widget)) return;
  for (const QAccessible::Text which : {QAccessible::Name, QAccessible::Description}) texts << access->text(which);
  const bool table = access->tableInterface() != nullptr; // its cells are the user's, or looked at where they are painted
  for (int i = 0; !table && i < access->childCount(); ++i) collect(access->child(i), depth + 1, texts);
}

// Of buttons that exclude each other only the chosen one is a stop from the first visit on: arrow keys lead to the others.
bool isStop(const QWidget* widget, const QWidget& window) {
  return widget->isVisible() && widget->isEnabled() && widget->window() == &window && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
}

} // namespace

std::vector<QWidget*> stopsIn(QWidget& shown) {
  std::vector<QWidget*> stops;
  QList<QWidget*> all = shown.findChildren<QWidget*>();
  all.prepend(&shown);
  for (QWidget* widget : all)
    if (isStop(widget, *shown.window())) stops.push_back(widget);
  return stops;
}

QStringList nameless(QWidget& shown) {
  QStringList faults;
  for (QWidget* stop : stopsIn(shown))
    if (nameOf(stop).isEmpty()) faults << QStringLiteral("has no name: ") + kindOf(stop);
  return faults;
}

QStringList spokenForeign(QWidget& shown, LanguageSwitch::Tongue tongue, const Words& words) {
  QStringList texts, faults;
  collect(QAccessible::queryAccessibleInterface(&shown), 0, texts);
  texts.removeDuplicates();
  for (const QString& text : texts) {
    const QString plain = Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text;
    if (const QString fault = foreignIn(plain, tongue, words); !fault.isEmpty()) faults << fault;
  }
  return faults;
}

QStringList unexplained(QWidget& shown, LanguageSwitch::Tongue tongue, const Words& words) {
  QStringList faults;
  for (QWidget* stop : stopsIn(shown)) {
    const QString said = QTextDocumentFragment::fromHtml(explanationOf(stop, stop->rect().center())).toPlainText();
    if (said.trimmed().isEmpty()) faults << QStringLiteral("nothing explains %1 \"%2\"").arg(kindOf(stop), nameOf(stop).left(30));
    else if (const QString fault = isQuoted(stop) ? QString() : foreignIn(said, tongue, words); !fault.isEmpty()) faults << fault;
  }
  return faults;
}

QStringList missedByTab(QWidget& shown) {
  QWidget& window = *shown.window();
  window.activateWindow();
  if (!QTest::qWaitForWindowActive(&window)) return {QStringLiteral("the window does not become active")};
  QWidget* before = window.focusWidget();
  const std::vector<QWidget*> stops = stopsIn(shown);
  if (stops.empty()) return {};
  std::set<QWidget*> missing(stops.begin() + 1, stops.end());
  stops.front()->setFocus(Qt::TabFocusReason);
  // Some stops have stops within: links of a text, factors of a formula.
  const int most = 8 * static_cast<int>(stopsIn(window).size()) + 40;
  QWidget* at = nullptr;
  for (int i = 0; i < most && !missing.empty(); ++i) {
    at = window.focusWidget();
    QTest::keyClick(at ? at : &window, Qt::Key_Tab);
    missing.erase(window.focusWidget());
    std::erase_if(missing, [&](const QWidget* stop) { return !isStop(stop, window); });
  }
  QStringList faults;
  for (QWidget* stop : stops)
    if (missing.count(stop)) faults << QStringLiteral("Tab does not reach %1 \"%2\"; it ends at %3").arg(kindOf(stop), nameOf(stop).left(30), at ? kindOf(at) : QStringLiteral("nothing"));
  // The last one too lets go, unless it is alone; one that has stops within goes through them first.
  if (QWidget* last = window.focusWidget(); missing.empty() && last && stopsIn(window).size() > 1) {
    for (int i = 0; i < most && window.focusWidget() == last; ++i) QTest::keyClick(last, Qt::Key_Tab);
    if (window.focusWidget() == last) faults << QStringLiteral("Tab does not leave %1 \"%2\"").arg(kindOf(last), nameOf(last).left(30));
  }
  if (before) before->setFocus(Qt::OtherFocusReason);
  return faults;
}

} // namespace glassbox::test
