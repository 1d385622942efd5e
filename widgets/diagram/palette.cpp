#include "widgets/diagram/palette.h"

#include "engine/graph/transformer_block.h"
#include "engine/layers/loss.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/tiles.h"
#include "widgets/formula/formula_text.h"
#include "widgets/model/language.h"

#include <QAction>
#include <QCoreApplication>
#include <QDrag>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>
#include <QVBoxLayout>

#include <map>

namespace glassbox {
namespace {

constexpr int kRow = 26, kHeading = 22, kMargin = 12;

class RowDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
    return {0, theme().px(index.data(LayerList::HeadingRole).toBool() ? kHeading : kRow)};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect rect = option.rect;
    const int margin = theme().px(kMargin), side = theme().iconPx(20);
    if (index.data(LayerList::HeadingRole).toBool()) {
      painter->setFont(theme().font(FontRole::Hint));
      painter->setPen(theme().color(ColorRole::Text3));
      painter->drawText(rect.adjusted(margin, theme().px(3), -margin, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
      painter->restore();
      return;
    }
    const bool enabled = option.state & QStyle::State_Enabled, selected = option.state & QStyle::State_Selected;
    if (selected) painter->fillRect(rect, theme().color(ColorRole::Tint));
    else if (option.state & QStyle::State_MouseOver && enabled) painter->fillRect(rect, theme().color(ColorRole::Hover));
    const auto group = static_cast<LayerGroup>(index.data(LayerList::GroupRole).toInt());
    paintIcon(*painter, QRectF(rect.left() + margin, rect.center().y() + 0.5 - side / 2.0, side, side), index.data(LayerList::IconRole).toString(),
              theme().color(enabled ? categoryColor(group) : ColorRole::Off));
    painter->setFont(theme().font(FontRole::Hint));
    const QString letter = index.data(LayerList::LetterRole).toString();
    const int right = margin + theme().px(16);
    painter->setPen(theme().color(enabled ? ColorRole::Text3 : ColorRole::Off));
    painter->drawText(rect.adjusted(0, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter, letter);
    painter->setFont(theme().font(FontRole::Normal));
    painter->setPen(theme().color(enabled ? ColorRole::Text : ColorRole::Off));
    const QRect text = rect.adjusted(margin + side + 8, 0, -right, 0);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    if (option.state & QStyle::State_HasFocus && selected) {
      painter->setPen(QPen(theme().color(ColorRole::Focus), 2));
      painter->setBrush(Qt::NoBrush);
      painter->drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 3, 3);
    }
    painter->restore();
  }
};

} // namespace

QString groupTitle(LayerGroup group) {
  switch (group) {
  case LayerGroup::Data: return QCoreApplication::translate("Palette", "Input");
  case LayerGroup::Dense: return QCoreApplication::translate("Palette", "Dense and embedding");
  case LayerGroup::Activation: return QCoreApplication::translate("Palette", "Activation");
  case LayerGroup::Image: return QCoreApplication::translate("Palette", "Image");
  case LayerGroup::Regularize: return QCoreApplication::translate("Palette", "Regularize");
  case LayerGroup::Sequence: return QCoreApplication::translate("Palette", "Sequence");
  case LayerGroup::Shape: return QCoreApplication::translate("Palette", "Shape and merge");
  case LayerGroup::Loss: return QCoreApplication::translate("Palette", "Loss");
  }
  return {};
}

// ---- list --------------------------------------------------------------------------------------------------------------

LayerList::LayerList(QWidget* parent) : QListWidget(parent) {
  setFrameShape(QFrame::NoFrame);
  setDragEnabled(true);
  setDragDropMode(QAbstractItemView::DragOnly);
  setMouseTracking(true);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setItemDelegate(new RowDelegate(this));
  setProperty("ownFocus", true);
  viewport()->setAutoFillBackground(false);
}

QStringList LayerList::mimeTypes() const { return {QLatin1String(kLayerMime)}; }

bool LayerList::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const QListWidgetItem* item = itemAt(help->pos());
    const QString tex = item ? item->data(FormulaRole).toString() : QString();
    if (!tex.isEmpty()) {
      QString tip = item->toolTip();
      tip.insert(tip.lastIndexOf(QLatin1String("</div>")), QStringLiteral("<p>") + formulaHtml(tex, 17, devicePixelRatioF(), theme().px(300)) + QStringLiteral("</p>"));
      QToolTip::showText(help->globalPos(), tip, viewport());
      return true;
    }
  }
  return QListWidget::viewportEvent(event);
}

