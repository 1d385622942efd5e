#include "app/example_picture.h"

#include "app/example_board.h"
#include "engine/data/data_spec.h"
#include "widgets/common/theme_manager.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>

namespace glassbox {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kGoldenAngle = kPi * (3 - 2.2360679774997896); // 137.5 degrees spread points without rows
constexpr double kWash = 0.5;                                   // of surfaces under points

// Class 0 is an orange circle, class 1 a blue square, as everywhere in the program.
void paintPoint(Board& b, QPointF at, int label) {
  constexpr qreal kRadius = 3;
  b.p.setPen(QPen(b.t.color(ColorRole::Raised), 0.75));
  b.p.setBrush(b.t.color(label == 0 ? ColorRole::Neg : ColorRole::Pos));
  if (label == 0)
    b.p.drawEllipse(at, kRadius, kRadius);
  else
    b.p.drawRect(QRectF(at.x() - 0.9 * kRadius, at.y() - 0.9 * kRadius, 1.8 * kRadius, 1.8 * kRadius));
}

// What a network answers at each place: `answer(x, y)` in [-1, 1].
template<typename Answer> void paintSurface(Board& b, const Answer& answer) {
  const QSize size(std::max(1, qRound(b.area.width() * b.pixels)), std::max(1, qRound(b.area.height() * b.pixels)));
  QImage image(size, QImage::Format_RGB32);
  for (int row = 0; row < size.height(); ++row) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
    const double y = b.area.top() + (row + 0.5) / b.pixels;
    for (int column = 0; column < size.width(); ++column)
      line[column] = b.t.diverging(kWash * answer(b.area.left() + (column + 0.5) / b.pixels, y));
  }
  b.p.drawImage(b.area, image);
}

// `count` points, dense in the middle as a normal distribution of width `sigma`: evenly spaced quantiles of the radius.
template<typename Visit> void forCloud(QPointF center, double sigma, int count, const Visit& visit) {
  for (int i = 0; i < count; ++i) {
    const double radius = sigma * std::sqrt(-2 * std::log(1 - (i + 0.5) / count)), angle = i * kGoldenAngle;
    visit(center + QPointF(radius * std::cos(angle), radius * std::sin(angle)));
  }
}

void paintLine(Board& b) {
  constexpr std::array<QPointF, 12> kPoints{
      {{-101, 24}, {-84, 32}, {-66, 14}, {-51, 22}, {-32, 4}, {-14, 9}, {3, -7}, {22, 5}, {40, -19}, {60, -8}, {79, -30}, {99, -21}}};
  const auto height = [](double x) { return -0.27 * x; };
  b.p.setPen(QPen(b.t.color(ColorRole::Ctrl), 1));
  b.p.drawPolyline(QPolygonF{QPointF(-118.5, -40), QPointF(-118.5, 38.5), QPointF(118, 38.5)});
  b.p.setPen(QPen(b.t.color(ColorRole::Ctrl, 0.7), 1)); // what the squared error measures
  for (const QPointF& point : kPoints) b.p.drawLine(point, QPointF(point.x(), height(point.x())));
  b.p.setPen(roundPen(b.t.color(ColorRole::Fwd), 2));
  b.p.drawLine(QPointF(-116, height(-116)), QPointF(116, height(116)));
  b.p.setPen(Qt::NoPen);
  b.p.setBrush(b.t.color(ColorRole::Train));
  for (const QPointF& point : kPoints) b.p.drawEllipse(point, 3, 3);
}

void paintClouds(Board& b) {
  constexpr double kX = 0.94, kY = -0.34; // unit vector across the border
  constexpr int kCount = 26;
  constexpr double kApart = 40, kSigma = 13;
  paintSurface(b, [](double x, double y) { return std::tanh((kX * x + kY * y) / 26); });
  b.p.setPen(QPen(b.t.color(ColorRole::Text), 1));
  b.p.drawLine(QPointF(-60 * -kY, -60 * kX), QPointF(60 * -kY, 60 * kX));
  forCloud({-kApart * kX, -kApart * kY}, kSigma, kCount, [&](QPointF at) { paintPoint(b, at, 0); });
  forCloud({kApart * kX, kApart * kY}, kSigma, kCount, [&](QPointF at) { paintPoint(b, at, 1); });
}

