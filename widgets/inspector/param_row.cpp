#include "widgets/inspector/param_row.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

namespace glassbox {
namespace {

constexpr int kLabelWidth = 92;

} // namespace

ParamRow::ParamRow(ParamEditor::Look look, QWidget* parent)
    : QWidget(parent), m_look(look), m_line(new QBoxLayout(QBoxLayout::LeftToRight)), m_column(new QVBoxLayout(this)),
      m_label(new QLabel(this)), m_editor(ParamEditor::make(look, this)), m_lockedField(new QLineEdit(this)), m_padlock(new QLabel(this)),
      m_refusal(new QLabel(this)) {
  m_label->setWordWrap(true);
  m_label->setBuddy(m_editor->control());
  m_label->setTextFormat(Qt::PlainText);
  m_lockedField->setReadOnly(true);
  m_lockedField->addAction(icon("lock", ColorRole::Text2), QLineEdit::TrailingPosition);
  setTextRole(m_lockedField, ColorRole::Text2);
  m_refusal->setWordWrap(true);
  m_refusal->setTextFormat(Qt::PlainText);
  setTextRole(m_refusal, ColorRole::Err);
  setFontRole(m_refusal, FontRole::Hint);
  m_refusal->hide();
  m_line->addWidget(m_label);
  m_line->addWidget(m_editor, 1);
  m_line->addWidget(m_lockedField, 1);
  m_line->addWidget(m_padlock);
  m_column->setSpacing(0);
  m_column->addLayout(m_line);
  m_column->addWidget(m_refusal);
  connect(m_editor, &ParamEditor::chosen, this, &ParamRow::chosen);
  connect(m_editor, &ParamEditor::refused, this, [this](const Error& error) { setRefusal(translated(error)); });
  connect(m_editor, &ParamEditor::resumed, this, [this] { setRefusal({}); });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    write();
    layOut();
  });
  layOut();
}

void ParamRow::setContent(const ParamRowContent& content) {
  if (content.value != m_content.value) setRefusal({});
  m_content = content;
  write();
  layOut();
}

void ParamRow::fit(int width, bool narrow) {
  const bool check = m_look == ParamEditor::Look::Check;
  const bool above = !check && (narrow || m_editor->wantedWidth() > width - theme().px(kLabelWidth + 8));
  if (width == m_width && narrow == m_narrow && above == m_above) return;
  m_width = width;
  m_narrow = narrow;
  m_above = above;
  write();
  layOut();
}

void ParamRow::setRefusal(const QString& sentence) {
  m_refusal->setText(sentence);
  m_refusal->setAccessibleName(sentence);
  m_refusal->setVisible(!sentence.isEmpty());
}

QList<QWidget*> ParamRow::tabStops() const {
  return {m_editor, m_lockedField};
}

void ParamRow::write() {
  const QString name = translated(m_content.def.label);
  const bool check = m_look == ParamEditor::Look::Check, locked = isLocked();
  const QFont font = theme().font(m_content.changed ? FontRole::Bold : FontRole::Normal);
  // A check box is named by its own text where the name has no room beside it.
  const bool ownName = check && (m_narrow || QFontMetrics(font).horizontalAdvance(name) > theme().px(kLabelWidth));
  m_label->setText(name);
  m_label->setFont(font);
  QPalette palette = m_label->palette();
  palette.setColor(QPalette::WindowText, theme().color(m_content.changed ? ColorRole::Text : ColorRole::Text2));
  m_label->setPalette(palette);
  m_label->setVisible(!ownName);
  const auto besideBox = [&](const QString& text) { return QFontMetrics(font).horizontalAdvance(text) + theme().px(16 + 8); };
  const bool tooLong = ownName && m_width > 0 && besideBox(name) > m_width && !m_content.word.isEmpty();
  const QString word = !check                     ? m_content.word
                       : tooLong                  ? m_content.word
                       : ownName                  ? name
                       : m_content.word.isEmpty() ? tr("use")
                                                  : m_content.word;
  m_editor->setFieldWidth(m_content.fieldWidth);
  m_editor->setContent(m_content.def, m_content.value, word);
  m_editor->setVisible(check || !locked);
  m_editor->setEnabled(!locked);
  m_lockedField->setVisible(locked && !check);
  const bool none = !m_content.word.isEmpty() && m_content.value == m_content.def.fallback && m_content.def.kind != ParamKind::Choice;
  m_lockedField->setText(none ? m_content.word : paramText(m_content.def, m_content.value));
  m_lockedField->setCursorPosition(0);  // words that are too long are cut at their end
  m_lockedField->setAccessibleName(name);
  m_lockedField->setAccessibleDescription(m_content.locked);
  m_padlock->setVisible(locked && check && (!ownName || m_width - besideBox(word) >= theme().px(24)));
  m_padlock->setPixmap(iconPixmap(QStringLiteral("lock"), theme().iconPx(16), devicePixelRatioF(), theme().color(ColorRole::Text2)));
  const QString help = translated(m_content.def.help);
  QString tip = tipText(name, help);
  if (m_content.changed) tip += QStringLiteral("<p>%1</p>").arg(tr("Changed during this run.").toHtmlEscaped());
  if (locked) tip += QStringLiteral("<p>%1</p>").arg(m_content.locked.toHtmlEscaped());
  setToolTip(tip);
  m_editor->control()->setAccessibleDescription(locked ? m_content.locked : help);
}

void ParamRow::layOut() {
  const Theme& t = theme();
  const bool check = m_look == ParamEditor::Look::Check;
  const bool above = m_above;
  m_line->setDirection(above ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
  m_line->setSpacing(t.px(above ? 4 : 8));
  m_column->setContentsMargins(0, t.px(check ? 0 : 4), 0, t.px(check ? 0 : 4));
  m_label->setMinimumWidth(above ? 0 : t.px(kLabelWidth));
  m_label->setMaximumWidth(above ? QWIDGETSIZE_MAX : t.px(kLabelWidth));
  m_label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_editor->setMinimumHeight(t.px(check ? 24 : 28));
  m_refusal->setContentsMargins(above || !m_label->isVisibleTo(this) ? 0 : t.px(kLabelWidth + 8), t.px(4), 0, t.px(4));
}

void ParamRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    setRefusal({});
    write();
    layOut();
  }
  QWidget::changeEvent(event);
}

} // namespace glassbox
