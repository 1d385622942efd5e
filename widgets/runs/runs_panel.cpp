#include "widgets/runs/runs_panel.h"

#include "widgets/common/empty_state.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace glassbox {
namespace {

constexpr int kLiveMs = 250;       // figures that change faster cannot be read
constexpr int kSwatch = 12, kIndent = 14, kPad = 8, kMostWidth = 240;

int swatchLeft(const QModelIndex& index) { return theme().px(kPad) + index.data(RunModel::Depth).toInt() * theme().px(kIndent); }

/// One cell: swatch and name, an eye, or a value that is lit where it differs.
class RunCell : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& t = theme();
    const bool shown = index.data(RunModel::Shown).toBool(), selected = option.state & QStyle::State_Selected, lit = index.data(RunModel::Differs).toBool();
    p->save();
    p->fillRect(option.rect, t.color(shown ? ColorRole::Tint : selected ? ColorRole::Hover : ColorRole::Panel));
    if (lit) p->fillRect(option.rect.adjusted(0, 0, 0, -1), t.color(ColorRole::WarnBg));
    p->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.color(ColorRole::Line));
    QRect text = option.rect.adjusted(t.px(kPad), 0, -t.px(kPad), -1);
    p->setRenderHint(QPainter::Antialiasing);
    if (index.column() == RunModel::Overlay) {
      const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
      const int side = t.iconPx(16);
      const QRect eye(option.rect.center().x() - side / 2, option.rect.center().y() - side / 2, side, side);
      paintIcon(*p, eye, QStringLiteral("eye"), t.color(on ? ColorRole::Text2 : ColorRole::Off));
      if (!on) {
        p->setPen(QPen(t.color(ColorRole::Off), 1.5));
        p->drawLine(eye.bottomLeft(), eye.topRight());
      }
    } else {
      if (index.column() == RunModel::Name) {
        const QRectF swatch(option.rect.left() + swatchLeft(index), option.rect.center().y() - t.px(kSwatch) / 2.0, t.px(kSwatch), t.px(kSwatch));
        p->setPen(Qt::NoPen);
        p->setBrush(t.classColor(index.data(RunModel::Swatch).toInt()));
        p->drawRoundedRect(swatch, 2, 2);
        text.setLeft(static_cast<int>(swatch.right()) + t.px(8));
      }
      const bool print = index.data(RunModel::Number).toBool();
      p->setFont(t.font(print ? FontRole::Mono : lit || (shown && index.column() == RunModel::Name) ? FontRole::Bold : FontRole::Normal));
      p->setPen(t.color(print ? ColorRole::Text2 : ColorRole::Text));
      p->drawText(text, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, p->fontMetrics().elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, text.width()));
    }
    if (option.state & QStyle::State_HasFocus) {
      p->setBrush(Qt::NoBrush);
      p->setPen(QPen(t.color(ColorRole::Focus), 2));
      p->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    p->restore();
  }
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
    const Theme& t = theme();
    if (index.column() == RunModel::Overlay) return {t.px(32), t.px(28)};
    const QFontMetrics metrics(t.font(index.data(RunModel::Number).toBool() ? FontRole::Mono : FontRole::Bold));
    int width = metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * t.px(kPad) + 2;
    if (index.column() == RunModel::Name) width += swatchLeft(index) + t.px(kSwatch + 8);
    return {std::min(width, t.px(kMostWidth)), t.px(28)};
  }
};

} // namespace

