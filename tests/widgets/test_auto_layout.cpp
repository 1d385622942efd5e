// Where tiles stand when nobody has moved them.
#include "widgets/diagram/auto_layout.h"
#include "widgets/diagram/wire_route.h"

#include <QTest>

#include <cmath>

using namespace glassbox;

namespace {

using Links = QList<std::pair<QString, QString>>;

QRectF boxAt(const LayoutBox& box, const Layout& layout) {
  const Position at = layout.at(box.id);
  return {at.x, at.y - box.above, box.width, box.above + box.below};
}

LayoutGraph graphOf(const QStringList& ids, const Links& links) {
  LayoutGraph graph;
  int size = 0;
  for (const QString& id : ids) {
    const double half = size++ % 2 ? 56 : 24;  // tall and low tiles by turns
    graph.boxes.push_back({id.toStdString(), 136, half, half});
  }
  for (const auto& [from, to] : links) graph.links.emplace_back(from.toStdString(), to.toStdString());
  return graph;
}

// Two straight wires between neighbouring columns cross when their ends stand in opposite order.
int crossings(const LayoutGraph& graph, const Layout& layout) {
  int count = 0;
  for (std::size_t a = 0; a < graph.links.size(); ++a)
    for (std::size_t b = a + 1; b < graph.links.size(); ++b) {
      const Position a1 = layout.at(graph.links[a].first), a2 = layout.at(graph.links[a].second);
      const Position b1 = layout.at(graph.links[b].first), b2 = layout.at(graph.links[b].second);
      if (a1.x == b1.x && a2.x == b2.x && (a1.y - b1.y) * (a2.y - b2.y) < 0) ++count;
    }
  return count;
}

void addGraphs() {
  QTest::addColumn<QStringList>("ids");
  QTest::addColumn<Links>("links");
  QTest::newRow("a chain") << QStringList{"a", "b", "c", "d"} << Links{{"a", "b"}, {"b", "c"}, {"c", "d"}};
  QTest::newRow("a skip over two") << QStringList{"a", "b", "c", "d", "e"} << Links{{"a", "b"}, {"b", "c"}, {"c", "d"}, {"a", "d"}, {"d", "e"}};
  QTest::newRow("two branches of equal length")
      << QStringList{"a", "b", "c", "d", "e", "f"} << Links{{"a", "b"}, {"a", "c"}, {"b", "d"}, {"c", "e"}, {"d", "f"}, {"e", "f"}};
  QTest::newRow("branches named in crossed order")
      << QStringList{"a", "b", "c", "d", "e", "f"} << Links{{"a", "b"}, {"a", "c"}, {"b", "e"}, {"c", "d"}, {"d", "f"}, {"e", "f"}};
  QTest::newRow("a second input read late") << QStringList{"a", "b", "c", "late", "d"} << Links{{"a", "b"}, {"b", "c"}, {"c", "d"}, {"late", "d"}};
  QTest::newRow("a closed loop") << QStringList{"a", "b", "c"} << Links{{"a", "b"}, {"b", "c"}, {"c", "b"}};
  QTest::newRow("a wire to itself") << QStringList{"a", "b"} << Links{{"a", "a"}, {"a", "b"}};
  QTest::newRow("two networks and two single tiles") << QStringList{"a", "b", "s", "c", "d", "t"} << Links{{"a", "b"}, {"c", "d"}};
  QTest::newRow("nothing") << QStringList{} << Links{};
}

} // namespace

class TestAutoLayout : public QObject {
  Q_OBJECT

private slots:
  void tilesDoNotOverlap_data() { addGraphs(); }
  void tilesDoNotOverlap() {
    QFETCH(QStringList, ids);
    QFETCH(Links, links);
    const LayoutGraph graph = graphOf(ids, links);
    const Layout layout = autoLayout(graph);
    QCOMPARE(layout.size(), graph.boxes.size());
    for (std::size_t a = 0; a < graph.boxes.size(); ++a)
      for (std::size_t b = a + 1; b < graph.boxes.size(); ++b)
        QVERIFY2(!boxAt(graph.boxes[a], layout).intersects(boxAt(graph.boxes[b], layout)),
                 qPrintable(QStringLiteral("%1 and %2").arg(QString::fromStdString(graph.boxes[a].id), QString::fromStdString(graph.boxes[b].id))));
  }

  void placesSnapToTheGrid_data() { addGraphs(); }
  void placesSnapToTheGrid() {
    QFETCH(QStringList, ids);
    QFETCH(Links, links);
    for (const auto& [id, at] : autoLayout(graphOf(ids, links))) {
      QCOMPARE(std::fmod(at.x, kGrid), 0.0);
      QCOMPARE(std::fmod(at.y, kGrid), 0.0);
    }
  }

