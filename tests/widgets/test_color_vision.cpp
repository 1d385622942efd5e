// The colors as people see them who lack one kind of cones: simulated, and no closer than the design allows.
#include "widgets/common/oklab.h"
#include "widgets/common/theme.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace glassbox;

namespace {

using Vec3 = std::array<double, 3>;
using Mat3 = std::array<Vec3, 3>;

// G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009),
// severity 1, on linear sRGB. Rows add up to 1: grey stays grey.
constexpr Mat3 kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Mat3 kProtan{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Mat3 kDeutan{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Mat3 kTritan{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

struct Eye {
  const char* name;
  const Mat3& sees;
};
const Eye kEyes[] = {{"normal", kNormal}, {"protan", kProtan}, {"deutan", kDeutan}, {"tritan", kTritan}};

QColor seenBy(const Mat3& sees, QColor color) {
  const Vec3 light{linearLight(color.redF()), linearLight(color.greenF()), linearLight(color.blueF())};
  std::array<float, 3> screen{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double v = std::clamp(sees[i][0] * light[0] + sees[i][1] * light[1] + sees[i][2] * light[2], 0.0, 1.0);
    screen[i] = static_cast<float>(v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055);
  }
  return QColor::fromRgbF(screen[0], screen[1], screen[2]);
}

double distanceFor(const Mat3& sees, QColor a, QColor b) { return 100 * oklabDistance(seenBy(sees, a), seenBy(sees, b)); }

struct Look {
  const char* name;
  Theme theme;
};
std::array<Look, 4> looks() {
  return {{{"light", Theme(ThemeMode::Light)},
           {"dark", Theme(ThemeMode::Dark)},
           {"light, high contrast", Theme(ThemeMode::Light, TextSize::Normal, Contrast::High)},
           {"dark, high contrast", Theme(ThemeMode::Dark, TextSize::Normal, Contrast::High)}}};
}

} // namespace

class TestColorVision : public QObject {
  Q_OBJECT

 private slots:
  void greyStaysGreyAndRedAndGreenComeTogether() {
    for (const Eye& eye : kEyes) {
      const QColor grey = seenBy(eye.sees, QColor(120, 120, 120));
      QVERIFY2(std::abs(grey.red() - 120) <= 1 && std::abs(grey.green() - 120) <= 1 && std::abs(grey.blue() - 120) <= 1, eye.name);
    }
    QVERIFY(distanceFor(kDeutan, QColor(200, 60, 40), QColor(120, 130, 40)) < 0.3 * distanceFor(kNormal, QColor(200, 60, 40), QColor(120, 130, 40)));
  }

  /// The smallest distance of two of the ten classes; the design states it to one decimal.
  void anyTwoClassesAreToldApartByEveryEye_data() {
    QTest::addColumn<int>("look");
    QTest::addColumn<int>("eye");
    QTest::addColumn<double>("least");
    const double stated[2][4] = {{13.8, 7.6, 8.5, 8.5}, {15.9, 10.4, 8.4, 8.6}};
    for (int look = 0; look < 4; ++look)
      for (int eye = 0; eye < 4; ++eye)
        QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(QLatin1String(looks()[static_cast<std::size_t>(look)].name), QLatin1String(kEyes[eye].name)))) << look << eye << stated[look % 2][eye];
  }
  void anyTwoClassesAreToldApartByEveryEye() {
    QFETCH(int, look);
    QFETCH(int, eye);
    QFETCH(double, least);
    const Theme t = looks()[static_cast<std::size_t>(look)].theme;
    double smallest = 1000;
    QString pair;
    for (int a = 0; a < 10; ++a)
      for (int b = 0; b < a; ++b)
        if (const double distance = distanceFor(kEyes[eye].sees, t.classColor(a), t.classColor(b)); distance < smallest) {
          smallest = distance;
          pair = QStringLiteral("classes %1 and %2").arg(b).arg(a);
        }
    QVERIFY2(std::round(smallest * 10) >= std::round(least * 10), qPrintable(QStringLiteral("%1: %2, design %3").arg(pair).arg(smallest).arg(least)));
  }

  void positiveAndNegativeAreFarApartForEveryEye() {
    for (const Look& look : looks())
      for (const Eye& eye : kEyes) {
        const double distance = distanceFor(eye.sees, look.theme.color(ColorRole::Pos), look.theme.color(ColorRole::Neg));
        QVERIFY2(std::round(distance * 10) >= 233, qPrintable(QStringLiteral("%1, %2: %3").arg(QLatin1String(look.name), QLatin1String(eye.name)).arg(distance)));
      }
  }

  /// The curves of one run; what is known and what is computed; what lies between the ends of a ramp.
  void curvesAreFarApartForEveryEye() {
    for (const Look& look : looks())
      for (const Eye& eye : kEyes) {
        const double distance = distanceFor(eye.sees, look.theme.color(ColorRole::Train), look.theme.color(ColorRole::Test));
        QVERIFY2(distance >= 17, qPrintable(QStringLiteral("%1, %2: %3").arg(QLatin1String(look.name), QLatin1String(eye.name)).arg(distance)));
      }
  }

  /// The ends of the ramps, and their middle: a value near 0 is told from a large one of either sign.
  void rampsKeepTheirOrderForEveryEye() {
    for (const Look& look : looks())
      for (const Eye& eye : kEyes) {
        const auto at = [&](double t) { return QColor::fromRgb(look.theme.diverging(t)); };
        const double low = distanceFor(eye.sees, at(-1), at(0)), high = distanceFor(eye.sees, at(0), at(1)), across = distanceFor(eye.sees, at(-1), at(1));
        QVERIFY2(low > 17 && high > 17 && across > 23, qPrintable(QStringLiteral("%1, %2: %3 %4 %5").arg(QLatin1String(look.name), QLatin1String(eye.name)).arg(low).arg(high).arg(across)));
        double before = 0;
        for (int i = 1; i <= 10; ++i) { // lightness alone carries the sequential ramp
          const double distance = distanceFor(eye.sees, QColor::fromRgb(look.theme.sequential(0)), QColor::fromRgb(look.theme.sequential(i / 10.0)));
          QVERIFY2(distance > before, qPrintable(QStringLiteral("%1, %2 at %3: %4 after %5").arg(QLatin1String(look.name), QLatin1String(eye.name)).arg(i / 10.0).arg(distance).arg(before)));
          before = distance;
        }
      }
  }

  /// These come close for deutan eyes: the design repeats them by arrow and word, octagon and check mark. Here stands by how much.
  void pairsThatAreRepeatedBySignsAreNoCloserThanStated() {
    const auto least = [](ColorRole a, ColorRole b) {
      double smallest = 1000;
      for (const Look& look : looks())
        if (look.theme.contrastLevel() == Contrast::Normal) smallest = std::min(smallest, distanceFor(kDeutan, look.theme.color(a), look.theme.color(b)));
      return std::round(smallest * 10) / 10;
    };
    QCOMPARE(least(ColorRole::Fwd, ColorRole::Bwd), 6.8);
    QCOMPARE(least(ColorRole::Err, ColorRole::Ok), 2.5);
  }
};

QTEST_APPLESS_MAIN(TestColorVision)
#include "test_color_vision.moc"
