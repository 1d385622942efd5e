#include "widgets/lesson/region_picture.h"

#include "widgets/common/theme_manager.h"
#include "widgets/lesson/region_button.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr int kLine = 2; // pixels around an outline for its pen

/// The outline of a region in pixels.
QPainterPath outlineOf(const Region& region, const RegionPicture& picture) {
  QPainterPath path;
  const PictureBox box = region.bounds();
  const QRectF around(picture.pixelOf(box.x, box.y), picture.pixelOf(box.x + box.width, box.y + box.height));
  if (region.form == Region::Form::Circle) path.addEllipse(around);
  else if (region.form == Region::Form::Rectangle) path.addRect(around);
  else {
    QPolygonF corners;
    for (std::size_t i = 0; i < region.numbers.size(); i += 2) corners << picture.pixelOf(region.numbers[i], region.numbers[i + 1]);
    path.addPolygon(corners);
    path.closeSubpath();
  }
  return path;
}

} // namespace

RegionPicture::RegionPicture(QWidget* parent) : QWidget(parent) {
  setMouseTracking(true);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    updateGeometry();
    placeButtons();
  });
}

RegionPicture::~RegionPicture() = default;

void RegionPicture::setContent(const RegionPictureContent& content) {
  m_content = content;
  m_svg = content.regions.empty() ? nullptr : std::make_unique<QSvgRenderer>(QString::fromStdString(content.file.string()));
  for (RegionButton* button : m_buttons) delete button;
  m_buttons.clear();
  m_chosen = m_pointed = -1;
  for (std::size_t i = 0; i < content.regions.size(); ++i) {
    auto* button = new RegionButton(this);
    button->setAccessibleName(i < content.names.size() ? content.names[i] : QString());
    connect(button, &QAbstractButton::clicked, this, [this, i] { choose(static_cast<int>(i)); });
    button->show();
    m_buttons.push_back(button);
  }
  updateGeometry();
  placeButtons();
  update();
}

void RegionPicture::setChosen(int region) {
  m_chosen = region;
  for (std::size_t i = 0; i < m_buttons.size(); ++i) m_buttons[i]->setChecked(static_cast<int>(i) == region);
}

void RegionPicture::setSettled(bool settled) {
  m_settled = settled;
  point(-1);
  for (RegionButton* button : m_buttons) button->setEnabled(!settled);
}

void RegionPicture::setZoom(double zoom) {
  m_zoom = zoom;
  updateGeometry();
}

void RegionPicture::choose(int region) {
  setChosen(region); // a second press of the same one does not take it back
  emit regionChosen(region);
}

// ---- places ----------------------------------------------------------------------------------------------------------------

double RegionPicture::scale() const { return m_content.place.width > 0 ? drawing().width() / m_content.place.width : 1; }

/// At the left, as wide as there is room, and no wider than its own size at this zoom.
QRectF RegionPicture::drawing() const {
  const double width = std::min<double>(this->width(), m_content.place.width * theme().scale() * m_zoom);
  return {0, 0, width, width * m_content.place.height / std::max(1.0, m_content.place.width)};
}

QPointF RegionPicture::pixelOf(double x, double y) const { return {(x - m_content.place.x) * scale(), (y - m_content.place.y) * scale()}; }

QPointF RegionPicture::placeOf(QPointF pixel) const { return {pixel.x() / scale() + m_content.place.x, pixel.y() / scale() + m_content.place.y}; }

int RegionPicture::regionAt(QPointF pixel) const {
  const QPointF at = placeOf(pixel);
  const auto hit = std::find_if(m_content.regions.begin(), m_content.regions.end(), [&](const Region& region) { return region.contains(at.x(), at.y()); });
  return hit == m_content.regions.end() ? -1 : static_cast<int>(hit - m_content.regions.begin());
}

void RegionPicture::placeButtons() {
  for (std::size_t i = 0; i < m_buttons.size(); ++i) {
    const QPainterPath outline = outlineOf(m_content.regions[i], *this);
    const QRect around = outline.boundingRect().toAlignedRect().adjusted(-kLine, -kLine, kLine, kLine);
    m_buttons[i]->setGeometry(around);
    m_buttons[i]->setOutline(outline.translated(-around.topLeft()));
  }
}

int RegionPicture::heightForWidth(int width) const {
  const double wide = std::min<double>(width, m_content.place.width * theme().scale() * m_zoom);
  return static_cast<int>(std::ceil(wide * m_content.place.height / std::max(1.0, m_content.place.width)));
}

QSize RegionPicture::sizeHint() const {
  const int width = static_cast<int>(m_content.place.width * theme().scale() * m_zoom);
  return {width, heightForWidth(width)};
}

QSize RegionPicture::minimumSizeHint() const { return {theme().px(120), heightForWidth(theme().px(120))}; }

// ---- hand and eye ------------------------------------------------------------------------------------------------------------

void RegionPicture::point(int region) {
  m_pointed = region;
  for (std::size_t i = 0; i < m_buttons.size(); ++i) m_buttons[i]->setPointed(static_cast<int>(i) == region);
  setCursor(region < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void RegionPicture::mousePressEvent(QMouseEvent* event) {
  const int region = regionAt(event->position());
  if (event->button() != Qt::LeftButton || m_settled || region < 0) return QWidget::mousePressEvent(event);
  choose(region);
}

void RegionPicture::mouseMoveEvent(QMouseEvent* event) {
  if (!m_settled) point(regionAt(event->position()));
}

void RegionPicture::leaveEvent(QEvent*) { point(-1); }

void RegionPicture::resizeEvent(QResizeEvent*) { placeButtons(); }

void RegionPicture::paintEvent(QPaintEvent*) {
  if (!m_svg || !m_svg->isValid()) return;
  QPainter p(this);
  m_svg->render(&p, drawing());
}

} // namespace glassbox