void paintXor(Board& b) {
  constexpr double kAside = 46, kAbove = 24;
  // Two borders that meet: positive where x and y (upwards) differ in sign.
  paintSurface(b, [](double x, double y) { return std::tanh(x / 16) * std::tanh(y / 12); });
  b.p.setPen(QPen(b.t.color(ColorRole::Text), 1));
  b.p.drawLine(QPointF(b.area.left(), 0), QPointF(b.area.right(), 0));
  b.p.drawLine(QPointF(0, b.area.top()), QPointF(0, b.area.bottom()));
  for (const double side : {-1.0, 1.0})
    for (const double above : {-1.0, 1.0})
      forCloud({side * kAside, above * kAbove}, 7.5, 11, [&](QPointF at) { paintPoint(b, at, side * above > 0 ? 1 : 0); });
}

void paintSpirals(Board& b) {
  constexpr double kInner = 7, kOuter = 43, kTurns = 1.15;
  constexpr int kCount = 26; // points of one arm
  const auto angleAt = [=](double radius) {
    return kPi / 3 + 2 * kPi * kTurns * (std::clamp(radius, kInner, kOuter) - kInner) / (kOuter - kInner);
  };
  paintSurface(b, [&](double x, double y) {
    const double radius = std::hypot(x, y);
    return -std::cos(std::atan2(y, x) - angleAt(radius)) * std::min(1.0, radius / 12);
  });
  for (int i = 0; i < kCount; ++i) {
    // Evenly along the arm, whose length grows with the square of the radius.
    const double radius = std::sqrt(kInner * kInner + (kOuter * kOuter - kInner * kInner) * (i + 0.5) / kCount);
    const double angle = angleAt(radius), aside = 1.4 * std::sin(i * kGoldenAngle);
    const QPointF at((radius + aside) * std::cos(angle), (radius + aside) * std::sin(angle));
    paintPoint(b, at, 0);
    paintPoint(b, -at, 1);
  }
}

void paintDigits(Board& b) {
  for (int i = 0; i < 3; ++i) paintDigit(b, QPointF(-93 + 66 * i, -36), std::array{2, 3, 6}[static_cast<std::size_t>(i)]);
}

constexpr int kGhostSide = 28, kGhostCount = 10;
using Ghosts = std::array<std::array<double, kGhostSide * kGhostSide>, kGhostCount>;

// What one layer learns looks much like this: the mean picture of each digit less the mean of all. Largest magnitude 1.
Ghosts makeGhosts() {
  Ghosts ghosts{};
  const GeneratorDef* digits = findGenerator("digits");
  if (!digits) return ghosts;
  const Result<Params> params = complete(digits->params, {{"images", std::int64_t{600}}});
  if (!params) return ghosts;
  const Result<Dataset> data = digits->make(*params, 1);
  if (!data) return ghosts;
  const std::size_t pixels = ghosts[0].size();
  const std::size_t images = data->target.bytes.size();
  assert(data->inputs[0].bytes.size() == images * pixels);
  for (std::size_t image = 0; image < images; ++image)
    for (std::size_t i = 0; i < pixels; ++i) ghosts[data->target.bytes[image]][i] += data->inputs[0].bytes[image * pixels + i];
  for (std::size_t i = 0; i < pixels; ++i) {
    double mean = 0;
    for (const auto& ghost : ghosts) mean += ghost[i] / kGhostCount;
    for (auto& ghost : ghosts) ghost[i] -= mean;
  }
  for (auto& ghost : ghosts) {
    double most = 0;
    for (const double value : ghost) most = std::max(most, std::abs(value));
    for (double& value : ghost) value /= most > 0 ? most : 1;
  }
  return ghosts;
}

