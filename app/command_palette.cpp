#include "app/command_palette.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kWidth = 560, kRows = 10, kRowHeight = 28, kTop = 56, kMargin = 8; // px at normal text size
constexpr const char* kExample = "input 2 | dense 8 tanh | dense 2 | softmax_cross_entropy";
constexpr int kGroupRole = Qt::UserRole + 1, kKeysRole = Qt::UserRole + 2, kIconRole = Qt::UserRole + 3;

/// Icon and name at the left, where it comes from and its keys at the right.
class CommandRow : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, theme().px(kRowHeight)}; }

  void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& t = theme();
    const QRect row = option.rect;
    const bool enabled = option.state & QStyle::State_Enabled, chosen = option.state & QStyle::State_Selected;
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    if (chosen) p->fillRect(row, t.color(ColorRole::Tint));
    else if (option.state & QStyle::State_MouseOver && enabled) p->fillRect(row, t.color(ColorRole::Hover));
    const int margin = t.px(kMargin), side = t.px(16);
    const QString picture = index.data(kIconRole).toString();
    if (hasIcon(picture)) paintIcon(*p, QRectF(row.left() + margin, row.center().y() + 0.5 - side / 2.0, side, side), picture, t.color(enabled ? ColorRole::Text2 : ColorRole::Off));
    p->setFont(t.font(FontRole::Hint));
    p->setPen(t.color(enabled ? ColorRole::Text2 : ColorRole::Off));
    const QString keys = index.data(kKeysRole).toString(), group = index.data(kGroupRole).toString();
    const QString end = keys.isEmpty() ? group : QStringLiteral("%1   %2").arg(group, keys);
    const int room = row.width() / 2;
    const QString seen = p->fontMetrics().elidedText(end, Qt::ElideRight, room);
    p->drawText(row.adjusted(0, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter, seen);
    const int right = p->fontMetrics().horizontalAdvance(seen) + 2 * margin;
    p->setFont(t.font(FontRole::Normal));
    p->setPen(t.color(enabled ? ColorRole::Text : ColorRole::Off));
    const QRect text = row.adjusted(2 * margin + side, 0, -right, 0);
    p->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, p->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    p->restore();
  }
};

} // namespace

CommandPalette::CommandPalette(std::function<std::optional<ReadLine>(const QString&)> readLine, QWidget* window)
    : QFrame(window), m_readLine(std::move(readLine)), m_field(new QLineEdit(this)), m_list(new QListWidget(this)), m_note(new QLabel(this)), m_wrong(new QLabel(this)), m_example(new QLabel(QString::fromLatin1(kExample), this)) {
  setProperty("overlay", true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(4);
  m_field->setClearButtonEnabled(true);
  m_field->addAction(icon("search", ColorRole::Text3), QLineEdit::LeadingPosition);
  m_field->setProperty("anyLanguage", true);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setUniformItemSizes(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setItemDelegate(new CommandRow(m_list));
  m_list->setFocusPolicy(Qt::NoFocus); // the arrows of the field move in it
  m_list->setMouseTracking(true);
  setFillRole(m_list->viewport(), ColorRole::Raised);
  for (QLabel* label : {m_note, m_wrong, m_example}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(8, 4, 8, 4);
  }
  setTextRole(m_note, ColorRole::Text2);
  setTextRole(m_wrong, ColorRole::Err);
  setTextRole(m_example, ColorRole::Text2);
  setFontRole(m_example, FontRole::Mono);
  for (QLabel* label : {m_wrong, m_example}) label->setProperty("anyLanguage", true); // they quote what is typed
  column->addWidget(m_field);
  column->addWidget(m_list);
  column->addWidget(m_note);
  column->addWidget(m_wrong);
  column->addWidget(m_example);
  m_field->installEventFilter(this);
  window->installEventFilter(this);
  connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
  connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::choose);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &CommandPalette::place);
  retranslate();
  hide();
}

void CommandPalette::open(std::vector<Command> commands) {
  if (!isVisible()) m_before = QApplication::focusWidget();
  m_commands = std::move(commands);
  m_field->clear();
  fill();
  show();
  raise();
  m_field->setFocus(Qt::ShortcutFocusReason);
}

QString CommandPalette::note() const {
  for (const QLabel* label : {m_note, m_wrong})
    if (label->isVisibleTo(this)) return label->text();
  return {};
}