RunsPanel::RunsPanel(RunList* runs, TrainingSession* session, QWidget* parent)
    : QWidget(parent), m_runs(runs), m_session(session), m_model(new RunModel(runs, session, this)), m_table(new QTableView(this)), m_count(new QLabel(this)), m_mark(new QLabel(this)), m_differs(new QLabel(this)),
      m_beside(new QPushButton(this)), m_open(new QPushButton(this)), m_delete(new QPushButton(this)), m_empty(new EmptyState(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 12, 8);
  column->setSpacing(4);
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(m_count);
  head->addStretch(1);
  head->addWidget(m_mark);
  head->addWidget(m_differs);
  head->addSpacing(8);
  head->addWidget(m_beside);
  head->addWidget(m_open);
  head->addWidget(m_delete);
  column->addLayout(head);
  column->addWidget(m_table, 1);
  column->addWidget(m_empty, 1);
  setFontRole(m_count, FontRole::Bold);
  setFontRole(m_mark, FontRole::Bold);
  setFillRole(m_mark, ColorRole::WarnBg);
  m_mark->setContentsMargins(6, 1, 6, 1);
  setFontRole(m_differs, FontRole::Hint);
  setTextRole(m_differs, ColorRole::Text2);
  for (QPushButton* button : {m_beside, m_open, m_delete}) button->setProperty("compact", true);
  m_beside->setIcon(icon("layers"));
  m_open->setIcon(icon("folder"));
  m_delete->setIcon(icon("trash"));
  m_table->setModel(m_model);
  m_table->setItemDelegate(new RunCell(m_table));
  m_table->setFrameShape(QFrame::NoFrame);
  m_table->setShowGrid(false);
  m_table->setWordWrap(false);
  m_table->setTabKeyNavigation(false); // the arrow keys walk in it, Tab leaves it
  m_table->verticalHeader()->hide();
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
  m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_table->horizontalHeader()->setStretchLastSection(true);
  m_table->viewport()->installEventFilter(this);
  m_table->installEventFilter(this);
  m_timer.setInterval(kLiveMs);
  connect(&m_timer, &QTimer::timeout, this, [this] {
    if (isVisible() && m_session->isRunning()) m_model->followNumbers();
  });
  m_timer.start();
  connect(runs, &RunList::changed, this, &RunsPanel::follow);
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPanel::write);
  connect(m_beside, &QPushButton::clicked, this, &RunsPanel::sideBySideRequested);
  connect(m_open, &QPushButton::clicked, this, &RunsPanel::openSelected);
  connect(m_delete, &QPushButton::clicked, this, &RunsPanel::removeSelected);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    fitColumns();
    m_table->viewport()->update();
  });
  follow();
}

void RunsPanel::follow() {
  m_stale = !isVisible();
  if (m_stale) return;
  const std::string chosen = m_model->idAt(m_table->currentIndex().row());
  m_model->follow();
  const int row = std::max(0, m_model->rowOf(chosen.empty() ? m_session->runId() : chosen));
  if (m_model->rowCount() > 0) m_table->setCurrentIndex(m_model->index(row, RunModel::Name));
  fitColumns();
  write();
}

void RunsPanel::fitColumns() {
  m_table->verticalHeader()->setDefaultSectionSize(theme().px(28));
  const QFontMetrics head(theme().font(FontRole::Normal));
  for (int c = 0; c < m_model->columnCount() - 1; ++c) {
    int width = head.horizontalAdvance(m_model->headerData(c, Qt::Horizontal, Qt::DisplayRole).toString()) + 2 * theme().px(kPad) + 4;
    for (int row = 0; row < m_model->rowCount(); ++row) width = std::max(width, m_table->itemDelegate()->sizeHint({}, m_model->index(row, c)).width());
    m_table->setColumnWidth(c, c == RunModel::Overlay ? theme().px(32) : width);
  }
}

