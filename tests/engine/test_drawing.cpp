// Strokes of a learner's pen as pixels: coverage by distance, the eraser, and the way MNIST's digits lie in their pictures.
#include "engine/data/drawing.h"

#include <QTest>

#include <cmath>

using namespace glassbox;

namespace {

struct Box {
  int left = 99, top = 99, right = -1, bottom = -1;
  double x = 0, y = 0, mass = 0;
};
Box boxOf(const std::vector<std::uint8_t>& picture, int width, int height) {
  Box box;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      const double ink = picture[static_cast<std::size_t>(y * width + x)];
      if (ink == 0) continue;
      box.left = std::min(box.left, x), box.right = std::max(box.right, x), box.top = std::min(box.top, y), box.bottom = std::max(box.bottom, y);
      box.x += ink * (x + 0.5), box.y += ink * (y + 0.5), box.mass += ink;
    }
  box.x /= box.mass, box.y /= box.mass;
  return box;
}

PenStroke smallSeven() { return {{{3, 4}, {9, 4}, {5, 12}}, 2.5}; }

} // namespace

class TestDrawing : public QObject {
  Q_OBJECT

 private slots:
  void aPixelIsAsDarkAsItsDistanceSays() {
    const PenStroke line{{{6, 10.25}, {20, 10.25}}, 3};
    const std::vector<std::uint8_t> picture = rasterize(std::vector{line}, 28, 28);
    for (int y = 0; y < 28; ++y) {
      // Over the middle of a level line only the height counts: full within 1 of it, none from 2 on.
      const double ink = std::clamp(2.0 - std::abs(y + 0.5 - 10.25), 0.0, 1.0);
      QCOMPARE(static_cast<int>(picture[static_cast<std::size_t>(y * 28 + 13)]), static_cast<int>(255 * ink + 0.5));
    }
    // Beyond its end the distance is that to the end.
    const double beyond = std::clamp(2.0 - std::hypot(21.5 - 20, 10.5 - 10.25), 0.0, 1.0);
    QCOMPARE(static_cast<int>(picture[10 * 28 + 21]), static_cast<int>(255 * beyond + 0.5));
  }

  void aClickIsADotAndTheEraserTakesItAway() {
    const PenStroke dot{{{14, 14}}, 4};
    const std::vector<std::uint8_t> picture = rasterize(std::vector{dot}, 28, 28);
    QCOMPARE(static_cast<int>(picture[14 * 28 + 14]), 255);
    PenStroke eraser{{{15.5, 14}}, 3, true};
    const std::vector<std::uint8_t> less = rasterize(std::vector{dot, eraser}, 28, 28);
    QCOMPARE(static_cast<int>(less[14 * 28 + 15]), 0);
    QVERIFY(less[14 * 28 + 12] > 0);
    QVERIFY(rasterize(std::vector{eraser, dot}, 28, 28) == picture);  // what is drawn after it stays
  }

  void centredAsMnistIs_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("28 x 28") << 28 << 28;
    QTest::newRow("32 x 32") << 32 << 32;
    QTest::newRow("40 x 28") << 40 << 28;
  }
  void centredAsMnistIs() {
    QFETCH(int, width);
    QFETCH(int, height);
    for (const PenStroke& drawn : {smallSeven(), PenStroke{{{1, 1}, {26, 24}}, 3}}) {
      const Box box = boxOf(rasterize(centred(std::vector{drawn}, width, height), width, height), width, height);
      QVERIFY2(std::hypot(box.x - width / 2.0, box.y - height / 2.0) < 0.25, qPrintable(QStringLiteral("centre %1, %2").arg(box.x).arg(box.y)));
      const double longer = std::max(box.right - box.left, box.bottom - box.top) + 1;
      QVERIFY2(std::abs(longer - 20.0 / 28.0 * std::min(width, height)) <= 1, qPrintable(QStringLiteral("longer side %1").arg(longer)));
    }
  }

  void withoutInkNothingIsMoved() {
    QVERIFY(centred({}, 28, 28).empty());
    const std::vector<PenStroke> outside{{{{-20, -20}, {-30, -20}}, 2}};
    QCOMPARE(centred(outside, 28, 28)[0].points[0].x, -20.0);
  }
};

QTEST_APPLESS_MAIN(TestDrawing)
#include "test_drawing.moc"
