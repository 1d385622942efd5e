#include "widgets/views/draw_canvas.h"

#include "widgets/common/theme_manager.h"
#include "widgets/views/sample_strip.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace glassbox {

DrawCanvas::DrawCanvas(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    updateGeometry();
    update();
  });
  redraw();
  describe();
}

void DrawCanvas::setPicture(int width, int height) {
  if (width == m_width && height == m_height) return;
  m_width = width, m_height = height;
  m_cursor = {width / 2.0, height / 2.0};
  clear();
  updateGeometry();
}

bool DrawCanvas::isBlank() const { return std::all_of(m_pixels.begin(), m_pixels.end(), [](std::uint8_t p) { return p == 0; }); }

void DrawCanvas::removeLast() {
  if (m_strokes.empty()) return;
  m_strokes.pop_back();
  m_drawing = m_keyDown = false;
  redraw();
}

void DrawCanvas::clear() {
  m_strokes.clear();
  m_drawing = m_keyDown = false;
  redraw();
}

QSize DrawCanvas::sizeHint() const { return {theme().px(280), heightForWidth(theme().px(280))}; }
QSize DrawCanvas::minimumSizeHint() const { return {theme().px(140), heightForWidth(theme().px(140))}; }
int DrawCanvas::heightForWidth(int width) const { return width * m_height / m_width; }

QRectF DrawCanvas::paper() const {
  const double scale = std::min(static_cast<double>(width() - 2) / m_width, static_cast<double>(height() - 2) / m_height);
  return {1, 1, scale * m_width, scale * m_height};
}

QPointF DrawCanvas::pixelOf(double x, double y) const {
  const QRectF sheet = paper();
  return {sheet.left() + x / m_width * sheet.width(), sheet.top() + y / m_height * sheet.height()};
}

generators::PenPoint DrawCanvas::placeOf(QPointF pixel) const {
  const QRectF sheet = paper();
  return {(pixel.x() - sheet.left()) / sheet.width() * m_width, (pixel.y() - sheet.top()) / sheet.height() * m_height};
}

// ---- strokes -------------------------------------------------------------------------------------------------------------------

void DrawCanvas::begin(generators::PenPoint at) {
  m_strokes.push_back({{at}, m_pen, m_erasing});
  redraw();
}

void DrawCanvas::extend(generators::PenPoint to) {
  const generators::PenPoint last = m_strokes.back().points.back();
  if (std::hypot(to.x - last.x, to.y - last.y) < 0.05) return;
  m_strokes.back().points.push_back(to);
  redraw();
}

void DrawCanvas::redraw() {
  m_pixels = rasterize(m_strokes, m_width, m_height);
  update();
  emit changed();
}

void DrawCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  m_drawing = true;
  m_keyDown = false;
  begin(placeOf(event->position()));
}

void DrawCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (m_drawing) extend(placeOf(event->position()));
}

void DrawCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) m_drawing = false;
}

bool DrawCanvas::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {  // Space draws here, and does not start the training
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Space || key == Qt::Key_Backspace || key == Qt::Key_Delete) event->accept();
  }
  return QWidget::event(event);
}

void DrawCanvas::keyPressEvent(QKeyEvent* event) {
  const double step = event->modifiers() & Qt::ShiftModifier ? 4 : 1;
  double x = m_cursor.x, y = m_cursor.y;
  switch (event->key()) {
  case Qt::Key_Left: x -= step; break;
  case Qt::Key_Right: x += step; break;
  case Qt::Key_Up: y -= step; break;
  case Qt::Key_Down: y += step; break;
  case Qt::Key_Space:
    m_keyDown = !m_keyDown;
    if (m_keyDown) begin(m_cursor);
    return update();
  case Qt::Key_Backspace: return removeLast();
  case Qt::Key_Delete: return clear();
  default: return QWidget::keyPressEvent(event);
  }
  m_cursor = {std::clamp(x, 0.0, static_cast<double>(m_width)), std::clamp(y, 0.0, static_cast<double>(m_height))};
  if (m_keyDown) extend(m_cursor);
  update();
}

void DrawCanvas::focusOutEvent(QFocusEvent* event) {
  m_keyDown = false;
  QWidget::focusOutEvent(event);
  update();
}

// ---- picture -------------------------------------------------------------------------------------------------------------------

void DrawCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRectF sheet = paper();
  painter.drawImage(sheet, inkPicture(m_pixels, m_width, m_height));
  painter.setPen(QPen(theme().color(ColorRole::Ctrl), 1));
  painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5));
  if (isBlank() && !hasFocus()) {
    painter.setFont(theme().font(FontRole::Normal));
    painter.setPen(theme().color(ColorRole::Text3));
    painter.drawText(sheet.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, tr("Draw here"));
  }
  if (!hasFocus()) return;
  // Where the arrow keys stand: a ring while the pen is up, filled while it is down.
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme().color(ColorRole::Focus), 2));
  if (m_keyDown) painter.setBrush(theme().color(ColorRole::Focus));
  const double r = std::max(4.0, m_pen / 2 / m_width * sheet.width());
  painter.drawEllipse(pixelOf(m_cursor.x, m_cursor.y), r, r);
}

void DrawCanvas::describe() {
  setAccessibleName(tr("Paper"));
  setAccessibleDescription(tr("Draw with the mouse, or with the arrow keys: Space puts the pen down and lifts it, Backspace takes the last stroke back, Delete clears."));
  setToolTip(tr("<b>Paper</b><br>Draw with the mouse, or with the arrow keys: Space puts the pen down and lifts it, Backspace takes the last stroke back, Delete clears.<br>The squares "
                "are the pixels that the network gets."));
}

void DrawCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) describe();
  QWidget::changeEvent(event);
}

} // namespace glassbox