void CommandPalette::fill() {
  m_line = m_readLine(m_field->text());
  const std::vector<std::size_t> found = m_line ? std::vector<std::size_t>() : commandsThatFit(m_commands, m_field->text());
  m_list->clear();
  const bool chinese = LanguageSwitch::inUse() == LanguageSwitch::Tongue::Chinese;
  for (const std::size_t i : found) {
    const Command& command = m_commands[i];
    auto* item = new QListWidgetItem(chinese ? command.chinese : command.english, m_list);
    item->setData(Qt::UserRole, static_cast<qulonglong>(i));
    item->setData(kGroupRole, command.group);
    item->setData(kKeysRole, command.keys);
    item->setData(kIconRole, command.icon);
    item->setData(Qt::AccessibleDescriptionRole, command.keys.isEmpty() ? command.group : command.group + QStringLiteral(", ") + command.keys);
    item->setToolTip(command.tip);
    item->setFlags(command.enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
  }
  for (int row = 0; row < m_list->count() && m_list->currentRow() < 0; ++row)
    if (m_list->item(row)->flags() & Qt::ItemIsEnabled) m_list->setCurrentRow(row);
  m_list->setVisible(!found.empty());
  const bool wrong = m_line && !m_line->sound;
  m_note->setVisible(found.empty() && !wrong);
  m_wrong->setVisible(wrong);
  m_wrong->setText(wrong ? m_line->sentence : QString());
  m_note->setText(m_line ? m_line->sentence : tr("Nothing is called so. A network can be typed, too:"));
  m_example->setVisible(found.empty() && !m_line);
  place();
}

void CommandPalette::choose() {
  std::function<void()> run;
  if (m_line) {
    if (!m_line->sound) return; // the sentence says why
    run = m_line->build;
  } else if (const QListWidgetItem* item = m_list->currentItem(); item && item->flags() & Qt::ItemIsEnabled) {
    run = m_commands[item->data(Qt::UserRole).toULongLong()].run;
  }
  if (!run) return;
  close();
  run(); // afterwards: it may open a dialog, or another page
}

void CommandPalette::close() {
  hide();
  if (m_before) m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::place() {
  const Theme& t = theme();
  m_list->setFixedHeight(std::min(m_list->count(), kRows) * t.px(kRowHeight) + 2);
  const QWidget* window = parentWidget();
  setFixedWidth(std::min(t.px(kWidth), window->width() - 2 * t.px(kMargin)));
  adjustSize();
  move((window->width() - width()) / 2, std::min(t.px(kTop), std::max(0, window->height() - height())));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
  if (watched == m_field && event->type() == QEvent::FocusOut && isVisible() && QApplication::activePopupWidget() == nullptr && window()->isActiveWindow()) hide();
  if (watched == m_field && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key(), page = kRows - 1;
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : key == Qt::Key_PageDown ? page : key == Qt::Key_PageUp ? -page : 0;
    if (step != 0 && m_list->count() > 0) {
      // On to the next that can be done; where there is none it stays.
      const auto can = [this](int row) { return (m_list->item(row)->flags() & Qt::ItemIsEnabled) != 0; };
      const int wanted = std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1), ahead = step > 0 ? 1 : -1;
      int row = wanted;
      while (row >= 0 && row < m_list->count() && !can(row)) row += ahead;
      if (row < 0 || row == m_list->count())
        for (row = wanted; row != m_list->currentRow() && !can(row);) row -= ahead;
      m_list->setCurrentRow(row);
      return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) return choose(), true;
    if (key == Qt::Key_Escape) return close(), true;
  }
  return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme().color(ColorRole::Ctrl), 1));
  painter.setBrush(theme().color(ColorRole::Raised));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void CommandPalette::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CommandPalette::retranslate() {
  m_field->setPlaceholderText(tr("A command, an example, a lesson, a layer, or a network in one line"));
  m_field->setAccessibleName(tr("Any command"));
  m_field->setToolTip(tr("<b>Any command</b> Ctrl+K<br>Type a part of a name, in English or in Chinese; up and down choose, Enter does it, Esc closes.<br>Faster than a menu, and it knows all names."));
  m_list->setAccessibleName(tr("Commands that fit"));
  fill();
}

} // namespace glassbox
