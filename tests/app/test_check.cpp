// `glassbox-cli check` on lessons, as a teacher runs it: the folder or its lesson.json, each fault with file and line.
#include <QProcess>
#include <QTest>

#include "../lessons/lesson_folder.h"

using namespace lesson_test;

namespace {

struct Said {
  int status = -1;
  QByteArray out, err;
};

Said check(const QStringList& words, const QString& folder = {}) {
  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("LC_ALL", "C.UTF-8");
  environment.insert("LANG", "C.UTF-8");
  program.setProcessEnvironment(environment);
  if (!folder.isEmpty()) program.setWorkingDirectory(folder);
  program.start(GLASSBOX_CLI, QStringList("check") + words);
  if (!program.waitForFinished(60000)) return {};
  return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

QString pathOf(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

}  // namespace

class TestCheck : public QObject {
  Q_OBJECT

 private slots:
  void aSoundLessonIsNamedByItsFolderOrItsFile_data() {
    QTest::addColumn<QString>("below");
    QTest::addColumn<QString>("word");
    QTest::newRow("the folder") << "" << "first";
    QTest::newRow("the folder with a slash") << "" << "first/";
    QTest::newRow("its lesson.json") << "" << "first/lesson.json";
    QTest::newRow("the folder one stands in") << "/first" << ".";
    QTest::newRow("the file where one stands") << "/first" << "lesson.json";
  }
  void aSoundLessonIsNamedByItsFolderOrItsFile() {
    QFETCH(QString, below);
    QFETCH(QString, word);
    LessonFolder folder;
    const QString above = pathOf(folder.write().parent_path());
    const Said said = check({word}, above + below);
    QCOMPARE(said.err, QByteArray());
    QCOMPARE(said.status, 0);
    QVERIFY2(said.out.startsWith(word.toUtf8() + ": sound: a lesson, 1 tasks, 1 questions"), said.out);
  }

  void everyFileSaysItsFault() {
    LessonFolder folder;
    QVERIFY(folder.replace("lesson.json", "\"network\": \"input", "\"netwrk\": \"input"));
    QVERIFY(folder.replace("en.md", "(lab:run)", "(lab:delete)"));
    QVERIFY(folder.replace("zh_CN.md", "x + b$", "x + b"));
    const Said said = check({pathOf(folder.write())});
    QCOMPARE(said.status, 1);
    QCOMPARE(said.out, QByteArray());
    const QList<QByteArray> lines = said.err.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].contains("first/lesson.json:8:12: \"network\" is missing here."), lines[0]);
    QVERIFY2(lines[1].contains("first/en.md:21:13: The link \"lab:delete\" leads nowhere"), lines[1]);
    QVERIFY2(lines[2].contains("first/zh_CN.md:4:12: The formula that begins with this $ does not close"), lines[2]);
  }

  void pagesThatDisagreeSayEachPlace() {
    LessonFolder folder;
    QVERIFY(folder.replace("en.md", "::: hint small_loss 2", "::: hint large_loss 2"));
    QVERIFY(folder.replace("zh_CN.md", "- (up) 上升。\n", ""));
    const Said said = check({pathOf(folder.write())});
    QCOMPARE(said.status, 1);
    QVERIFY2(said.err.contains("first/en.md:28:1: lesson.json has no task \"large_loss\"."), said.err);
    QVERIFY2(said.err.contains("en.md has no block \"hint small_loss 2\""), said.err);
    QVERIFY2(said.err.contains("first/zh_CN.md:9:1: The choices here are \"down\"; in lesson.json they are \"down, up\"."), said.err);
  }

  void aFaultInOneFileDoesNotHideTheNext() {
    LessonFolder sound, broken;
    QVERIFY(broken.replace("lesson.json", "\"rate\": 0.2", "\"rat\": 0.2"));
    const Said said = check({pathOf(broken.write()), pathOf(sound.write())});
    QCOMPARE(said.status, 1);
    QVERIFY2(said.err.contains("first/lesson.json:11:37: There is no setting \"rat\" here"), said.err);
    QVERIFY2(said.out.contains(": sound: a lesson"), said.out);
  }

  void theLessonsOfTheProgramAreSound() {
    int lessons = 0;
    for (const auto& entry : std::filesystem::directory_iterator(lessonsFolder())) {
      if (!std::filesystem::exists(entry.path() / "lesson.json")) continue;
      const Said said = check({pathOf(entry.path())});
      QVERIFY2(said.status == 0, said.err);
      ++lessons;
    }
    QVERIFY(lessons > 0);
  }
};

QTEST_GUILESS_MAIN(TestCheck)
#include "test_check.moc"
