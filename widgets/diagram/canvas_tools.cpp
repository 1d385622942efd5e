#include "widgets/diagram/canvas_tools.h"

#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace glassbox {
namespace {

constexpr int kGap = 8, kLine = 26;

void paintCard(QWidget* widget) {
  QPainter painter(widget);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme().color(ColorRole::Line), 1));
  painter.setBrush(theme().color(ColorRole::Raised));
  painter.drawRoundedRect(QRectF(widget->rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace

// ---- zoom and fit --------------------------------------------------------------------------------------------------

CanvasTools::CanvasTools(DiagramView* view) : QFrame(view) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(2, 0, 2, 0);
  row->setSpacing(0);
  m_out = add("minus");
  m_percent = add(nullptr);
  m_in = add("plus");
  m_fit = add("fit");
  m_wires = add(nullptr);
  m_wires->setVisible(false);
  connect(m_wires, &QToolButton::clicked, view, [this, view] {
    view->showWires(m_shown == DiagramLive::Wires::Weights ? DiagramLive::Wires::Gradients : DiagramLive::Wires::Weights);
  });
  connect(m_out, &QToolButton::clicked, view->actions().zoomOut, &QAction::trigger);
  connect(m_in, &QToolButton::clicked, view->actions().zoomIn, &QAction::trigger);
  connect(m_fit, &QToolButton::clicked, view->actions().fit, &QAction::trigger);
  connect(m_percent, &QToolButton::clicked, view, [view] { view->setZoom(1); });
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &CanvasTools::retranslate);
  retranslate();
}

QToolButton* CanvasTools::add(const char* iconName) {
  auto* button = new QToolButton(this);
  if (iconName) button->setIcon(icon(iconName));
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::TabFocus);
  layout()->addWidget(button);
  return button;
}

void CanvasTools::retranslate() {
  setAccessibleName(tr("Zoom"));
  const auto tip = [](const QString& name, const QString& keys) { return QStringLiteral("<b>%1</b> %2").arg(name, keys); };
  m_out->setToolTip(tip(tr("Zoom out"), QStringLiteral("Ctrl+−")));
  m_in->setToolTip(tip(tr("Zoom in"), QStringLiteral("Ctrl++")));
  m_fit->setToolTip(tip(tr("Fit"), QStringLiteral("Ctrl+0")) + QStringLiteral("<br>") + tr("Shows the whole network."));
  m_percent->setToolTip(tr("Back to 100 %"));
  m_out->setAccessibleName(tr("Zoom out"));
  m_in->setAccessibleName(tr("Zoom in"));
  m_fit->setAccessibleName(tr("Fit"));
  setZoom(m_zoom);
  const int height = theme().px(24);
  for (QToolButton* button : {m_out, m_in, m_fit}) {
    button->setIconSize(QSize(theme().px(16), theme().px(16)));
    button->setFixedSize(theme().px(26), height);
  }
  m_percent->setFont(theme().font(FontRole::Hint));
  m_percent->setFixedSize(theme().px(56), height);
  m_wires->setFont(theme().font(FontRole::Hint));
  const bool gradients = m_shown == DiagramLive::Wires::Gradients;
  m_wires->setText(gradients ? tr("Wires: gradients") : tr("Wires: weights"));
  m_wires->setToolTip(QStringLiteral("<b>%1</b><br>%2<br>%3")
                          .arg(tr("Wires show: weights or gradients"), tr("Width and color of a wire are those of its weight, or of the loss's gradient by it at the last step."),
                               tr("See which weights the training is about to change, and where the gradient vanishes.")));
  m_wires->setAccessibleName(m_wires->text());
  const int widest = std::max(m_wires->fontMetrics().horizontalAdvance(tr("Wires: gradients")), m_wires->fontMetrics().horizontalAdvance(tr("Wires: weights")));
  m_wires->setFixedSize(widest + theme().px(16), height);
  fitWidth();
}

void CanvasTools::fitWidth() {
  const auto room = [this] { return m_room == 0 || layout()->sizeHint().width() <= m_room; };
  m_wires->setVisible(m_wiresThere);
  m_percent->show();
  if (!room()) m_wires->hide();
  if (!room()) m_percent->hide();
  setFixedSize(sizeHint().width(), theme().px(24) + 2);
}

void CanvasTools::setRoom(int width) {
  if (width == std::exchange(m_room, width)) return;
  fitWidth();
}

void CanvasTools::setWires(DiagramLive::Wires wires, bool there) {
  if (wires == m_shown && there == m_wiresThere) return;
  m_shown = wires;
  m_wiresThere = there;
  retranslate();
}

