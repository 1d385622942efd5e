#include "widgets/inspector/own_points.h"

#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/param_editor.h"
#include "widgets/inspector/param_form.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace glassbox {
namespace {

const std::vector<ParamDef>& brushParams() {
  static const std::vector<ParamDef> defs = {
      numberParam("radius", GB_TEXT("inspector", "Radius"), GB_TEXT("inspector", "Of the brush and of the eraser, in units of the plane."), 0.15, 0.02, 0.6),
      integerParam("density", GB_TEXT("inspector", "Density"), GB_TEXT("inspector", "How many points the brush sets at each dab."), 3, 1, 20)};
  return defs;
}

} // namespace

OwnPoints::OwnPoints(Document& document, QWidget* parent)
    : QWidget(parent), m_document(document), m_class(new Segmented(this)), m_tool(new Segmented(this)), m_canvas(new PointCanvas(this)),
      m_form(new ParamForm(this)), m_clear(new QPushButton(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(theme().px(8));
  for (QWidget* part : {static_cast<QWidget*>(m_class), static_cast<QWidget*>(m_tool), static_cast<QWidget*>(m_canvas), static_cast<QWidget*>(m_form)})
    column->addWidget(part);
  column->addWidget(m_clear, 0, Qt::AlignLeft);
  connect(m_class, &Segmented::chosen, this, &OwnPoints::chooseClass);
  connect(m_canvas, &PointCanvas::classChosen, this, &OwnPoints::chooseClass);
  connect(m_tool, &Segmented::chosen, this, [this](int tool) {
    m_content.tool = static_cast<PaintTool>(tool);
    fill();
  });
  connect(m_form, &ParamForm::valueChanged, this, [this](const std::string& key, const ParamValue& value) {
    if (key == "radius") m_content.brush.radius = std::get<double>(value);
    else m_content.brush.density = static_cast<int>(std::get<std::int64_t>(value));
    fill();
  });
  connect(m_canvas, &PointCanvas::painted, this, &OwnPoints::add);
  connect(m_canvas, &PointCanvas::erased, this, &OwnPoints::erase);
  connect(m_clear, &QPushButton::clicked, this, [this] { put({}, GB_TEXT("inspector", "Take all points away")); });
  connect(&document, &Document::changed, this, [this](Document::Changes what) {
    if (what & Document::Data) fill();
  });
  fill();
}

bool OwnPoints::isFor(const DataSpec& spec) { return spec.source == "painted" || spec.source == "curve_points"; }

void OwnPoints::setLocked(const QString& reason) {
  m_content.lockedBecause = reason;
  fill();
}

void OwnPoints::chooseClass(int index) {
  m_content.classIndex = index;
  fill();
}

void OwnPoints::clickAt(QPointF place, Qt::MouseButton button, Qt::KeyboardModifiers keys, double reach) {
  if (!isFor(m_document.data()) || !m_content.lockedBecause.isEmpty()) return;
  if (button != Qt::LeftButton) return;  // the right one opens the picture's menu
  if (keys & Qt::ShiftModifier) return erase(nearestPoint(m_document.data().points, place, reach));
  add({PaintedPoint{place.x(), place.y(), m_content.classIndex}});
}

void OwnPoints::add(const std::vector<PaintedPoint>& fresh) {
  std::vector<PaintedPoint> points = m_document.data().points;
  points.insert(points.end(), fresh.begin(), fresh.end());
  put(std::move(points), fresh.size() == 1 ? GB_TEXT("inspector", "Set a point") : GB_TEXT("inspector", "Paint %1 points").arg(fresh.size()));
}

void OwnPoints::erase(const std::vector<std::size_t>& indices) {
  if (indices.empty()) return;
  std::vector<PaintedPoint> points;
  std::size_t next = 0;
  for (std::size_t i = 0; i < m_document.data().points.size(); ++i)
    if (next < indices.size() && indices[next] == i) ++next;
    else points.push_back(m_document.data().points[i]);
  put(std::move(points), indices.size() == 1 ? GB_TEXT("inspector", "Take a point away") : GB_TEXT("inspector", "Take %1 points away").arg(indices.size()));
}

// No merge key: every stroke is an undo step of its own.
void OwnPoints::put(std::vector<PaintedPoint> points, const Text& what) {
  EditValue after = m_document.value();
  after.data.points = std::move(points);
  m_document.apply(after, what);
}

void OwnPoints::fill() {
  const DataSpec& spec = m_document.data();
  m_content.values = spec.source == "curve_points";
  m_content.points = spec.points;
  m_content.seed = spec.seed;
  m_canvas->setContent(m_content);
  QStringList numbers;
  for (int k = 0; k < PointCanvas::kClasses; ++k) numbers << QString::number(k);
  m_class->setContent({tr("Class"), numbers, m_content.classIndex});
  m_class->setToolTip(tipText(tr("Class"), tr("Of the points that you set next. Keys 0 to 4 on the plane, or the right button for the next one.")));
  m_class->setVisible(!m_content.values);
  m_tool->setContent({{}, {tr("Point"), tr("Brush"), tr("Eraser")}, static_cast<int>(m_content.tool)});
  m_tool->setToolTip(tipText(tr("Tool"), tr("A point for each click, many at a drag, or take points away.")));
  Params values;
  values.set("radius", m_content.brush.radius);
  values.set("density", static_cast<std::int64_t>(m_content.brush.density));
  m_form->setContent(brushParams(), values);
  m_form->setVisible(m_content.tool != PaintTool::Point);
  m_clear->setText(tr("Take all away"));
  m_clear->setToolTip(tipText(tr("Take all away"), tr("Empties the plane. Undo brings the points back.")));
  const bool free = m_content.lockedBecause.isEmpty();
  m_clear->setEnabled(free && !m_content.points.empty());
}

void OwnPoints::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  QWidget::changeEvent(event);
}

} // namespace glassbox
