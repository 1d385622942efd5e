// `glassbox-cli export` as a user runs it: what it writes, whose weights, what it refuses.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "engine/io/safetensors.h"

namespace {

struct Said {
  int status = -1;
  QByteArray out, err;
};

Said run(const QTemporaryDir& folder, const QStringList& words, const QByteArray& input = {}) {
  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("LC_ALL", "C.UTF-8");
  environment.insert("LANG", "C.UTF-8");
  program.setProcessEnvironment(environment);
  program.setWorkingDirectory(folder.path());
  program.start(GLASSBOX_CLI, words);
  program.write(input);
  program.closeWriteChannel();
  if (!program.waitForFinished(60000)) return {};
  return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

QByteArray projectFrom(const QTemporaryDir& folder, const QStringList& words) { return run(folder, words).out; }

}  // namespace

class TestExport : public QObject {
  Q_OBJECT

 private slots:
  void trainedWeightsGoBesideTheScript() {
    QTemporaryDir folder;
    const QByteArray project = projectFrom(folder, {"templates", "xor"});
    QCOMPARE(run(folder, {"train", "-", "--steps", "5", "--save", "w.safetensors"}, project).status, 0);
    const Said said = run(folder, {"export", "-", "--weights", "w.safetensors", "--pytorch", "xor.py"}, project);
    QVERIFY2(said.status == 0 && said.out.isEmpty() && !said.err.contains("no trained weights"), said.err);
    const std::filesystem::path base = folder.path().toStdString();
    const auto ours = glassbox::readSafetensors(base / "w.safetensors"), theirs = glassbox::readSafetensors(base / "xor.safetensors");
    QVERIFY(ours.ok() && theirs.ok());
    QCOMPARE(theirs->tensors.size(), ours->tensors.size());
    for (std::size_t i = 0; i < ours->tensors.size(); ++i) {
      QCOMPARE(theirs->tensors[i].name, ours->tensors[i].name);
      QVERIFY(std::equal(theirs->tensors[i].tensor.data.begin(), theirs->tensors[i].tensor.data.end(), ours->tensors[i].tensor.data.begin()));
    }
    QVERIFY(QFile::exists(folder.filePath("xor.py")) && QFile::exists(folder.filePath("xor.batch.safetensors")));
    // Without weights: those that a run of the project begins with.
    QCOMPARE(run(folder, {"train", "-", "--steps", "0", "--save", "first.safetensors"}, project).status, 0);
    QCOMPARE(run(folder, {"export", "-", "--pytorch", "fresh.py"}, project).status, 0);
    QFile first(folder.filePath("first.safetensors")), fresh(folder.filePath("fresh.safetensors"));
    QVERIFY(first.open(QIODevice::ReadOnly) && fresh.open(QIODevice::ReadOnly));
    QVERIFY(first.readAll() == fresh.readAll());
    // What lies beside the script can be taken back.
    const Said back = run(folder, {"eval", "-", "--weights", "xor.safetensors"}, project);
    QVERIFY2(back.status == 0 && back.out.contains("loss"), back.err);
  }

  void aProjectWithoutDataIsExportedOnRandomNumbers() {
    QTemporaryDir folder;
    const QByteArray project = projectFrom(folder, {"new", "input 3 | dense 2 | mse"});
    Said said = run(folder, {"export", "-", "--pytorch", "net.py"}, project);
    QVERIFY2(said.status == 0 && said.err.contains("the batch beside the script holds random numbers"), said.err);
    QVERIFY2(said.err.contains("There are no trained weights"), said.err);
    said = run(folder, {"export", "-", "--weights", "net.safetensors", "--pytorch", "again.py"}, project);
    QVERIFY2(said.status == 0 && !said.err.contains("There are no trained weights"), said.err);
    const QByteArray other = projectFrom(folder, {"new", "input 3 | dense 4 | mse"});
    said = run(folder, {"export", "-", "--weights", "net.safetensors", "--pytorch", "other.py"}, other);
    QVERIFY2(said.status == 1 && said.err.contains("dense1.weight"), said.err);
    QVERIFY(!QFile::exists(folder.filePath("other.py")));
  }

  void whatCannotBeIsOneSentence_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("onnx") << QStringList{"--onnx", "f.onnx"} << 1 << QByteArray("This version does not write ONNX files yet; it writes a PyTorch script: --pytorch F.py.\n");
    QTest::newRow("no run to write") << QStringList{"--csv", "f.csv"} << 1 << QByteArray("The project holds no runs: there is nothing to write. Train it in the window and save it; the runs are saved with it.\n");
    QTest::newRow("not a script") << QStringList{"--pytorch", "f.txt"} << 1 << QByteArray("A PyTorch script ends in .py, and f.txt does not.\n");
    QTest::newRow("over its own weights") << QStringList{"--weights", "w.safetensors", "--pytorch", "./w.py"} << 1
                                          << QByteArray("w.safetensors is read and would be written over: give the script another name.\n");
    QTest::newRow("nothing said") << QStringList{} << 2 << QByteArray("`export` writes one thing: --pytorch F.py, or the runs as --csv F.csv.\n");
    QTest::newRow("two things said") << QStringList{"--pytorch", "f.py", "--csv", "f.csv"} << 2 << QByteArray("`export` writes one thing");
    QTest::newRow("no such folder") << QStringList{"--pytorch", "gone/f.py"} << 1 << QByteArray("gone");
  }
  void whatCannotBeIsOneSentence() {
    QFETCH(QStringList, words);
    QFETCH(int, status);
    QFETCH(QByteArray, sentence);
    QTemporaryDir folder;
    const QByteArray project = projectFrom(folder, {"templates", "xor"});
    QCOMPARE(run(folder, {"train", "-", "--steps", "0", "--save", "w.safetensors"}, project).status, 0);
    const Said said = run(folder, QStringList{"export", "-"} + words, project);
    QCOMPARE(said.status, status);
    QVERIFY2(said.err.contains(sentence), said.err);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"w.safetensors"});
  }
};

QTEST_GUILESS_MAIN(TestExport)
#include "test_export.moc"
