#include "widgets/inspector/data_preview.h"

#include "widgets/common/number_format.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/sample_drawing.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace glassbox {
DataPreview::DataPreview(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    m_picture = {};
    updateGeometry();
  });
}

DataPreview::Kind DataPreview::kindOf(const Dataset& set) {
  if (set.inputs.empty() || set.samples() == 0) return Kind::Nothing;
  const Field& x = set.inputs.front();
  if (pictureShape(x).width > 0) return Kind::Pictures;
  if (x.type.element == Element::Token && x.type.shape.rank() < 2) return Kind::Tokens;
  const std::int64_t in = x.type.shape.count(), out = set.target.type.shape.count();
  if (x.type.element == Element::Number && set.inputs.size() == 1) {
    if (x.type.shape.rank() == 2 && x.type.shape[0] > 1) return Kind::Sequences;
    if (in == 2 && out == 1) return Kind::Plane;
    if (in == 1 && out == 1 && set.task == DataTask::Regression) return Kind::Curve;
  }
  return Kind::Table;
}

void DataPreview::setContent(const DatasetPtr& set) {
  m_data = set;
  if (!set || rows(*set, m_part).size() == 0) m_part = Part::Train;
  m_kind = set ? kindOf(*set) : Kind::Nothing;
  setProperty("anyLanguage", set && !set->vocabulary.empty()); // the tokens of a text stay in its language
  m_picture = {};
  setAccessibleName(remark());
  updateGeometry();
  update();
}

void DataPreview::setPart(Part part) {
  if (part == m_part) return;
  m_part = part;
  m_picture = {};
  setAccessibleName(remark());
  update();
}

QString DataPreview::remark() const {
  if (!m_data) return {};
  const bool points = m_kind == Kind::Plane || m_kind == Kind::Curve;
  const QString all = formatInteger(points ? m_data->samples() : rows(*m_data, m_part).size());
  switch (m_kind) {
  case Kind::Plane:
  case Kind::Curve: {
    const std::int64_t drawn = (m_data->samples() + pointStride(m_data->samples()) - 1) / pointStride(m_data->samples());
    return drawn == m_data->samples() ? tr("%1 points").arg(all) : tr("%1 of %2 points").arg(formatInteger(drawn), all);
  }
  case Kind::Pictures:
    return tr("The first of %1 pictures").arg(all);
  case Kind::Sequences:
  case Kind::Tokens:
    return tr("The first of %1 sequences").arg(all);
  case Kind::Table:
    return tr("The first of %1 rows").arg(all);
  case Kind::Nothing:
    break;
  }
  return {};
}

int DataPreview::heightForWidth(int width) const {
  const Theme& t = theme();
  switch (m_kind) {
  case Kind::Nothing:
    return 0;
  case Kind::Plane:
    return std::min(width, t.px(280));
  case Kind::Curve:
    return std::min(width * 3 / 4, t.px(240));
  case Kind::Pictures: {
    const PictureShape shape = pictureShape(m_data->inputs.front());
    const int scale = std::max(1, t.px(28) / shape.width);
    return SampleDrawing::kPictureRows * (shape.height * scale + t.lineHeight(FontRole::Tick) + t.px(4));
  }
  case Kind::Sequences:
    return SampleDrawing::kSequenceRows * t.px(40);
  case Kind::Tokens:
    return SampleDrawing::kTokenRows * t.px(44);
  case Kind::Table:
    return t.px(24) + static_cast<int>(std::min<std::int64_t>(SampleDrawing::kTableRows, m_data->samples())) * t.px(20);
  }
  return 0;
}

QSize DataPreview::sizeHint() const { return {theme().px(184), heightForWidth(theme().px(184))}; }

QSize DataPreview::minimumSizeHint() const { return {theme().px(120), 0}; }

void DataPreview::draw() {
  const qreal ratio = devicePixelRatioF();
  m_picture = QPixmap((QSizeF(size()) * ratio).toSize());
  m_picture.setDevicePixelRatio(ratio);
  m_picture.fill(Qt::transparent);
  QPainter p(&m_picture);
  p.setRenderHint(QPainter::Antialiasing);
  const SampleDrawing drawing(*m_data, m_part, size());
  switch (m_kind) {
  case Kind::Plane:
    drawing.plane(p);
    break;
  case Kind::Curve:
    drawing.curve(p);
    break;
  case Kind::Pictures:
    drawing.pictures(p);
    break;
  case Kind::Sequences:
    drawing.sequences(p);
    break;
  case Kind::Tokens:
    drawing.tokens(p);
    break;
  case Kind::Table:
    drawing.table(p);
    break;
  case Kind::Nothing:
    break;
  }
}

void DataPreview::paintEvent(QPaintEvent*) {
  if (m_kind == Kind::Nothing || width() < 16 || height() < 16) return;
  if (m_picture.isNull() || m_picture.deviceIndependentSize().toSize() != size() || m_picture.devicePixelRatio() != devicePixelRatioF())
    draw();
  QPainter p(this);
  p.drawPixmap(0, 0, m_picture);
}

void DataPreview::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    m_picture = {};
    setAccessibleName(remark());
    update();
  }
  QWidget::changeEvent(event);
}

} // namespace glassbox