QMimeData* LayerList::mimeData(const QList<QListWidgetItem*>& items) const {
  auto* mime = new QMimeData;
  if (!items.isEmpty()) mime->setData(QLatin1String(kLayerMime), items.front()->data(KeyRole).toString().toUtf8());
  return mime;
}

void LayerList::startDrag(Qt::DropActions) {
  QListWidgetItem* item = currentItem();
  if (!item || item->data(HeadingRole).toBool()) return;
  auto* drag = new QDrag(this);
  drag->setMimeData(mimeData({item}));
  drag->setPixmap(iconPixmap(item->data(IconRole).toString(), theme().iconPx(20), devicePixelRatioF(), theme().color(ColorRole::Accent)));
  drag->exec(Qt::CopyAction);
}

void LayerList::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentItem()) {
    emit entered(currentItem());
    return;
  }
  QListWidget::keyPressEvent(event);
}

// ---- palette -----------------------------------------------------------------------------------------------------------

Palette::Palette(QWidget* parent) : QWidget(parent), m_search(new QLineEdit(this)), m_reason(new QLabel(this)), m_list(new LayerList(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 8, 0, 0);
  column->setSpacing(4);
  auto* field = new QVBoxLayout;
  field->setContentsMargins(8, 0, 8, 0);
  field->addWidget(m_search);
  column->addLayout(field);
  m_reason->setWordWrap(true);
  m_reason->setTextFormat(Qt::PlainText);
  m_reason->setContentsMargins(theme().px(kMargin), theme().px(4), theme().px(kMargin), theme().px(4));
  setTextRole(m_reason, ColorRole::Text2);
  m_reason->hide();
  column->addWidget(m_reason);
  column->addWidget(m_list);
  m_search->addAction(icon("search", ColorRole::Text3), QLineEdit::LeadingPosition);
  m_search->setClearButtonEnabled(true);
  m_search->installEventFilter(this);
  // The key that leads here stands at the right end, as in the list, until something is typed.
  auto* key = new QLabel(QStringLiteral("/"), m_search);
  setTextRole(key, ColorRole::Text3);
  key->setAttribute(Qt::WA_TransparentForMouseEvents);
  auto* row = new QHBoxLayout(m_search);
  row->setContentsMargins(0, 0, theme().px(8), 0);
  row->addStretch();
  row->addWidget(key);
  connect(m_search, &QLineEdit::textChanged, key, [key](const QString& text) { key->setVisible(text.isEmpty()); });
  connect(m_search, &QLineEdit::textChanged, this, &Palette::filter);
  const auto choose = [this](QListWidgetItem* item) {
    if (item->flags() & Qt::ItemIsEnabled && !item->data(LayerList::HeadingRole).toBool()) emit layerChosen(item->data(LayerList::KeyRole).toString());
  };
  // Not itemActivated: whether one click activates is a setting of the desktop.
  connect(m_list, &QListWidget::itemDoubleClicked, this, choose);
  connect(m_list, &LayerList::entered, this, choose);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, m_list, [this] { m_list->doItemsLayout(); });
  fill();
}

