// Where tiles stand when nobody has moved them.
#include "tests/support/wire_lines.h"
#include "widgets/diagram/auto_layout.h"
#include "widgets/diagram/series_parallel.h"
#include "widgets/diagram/wire_route.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

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

/// Series-parallel, of 2 to 20 tiles: wires are replaced by two in series or side by side, at random.
LayoutGraph randomSeriesParallel(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::vector<std::pair<int, int>> links{{0, 1}};
  int count = 2;
  const int wanted = 2 + static_cast<int>(below(19));
  while (count < wanted) {
    auto& chosen = links[below(links.size())];
    const auto [from, to] = chosen;
    if (below(3) == 0) links.emplace_back(from, to);  // side by side; one of the two gets a tile later, or they are one wire
    else {
      chosen.second = count;
      links.emplace_back(count++, to);
    }
  }
  std::shuffle(links.begin(), links.end(), random);
  LayoutGraph graph;
  for (int i = 0; i < count; ++i) {
    const double half = below(2) ? 56 : 24;
    graph.boxes.push_back({"n" + std::to_string(i), below(2) ? 136.0 : 168.0, half, half});
  }
  std::set<std::pair<int, int>> once;
  for (const auto& [from, to] : links)
    if (once.emplace(from, to).second) graph.links.emplace_back(graph.boxes[static_cast<std::size_t>(from)].id, graph.boxes[static_cast<std::size_t>(to)].id);
  return graph;
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

  void wiresOfSeriesParallelGraphsNeitherCrossNorLieOverTiles() {
    int skips = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
      const LayoutGraph graph = randomSeriesParallel(seed);
      const Arrangement arranged = arrangement(graph);
      // Ports of a tile 20 apart, from top to bottom as the wires arrive.
      std::map<NodeId, std::vector<std::pair<double, std::size_t>>> into;
      for (std::size_t i = 0; i < graph.links.size(); ++i) {
        const Way& way = arranged.ways.at(graph.links[i]);
        if (way.size() > 1) ++skips;
        into[graph.links[i].second].emplace_back(way.size() > 1 ? way[way.size() - 2].height : arranged.places.at(graph.links[i].first).y, i);
      }
      std::map<std::size_t, double> port;
      for (auto& [id, wires] : into) {
        std::sort(wires.begin(), wires.end());
        for (std::size_t i = 0; i < wires.size(); ++i) port[wires[i].second] = 12 * (static_cast<double>(i) - (static_cast<double>(wires.size()) - 1) / 2);
      }
      const auto boxOf = [&](const NodeId& id) { return *std::find_if(graph.boxes.begin(), graph.boxes.end(), [&](const LayoutBox& box) { return box.id == id; }); };
      std::vector<std::vector<QPointF>> lines;
      for (std::size_t i = 0; i < graph.links.size(); ++i) {
        const auto& [from, to] = graph.links[i];
        const QPointF start = QPointF(boxAt(boxOf(from), arranged.places).right(), arranged.places.at(from).y);
        const QPointF end(arranged.places.at(to).x, arranged.places.at(to).y + port[i]);
        std::vector<QRectF> obstacles;
        for (const LayoutBox& box : graph.boxes)
          if (box.id != from && box.id != to) obstacles.push_back(boxAt(box, arranged.places));
        const std::optional<WireRoute> route = routeAlong(start, end, arranged.ways.at({from, to}), obstacles);
        const QString which = QStringLiteral("seed %1, wire %2 to %3").arg(seed).arg(QString::fromStdString(from), QString::fromStdString(to));
        QVERIFY2(route, qPrintable(which + QStringLiteral(" has no free way")));
        lines.push_back(pointsOf(route->path));
        for (const QRectF& tile : obstacles)
          for (const QPointF& at : lines.back()) QVERIFY2(!tile.contains(at), qPrintable(which + QStringLiteral(" lies over a tile")));
        for (std::size_t other = 0; other + 1 < lines.size(); ++other)
          QVERIFY2(!cross(lines[other], lines.back()),
                   qPrintable(which + QStringLiteral(" crosses %1 to %2").arg(QString::fromStdString(graph.links[other].first), QString::fromStdString(graph.links[other].second))));
      }
    }
    QVERIFY2(skips > 300, qPrintable(QString::number(skips)));
  }

  void aBridgeIsNotSeriesParallelAndStillGetsItsWays() {
    const LayoutGraph graph = graphOf({"a", "b", "c", "d"}, {{"a", "b"}, {"a", "c"}, {"b", "c"}, {"b", "d"}, {"c", "d"}});
    QVERIFY(!seriesParallelOrder(4, {{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}}));
    const Arrangement arranged = arrangement(graph);
    QCOMPARE(arranged.ways.size(), graph.links.size());
    QCOMPARE(arranged.ways.at({"b", "d"}).size(), std::size_t(2));
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
