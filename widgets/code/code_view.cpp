#include "widgets/code/code_view.h"

#include "engine/data/dataset.h"
#include "widgets/code/python_highlighter.h"
#include "widgets/common/empty_state.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {

CodeView::CodeView(Document& document, QWidget* parent) : QWidget(parent), m_document(document) {
  setFillRole(this, ColorRole::Canvas);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 0);
  column->setSpacing(4);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  m_about = new QLabel(this);
  setTextRole(m_about, ColorRole::Text2);
  setFontRole(m_about, FontRole::Hint);
  m_copy = new QPushButton(this);
  m_export = new QPushButton(this);
  for (QPushButton* button : {m_copy, m_export}) button->setProperty("compact", true);
  row->addWidget(m_about, 1);
  row->addWidget(m_copy);
  row->addWidget(m_export);
  column->addLayout(row);

  m_text = new QPlainTextEdit(this);
  m_text->setReadOnly(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
  m_text->setFrameShape(QFrame::NoFrame);
  m_text->setProperty("anyLanguage", true);
  setFontRole(m_text, FontRole::Mono);
  setFillRole(m_text->viewport(), ColorRole::Canvas);
  m_text->viewport()->setBackgroundRole(QPalette::Window);  // not that of fields
  m_text->installEventFilter(this);
  m_text->viewport()->installEventFilter(this);
  new PythonHighlighter(m_text->document());
  m_empty = new EmptyState(this);
  column->addWidget(m_text, 1);
  column->addWidget(m_empty, 1);

  m_later = new QTimer(this);
  m_later->setSingleShot(true);
  connect(m_later, &QTimer::timeout, this, &CodeView::follow);
  connect(m_copy, &QPushButton::clicked, this, &CodeView::copyAll);
  connect(m_export, &QPushButton::clicked, this, &CodeView::exportRequested);
  connect(m_empty, &EmptyState::triggered, this, &CodeView::issuesRequested);
  connect(&document, &Document::changed, this, [this](Document::Changes what) {
    if (what & (Document::Network | Document::Plan | Document::Fit)) followLater();
  });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] { light(false); });
  retranslate();
}

void CodeView::setDataset(const DatasetPtr& dataset) {
  m_dataset = dataset;
  followLater();
}

void CodeView::setSelected(const std::vector<NodeId>& ids) {
  m_selected = ids;
  light(true);
}

void CodeView::followLater() {
  m_old = true;
  if (isVisible()) m_later->start(0);  // once for all changes of this event
}

void CodeView::follow() {
  if (!m_old || !isVisible()) return;
  m_old = false;
  TorchCodeData known;
  if (m_dataset) known = {m_dataset->train, m_dataset->masked()};
  Result<TorchCode> code = torchCode(m_document.project(), m_document.analysis(), known);
  m_code = code ? *std::move(code) : TorchCode();
  m_text->setVisible(code.ok());
  m_empty->setVisible(!code.ok());
  m_copy->setEnabled(code.ok());
  m_export->setEnabled(code.ok() && m_dataset);
  if (!code) {
    const bool bare = m_document.spec().nodes.empty();
    m_empty->setContent({QStringLiteral("block"), bare ? tr("No layers yet: the PyTorch code of the network appears here.") : tr("No code yet. %1").arg(translated(code.error())),
                         bare ? QString() : tr("Show the issues")});
    m_about->clear();
    return;
  }
  const QString script = QString::fromStdString(m_code.script).chopped(1);
  if (script != m_text->toPlainText()) {
    const int down = m_text->verticalScrollBar()->value(), right = m_text->horizontalScrollBar()->value();
    m_text->setPlainText(script);
    m_text->verticalScrollBar()->setValue(down);
    m_text->horizontalScrollBar()->setValue(right);
  }
  m_about->setText(tr("PyTorch, %1 lines. Click a line to select its layer.").arg(formatInteger(static_cast<std::int64_t>(m_code.nodes.size()))));
  light(true);
}

std::vector<int> CodeView::litLines() const {
  std::vector<int> lines;
  for (std::size_t i = 0; i < m_code.nodes.size(); ++i)
    if (std::any_of(m_selected.begin(), m_selected.end(), [&](const NodeId& id) { return std::count(m_code.nodes[i].begin(), m_code.nodes[i].end(), id) > 0; }))
      lines.push_back(static_cast<int>(i));
  return lines;
}

void CodeView::light(bool scroll) {
  QList<QTextEdit::ExtraSelection> lit;
  bool inSight = false;
  const std::vector<int> lines = litLines();
  for (const int line : lines) {
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(m_text->document()->findBlockByNumber(line));
    selection.format.setBackground(theme().color(ColorRole::Tint));
    selection.format.setProperty(QTextFormat::FullWidthSelection, true);
    lit.push_back(selection);
    inSight = inSight || m_text->viewport()->rect().contains(m_text->cursorRect(selection.cursor).adjusted(0, 0, 0, 2));
  }
  m_text->setExtraSelections(lit);
  if (scroll && !lines.empty() && !inSight) m_text->verticalScrollBar()->setValue(std::max(0, lines.front() - 3));
}

void CodeView::choose(int line) {
  if (line < 0 || static_cast<std::size_t>(line) >= m_code.nodes.size()) return;
  const std::vector<NodeId>& nodes = m_code.nodes[static_cast<std::size_t>(line)];
  if (nodes.empty()) {
    emit told(tr("This line belongs to the whole network, not to one layer."));
    return;
  }
  emit nodeChosen(NodeId(nodes.front()));
}

void CodeView::copyAll() {
  QGuiApplication::clipboard()->setText(QString::fromStdString(m_code.script));
  emit told(tr("The code is on the clipboard."));
}

void CodeView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  follow();
  light(true);
}

bool CodeView::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_text->viewport() && event->type() == QEvent::MouseButtonRelease) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    // A drag marks text for copying.
    if (mouse->button() == Qt::LeftButton && !m_text->textCursor().hasSelection()) choose(m_text->cursorForPosition(mouse->position().toPoint()).blockNumber());
  }
  if (watched == m_text && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
      choose(m_text->textCursor().blockNumber());
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void CodeView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void CodeView::retranslate() {
  m_copy->setText(tr("Copy"));
  m_copy->setToolTip(QStringLiteral("<b>%1</b><br>%2<br>%3").arg(tr("Copy the code"), tr("Puts the whole code on the clipboard."), tr("Go on with it in an editor or a notebook.")));
  m_copy->setAccessibleName(tr("Copy the code"));
  m_export->setText(tr("Export…"));
  m_export->setToolTip(QStringLiteral("<b>%1</b><br>%2<br>%3")
                           .arg(tr("Export the script"), tr("Writes the script with the weights, a small batch of the data, and a self-test that compares PyTorch's losses with those of Glassbox."),
                                tr("Use the trained network outside of the lab.")));
  m_export->setAccessibleName(tr("Export the script"));
  m_text->setAccessibleName(tr("PyTorch code of the network"));
  m_text->setToolTip(tr("The lines of the selected layer are lit. A click on a line, or Enter, selects its layer in the diagram."));
  followLater();
}

} // namespace glassbox
