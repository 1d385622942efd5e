#include "widgets/diagram/node_finder.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/model/language.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kWidth = 240, kRows = 8, kRowHeight = 26, kMargin = 12;  // px at normal text size

} // namespace

std::vector<NodeId> nodesThatFit(const NetworkSpec& spec, const QString& words) {
  const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
  std::vector<NodeId> ids;
  for (const NodeSpec& node : spec.nodes) {
    const NodeDef* def = findNode(node.key);
    const QString text = translated(nodeTitle(spec, node.id)) + u'\n' + (def ? translated(def->title) : QString()) + u'\n' + QString::fromStdString(node.key) + u'\n' + QString::fromStdString(node.id);
    if (std::all_of(parts.begin(), parts.end(), [&](const QString& part) { return text.contains(part, Qt::CaseInsensitive); })) ids.push_back(node.id);
  }
  return ids;
}

NodeFinder::NodeFinder(const Document* document, DiagramView* view) : QFrame(view), m_document(document), m_view(view) {
  setProperty("overlay", true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(4);
  m_field = new QLineEdit(this);
  m_field->setClearButtonEnabled(true);
  m_list = new QListWidget(this);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setUniformItemSizes(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setTextElideMode(Qt::ElideMiddle);
  m_list->setFocusPolicy(Qt::NoFocus);  // the arrows of the field move in it
  setFillRole(m_list->viewport(), ColorRole::Raised);
  m_nothing = new QLabel(this);
  m_nothing->setWordWrap(true);
  setTextRole(m_nothing, ColorRole::Text2);
  column->addWidget(m_field);
  column->addWidget(m_list);
  column->addWidget(m_nothing);
  m_field->installEventFilter(this);
  view->installEventFilter(this);
  connect(m_field, &QLineEdit::textChanged, this, &NodeFinder::fill);
  connect(m_list, &QListWidget::currentRowChanged, this, &NodeFinder::showChosen);
  connect(m_list, &QListWidget::itemClicked, this, &NodeFinder::close);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &NodeFinder::fill);
  connect(document, &Document::changed, this, [this] {
    if (isVisible()) fill();
  });
  retranslate();
  hide();
}

void NodeFinder::open() {
  show();
  raise();
  m_field->selectAll();
  m_field->setFocus(Qt::ShortcutFocusReason);
  fill();
}

void NodeFinder::fill() {
  const std::vector<NodeId> ids = nodesThatFit(m_document->spec(), m_field->text());
  {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const NodeId& id : ids) {
      const NodeSpec* node = m_document->spec().find(id);
      const NodeDef* def = findNode(node->key);
      auto* item = new QListWidgetItem(translated(nodeTitle(m_document->spec(), id)), m_list);
      const QString name = def ? QString::fromStdString(def->icon) : QString();
      item->setIcon(icon(hasIcon(name) ? name : QStringLiteral("block")));
      item->setSizeHint({0, theme().px(kRowHeight)});
      item->setData(Qt::UserRole, QString::fromStdString(id));
    }
  }
  m_list->setVisible(!ids.empty());
  m_nothing->setVisible(ids.empty());
  m_nothing->setText(m_document->spec().nodes.empty() ? tr("There are no layers yet.") : tr("No layer of the diagram is called so. / finds layers to add."));
  place();
  if (isVisible() && !m_field->text().isEmpty() && !ids.empty()) m_list->setCurrentRow(0);
}

void NodeFinder::showChosen() {
  if (const QListWidgetItem* item = m_list->currentItem()) m_view->reveal(item->data(Qt::UserRole).toString().toStdString());
}

void NodeFinder::close() {
  hide();
  m_view->setFocus(Qt::OtherFocusReason);
}

void NodeFinder::place() {
  const int rows = std::min(m_list->count(), kRows);
  m_list->setFixedHeight(rows * theme().px(kRowHeight) + 2);
  setFixedWidth(theme().px(kWidth));
  adjustSize();
  move(m_view->width() - width() - kMargin, kMargin);
}

bool NodeFinder::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_view && event->type() == QEvent::Resize && isVisible()) place();
  if (watched == m_field && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step != 0 && m_list->count() > 0) {
      m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
      return true;
    }
    if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
      if (key != Qt::Key_Escape && m_list->currentRow() < 0) m_list->setCurrentRow(0);
      close();
      return true;
    }
  }
  return QFrame::eventFilter(watched, event);
}

void NodeFinder::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme().color(ColorRole::Line), 1));
  painter.setBrush(theme().color(ColorRole::Raised));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void NodeFinder::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void NodeFinder::retranslate() {
  m_field->setPlaceholderText(tr("Name of a layer"));
  m_field->setAccessibleName(tr("Find a layer of the diagram"));
  m_field->setToolTip(QStringLiteral("<b>%1</b> Ctrl+F<br>%2<br>%3").arg(tr("Find a layer of the diagram"), tr("Up and down choose, Enter goes there, Esc closes."), tr("A large network does not fit on the screen.")));
  m_list->setAccessibleName(tr("Layers that fit"));
  fill();
}

} // namespace glassbox