void CanvasTools::setZoom(double zoom) {
  m_zoom = zoom;
  m_percent->setText(formatPercent(zoom, 0));
  m_percent->setAccessibleName(tr("Zoom: %1. Back to 100 %").arg(formatPercent(zoom, 0)));
}

void CanvasTools::paintEvent(QPaintEvent*) { paintCard(this); }

void CanvasTools::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

// ---- legend ----------------------------------------------------------------------------------------------------------

WeightLegend::WeightLegend(QWidget* parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

void WeightLegend::setKind(DiagramLive::Wires kind) {
  if (kind == m_kind) return;
  m_kind = kind;
  update();
}

std::vector<WeightLegend::Entry> WeightLegend::entries() const {
  using Mark = Entry::Mark;
  if (m_kind == DiagramLive::Wires::Gradients)
    return {{Mark::Gradient, tr("gradient"), false}, {Mark::None, tr("width = |g| / largest in layer"), true}};
  return {{Mark::Negative, tr("negative"), false},
          {Mark::Positive, tr("positive"), false},
          {Mark::None, tr("width = |w| / largest in layer"), true},
          {Mark::Bias, tr("bias"), true}};
}

int WeightLegend::widthOf(const Entry& entry) const {
  const int text = QFontMetrics(theme().font(FontRole::Hint)).horizontalAdvance(entry.text) + 2 * kGap;
  switch (entry.mark) {
  case Entry::Mark::None: return text;
  case Entry::Mark::Bias: return text + 8 + kGap;
  default: return text + kLine + kGap;
  }
}

int WeightLegend::fullWidth() const {
  int width = kGap;
  for (const Entry& entry : entries()) width += widthOf(entry);
  return width;
}

void WeightLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(theme().font(FontRole::Hint));
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme().color(ColorRole::Canvas, 0.88));  // readable over a network that is larger than the canvas
  painter.drawRoundedRect(rect(), 4, 4);
  int x = kGap;
  for (const Entry& entry : entries()) {
    if (x + widthOf(entry) > width()) break;
    int left = x;
    const double middle = height() / 2.0;
    const auto line = [&](ColorRole role) {
      painter.fillRect(QRectF(left, middle - 1.5, kLine, 3), theme().color(role));
      left += kLine + kGap;
    };
    switch (entry.mark) {
    case Entry::Mark::Negative: line(ColorRole::Neg); break;
    case Entry::Mark::Positive: line(ColorRole::Pos); break;
    case Entry::Mark::Gradient: line(ColorRole::Bwd); break;
    case Entry::Mark::Bias:
      painter.setPen(Qt::NoPen);
      painter.setBrush(theme().color(ColorRole::Text2));
      painter.drawRoundedRect(QRectF(left, middle - 4, 8, 8), 2, 2);
      left += 8 + kGap / 2;
      break;
    case Entry::Mark::None: break;
    }
    painter.setPen(theme().color(entry.quiet ? ColorRole::Text3 : ColorRole::Text2));
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
    x += widthOf(entry);
  }
}

// ---- map -------------------------------------------------------------------------------------------------------------

Minimap::Minimap(DiagramView* view) : QWidget(view), m_view(view) {
  setFixedSize(sizeHint());
  setFocusPolicy(Qt::NoFocus);
  setCursor(Qt::PointingHandCursor);
  connect(view->diagram(), &DiagramScene::rearranged, this, qOverload<>(&QWidget::update));
}

QTransform Minimap::toMap() const {
  const QRectF content = m_view->diagram()->contentRect().adjusted(-16, -16, 16, 16);
  if (content.isEmpty()) return {};
  const double scale = std::min((width() - 4) / content.width(), (height() - 4) / content.height());
  QTransform map;
  map.translate(width() / 2.0, height() / 2.0);
  map.scale(scale, scale);
  map.translate(-content.center().x(), -content.center().y());
  return map;
}

void Minimap::paintEvent(QPaintEvent*) {
  paintCard(this);
  QPainter painter(this);
  painter.setClipRect(rect().adjusted(1, 1, -1, -1));
  const QTransform map = toMap();
  for (const Tile& tile : m_view->diagram()->tiles().tiles)
    if (const NodeItem* item = m_view->diagram()->nodeItem(tile.id); item && tile.isShown()) {
      const QRectF box = map.mapRect(item->box().translated(item->pos()));
      painter.fillRect(QRectF(box.topLeft(), QSizeF(std::max(2.0, box.width()), std::max(2.0, box.height()))), theme().color(categoryColor(tile.group)));
    }
  const QRectF sight = map.mapRect(m_view->mapToScene(m_view->viewport()->rect()).boundingRect());
  painter.setPen(QPen(theme().color(ColorRole::Accent), 1.5));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(sight);
}

void Minimap::go(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) m_view->centerOn(toMap().inverted().map(event->position()));
}

} // namespace glassbox
