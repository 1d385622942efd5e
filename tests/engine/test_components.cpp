// Principal components and nearest rows, against numpy (tests/golden/make_pca.py).
#include <QTest>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/experiment/principal_components.h"

using namespace glassbox;

namespace {

/// As in make_pca.py.
std::vector<float> tableOf(std::int64_t rows, std::int64_t width) {
  std::vector<float> table;
  for (std::int64_t i = 0; i < rows; ++i)
    for (std::int64_t j = 0; j < width; ++j) {
      const float noise = static_cast<float>((i * 37 + j * 101 + i * j * 13 + i * i * 7) % 97) / 97.0f - 0.5f;
      table.push_back(noise + (static_cast<float>(i % 5) - 2) * (static_cast<float>(j % 3) - 1));
    }
  return table;
}

}  // namespace

class TestComponents : public QObject {
  Q_OBJECT

 private slots:
  void directionsVariancesAndScoresAreNumpys_data() {
    QTest::addColumn<int>("number");
    QTest::newRow("more rows than columns") << 0;
    QTest::newRow("more columns than rows") << 1;
  }
  void directionsVariancesAndScoresAreNumpys() {
    QFETCH(int, number);
    const nlohmann::json golden = nlohmann::json::parse(std::ifstream(GLASSBOX_SOURCE_DIR "/tests/golden/pca.json"))["cases"][static_cast<std::size_t>(number)];
    const std::int64_t rows = golden["rows"], width = golden["width"];
    const std::vector<float> table = tableOf(rows, width);
    const Result<PrincipalComponents> found = principalComponents(table, rows, width, 2);
    QVERIFY(found.ok());
    QCOMPARE(found->count, 2);
    const auto near = [](double a, double b) { return std::abs(a - b) <= 1e-10 * std::max(1.0, std::abs(b)); };
    QVERIFY(near(found->total, golden["total"]));
    for (std::size_t k = 0; k < 2; ++k) {
      QVERIFY2(near(found->variances[k], golden["variances"][k]), qPrintable(QString::number(found->variances[k], 'g', 12)));
      for (std::size_t j = 0; j < static_cast<std::size_t>(width); ++j)
        QVERIFY2(near(found->directions[k * static_cast<std::size_t>(width) + j], golden["directions"][k][j]), qPrintable(QString("direction %1, component %2").arg(k).arg(j)));
      for (std::size_t i = 0; i < static_cast<std::size_t>(rows); ++i)
        QVERIFY2(near(found->scores[i * 2 + k], golden["scores"][i][k]), qPrintable(QString("row %1 along direction %2").arg(i).arg(k)));
    }
    const std::vector<Neighbor> nearest = nearestByCosine(table, rows, width, 3, 10);
    QCOMPARE(nearest.size(), std::min<std::size_t>(10, static_cast<std::size_t>(rows - 1)));
    for (std::size_t i = 0; i < nearest.size(); ++i) {
      QCOMPARE(nearest[i].row, golden["nearest"][i].get<std::int64_t>());
      QVERIFY(near(nearest[i].cosine, golden["cosines"][i]));
    }
  }

  void aDirectionKeepsTheSideItHadBefore() {
    const std::vector<float> table = tableOf(40, 8);
    const Result<PrincipalComponents> plain = principalComponents(table, 40, 8, 2);
    PrincipalComponents before = *plain, next = *plain;
    for (std::size_t j = 0; j < 8; ++j) before.directions[j] = -before.directions[j];
    keepSides(next, before);
    for (std::size_t j = 0; j < 8; ++j) QCOMPARE(next.directions[j], -plain->directions[j]);
    for (std::size_t j = 8; j < 16; ++j) QCOMPARE(next.directions[j], plain->directions[j]);
    for (std::size_t i = 0; i < 40; ++i) {
      QCOMPARE(next.scores[2 * i], -plain->scores[2 * i]);
      QCOMPARE(next.scores[2 * i + 1], plain->scores[2 * i + 1]);
    }
  }

  void whatHasNoComponentsIsSaid() {
    QVERIFY(!principalComponents(std::vector<float>{1, 2, 3}, 1, 3, 2).ok());
    QVERIFY(!principalComponents(std::vector<float>{1, NAN, 3, 4}, 2, 2, 2).ok());
    const Result<PrincipalComponents> flat = principalComponents(std::vector<float>{1, 2, 1, 2, 1, 2}, 3, 2, 2);
    QVERIFY(flat.ok());
    QCOMPARE(flat->share(0), 0.0);
  }
};

QTEST_GUILESS_MAIN(TestComponents)
#include "test_components.moc"