  void wiresDoNotCross_data() { addGraphs(); }
  void wiresDoNotCross() {
    QFETCH(QStringList, ids);
    QFETCH(Links, links);
    const LayoutGraph graph = graphOf(ids, links);
    QCOMPARE(crossings(graph, autoLayout(graph)), 0);
  }

  void theSameGraphGivesTheSameLayout_data() { addGraphs(); }
  void theSameGraphGivesTheSameLayout() {
    QFETCH(QStringList, ids);
    QFETCH(Links, links);
    const LayoutGraph graph = graphOf(ids, links);
    QVERIFY(autoLayout(graph) == autoLayout(graph));
  }

  void aChainIsAStraightLineFromLeftToRight() {
    const LayoutGraph graph = graphOf({"a", "b", "c"}, {{"a", "b"}, {"b", "c"}});
    const Layout layout = autoLayout(graph);
    QCOMPARE(layout.at("b").y, layout.at("a").y);
    QCOMPARE(layout.at("c").y, layout.at("a").y);
    QCOMPARE(layout.at("b").x, layout.at("a").x + 136 + kColumnGap);
    QCOMPARE(layout.at("c").x, layout.at("b").x + 136 + kColumnGap);
  }

  void aSkipLeavesTheMainPathStraight() {
    const LayoutGraph graph = graphOf({"a", "b", "c", "d"}, {{"a", "b"}, {"b", "c"}, {"c", "d"}, {"a", "d"}});
    const Layout layout = autoLayout(graph);
    for (const char* id : {"b", "c", "d"}) QCOMPARE(layout.at(id).y, layout.at("a").y);
  }

  void aSkipBesideABranchKeepsAFreeLane() {
    // b and c stand above each other; the wire a -> d must pass the column without touching them.
    const LayoutGraph graph = graphOf({"a", "b", "c", "d"}, {{"a", "b"}, {"a", "c"}, {"b", "d"}, {"c", "d"}, {"a", "d"}});
    const Layout layout = autoLayout(graph);
    std::vector<QRectF> obstacles;
    for (const LayoutBox& box : graph.boxes)
      if (box.id == "b" || box.id == "c") obstacles.push_back(boxAt(box, layout));
    const QPointF from(layout.at("a").x + 136, layout.at("a").y), to(layout.at("d").x, layout.at("d").y);
    const WireRoute route = routeWire(from, to, obstacles);
    for (int i = 0; i <= 100; ++i)
      for (const QRectF& tile : obstacles) QVERIFY2(!tile.contains(route.path.pointAtPercent(i / 100.0)), qPrintable(QString::number(i)));
  }

  void aLateInputStandsJustBeforeItsReader() {
    const LayoutGraph graph = graphOf({"a", "b", "c", "late", "d"}, {{"a", "b"}, {"b", "c"}, {"c", "d"}, {"late", "d"}});
    const Layout layout = autoLayout(graph);
    QCOMPARE(layout.at("late").x, layout.at("c").x);
  }

  void knownPlacesStayAndANewTileStandsBehindItsSource() {
    const LayoutGraph graph = graphOf({"a", "b", "new"}, {{"a", "b"}, {"b", "new"}});
    const Layout layout = completedLayout(graph, {{"a", {0, 0}}, {"b", {400, 80}}});
    QVERIFY((layout.at("a") == Position{0, 0}));
    QVERIFY((layout.at("b") == Position{400, 80}));
    QVERIFY((layout.at("new") == Position{400 + 136 + kColumnGap, 80}));
  }

  void aTilePutBetweenTwoPushesWhatFollows() {
    const LayoutGraph graph = graphOf({"a", "new", "b"}, {{"a", "new"}, {"new", "b"}});
    const Layout layout = completedLayout(graph, {{"a", {0, 0}}, {"b", {192, 0}}});
    QVERIFY((layout.at("new") == Position{192, 0}));
    QVERIFY2(layout.at("b").x >= 192 + 136 + kLeastColumnGap, qPrintable(QString::number(layout.at("b").x)));
  }

  void aNewTileDoesNotCoverAnOldOne() {
    const LayoutGraph graph = graphOf({"a", "other", "new"}, {{"a", "new"}});
    const Layout layout = completedLayout(graph, {{"a", {0, 0}}, {"other", {192, 0}}});
    QVERIFY(!boxAt(graph.boxes[1], layout).intersects(boxAt(graph.boxes[2], layout)));
  }

  void aWireThatRunsBackGoesAroundBothTiles() {
    const std::vector<QRectF> tiles{{0, -24, 136, 48}, {200, -24, 136, 48}};
    const WireRoute route = routeWire({336, 0}, {0, 0}, tiles);
    QVERIFY(route.back);
    QVERIFY2(route.laneY >= 24, qPrintable(QString::number(route.laneY)));
  }
};

QTEST_GUILESS_MAIN(TestAutoLayout)
#include "test_auto_layout.moc"
