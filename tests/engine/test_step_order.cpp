// The stops of a traced step: every array once (or once a time step), each after what it is formed from.
#include <QTest>
#include <algorithm>
#include <set>

#include "engine/trace/step_order.h"
#include "engine/train/optimizers.h"
#include "tests/support/families.h"
#include "tests/support/small_nets.h"

using namespace glassbox;
using namespace glassbox::test;

namespace {

struct Traced {
  TraceRequest request;
  Trace trace;
  std::vector<StepStop> stops;
};

Traced traced(const std::string& line) {
  Traced t;
  t.request.spec = specOf(line);
  t.request.data = randomData(analyse(*t.request.spec), 4, 21);
  t.request.plan.values = {{"optimizer", std::string("adam")}};
  t.request.rows = {0, 1};
  Result<Trace> trace = traceStep(t.request);
  if (trace) t.trace = std::move(*trace);
  t.stops = stepOrder(t.trace, t.request);
  return t;
}

/// "forward dense1: dense1.out"
QStringList written(const Traced& t) {
  static const char* const kPhases[] = {"forward", "loss", "backward", "update"};
  QStringList lines;
  for (const StepStop& stop : t.stops) {
    QStringList names;
    for (const std::string& name : stop.arrays) names << QString::fromStdString(stop.node.empty() ? name : name.substr(stop.node.size() + 1));
    lines << QStringLiteral("%1 %2%3: %4").arg(kPhases[static_cast<int>(stop.phase)]).arg(QString::fromStdString(stop.node)).arg(stop.time < 0 ? QString() : QStringLiteral(" t=%1").arg(stop.time)).arg(names.join(' '));
  }
  return lines;
}

}  // namespace

class TestStepOrder : public QObject {
  Q_OBJECT

 private slots:
  void aDenseNetGoesForthAndBack() {
    QCOMPARE(written(traced("input 2 | dense 3 tanh | dense 1 | binary_cross_entropy")).filter(QRegularExpression(QStringLiteral("^(forward|loss|backward)"))),
             (QStringList{QStringLiteral("forward input1: out"), QStringLiteral("forward dense1: out"), QStringLiteral("forward tanh1: out"), QStringLiteral("forward dense2: out"),
                          QStringLiteral("loss binary_cross_entropy1: sigmoid item out"), QStringLiteral("backward binary_cross_entropy1: sigmoid.grad logits.grad"), QStringLiteral("backward dense2: grad"), QStringLiteral("backward dense2: weight.grad bias.grad"), QStringLiteral("backward tanh1: grad slope"),
                          QStringLiteral("backward dense1: grad"), QStringLiteral("backward dense1: weight.grad bias.grad"), QStringLiteral("backward input1: grad")}));
  }

  void attentionIsTakenApartInTheOrderOfItsFormula() {
    const QStringList lines = written(traced("input 3x4 | attention 2 | mse")).filter(QStringLiteral("attention1"));
    const QStringList forward = lines.filter(QRegularExpression(QStringLiteral("^forward")));
    QCOMPARE(forward, (QStringList{QStringLiteral("forward attention1: query"), QStringLiteral("forward attention1: key"), QStringLiteral("forward attention1: value"), QStringLiteral("forward attention1: scores"),
                                   QStringLiteral("forward attention1: weights"), QStringLiteral("forward attention1: mixed"), QStringLiteral("forward attention1: out")}));
    const QStringList backward = lines.filter(QRegularExpression(QStringLiteral("^backward")));
    QCOMPARE(backward.first(), QStringLiteral("backward attention1: grad"));
    QVERIFY2(backward.indexOf(QStringLiteral("backward attention1: weights.grad")) < backward.indexOf(QStringLiteral("backward attention1: scores.grad")), qPrintable(backward.join('\n')));
    QVERIFY2(backward.indexOf(QStringLiteral("backward attention1: scores.grad")) < backward.indexOf(QStringLiteral("backward attention1: query.grad")), qPrintable(backward.join('\n')));
  }

  void aRecurrentLayerIsUnrolledInTime() {
    const Traced t = traced("input 4x3 | lstm 2 | dense 1 | mse");
    std::vector<std::int64_t> forward, backward;
    for (const StepStop& stop : t.stops)
      if (stop.node == "lstm1" && stop.time >= 0) (stop.phase == StepPhase::Forward ? forward : backward).push_back(stop.time);
    QCOMPARE(forward, (std::vector<std::int64_t>{0, 1, 2, 3}));
    QCOMPARE(backward, (std::vector<std::int64_t>{3, 2, 1, 0}));
  }

  /// Over all families: no array is left out, none comes twice but by time steps, and what a stop reads was formed before.
  void everyArrayIsFormedOnceAndAfterWhatItReads_data() {
    QTest::addColumn<QString>("line");
    for (const Family& family : kFamilies) QTest::newRow(family.name) << QString::fromLatin1(family.line);
  }
  void everyArrayIsFormedOnceAndAfterWhatItReads() {
    QFETCH(QString, line);
    const Traced t = traced(line.toStdString());
    QVERIFY(!t.trace.entries.empty());
    std::set<std::string> formed;
    for (const TraceEntry& entry : t.trace.entries)
      if (entry.kind == TraceKind::Weight || entry.kind == TraceKind::Target) formed.insert(entry.name);
    std::set<std::string> seen;
    for (const StepStop& stop : t.stops) {
      for (const std::string& name : stop.arrays) {
        QVERIFY2(t.trace.find(name), name.c_str());
        QVERIFY2(seen.insert(name).second || stop.time >= 0, name.c_str());
        formed.insert(name);
      }
      for (const std::string& name : stop.reads) QVERIFY2(formed.count(name), (stop.node + " " + stop.arrays[0] + " reads " + name).c_str());
    }
    for (const TraceEntry& entry : t.trace.entries) QVERIFY2(formed.count(entry.name), entry.name.c_str());
  }
};

QTEST_APPLESS_MAIN(TestStepOrder)
#include "test_step_order.moc"
