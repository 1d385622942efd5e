#include "look_rules.h"

#include "painted_text.h"
#include "ts_file.h"
#include "widgets/common/theme_manager.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAction>
#include <QComboBox>
#include <QFocusFrame>
#include <QHash>
#include <QHeaderView>
#include <QImage>
#include <QMenu>
#include <QPixmap>
#include <QRubberBand>
#include <QScrollBar>
#include <QSizeGrip>
#include <QSplitterHandle>
#include <QTextDocumentFragment>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace glassbox::test {
namespace {

constexpr double kTolerance = 1.0;   // a letter's edge may touch the border; times the size of the text
constexpr double kLeastContrast = 4.5, kLeastHigh = 7;
constexpr double kGroundShare = 0.12; // of the pixels behind a text: a color of this share is a background
constexpr double kEdgeShare = 0.3;    // the same for a color that could be a letter's soft edge
const QChar kEllipsis(0x2026);

QString place(const QRectF& rect) {
  return QStringLiteral("%1x%2 at (%3, %4)").arg(qRound(rect.width())).arg(qRound(rect.height())).arg(qRound(rect.x())).arg(qRound(rect.y()));
}

QString nameOf(const QWidget* widget) {
  QString name = QString::fromLatin1(widget->metaObject()->className()).section(QStringLiteral("::"), -1);
  if (!widget->objectName().isEmpty()) name += QLatin1Char('#') + widget->objectName();
  if (!widget->accessibleName().isEmpty()) name += QStringLiteral(" \"%1\"").arg(widget->accessibleName().left(30));
  return name;
}

QRect inside(const QWidget& widget, const QWidget* child) { return {child->mapTo(&widget, QPoint()), child->size()}; }

std::vector<QWidget*> visibleIn(QWidget& widget) {
  std::vector<QWidget*> all{&widget};
  for (QWidget* child : widget.findChildren<QWidget*>())
    if (child->isVisibleTo(&widget) && child->window() == widget.window()) all.push_back(child);
  return all;
}

/// What lies beyond the edge of something that scrolls is not cut: one can go there.
bool isScrolledAway(QWidget& widget, const QRectF& ink) {
  for (QWidget* child : visibleIn(widget)) {
    const auto* area = qobject_cast<QAbstractScrollArea*>(child);
    if (!area) continue;
    const QRectF port = inside(widget, area->viewport());
    if (qobject_cast<const QHeaderView*>(area)) area = qobject_cast<const QAbstractScrollArea*>(area->parentWidget()); // goes along with its table
    if (!area) continue;
    const bool across = ink.left() < port.right() && ink.right() > port.left(), along = ink.top() < port.bottom() && ink.bottom() > port.top();
    if (area->verticalScrollBar()->maximum() > 0 && across && (ink.top() < port.top() || ink.bottom() > port.bottom())) return true;
    if (area->horizontalScrollBar()->maximum() > 0 && along && (ink.left() < port.left() || ink.right() > port.right())) return true;
  }
  return false;
}

bool isEnabledAt(QWidget& widget, const QRectF& ink) {
  QWidget* at = widget.childAt(ink.center().toPoint());
  if (!at) at = &widget;
  if (auto* menu = qobject_cast<QMenu*>(at))
    if (const QAction* action = menu->actionAt(menu->mapFrom(&widget, ink.center().toPoint()))) return action->isEnabled();
  if (auto* list = qobject_cast<QAbstractItemView*>(at->parentWidget())) {
    const QModelIndex index = list->indexAt(at->mapFrom(&widget, ink.center().toPoint()));
    if (index.isValid() && !(index.flags() & Qt::ItemIsEnabled) && !(index.flags() & Qt::ItemIsSelectable)) return index.data(Qt::ToolTipRole).isNull() && list->isEnabled();
  }
  return at->isEnabled();
}

/// Larger letters than a window was drawn for: what is shortened must be told whole by the tooltip of its place.
bool isToldWhole(QWidget& widget, const PaintedText& text) {
  const QString begin = text.text.section(kEllipsis, 0, 0).trimmed(), end = text.text.section(kEllipsis, -1).trimmed();
  const QWidget* at = widget.childAt((text.ink & text.clip).center().toPoint());
  const QString told = at ? at->toolTip() : QString();
  return begin.size() + end.size() > 1 && told.startsWith(begin) && told.endsWith(end);
}

QColor over(const QColor& ink, const QColor& ground) {
  const float a = ink.alphaF();
  const auto mix = [a](float x, float y) { return a * x + (1 - a) * y; };
  return QColor::fromRgbF(mix(ink.redF(), ground.redF()), mix(ink.greenF(), ground.greenF()), mix(ink.blueF(), ground.blueF()));
}

struct GroundContrast {
  double contrast;
  QColor ground;
};

/// Lowest contrast of `text` with the colors that fill its place on `image`.
GroundContrast leastContrast(const PaintedText& text, const QImage& image) {
  const QRect rect = (text.ink & text.clip).toAlignedRect().adjusted(-2, -1, 2, 1) & image.rect();
  QHash<QRgb, int> counts;
  for (int y = rect.top(); y <= rect.bottom(); ++y)
    for (int x = rect.left(); x <= rect.right(); ++x) ++counts[image.pixel(x, y) | 0xff000000u];
  const int all = rect.width() * rect.height();
  const auto contrast = [&](QRgb ground) { return Theme::contrast(over(text.color, QColor(ground)), QColor(ground)); };
  const auto isInk = [&](QRgb color, int count) { return contrast(color) < 1.05 && counts.size() > 1 && count < all * 3 / 4; }; // solid letters
  QRgb ground = 0;
  int most = 0;
  for (auto it = counts.cbegin(); it != counts.cend(); ++it)
    if (it.value() > most && !isInk(it.key(), it.value())) ground = it.key(), most = it.value();
  GroundContrast least{contrast(ground), QColor(ground)};
  const double ink = Theme::luminance(over(text.color, QColor(ground))), paper = Theme::luminance(QColor(ground));
  for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
    const double light = Theme::luminance(QColor(it.key()));
    const bool isEdge = light > std::min(ink, paper) && light < std::max(ink, paper); // of a letter, half ink and half paper
    if (!isInk(it.key(), it.value()) && it.value() >= (isEdge ? kEdgeShare : kGroundShare) * all && contrast(it.key()) < least.contrast) least = {contrast(it.key()), QColor(it.key())};
  }
  return least;
}

