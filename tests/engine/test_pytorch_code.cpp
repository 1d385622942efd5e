// The code beside the diagram: the exported script's own lines, and whose each of them is.
#include <QTest>

#include "engine/trace/gradient_check.h"
#include "engine/graph/network_spec.h"
#include "engine/io/pytorch_code.h"
#include "engine/io/pytorch_export.h"
#include "engine/io/templates.h"

using namespace glassbox;

namespace {

Project projectOf(const char* line) {
  Result<NetworkSpec> spec = parseLine(line);
  if (!spec) qFatal("%s", english(spec.error()).c_str());
  Project project;
  project.spec = *spec;
  return project;
}

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) lines.push_back(text.substr(at, text.find('\n', at) - at));
  return lines;
}

/// The lines that are the node's, joined by a bar.
QString linesOfNode(const TorchCode& code, const NodeId& id) {
  const std::vector<std::string> lines = linesOf(code.script);
  QStringList out;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (std::count(code.nodes[i].begin(), code.nodes[i].end(), id)) out << QString::fromStdString(lines[i]).trimmed();
  return out.join(QStringLiteral(" | "));
}

}  // namespace

class TestPytorchCode : public QObject {
  Q_OBJECT

 private slots:
  void aLineBelongsToTheNodeItMakesOrComputes() {
    const Project project = projectOf("input 4 | dense 3 tanh | dense 2 | softmax_cross_entropy");
    const Result<TorchCode> code = torchCode(project, analyse(project.spec), {100, false});
    QVERIFY(code.ok());
    QCOMPARE(linesOfNode(*code, "input1"), QStringLiteral("def forward(self, x):"));
    QCOMPARE(linesOfNode(*code, "dense1"), QStringLiteral("self.dense1 = nn.Linear(4, 3) | x = self.dense1(x)  # (batch, 3)"));
    QCOMPARE(linesOfNode(*code, "tanh1"), QStringLiteral("self.tanh1 = nn.Tanh() | x = self.tanh1(x)  # (batch, 3)"));
    QCOMPARE(linesOfNode(*code, "softmax_cross_entropy1"), QStringLiteral("loss_function = nn.CrossEntropyLoss() | return loss_function(prediction, target)"));
    QCOMPARE(linesOf(code->script)[static_cast<std::size_t>(code->firstLineOf("dense2"))], std::string("        self.dense2 = nn.Linear(3, 2)"));
    QCOMPARE(code->firstLineOf("dense9"), -1);
  }

  void itIsTheTextOfTheExportedScript_data() {
    QTest::addColumn<QString>("name");
    for (const TemplateDef& def : allTemplates())
      if (def.name.rfind("gpt", 0) != 0) QTest::newRow(def.name.c_str()) << QString::fromStdString(def.name);  // their export trains a step of a large network
  }
  void itIsTheTextOfTheExportedScript() {
    QFETCH(QString, name);
    const Result<Project> project = makeTemplate(name.toStdString());
    QVERIFY(project.ok());
    const Analysis analysis = analyse(project->spec);
    const DatasetPtr data = randomData(analysis, 8, 11);
    const Result<TorchExport> whole = exportForTorch(*project, data, {});
    const Result<TorchCode> code = torchCode(*project, analysis, {data->train, data->masked()});
    QVERIFY(whole.ok());
    QVERIFY(code.ok());
    // Every function and class stands there word for word.
    std::size_t parts = 0;
    const std::string body = code->script.substr(code->script.find("from torch import nn"));
    for (std::size_t at = body.find("\n\n\n"); at != std::string::npos;) {
      const std::size_t next = body.find("\n\n\n", at + 3);
      const std::string part = body.substr(at, next == std::string::npos ? body.size() - at - 1 : next - at);
      QVERIFY2(whole->script.find(part) != std::string::npos, part.c_str());
      ++parts;
      at = next;
    }
    QVERIFY(parts >= 5);
  }

  void everyNodeOfATemplateHasItsLines_data() {
    QTest::addColumn<QString>("name");
    for (const TemplateDef& def : allTemplates()) QTest::newRow(def.name.c_str()) << QString::fromStdString(def.name);
  }
  void everyNodeOfATemplateHasItsLines() {
    QFETCH(QString, name);
    const Result<Project> project = makeTemplate(name.toStdString());
    QVERIFY(project.ok());
    const Result<TorchCode> code = torchCode(*project, analyse(project->spec), {100, false});
    QVERIFY(code.ok());
    QCOMPARE(code->nodes.size(), linesOf(code->script).size());
    for (const char c : code->script) QVERIFY(c == '\n' || static_cast<unsigned char>(c) >= 32);
    for (const NodeSpec& node : project->spec.nodes) QVERIFY2(code->firstLineOf(node.id) >= 0, node.id.c_str());
  }

  void aGroupIsAClassWhoseLinesAreItsMembers() {
    const Result<Project> project = makeTemplate("gpt-sums");
    QVERIFY(project.ok());
    QVERIFY(!project->spec.groups.empty());
    const Result<TorchCode> code = torchCode(*project, analyse(project->spec), {});
    QVERIFY(code.ok());
    const NodeId& member = project->spec.groups.front().members.front();
    const QString lines = linesOfNode(*code, member);
    QVERIFY2(lines.startsWith(QStringLiteral("class ")), qPrintable(lines));
    QVERIFY2(lines.contains(QStringLiteral("self.block")), qPrintable(lines));
  }

  void anUnfinishedNetworkSaysWhatHinders() {
    const Project project = projectOf("input 4 | dense 3");
    const Analysis analysis = analyse(project.spec);
    const Result<TorchCode> code = torchCode(project, analysis, {});
    QVERIFY(!code.ok());
    QCOMPARE(english(code.error()), english(analysis.issues.front().error));
  }

  void withoutSamplesTrainingIsLeftOut() {
    const Project project = projectOf("input 4 | dense 3 | mse");
    const Result<TorchCode> code = torchCode(project, analyse(project.spec), {});
    QVERIFY(code.ok());
    QVERIFY(code->script.find("train_step") == std::string::npos);
    QVERIFY(torchCode(project, analyse(project.spec), {10, false})->script.find("train_step") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestPytorchCode)
#include "test_pytorch_code.moc"