void paintGhosts(Board& b) {
  static const Ghosts ghosts = makeGhosts();
  constexpr qreal kSide = 40, kGap = 4;
  b.p.setRenderHint(QPainter::SmoothPixmapTransform);
  for (int digit = 0; digit < kGhostCount; ++digit) {
    QImage image(kGhostSide, kGhostSide, QImage::Format_RGB32);
    for (int y = 0; y < kGhostSide; ++y)
      for (int x = 0; x < kGhostSide; ++x)
        image.setPixel(x, y, b.t.diverging(ghosts[static_cast<std::size_t>(digit)][static_cast<std::size_t>(y * kGhostSide + x)]));
    const QPointF corner(-2.5 * kSide - 2 * kGap + digit % 5 * (kSide + kGap), -kSide - kGap / 2 + digit / 5 * (kSide + kGap));
    QPainterPath frame;
    frame.addRoundedRect(QRectF(corner, QSizeF(kSide, kSide)), 2, 2);
    b.p.save();
    b.p.setClipPath(frame, Qt::IntersectClip);
    b.p.drawImage(QRectF(corner, QSizeF(kSide, kSide)), image);
    b.p.restore();
  }
}

// Picture, one hidden layer, the probabilities of the ten digits.
void paintHiddenLayer(Board& b) {
  constexpr std::array<double, 8> kUnits{.1, .75, .3, 0, .95, .15, .55, .05};
  constexpr std::array<double, 10> kProbabilities{.03, .10, .05, .03, .03, .03, .02, .88, .03, .12};
  constexpr qreal kUnitX = -18, kBarX = 34, kUnitPitch = 10.5, kBarPitch = 8.4, kLongest = 62;
  const auto unitY = [](std::size_t i) { return (static_cast<qreal>(i) - 3.5) * kUnitPitch; };
  const auto barY = [](std::size_t i) { return (static_cast<qreal>(i) - 4.5) * kBarPitch; };
  for (std::size_t unit = 0; unit < kUnits.size(); ++unit) {
    b.p.setPen(QPen(b.t.color(ColorRole::Ctrl, 0.25 + 0.6 * kUnits[unit]), 0.5 + kUnits[unit]));
    b.p.drawLine(QPointF(-48, unitY(unit)), QPointF(kUnitX - 4, unitY(unit)));
    for (std::size_t bar = 0; bar < kProbabilities.size(); ++bar) {
      const double strength = kUnits[unit] * kProbabilities[bar];
      b.p.setPen(QPen(b.t.color(ColorRole::Ctrl, 0.18 + 0.8 * strength), 0.5 + strength));
      b.p.drawLine(QPointF(kUnitX + 4, unitY(unit)), QPointF(kBarX - 3, barY(bar)));
    }
  }
  paintDigit(b, QPointF(-102, -36), 7);
  for (std::size_t unit = 0; unit < kUnits.size(); ++unit) {
    b.p.setPen(QPen(b.t.color(ColorRole::Ctrl), 1));
    b.p.setBrush(QColor::fromRgb(b.t.sequential(kUnits[unit])));
    b.p.drawRoundedRect(QRectF(kUnitX - 4, unitY(unit) - 4, 8, 8), 2, 2);
  }
  b.p.setPen(Qt::NoPen);
  for (std::size_t bar = 0; bar < kProbabilities.size(); ++bar) {
    b.p.setBrush(b.t.color(kProbabilities[bar] > 0.5 ? ColorRole::Accent : ColorRole::SeqM));
    b.p.drawRoundedRect(QRectF(kBarX, barY(bar) - 3, std::max(2.0, kLongest * kProbabilities[bar]), 6), 1, 1);
  }
}