QString plain(const QString& text) { return Qt::mightBeRichText(text) ? QTextDocumentFragment::fromHtml(text).toPlainText() : text; }

/// Texts that are not painted but told: tooltips, names for screen readers, entries of lists and menus.
QStringList toldTexts(QWidget& widget) {
  QStringList texts;
  for (QWidget* child : visibleIn(widget)) {
    if (isQuoted(child)) continue;
    texts << child->toolTip() << child->accessibleName() << child->accessibleDescription() << child->statusTip();
    if (const auto* box = qobject_cast<QComboBox*>(child))
      for (int i = 0; i < box->count(); ++i) texts << box->itemText(i) << box->itemData(i, Qt::ToolTipRole).toString();
    if (const auto* list = qobject_cast<QAbstractItemView*>(child); list && list->model())
      for (int i = 0; i < list->model()->rowCount(); ++i)
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole}) texts << list->model()->index(i, 0).data(role).toString();
    for (const QAction* action : child->actions()) texts << action->text() << action->toolTip() << action->statusTip();
  }
  if (widget.isWindow()) texts << widget.windowTitle();
  for (QString& text : texts) text = plain(text);
  texts.removeDuplicates();
  texts.removeAll(QString());
  return texts;
}

} // namespace

Words knownWords() {
  Words words;
  for (const TsMessage& message : readTs())
    for (const QString& text : message.translations + QStringList(message.source))
      if (text.contains(kEllipsis)) words.ellipses << text;
  QFile file(QStringLiteral(GLASSBOX_SOURCE_DIR "/tests/app/latin_words.txt"));
  if (file.open(QIODevice::ReadOnly))
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n')))
      for (const QString& word : line.section(QLatin1Char('#'), 0, 0).split(QLatin1Char(' '), Qt::SkipEmptyParts)) words.latin << word.toLower();
  return words;
}

