// Selected tiles in a line or at equal distances.
#include "widgets/diagram/align.h"
#include "widgets/diagram/diagram_view.h"

#include <QAction>
#include <QTest>

using namespace glassbox;

class TestAlign : public QObject {
  Q_OBJECT

private slots:
  void leftEdgesStandUnderEachOther() {
    const Layout out = aligned(m_boxes, m_places, {"a", "b", "c"}, Align::Left);
    for (const char* id : {"a", "b", "c"}) QCOMPARE(out.at(id).x, 0.0);
    QCOMPARE(out.at("a").y, 0.0);
    // b's upper edge, 104 - 56 = 48, is below a's lower one, 24: it stays. c, 40 to 88, would lie on b and comes after it.
    QCOMPARE(out.at("c").y, 64.0);
    QCOMPARE(out.at("b").y, 88.0 + kRowGap + 56);
    QVERIFY(out.at("d") == m_places.at("d"));
  }

  void upperEdgesStandAtOneHeight() {
    const Layout out = aligned(m_boxes, m_places, {"a", "b"}, Align::Top);
    QCOMPARE(out.at("a").y - 24, -24.0);
    QCOMPARE(out.at("b").y - 56, -24.0);
    QCOMPARE(out.at("b").x, 200.0);
  }

  void aRowHasTheHeightOfItsFirstTile() {
    const Layout out = aligned(m_boxes, m_places, {"b", "d"}, Align::Middle);
    QCOMPARE(out.at("b").y, 104.0);
    QCOMPARE(out.at("d").y, 104.0);
  }

  void distributingMakesTheGapsEqualAndKeepsTheOuterTwo() {
    const Layout out = aligned(m_boxes, m_places, {"a", "b", "d"}, Align::Distribute);
    QCOMPARE(out.at("a").x, 0.0);
    QCOMPARE(out.at("d").x, 664.0);
    // From 0 to 800 three tiles of 136: gaps of (800 - 408) / 2 = 196; b at 136 + 196 = 332, on the grid of 8: 336.
    QCOMPARE(out.at("b").x, 336.0);
    QCOMPARE(out.at("b").y, 104.0);
  }

  void tooFewTilesStayWhereTheyAre() {
    QVERIFY(aligned(m_boxes, m_places, {"b"}, Align::Left) == m_places);
    QVERIFY(aligned(m_boxes, m_places, {"a", "b"}, Align::Distribute) == m_places);
  }

  void theActionsFollowTheSelectionAndCanBeUndone() {
    Document document;
    Project project;
    project.spec = *parseLine("input 20 | dense 20 | dense 20 | mse");
    document.open(project);
    DiagramView view(&document);
    AlignActions actions(&document, &view);
    view.resize(800, 500);
    view.show();
    view.select({"dense1"});
    QVERIFY(!actions[Align::Left]->isEnabled());
    view.select({"dense1", "dense2"});
    QVERIFY(actions[Align::Left]->isEnabled());
    QVERIFY(!actions[Align::Distribute]->isEnabled());
    actions[Align::Left]->trigger();
    QCOMPARE(view.diagram()->places().at("dense1").x, view.diagram()->places().at("dense2").x);
    QVERIFY(view.diagram()->places().at("dense1").y < view.diagram()->places().at("dense2").y);
    document.undoStack()->undo();
    QVERIFY(view.diagram()->places().at("dense1").x < view.diagram()->places().at("dense2").x);
  }

private:
  const std::vector<LayoutBox> m_boxes{{"a", 136, 24, 24}, {"b", 136, 56, 56}, {"c", 136, 24, 24}, {"d", 136, 24, 24}};
  const Layout m_places{{"a", {0, 0}}, {"b", {200, 104}}, {"c", {400, 64}}, {"d", {664, 300}}};
};

QTEST_MAIN(TestAlign)
#include "test_align.moc"
