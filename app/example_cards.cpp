#include "app/example_cards.h"

#include "app/example_picture.h"
#include "app/welcome_parts.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/icons.h"
#include "widgets/common/punctuation.h"
#include "widgets/common/theme_manager.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kCardWidth = 256, kCardHeight = 160, kPictureHeight = 95;
constexpr int kPerRow = 4, kLeastGap = 16, kMostGap = 32, kRowGap = 16;

// What a focused card takes for itself before any shortcut of the window: Space is Run there.
bool pressesButton(int key) { return key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Select; }

} // namespace

ExampleCard::ExampleCard(const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_name(name), m_title(onCard(new ElidedLabel(this))), m_line(onCard(new ElidedLabel(this))),
      m_action(onCard(new QPushButton(this))) {
  setObjectName(QStringLiteral("example:") + name);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  m_title->setLook(FontRole::Bold, ColorRole::Text);
  m_line->setLook(FontRole::Hint, ColorRole::Text2);
  m_action->setIcon(glassbox::icon("play", ColorRole::OnAccent));
  m_action->setProperty("primary", true);
  m_action->setFocusPolicy(Qt::NoFocus);
  m_action->hide();
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &ExampleCard::place);
}

void ExampleCard::setContent(const Content& content) {
  m_title->setContent(content.title);
  m_line->setContent(content.line);
  m_action->setText(content.action);
  setText(content.title);
  setAccessibleName(content.title);
  setAccessibleDescription(content.line + fullStop() + content.help);
  setToolTip(QStringLiteral("<b>%1</b><br>%2<br>%3")
                 .arg(content.title.toHtmlEscaped(), content.line.toHtmlEscaped(), content.help.toHtmlEscaped()));
  place();
}

QSize ExampleCard::sizeHint() const { return {theme().px(kCardWidth), theme().px(kCardHeight)}; }

void ExampleCard::paintEvent(QPaintEvent*) {
  const Theme& t = theme();
  const QRectF frame(rect());
  const int pictureHeight = t.px(kPictureHeight);
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  QPainterPath inside;
  inside.addRoundedRect(frame, t.px(6), t.px(6));
  p.setClipPath(inside);
  p.fillRect(rect(), t.color(isDown() ? ColorRole::Hover : ColorRole::Raised));
  p.drawPixmap(0, 0, examplePicture(m_name, QSize(width(), pictureHeight), devicePixelRatioF()));
  p.fillRect(0, pictureHeight, width(), 1, t.color(ColorRole::Line));
  p.setClipping(false);
  paintCardFrame(p, frame, {}, t.color(isHot() ? ColorRole::Accent : ColorRole::Line), isHot() ? 2 : 1);
}

void ExampleCard::resizeEvent(QResizeEvent*) { place(); }

void ExampleCard::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  heat();
}

void ExampleCard::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  heat();
}

void ExampleCard::focusInEvent(QFocusEvent* event) {
  QAbstractButton::focusInEvent(event);
  heat();
}

void ExampleCard::focusOutEvent(QFocusEvent* event) {
  QAbstractButton::focusOutEvent(event);
  heat();
}

bool ExampleCard::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && pressesButton(static_cast<QKeyEvent*>(event)->key())) {
    event->accept();
    return true;
  }
  return QAbstractButton::event(event);
}

void ExampleCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
  const bool arrow =
      event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
  if (arrow) return event->ignore(); // the grid knows the neighbours
  QAbstractButton::keyPressEvent(event);
}

void ExampleCard::heat() {
  m_action->setVisible(isHot());
  update();
}

void ExampleCard::place() {
  const Theme& t = theme();
  const int margin = t.px(12), top = t.px(kPictureHeight) + t.px(12), inner = width() - 2 * margin;
  m_title->setGeometry(margin, top, inner, t.lineHeight(FontRole::Bold));
  m_line->setGeometry(margin, top + t.lineHeight(FontRole::Bold) + t.px(4), inner, t.lineHeight(FontRole::Hint));
  // On the picture, so that it never hides a word.
  const QSize size = m_action->sizeHint();
  m_action->setGeometry(width() - t.px(8) - size.width(), t.px(kPictureHeight) - t.px(8) - size.height(), size.width(), size.height());
}

ExampleGrid::ExampleGrid(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void ExampleGrid::setShown(std::size_t count) {
  m_shown = std::min(count, m_cards.size());
  for (std::size_t i = 0; i < m_cards.size(); ++i) m_cards[i]->setVisible(i < m_shown);
  updateGeometry();
}

int ExampleGrid::heightForWidth(int width) const {
  const int perRow = columns(width), rows = (static_cast<int>(m_shown) + perRow - 1) / perRow;
  return rows == 0 ? 0 : rows * theme().px(kCardHeight) + (rows - 1) * theme().px(kRowGap);
}

QSize ExampleGrid::sizeHint() const {
  const int width = theme().px(kPerRow * kCardWidth + (kPerRow - 1) * kMostGap);
  return {width, heightForWidth(width)};
}

QSize ExampleGrid::minimumSizeHint() const { return {theme().px(kCardWidth), theme().px(kCardHeight)}; }

void ExampleGrid::resizeEvent(QResizeEvent*) {
  const Theme& t = theme();
  const int perRow = columns(width());
  const int gap = perRow == 1 ? 0 : std::clamp((width() - perRow * t.px(kCardWidth)) / (perRow - 1), t.px(kLeastGap), t.px(kMostGap));
  const int room = width() - (perRow - 1) * gap; // shared out so that the last card ends at the edge
  for (int i = 0; i < static_cast<int>(m_cards.size()); ++i) {
    const int column = i % perRow, left = room * column / perRow, right = room * (column + 1) / perRow;
    m_cards[static_cast<std::size_t>(i)]->setGeometry(left + column * gap, i / perRow * (t.px(kCardHeight) + t.px(kRowGap)), right - left,
                                                      t.px(kCardHeight));
  }
}

void ExampleGrid::keyPressEvent(QKeyEvent* event) {
  const auto here = std::find_if(m_cards.begin(), m_cards.end(), [](const ExampleCard* card) { return card->hasFocus(); });
  const int key = event->key();
  const int by = key == Qt::Key_Left    ? -1
                 : key == Qt::Key_Right ? 1
                 : key == Qt::Key_Up    ? -columns(width())
                 : key == Qt::Key_Down  ? columns(width())
                                        : 0;
  const auto next = here - m_cards.begin() + by;
  if (here == m_cards.end() || by == 0) return QWidget::keyPressEvent(event);
  if (next < 0 || next >= static_cast<std::ptrdiff_t>(m_shown)) return; // at an edge nothing moves, and nothing scrolls
  ExampleCard* card = m_cards[static_cast<std::size_t>(next)];
  card->setFocus(Qt::TabFocusReason); // shown by the ring of the keyboard
  for (QWidget* parent = parentWidget(); parent; parent = parent->parentWidget())
    if (auto* area = qobject_cast<QScrollArea*>(parent)) area->ensureWidgetVisible(card, 0, theme().px(kRowGap));
}

int ExampleGrid::columns(int width) const {
  const int least = theme().px(kLeastGap), fitting = (width + least) / (theme().px(kCardWidth) + least);
  return std::clamp(fitting, 1, kPerRow);
}

} // namespace glassbox