Sight::Sight(QWidget& shown) : widget(shown), texts(paintedTexts(shown)) {}

QStringList cutTexts(const Sight& sight, const Words& words) {
  QStringList faults;
  QWidget& widget = sight.widget;
  for (const PaintedText& text : sight.texts) {
    if (text.text.contains(kEllipsis) && !(theme().textPercent() > 100 && isToldWhole(widget, text)) &&
        std::none_of(words.ellipses.begin(), words.ellipses.end(), [&](const QString& own) { return own.contains(text.text.trimmed()) && text.text.trimmed().size() > 1; }))
      faults << QStringLiteral("shortened: \"%1\", %2").arg(text.text, place(text.ink));
    if (text.clip.isEmpty()) continue;  // a lit line of a text is drawn once more where nothing of it is seen
    const double edge = kTolerance * std::max(1.0, theme().scale()); // whole pixels: the smallest letters are drawn on them too
    if (text.clip.adjusted(-edge, -edge, edge, edge).contains(text.ink) || isScrolledAway(widget, text.ink)) continue;
    faults << QStringLiteral("cut off: \"%1\" needs %2, has %3").arg(text.text, place(text.ink), place(text.clip));
  }
  for (QWidget* child : visibleIn(widget)) {
    if (child == &widget || child->isWindow() || child->size().isEmpty()) continue;
    const QWidget* parent = child->parentWidget();
    if (qobject_cast<const QAbstractScrollArea*>(parent->parentWidget()) || qobject_cast<QFocusFrame*>(child)) continue; // a page that scrolls
    if (!parent->rect().contains(child->geometry()) && !qobject_cast<QSplitterHandle*>(child))
      faults << QStringLiteral("sticks out: %1, %2, of %3, %4").arg(nameOf(child), place(child->geometry()), nameOf(parent), place(parent->rect()));
  }
  return faults;
}

QStringList overlaps(const Sight& sight) {
  QStringList faults;
  QWidget& widget = sight.widget;
  const auto counts = [](const QWidget* child) {
    return !child->property("overlay").toBool() && !child->size().isEmpty() && !child->isWindow() && !qobject_cast<const QFocusFrame*>(child) && !qobject_cast<const QRubberBand*>(child) &&
           !qobject_cast<const QSizeGrip*>(child) && !qobject_cast<const QSplitterHandle*>(child); // 1 px wide, with a wider zone for the mouse
  };
  for (QWidget* parent : visibleIn(widget)) {
    std::vector<QWidget*> children;
    for (QWidget* child : parent->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
      if (child->isVisibleTo(&widget) && counts(child)) children.push_back(child);
    for (std::size_t i = 0; i < children.size(); ++i)
      for (std::size_t k = i + 1; k < children.size(); ++k)
        if (const QRect both = children[i]->geometry() & children[k]->geometry(); !both.isEmpty())
          faults << QStringLiteral("%1 and %2 lie on each other: %3 in %4").arg(nameOf(children[i]), nameOf(children[k]), place(both), nameOf(parent));
  }
  const std::vector<PaintedText>& texts = sight.texts;
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t k = i + 1; k < texts.size(); ++k) {
      const QRectF both = texts[i].ink & texts[i].clip & texts[k].ink & texts[k].clip;
      const bool hidden = QRegion(both.toAlignedRect()).subtracted(texts[i].covered).isEmpty(); // by a card that lies over the first
      if (both.width() > kTolerance && both.height() > kTolerance && texts[i].text != texts[k].text && !hidden)
        faults << QStringLiteral("\"%1\" and \"%2\" are written over each other, %3").arg(texts[i].text, texts[k].text, place(both));
    }
  return faults;
}