void RunsPanel::write() {
  const int rows = m_model->rowCount();
  m_empty->setContent({QStringLiteral("branch"), tr("No runs yet. Press Run: every run is kept here."), QString()});
  m_empty->setVisible(rows == 0);
  for (QWidget* part : {static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_beside), static_cast<QWidget*>(m_open), static_cast<QWidget*>(m_delete)}) part->setVisible(rows > 0);
  for (QWidget* part : {m_mark, m_differs}) part->setVisible(rows > 1);
  m_count->setText(rows == 1 ? tr("1 run") : tr("%1 runs").arg(rows));
  m_mark->setText(tr("marked"));
  m_differs->setText(tr("differs from run %1").arg(m_model->referenceName()));
  const std::string chosen = m_model->idAt(m_table->currentIndex().row());
  const bool another = !chosen.empty() && (chosen != m_session->runId() || m_session->isStale());
  m_beside->setText(tr("Side by side…"));
  m_beside->setToolTip(tr("<b>Side by side</b> Ctrl+Shift+D<br>Trains the shown run and those with an open eye together, from step 0, in columns beside each other.<br>See which one learns faster, and how."));
  m_open->setText(tr("Open"));
  m_open->setEnabled(another);
  m_open->setToolTip(tr("<b>Open</b> Enter<br>Brings the network and the settings of this run back, and its weights where it was left.<br>Go on with it, or look inside it again. Undo brings back what was there."));
  m_delete->setText(tr("Delete"));
  m_delete->setEnabled(!chosen.empty() && chosen != m_session->runId());
  m_delete->setToolTip(tr("<b>Delete</b> Del<br>Takes this run out of the project; the run that is shown stays.<br>Frees its memory."));
  m_table->setAccessibleName(tr("Runs"));
}

QRect RunsPanel::swatchRect(int row) const {
  const QModelIndex index = m_model->index(row, RunModel::Name);
  const QRect cell = m_table->visualRect(index);
  return QRect(cell.left() + swatchLeft(index) - 4, cell.top(), theme().px(kSwatch) + 8, cell.height());
}

bool RunsPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_table->viewport() && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QModelIndex index = m_table->indexAt(mouse->pos());
    if (mouse->button() != Qt::LeftButton || !index.isValid()) return false;
    if (index.column() == RunModel::Overlay) {
      m_table->setCurrentIndex(index);
      if (index.flags() & Qt::ItemIsUserCheckable) m_model->setData(index, index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
      return true;
    }
    if (index.column() == RunModel::Name && swatchRect(index.row()).contains(mouse->pos())) {
      m_table->setCurrentIndex(index);
      chooseColor(index.row());
      return true;
    }
  }
  // Enter in a name that is being typed comes here too, once the field is done with it.
  if (watched == m_table && event->type() == QEvent::KeyPress && !m_table->viewport()->findChild<QLineEdit*>()) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) return openSelected(), true;
    if (key->key() == Qt::Key_Delete) return removeSelected(), true;
  }
  return QWidget::eventFilter(watched, event);
}

void RunsPanel::openSelected() {
  const std::string id = m_model->idAt(m_table->currentIndex().row());
  if (id.empty()) return;
  if (Result<void> done = m_runs->open(id); !done) emit failed(done.error());
}

void RunsPanel::removeSelected() {
  const std::string id = m_model->idAt(m_table->currentIndex().row());
  if (id.empty() || id == m_session->runId()) return;
  auto* ask = new QMessageBox(QMessageBox::Question, tr("Delete this run?"), tr("Run %1 and its curves leave the project. This cannot be undone.").arg(m_runs->nameOf(id)), QMessageBox::NoButton, this);
  ask->setAttribute(Qt::WA_DeleteOnClose);
  QPushButton* remove = ask->addButton(tr("Delete"), QMessageBox::DestructiveRole);
  ask->setDefaultButton(ask->addButton(tr("Keep"), QMessageBox::RejectRole));
  connect(remove, &QPushButton::clicked, this, [this, id] { m_runs->remove(id); });
  ask->open();
}

void RunsPanel::chooseColor(int row) {
  const std::string id = m_model->idAt(row);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const QString names[] = {tr("Orange"), tr("Blue"), tr("Green"), tr("Purple"), tr("Gold"), tr("Sky"), tr("Crimson"), tr("Teal"), tr("Pink"), tr("Slate")};
  for (int i = 0; i < 10; ++i) {
    QPixmap swatch(theme().px(16), theme().px(16));
    swatch.fill(theme().classColor(i));
    connect(menu->addAction(QIcon(swatch), names[i]), &QAction::triggered, this, [this, id, i] { m_runs->setColor(id, i); });
  }
  menu->popup(m_table->viewport()->mapToGlobal(swatchRect(row).bottomLeft()));
}

void RunsPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  follow();
}

void RunsPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) follow();
  QWidget::changeEvent(event);
}

} // namespace glassbox
