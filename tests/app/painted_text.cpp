#include "painted_text.h"

#include "widgets/plots/plot_canvas.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>

#include <cmath>

namespace glassbox::test {
namespace {

constexpr int kSmall = 11; // px of a letter

/// Paints nothing and notes the texts.
class TextEngine : public QPaintEngine {
 public:
  explicit TextEngine(QSize size) : QPaintEngine(AllFeatures), m_size(size) {}

  bool begin(QPaintDevice*) override { return true; }
  bool end() override { return true; }
  void updateState(const QPaintEngineState&) override {}
  Type type() const override { return User; }
  void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
  void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
  void drawPath(const QPainterPath&) override {}
  void drawRects(const QRectF* rects, int count) override {
    if (!painter()->brush().isOpaque() || painter()->opacity() < 1) return;
    for (int i = 0; i < count; ++i) {
      QRectF filled = painter()->deviceTransform().mapRect(rects[i]);
      if (!systemClip().isEmpty()) filled &= QRectF(systemClip().boundingRect());
      for (PaintedText& text : m_texts)
        if (filled.intersects(text.ink)) text.covered += filled.toAlignedRect();
    }
  }
  void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}

  void drawTextItem(const QPointF& at, const QTextItem& item) override {
    if (item.text().trimmed().isEmpty() && m_texts.empty()) return;
    const QTransform toDevice = painter()->deviceTransform();
    PaintedText text;
    text.text = item.text();
    QRectF ink = QFontMetricsF(item.font()).tightBoundingRect(text.text).translated(at);
    if (item.font().pixelSize() <= kSmall) { // rounded to whole pixels, which are much of a small letter: its outline is exact
      QPainterPath outline;
      outline.addText(at, item.font(), text.text);
      ink &= outline.boundingRect();
    }
    text.ink = toDevice.mapRect(ink);
    text.clip = QRectF(QPointF(), QSizeF(m_size));
    if (!systemClip().isEmpty()) text.clip &= QRectF(systemClip().boundingRect());
    if (painter()->hasClipping()) text.clip &= toDevice.mapRect(painter()->clipBoundingRect());
    text.color = painter()->pen().color();
    text.color.setAlphaF(static_cast<float>(text.color.alphaF() * painter()->opacity()));
    // A line comes as one item for each script: "ReLU 层" as two.
    const QPointF begin = toDevice.map(at), end = toDevice.map(at + QPointF(item.width(), 0));
    if (!m_texts.empty() && std::abs(begin.x() - m_end.x()) < 0.6 && std::abs(begin.y() - m_end.y()) < 0.6 && text.color == m_texts.back().color) {
      PaintedText& last = m_texts.back();
      last.text += text.text;
      if (!item.text().trimmed().isEmpty()) last.ink |= text.ink;
    } else if (!item.text().trimmed().isEmpty()) {
      m_texts.push_back(text);
    }
    m_end = end;
  }

  std::vector<PaintedText> takeTexts() { return std::move(m_texts); }

 private:
  QSize m_size;
  std::vector<PaintedText> m_texts;
  QPointF m_end{-1e9, -1e9};
};

class TextDevice : public QPaintDevice {
 public:
  explicit TextDevice(QSize size) : m_size(size), m_engine(size) {}
  QPaintEngine* paintEngine() const override { return &m_engine; }
  std::vector<PaintedText> takeTexts() { return m_engine.takeTexts(); }

 protected:
  int metric(PaintDeviceMetric metric) const override {
    switch (metric) {
    case PdmWidth:
      return m_size.width();
    case PdmHeight:
      return m_size.height();
    case PdmWidthMM:
      return m_size.width() * 254 / 960;
    case PdmHeightMM:
      return m_size.height() * 254 / 960;
    case PdmNumColors:
      return 1 << 24;
    case PdmDepth:
      return 32;
    case PdmDevicePixelRatio:
      return 1;
    case PdmDevicePixelRatioScaled:
      return static_cast<int>(devicePixelRatioFScale());
    default:
      return 96; // dots per inch
    }
  }

 private:
  QSize m_size;
  mutable TextEngine m_engine;
};

} // namespace

std::vector<PaintedText> paintedTexts(QWidget& widget) {
  TextDevice device(widget.size());
  widget.render(&device, QPoint(), QRegion(), QWidget::DrawWindowBackground | QWidget::DrawChildren);
  std::vector<PaintedText> texts = device.takeTexts();
  // A plot keeps its drawing as a picture; it is asked to write again.
  for (PlotCanvas* canvas : widget.findChildren<PlotCanvas*>()) {
    if (!canvas->isVisible()) continue;
    TextDevice plot(canvas->size());
    canvas->paintOn(plot, {}, canvas->size(), true, [](QPainter&) {});
    for (PaintedText& text : plot.takeTexts()) {
      const QPointF offset = canvas->mapTo(&widget, QPoint());
      text.ink.translate(offset);
      text.clip.translate(offset);
      texts.push_back(text);
    }
  }
  return texts;
}

} // namespace glassbox::test