QStringList paleTexts(const Sight& sight) {
  static const QRegularExpression figures(QStringLiteral("^[−+0-9.,×⁻⁰¹²³⁴-⁹∞ ]+$"));
  QStringList faults;
  const QImage image = sight.widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
  for (const PaintedText& text : sight.texts) {
    if ((text.ink & text.clip).isEmpty() || !isEnabledAt(sight.widget, text.ink)) continue;
    // A row of a list that is scrolled nearly out of view shows the edges of its letters only.
    if (const QRectF seen = text.ink & text.clip; seen.height() < text.ink.height() / 2 && isScrolledAway(sight.widget, text.ink)) continue;
    PaintedText scaled = text;
    const qreal ratio = image.devicePixelRatio();
    for (QRectF* rect : {&scaled.ink, &scaled.clip}) *rect = QRectF(rect->topLeft() * ratio, rect->size() * ratio);
    const auto [contrast, ground] = leastContrast(scaled, image);
    // Figures on a cell of data have the best ink there is: on the middle of a ramp none has 7 : 1.
    const bool onCell = text.color.rgb() == Theme::inkOn(ground).rgb() && text.text.contains(figures);
    const double needed = theme().contrastLevel() == Contrast::High && !onCell ? kLeastHigh : kLeastContrast;
    if (contrast < needed) faults << QStringLiteral("\"%1\" has a contrast of %2, %3, ink %4").arg(text.text).arg(contrast, 0, 'f', 2).arg(place(text.ink), text.color.name(QColor::HexArgb));
  }
  return faults;
}

bool isQuoted(const QWidget* at) {
  for (; at; at = at->parentWidget())
    if (at->property("anyLanguage").toBool()) return true;
  return false;
}

QString foreignIn(const QString& whole, LanguageSwitch::Tongue tongue, const Words& words) {
  static const QRegularExpression latin(QStringLiteral("[A-Za-z][A-Za-z'’-]*[A-Za-z]")), han(QStringLiteral("\\p{Han}"));
  static const QRegularExpression file(QStringLiteral("[\\w~/.-]+\\.[a-z]+\\b|~?/[\\w/.-]*|v\\d-[0-9a-f]{8,}|\\b[0-9a-f]{4}-[0-9a-f]{4}\\b|\\bnn\\.\\w+|\\b(Noise|Normalize)\\(")); // two-spirals.glassbox, ~/lab, a fingerprint and its beginning, PyTorch
  QString text = whole;
  if (tongue == LanguageSwitch::Tongue::English) {
    text.remove(QStringLiteral("中文")).remove(QStringLiteral("中")); // the name of the other language
    return text.contains(han) ? QStringLiteral("Chinese in English: \"%1\"").arg(whole) : QString();
  }
  static const QRegularExpression half(QStringLiteral("[\\x{3400}-\\x{9FFF}][,.;:?!]+\\s?[\\x{3400}-\\x{9FFF}]"));
  if (const auto found = half.match(text); found.hasMatch()) return QStringLiteral("half-width punctuation: \"%1\" in \"%2\"").arg(found.captured(), whole);
  text.remove(file);
  for (auto it = latin.globalMatch(text); it.hasNext();)
    if (const QString word = it.next().captured(); !words.latin.contains(word.toLower())) return QStringLiteral("not Chinese: \"%1\" in \"%2\"").arg(word, whole);
  return {};
}

QStringList untranslated(const Sight& sight, LanguageSwitch::Tongue tongue, const Words& words) {
  QStringList texts = toldTexts(sight.widget), faults;
  for (const PaintedText& text : sight.texts)
    if (const QRectF seen = text.ink & text.clip; seen.height() >= 1 && seen.width() >= 1 && !isQuoted(sight.widget.childAt(seen.center().toPoint()))) texts << text.text;
  texts.removeDuplicates();
  for (const QString& text : texts)
    if (const QString fault = foreignIn(text, tongue, words); !fault.isEmpty()) faults << fault;
  return faults;
}

} // namespace glassbox::test
