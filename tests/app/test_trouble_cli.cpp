// The command line where disk or memory fail: one sentence, a status, nothing half-written, and no work begun whose result has no place.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Said {
  int status = -1;
  bool crashed = true;
  QByteArray out, err;
};

}  // namespace

class TestTroubleCli : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  QString m_tongue = "C.UTF-8";

  /// `around`: a line for sh in which "$@" stands for the program and its words.
  Said run(const QStringList& words, const QString& around = "exec \"$@\"") {
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove("LANGUAGE");
    environment.insert("LC_ALL", m_tongue);
    environment.insert("LANG", m_tongue);
    program.setProcessEnvironment(environment);
    program.setWorkingDirectory(m_dir.path());
    program.start("/bin/sh", QStringList{"-c", around, "sh", GLASSBOX_CLI} + words);
    if (!program.waitForFinished(120000)) {
      program.kill();
      program.waitForFinished();
      return {};
    }
    return {program.exitCode(), program.exitStatus() != QProcess::NormalExit || program.exitCode() > 2, program.readAllStandardOutput(), program.readAllStandardError()};
  }

  QByteArray contents(const QString& name) {
    QFile file(m_dir.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  void put(const QString& name, const QByteArray& bytes) {
    QFile file(m_dir.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
  }

 private slots:
  void initTestCase() {
    QByteArray table = "a,b,label\n";
    for (int i = 0; i < 64; ++i) table += QByteArray::number(i % 8) + ',' + QByteArray::number(i / 8) + ',' + QByteArray::number(i % 2) + '\n';
    put("points.csv", table);
    put("small.glassbox", run({"new", "input 2 | dense 3 tanh | dense 1 | binary_cross_entropy"}).out);
    QVERIFY(!contents("small.glassbox").isEmpty());
  }
  void init() { m_tongue = "C.UTF-8"; }

  // ---- standard output --------------------------------------------------------------------------------------------------

  void outputThatDidNotArriveIsNoSuccess() {
    const Said said = run({"templates", "xor"}, "\"$@\" > /dev/full");
    QCOMPARE(said.status, 1);
    QVERIFY2(said.err.contains("Not all of the output could be written"), said.err);
  }

  void aReaderThatHasSeenEnoughIsNoTrouble() {
    const Said said = run({"layers", "--json"}, "\"$@\" | head -c 1 > /dev/null");
    QCOMPARE(said.err, QByteArray());
  }

  // ---- files --------------------------------------------------------------------------------------------------------------

  void aFileThatGrowsTooLongIsAnAnswerAndNoEnd_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("weights") << QStringList{"train", "small.glassbox", "--data", "points.csv", "--steps", "2", "--json", "--save", "limited.safetensors"};
    QTest::newRow("a project") << QStringList{"train", "small.glassbox", "--data", "points.csv", "--steps", "2", "--json", "--save-project", "limited.glassbox"};
    QTest::newRow("a sweep's table") << QStringList{"sweep", "small.glassbox", "--data", "points.csv", "--vary", "rate=0.1,0.01", "--set", "epochs=1", "--json", "--csv", "limited.csv"};
    QTest::newRow("a script") << QStringList{"export", "small.glassbox", "--data", "points.csv", "--pytorch", "limited.py"};
  }
  void aFileThatGrowsTooLongIsAnAnswerAndNoEnd() {
    QFETCH(QStringList, words);
    put("limited" + words.last().mid(7), "what was there before");
    const Said said = run(words, "ulimit -f 0; \"$@\" | cat");  // a pipe has no such limit, and the shell's status is cat's
    QVERIFY2(said.err.contains("This disk does not take a file of"), said.err);
    QCOMPARE(contents(words.last()), QByteArray("what was there before"));
    QCOMPARE(QDir(m_dir.path()).entryList({"*.saving"}, QDir::Files | QDir::Hidden), QStringList());
  }

  void noLongWorkBeginsWhoseResultHasNoPlace_data() {
    QTest::addColumn<QStringList>("words");
    QTest::newRow("train --save") << QStringList{"train", "small.glassbox", "--data", "points.csv", "--steps", "1000000000", "--save", "gone/x.safetensors"};
    QTest::newRow("train --save-project") << QStringList{"train", "small.glassbox", "--data", "points.csv", "--steps", "1000000000", "--save-project", "gone/x.glassbox"};
    QTest::newRow("sweep --csv") << QStringList{"sweep", "small.glassbox", "--data", "points.csv", "--vary", "rate=0.1,0.01", "--set", "steps=1000000000", "--csv", "gone/x.csv"};
    QTest::newRow("grade --csv") << QStringList{"grade", "small.glassbox", "--lesson", "a-line-that-learns", "--csv", "gone/x.csv"};
  }
  void noLongWorkBeginsWhoseResultHasNoPlace() {
    QFETCH(QStringList, words);
    const Said said = run(words);
    QCOMPARE(said.status, 1);
    QVERIFY2(said.err.contains("gone/x") && said.err.contains("The folder is not there"), said.err);
    QCOMPARE(said.out, QByteArray());
  }

  void whatOneFileCannotKeepIsStillOfferedToTheOther() {
    const Said said = run({"train", "small.glassbox", "--data", "points.csv", "--steps", "2", "--json", "--save", "one.safetensors", "--save-project", "two.glassbox"}, "ulimit -f 0; \"$@\" | cat");
    QVERIFY2(said.err.contains("one.safetensors: This disk does not take"), said.err);
    QVERIFY2(said.err.contains("two.") && said.err.count("This disk does not take") == 2, said.err);
  }

  void aPictureThatSaysItIsHugeIsRefusedUnread() {
    QDir(m_dir.path()).mkpath("pictures/a");
    QDir(m_dir.path()).mkpath("pictures/b");
    // Signature, length and name of the first chunk, 100,000 x 100,000 points of 8 bits in three colors, check sum; the
    // first chunk of points, of one byte.
    const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a" "0000000d" "49484452" "000186a0" "000186a0" "0802000000" "27309c9f" "00000001494441540028387de8");
    put("pictures/a/huge.png", png);
    put("pictures/b/huge.png", png);
    const Said said = run({"check", "pictures"}, "ulimit -v 4000000; \"$@\"");
    QCOMPARE(said.status, 1);
    QVERIFY2((said.out + said.err).contains("100000 x 100000 pixels, more than can be read"), said.out + said.err);
  }

  // ---- memory ---------------------------------------------------------------------------------------------------------------

  void anAbsurdNetworkIsRefusedWithTheFigure_data() {
    QTest::addColumn<QString>("command");
    for (const char* command : {"train", "doctor", "gradcheck", "trace", "sweep", "export", "bench"}) QTest::newRow(command) << command;
  }
  void anAbsurdNetworkIsRefusedWithTheFigure() {
    QFETCH(QString, command);
    put("absurd.glassbox", run({"new", "input 2 | dense 1000000 | dense 1000000 | dense 1 | binary_cross_entropy"}).out);
    QStringList words{command, "absurd.glassbox"};
    if (command == "bench") words = {"bench", "--project", "absurd.glassbox", "--min-time", "0.1"};
    else words << "--data" << "points.csv";
    if (command == "train") words << "--steps" << "1";
    if (command == "sweep") words << "--vary" << "rate=0.1,0.01" << "--set" << "steps=1";
    if (command == "export") words << "--pytorch" << "absurd.py";
    // Twice the memory that the refusal itself needs: a program that took any for the network would not get it.
    const Said said = run(words, "ulimit -v 4000000; \"$@\"");
    QVERIFY2(!said.crashed, said.err);
    const QByteArray all = said.out + said.err;  // a sweep tells of each cell
    QVERIFY2(QRegularExpression("needs about [0-9.]+ TB of memory, and [0-9.]+ [GM]B are free").match(QString::fromUtf8(all)).hasMatch(), all);
    QVERIFY(command == "sweep" || said.status == 1);
    QVERIFY(!QFile::exists(m_dir.filePath("absurd.py")));
  }
};

QTEST_GUILESS_MAIN(TestTroubleCli)
#include "test_trouble_cli.moc"