void Palette::fill() {
  const QString kept = m_list->currentItem() ? m_list->currentItem()->data(LayerList::KeyRole).toString() : QString();
  m_list->clear();
  std::map<LayerGroup, std::vector<const NodeDef*>> groups;
  for (const LayerDef* def : allLayers()) groups[def->group].push_back(def);
  for (const LossDef* def : allLosses()) groups[def->group].push_back(def);
  groups[transformerBlockDef().group].push_back(&transformerBlockDef());
  for (const auto& [group, defs] : groups) {
    auto* heading = new QListWidgetItem(groupTitle(group), m_list);
    heading->setData(LayerList::HeadingRole, true);
    heading->setFlags(Qt::NoItemFlags);
    for (const NodeDef* def : defs) {
      const QString key = QString::fromStdString(def->key), title = translated(def->title), help = translated(def->help);
      QString picture = QString::fromStdString(def->icon);
      if (!hasIcon(picture)) picture = QStringLiteral("block");
      auto* item = new QListWidgetItem(title, m_list);
      item->setData(LayerList::KeyRole, key);
      item->setData(LayerList::IconRole, picture);
      item->setData(LayerList::GroupRole, static_cast<int>(group));
      const QString letter = def->letter ? QString(QChar::fromLatin1(def->letter)) : QString();
      item->setData(LayerList::LetterRole, letter);
      item->setData(LayerList::FormulaRole, QString::fromStdString(def->formula));
      item->setFlags(m_locked.isEmpty() && (m_allowed.isEmpty() || m_allowed.contains(key)) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled : Qt::NoItemFlags);
      const QString how = letter.isEmpty() ? title : title + QStringLiteral("  ") + letter;
      const QString why = m_locked.isEmpty() ? QString() : QStringLiteral("<br>") + m_locked.toHtmlEscaped();
      item->setToolTip(QStringLiteral("<div><b>%1</b><br>%2%3</div>").arg(how.toHtmlEscaped(), help.toHtmlEscaped(), why));
      item->setData(Qt::AccessibleTextRole, letter.isEmpty() ? title : tr("%1, key %2").arg(title, letter));
      item->setData(Qt::AccessibleDescriptionRole, help);
      if (key == kept) m_list->setCurrentItem(item);
    }
  }
  m_search->setPlaceholderText(tr("Find a layer"));
  m_search->setAccessibleName(tr("Find a layer"));
  m_list->setAccessibleName(tr("Layers"));
  setAccessibleName(tr("Layers"));
  filter();
}

void Palette::filter() {
  const QString wanted = m_search->text().trimmed();
  QListWidgetItem *heading = nullptr, *first = nullptr;
  for (int row = 0; row < m_list->count(); ++row) {
    QListWidgetItem* item = m_list->item(row);
    if (item->data(LayerList::HeadingRole).toBool()) {
      heading = item;
      heading->setHidden(true);
      continue;
    }
    const NodeDef* def = findAddable(item->data(LayerList::KeyRole).toString().toStdString());
    const QString english = def ? QString::fromStdString(glassbox::english(def->title)) : QString();
    const bool fits = wanted.isEmpty() || item->text().contains(wanted, Qt::CaseInsensitive) || english.contains(wanted, Qt::CaseInsensitive) ||
                      item->data(LayerList::KeyRole).toString().contains(wanted, Qt::CaseInsensitive);
    item->setHidden(!fits);
    if (!fits) continue;
    if (heading) heading->setHidden(false);
    if (!first && item->flags() & Qt::ItemIsEnabled) first = item;
  }
  if (!wanted.isEmpty()) m_list->setCurrentItem(first);
}

void Palette::focusSearch() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

void Palette::setAllowed(const QStringList& keys) {
  if (keys == m_allowed) return;
  m_allowed = keys;
  fill();
}

void Palette::setLocked(const QString& reason) {
  if (reason == m_locked) return;
  m_locked = reason;
  m_reason->setText(reason);
  m_reason->setVisible(!reason.isEmpty());
  fill();
}

void Palette::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) fill();
}

bool Palette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_search && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Down) {
      m_list->setFocus(Qt::TabFocusReason);
      return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_list->currentItem()) {
      emit m_list->entered(m_list->currentItem());
      return true;
    }
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
      m_search->clear();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace glassbox
