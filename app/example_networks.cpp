// The pictures of examples with pictures, sequences and texts.
#include "app/example_board.h"

#include <QPolygonF>

#include <array>
#include <cmath>
#include <numbers>

namespace glassbox {
namespace {

constexpr qreal kLine = 1.5;

/// `count` sheets behind one another, the first in front at `front`.
void paintSheets(Board& b, const QRectF& front, int count) {
  constexpr qreal kShift = 5;
  for (int i = count - 1; i >= 0; --i) {
    b.p.setPen(QPen(b.t.color(ColorRole::KConv, i == 0 ? 1 : 0.5), i == 0 ? kLine : 1));
    b.p.setBrush(b.t.color(ColorRole::Raised));
    b.p.drawRect(front.translated(kShift * i, -kShift * i));
  }
}

void paintColumn(Board& b, qreal x, qreal height, ColorRole kind) {
  b.p.setPen(roundPen(b.t.color(kind), 3));
  b.p.drawLine(QPointF(x, -height / 2), QPointF(x, height / 2));
}

void paintArrow(Board& b, QPointF from, QPointF to, const QColor& color) {
  constexpr qreal kHead = 4;
  const QPointF along = to - from;
  const qreal length = std::hypot(along.x(), along.y());
  const QPointF unit = along / length, across(-unit.y(), unit.x());
  b.p.setPen(roundPen(color, kLine));
  b.p.drawLine(from, to);
  b.p.drawPolyline(QPolygonF{to - kHead * (unit - 0.6 * across), to, to - kHead * (unit + 0.6 * across)});
}

// As large as the units of the board, not as the text size of the program.
void setLetters(Board& b, FontRole role, int pixels) {
  QFont font = b.t.font(role);
  font.setPixelSize(pixels);
  b.p.setFont(font);
}

void paintWord(Board& b, const QRectF& place, const QString& word, ColorRole role, int alignment = Qt::AlignCenter) {
  b.p.setPen(b.t.color(role));
  b.p.drawText(place, alignment, word);
}

} // namespace

// A small window on a digit, and the maps that it makes of it.
void paintFeatureMaps(Board& b) {
  paintDigit(b, QPointF(-96, -36), 3);
  const QRectF window(-78, -28, 18, 18);
  b.p.setBrush(Qt::NoBrush);
  b.p.setPen(QPen(b.t.color(ColorRole::KConv), 2));
  b.p.drawRect(window);
  const QRectF map(14, -22, 46, 50);
  const QRectF cell(24, -14, 6, 6);
  paintSheets(b, map, 5);
  b.p.setPen(QPen(b.t.color(ColorRole::KConv, 0.6), 1));
  b.p.drawLine(window.topRight(), cell.topLeft());
  b.p.drawLine(window.bottomRight(), cell.bottomLeft());
  b.p.fillRect(cell, b.t.color(ColorRole::KConv));
}

// The classic order: maps that become more and smaller, then dense layers.
void paintLeNetDigits(Board& b) {
  b.p.save();
  b.p.translate(-104, 0);
  b.p.scale(0.62, 0.62);
  paintDigit(b, QPointF(0, -36), 2);
  b.p.restore();
  paintSheets(b, QRectF(-58, -22, 40, 52), 3);
  paintSheets(b, QRectF(8, -12, 24, 32), 5);
  paintColumn(b, 70, 66, ColorRole::KDense);
  paintColumn(b, 84, 46, ColorRole::KDense);
  paintColumn(b, 98, 22, ColorRole::KDense);
}

void paintLeNetShapes(Board& b) {
  b.p.fillRect(QRectF(-106, -32, 64, 64), b.t.color(ColorRole::Raised));
  b.p.setPen(Qt::NoPen);
  b.p.setBrush(b.t.color(ColorRole::C1));
  b.p.drawEllipse(QPointF(-88, -14), 12, 12);
  b.p.setBrush(b.t.color(ColorRole::C2));
  b.p.drawPolygon(QPolygonF{QPointF(-58, -28), QPointF(-46, -6), QPointF(-70, -6)});
  b.p.setBrush(b.t.color(ColorRole::C4));
  b.p.drawRect(QRectF(-98, 7, 20, 20));
  QPolygonF star;
  for (int i = 0; i < 10; ++i) {
    const double angle = -std::numbers::pi / 2 + i * std::numbers::pi / 5, radius = i % 2 == 0 ? 13 : 5.5;
    star << QPointF(-58 + radius * std::cos(angle), 16 + radius * std::sin(angle));
  }
  b.p.setBrush(b.t.color(ColorRole::C3));
  b.p.drawPolygon(star);
  b.p.setBrush(Qt::NoBrush);
  b.p.setPen(QPen(b.t.color(ColorRole::Ctrl), 1));
  b.p.drawRect(QRectF(-106, -32, 64, 64));
  paintSheets(b, QRectF(-22, -22, 40, 52), 3);
  paintSheets(b, QRectF(44, -12, 24, 32), 5);
  paintColumn(b, 104, 52, ColorRole::KDense);
}

// One cell step after step; what comes in at the first is said at the last.
void paintEcho(Board& b) {
  constexpr int kSteps = 5;
  constexpr qreal kPitch = 44, kSide = 24;
  for (int i = 0; i < kSteps; ++i) {
    const qreal x = (i - (kSteps - 1) / 2.0) * kPitch;
    const bool first = i == 0, last = i == kSteps - 1;
    paintArrow(b, QPointF(x, 38), QPointF(x, kSide / 2 + 2), b.t.color(first ? ColorRole::Fwd : ColorRole::Ctrl, first ? 1 : 0.5));
    if (last) paintArrow(b, QPointF(x, -kSide / 2), QPointF(x, -38), b.t.color(ColorRole::Fwd));
    if (!last) paintArrow(b, QPointF(x + kSide / 2, 0), QPointF(x + kPitch - kSide / 2 - 2, 0), b.t.color(ColorRole::KSeq));
    b.p.setPen(QPen(b.t.color(ColorRole::KSeq), kLine));
    b.p.setBrush(b.t.color(ColorRole::Raised));
    b.p.drawRoundedRect(QRectF(x - kSide / 2, -kSide / 2, kSide, kSide), 4, 4);
  }
}

// Numbers as bars; two are marked, and their sum is asked for.
void paintAdding(Board& b) {
  constexpr std::array<double, 14> kNumbers{.5, .25, .8, .6, .35, .9, .2, .7, .45, .3, .85, .55, .15, .65};
  constexpr std::size_t kFirst = 2, kSecond = 9;
  constexpr qreal kPitch = 13, kFoot = 30, kTall = 44;
  const auto x = [](std::size_t i) { return -108 + static_cast<qreal>(i) * kPitch; };
  for (std::size_t i = 0; i < kNumbers.size(); ++i) {
    const bool marked = i == kFirst || i == kSecond;
    b.p.fillRect(QRectF(x(i), kFoot - kTall * kNumbers[i], 9, kTall * kNumbers[i]), b.t.color(marked ? ColorRole::Accent : ColorRole::SeqM, marked ? 1 : 0.6));
    b.p.setBrush(marked ? b.t.color(ColorRole::Accent) : b.t.color(ColorRole::Canvas));
    b.p.setPen(QPen(b.t.color(marked ? ColorRole::Accent : ColorRole::Ctrl), 1));
    b.p.drawEllipse(QPointF(x(i) + 4.5, -30), 3, 3);
  }
  setLetters(b, FontRole::Bold, 16);
  paintWord(b, QRectF(76, -2, 16, 24), QStringLiteral("="), ColorRole::Text);
  const qreal sum = kTall * (kNumbers[kFirst] + kNumbers[kSecond]);
  b.p.fillRect(QRectF(96, kFoot - sum, 12, kTall * kNumbers[kFirst]), b.t.color(ColorRole::Accent));
  b.p.fillRect(QRectF(96, kFoot - kTall * kNumbers[kSecond] + 1, 12, kTall * kNumbers[kSecond] - 1), b.t.color(ColorRole::Accent));
}

// Words that are used alike lie together, and two pairs differ by the same step.
void paintEmbedding(Board& b) {
  const std::array<QPointF, 4> corner{{{-84, 20}, {-52, -22}, {-10, 28}, {22, -14}}};
  const QColor step = b.t.color(ColorRole::KSeq);
  paintArrow(b, corner[0], corner[1] + QPointF(-3, 4), step);
  paintArrow(b, corner[2], corner[3] + QPointF(-3, 4), step);
  const auto points = [&b](ColorRole role, std::initializer_list<QPointF> places) {
    b.p.setPen(QPen(b.t.color(ColorRole::Raised), 0.75));
    b.p.setBrush(b.t.color(role));
    for (const QPointF& at : places) b.p.drawEllipse(at, 4, 4);
  };
  points(ColorRole::C0, {corner[0], corner[1], corner[2], corner[3]});
  points(ColorRole::C2, {{68, -30}, {82, -22}, {66, -16}, {86, -36}});
  points(ColorRole::C1, {{72, 22}, {88, 16}, {84, 32}, {100, 26}});
}

// The attention of a word that is said backwards: each place looks at the mirrored one.
void paintMirror(Board& b) {
  constexpr int kSide = 6;
  constexpr qreal kPitch = 14;
  for (int row = 0; row < kSide; ++row)
    for (int column = 0; column < kSide; ++column) {
      const double weight = column == kSide - 1 - row ? 0.9 : 0.06 + 0.1 * ((row * 5 + column * 3) % 4) / 3;
      b.p.fillRect(QRectF((column - kSide / 2) * kPitch, (row - kSide / 2) * kPitch, 13, 13), QColor::fromRgb(b.t.sequential(weight)));
    }
}

void paintSums(Board& b) {
  struct Guess {
    double share;
    const char* answer;
  };
  constexpr std::array<Guess, 3> kGuesses{{{.91, "85"}, {.05, "75"}, {.02, "86"}}};
  setLetters(b, FontRole::Mono, 15);
  const QString sum = QStringLiteral("27+58=");
  const qreal wide = b.p.fontMetrics().horizontalAdvance(sum);
  paintWord(b, QRectF(-108, -32, wide, 20), sum, ColorRole::Text, Qt::AlignLeft | Qt::AlignVCenter);
  QFont bold = b.p.font();
  bold.setBold(true);
  b.p.setFont(bold);
  paintWord(b, QRectF(-108 + wide, -32, 30, 20), QStringLiteral("85"), ColorRole::Accent, Qt::AlignLeft | Qt::AlignVCenter);
  setLetters(b, FontRole::Hint, 11);
  for (std::size_t i = 0; i < kGuesses.size(); ++i) {
    const qreal top = -30 + 22 * static_cast<qreal>(i), length = 84 * kGuesses[i].share;
    b.p.fillRect(QRectF(-2, top, length, 15), b.t.color(ColorRole::Seq1, 0.9 - 0.2 * static_cast<qreal>(i)));
    paintWord(b, QRectF(2 + length, top, 24, 15), QLatin1String(kGuesses[i].answer), ColorRole::Text2, Qt::AlignLeft | Qt::AlignVCenter);
  }
}

// Lines of a text; the last one is still being written.
void paintText(Board& b) {
  constexpr std::array<std::array<qreal, 5>, 4> kWords{{{30, 52, 22, 44, 28}, {46, 20, 60, 34, 18}, {24, 38, 46, 26, 40}, {34, 28, 0, 0, 0}}};
  constexpr qreal kGap = 7, kPitch = 19, kLeft = -104;
  b.p.setPen(Qt::NoPen);
  for (std::size_t line = 0; line < kWords.size(); ++line) {
    qreal x = kLeft;
    const qreal y = -34 + kPitch * static_cast<qreal>(line);
    for (const qreal word : kWords[line]) {
      if (word == 0) break;
      b.p.setBrush(b.t.color(ColorRole::KSeq, 0.35));
      b.p.drawRoundedRect(QRectF(x, y, word, 9), 3, 3);
      x += word + kGap;
    }
    if (line + 1 < kWords.size()) continue;
    b.p.setBrush(b.t.color(ColorRole::Accent));
    b.p.drawRoundedRect(QRectF(x, y, 40, 9), 3, 3);
    b.p.fillRect(QRectF(x + 44, y - 3, 2, 15), b.t.color(ColorRole::Text));
  }
}

// Much goes in, little passes the middle, the same comes out.
void paintAutoencoder(Board& b) {
  b.p.setPen(QPen(b.t.color(ColorRole::Ctrl), kLine));
  b.p.drawLine(QPointF(-32, 0), QPointF(32, 0));
  b.p.setPen(QPen(b.t.color(ColorRole::KDense), kLine));
  b.p.setBrush(b.t.color(ColorRole::Raised));
  b.p.drawPolygon(QPolygonF{QPointF(-88, -32), QPointF(-32, -14), QPointF(-32, 14), QPointF(-88, 32)});
  b.p.drawPolygon(QPolygonF{QPointF(88, -32), QPointF(32, -14), QPointF(32, 14), QPointF(88, 32)});
  b.p.setPen(Qt::NoPen);
  b.p.setBrush(b.t.color(ColorRole::KDense));
  b.p.drawRoundedRect(QRectF(-6, -10, 12, 20), 2, 2);
}

} // namespace glassbox