// A network with no particular task.
void paintNetwork(Board& b) {
  constexpr std::array<int, 4> kLayers{3, 4, 4, 2};
  constexpr qreal kAcross = 48, kDown = 22;
  const auto at = [&](std::size_t layer, int unit) {
    return QPointF((static_cast<qreal>(layer) - 1.5) * kAcross, (unit - (kLayers[layer] - 1) / 2.0) * kDown);
  };
  int number = 0;
  for (std::size_t layer = 0; layer + 1 < kLayers.size(); ++layer)
    for (int from = 0; from < kLayers[layer]; ++from)
      for (int to = 0; to < kLayers[layer + 1]; ++to) {
        ++number;
        const double weight = std::sin(number * 2.9) * std::cos(number * 0.83), size = std::abs(weight);
        b.p.setPen(QPen(b.t.color(weight < 0 ? ColorRole::Neg : ColorRole::Pos, 0.22 + 0.68 * size), 0.5 + 2.5 * size));
        b.p.drawLine(at(layer, from), at(layer + 1, to));
      }
  b.p.setPen(QPen(b.t.color(ColorRole::Ctrl), 1.25));
  b.p.setBrush(b.t.color(ColorRole::Raised));
  for (std::size_t layer = 0; layer < kLayers.size(); ++layer)
    for (int unit = 0; unit < kLayers[layer]; ++unit) b.p.drawEllipse(at(layer, unit), 7, 7);
}

struct Example {
  const char* name;
  QSizeF needs; // units that must be seen
  void (*paint)(Board&);
};

constexpr Example kPictures[] = {
    {"linear-regression", {244, 96}, paintLine},
    {"logistic-regression", {140, 96}, paintClouds},
    {"xor", {132, 96}, paintXor},
    {"spirals", {96, 96}, paintSpirals},
    {"mnist-softmax", {232, 96}, paintGhosts},
    {"mnist-mlp-128", {224, 96}, paintHiddenLayer},
    {"mnist-mlp-128-64", {208, 96}, paintDigits},
    {"mnist-cnn", {216, 96}, paintFeatureMaps},
    {"lenet-28", {224, 96}, paintLeNetDigits},
    {"lenet-32", {228, 96}, paintLeNetShapes},
    {"rnn-echo", {224, 96}, paintEcho},
    {"rnn-adding", {236, 96}, paintAdding},
    {"embedding", {224, 96}, paintEmbedding},
    {"attention-reverse", {96, 96}, paintMirror},
    {"gpt-sums", {236, 96}, paintSums},
    {"gpt-text", {236, 96}, paintText},
    {"autoencoder", {196, 96}, paintAutoencoder},
};
constexpr Example kOther{"", {180, 88}, paintNetwork};

const Example& pictureOf(const QString& name) {
  for (const Example& picture : kPictures)
    if (name == QLatin1String(picture.name)) return picture;
  return kOther;
}

} // namespace

bool hasExamplePicture(const QString& name) { return pictureOf(name).paint != paintNetwork; }

QPixmap examplePicture(const QString& name, const QSize& size, qreal devicePixelRatio) {
  const Example& picture = pictureOf(name);
  const QString key = QStringLiteral("glassbox-example:%1:%2x%3:%4:%5")
                          .arg(QLatin1String(picture.name))
                          .arg(size.width())
                          .arg(size.height())
                          .arg(devicePixelRatio)
                          .arg(theme().isDark());
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;

  pixmap = QPixmap(size * devicePixelRatio);
  pixmap.setDevicePixelRatio(devicePixelRatio);
  pixmap.fill(theme().color(ColorRole::Canvas));
  const qreal scale = std::min(size.width() / picture.needs.width(), size.height() / picture.needs.height());
  if (scale <= 0) return pixmap;
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(size.width() / 2.0, size.height() / 2.0);
  painter.scale(scale, scale);
  const QSizeF seen = QSizeF(size) / scale;
  Board board{painter, theme(), QRectF(QPointF(-seen.width() / 2, -seen.height() / 2), seen), scale * devicePixelRatio};
  picture.paint(board);
  painter.end();
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

} // namespace glassbox
