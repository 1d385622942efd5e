// `glassbox-cli check` on lessons, as a teacher runs it: the folder or its lesson.json, each fault with file and line; on data
// and vocabularies; and what `train` says of data that it found by looking.
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "../lessons/lesson_folder.h"

using namespace lesson_test;

namespace {

struct Said {
  int status = -1;
  QByteArray out, err;
};

Said run(const QStringList& words, const QString& folder = {}) {
  QProcess program;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("LC_ALL", "C.UTF-8");
  environment.insert("LANG", "C.UTF-8");
  program.setProcessEnvironment(environment);
  if (!folder.isEmpty()) program.setWorkingDirectory(folder);
  program.start(GLASSBOX_CLI, words);
  if (!program.waitForFinished(60000)) return {};
  return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

Said check(const QStringList& words, const QString& folder = {}) { return run(QStringList("check") + words, folder); }

void write(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes) {
  QFile file(folder.filePath(name));
  if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
}

void writePicture(const QTemporaryDir& folder, const QString& name, QRgb color, const char* format = "png") {
  QImage image(2, 2, QImage::Format_ARGB32);
  image.fill(color);
  if (!QDir().mkpath(QFileInfo(folder.filePath(name)).path()) || !image.save(folder.filePath(name), format)) qFatal("cannot write");
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

  void foldersOfPicturesAreReadByQtsDecoder() {
    QTemporaryDir folder;
    writePicture(folder, "red/a.png", qRgb(255, 0, 0));
    writePicture(folder, "red/b.bmp", qRgb(200, 0, 0), "bmp");
    writePicture(folder, "red/c.jpg", qRgb(220, 0, 0), "jpg");
    writePicture(folder, "red/d.ppm", qRgb(210, 0, 0), "ppm");
    writePicture(folder, "blue/a.png", qRgba(0, 0, 255, 128));
    writePicture(folder, "blue/b.png", qRgb(0, 0, 200));
    const Said said = check({folder.path()});
    QVERIFY2(said.status == 0, said.err);
    QVERIFY2(said.out.contains(": sound: data (Pictures), 6 samples of shape 3x2x2"), said.out);

    const Said made = run({"new", "input 3x2x2 | flatten | dense 2 | softmax_cross_entropy", "--set", "epochs=2"});
    QVERIFY2(made.status == 0, made.err);
    write(folder, ".project.glassbox", made.out);
    const Said trained = run({"train", folder.filePath(".project.glassbox"), "--data", folder.path(), "--json"});
    QVERIFY2(trained.status == 0, trained.err);
    for (const char* note : {"is read as Pictures.", "The 2 classes are the folders, in the order of their names.", "in colour (red, green, blue), 2x2 pixels", "1 pictures are partly transparent; white was put behind them.", "becomes x / 255"})
      QVERIFY2(trained.err.contains(note), trained.err);

    write(folder, "red/e.png", "\x89PNG\r\n\x1a\n cut off");
    QVERIFY2(check({folder.path()}).err.contains("red/e.png: e.png is a damaged picture"), check({folder.path()}).err);
    write(folder, "red/e.png", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"2\"/>");
    QVERIFY2(check({folder.path()}).err.contains("red/e.png: e.png is not a picture that can be read."), check({folder.path()}).err);
  }

  void aTextIsCutByTheVocabularyOfTheWeights() {
    QTemporaryDir folder;
    const Said made = run({"new", "input 4 element=tokens | embedding 8 tokens=2 | dense classes=auto | softmax_cross_entropy"});
    QVERIFY2(made.status == 0, made.err);
    write(folder, "net.glassbox", made.out);
    write(folder, "train.txt", QByteArray("abcabdabcabd").repeated(10));
    const QString project = folder.filePath("net.glassbox"), weights = folder.filePath("w.safetensors"), trained = folder.filePath("trained.glassbox");
    Said said = run({"train", project, "--data", folder.filePath("train.txt"), "--steps", "20", "--save", weights, "--save-project", trained});
    QVERIFY2(said.status == 0, said.err);
    for (const char* note : {"is read as Text.", "the text has 4 different ones", "A training window of 4 tokens begins at every token", "now has 4 vectors, one for each token of the data", "now has 4 units"})
      QVERIFY2(said.err.contains(note), said.err);
    said = check({weights});
    QVERIFY2(said.out.contains("with a vocabulary of 4 tokens"), said.out + said.err);

    write(folder, "other.txt", "aabbccddaabbccdda"); // other characters of its own would be numbered otherwise
    said = run({"eval", trained, "--weights", weights, "--data", folder.filePath("other.txt"), "--json"});
    QVERIFY2(said.status == 0, said.err);
    QVERIFY2(said.err.contains("The vocabulary of 4 tokens comes from the weights.") && said.out.contains("\"samples\":4"), said.err + said.out); // 16 targets, each once
    write(folder, "other.txt", "abca\nbx");
    said = run({"eval", trained, "--weights", weights, "--data", folder.filePath("other.txt")});
    QVERIFY2(said.status == 1 && said.err.contains("The character U+000A at line 1, column 5 is not one of the 4 characters of the vocabulary."), said.err);
  }

  void cifarTextsAndVocabulariesAreChecked() {
    QTemporaryDir folder;
    for (int i = 1; i <= 5; ++i) write(folder, QString("cifar/data_batch_%1.bin").arg(i), QByteArray(2 * 3073, '\x03'));
    write(folder, "cifar/test_batch.bin", QByteArray(3073, '\x04'));
    Said said = check({folder.filePath("cifar")});
    QVERIFY2(said.status == 0 && said.out.contains("sound: data (CIFAR-10), 11 samples of shape 3x32x32"), said.err);
    write(folder, "cifar/test_batch.bin", QByteArray(3072, '\x04'));
    said = check({folder.filePath("cifar")});
    QVERIFY2(said.status == 1 && said.err.contains("test_batch.bin, byte 3072: test_batch.bin ends within picture 1"), said.err);

    write(folder, "poem.txt", QString::fromUtf8("床前明月光，疑是地上霜。举头望明月，低头思故乡。").repeated(4).toUtf8());
    said = check({folder.filePath("poem.txt")});
    QVERIFY2(said.status == 0 && said.out.contains("sound: data (Text), 32 samples of shape 64"), said.out + said.err);

    write(folder, "gpt/encoder.json", "{\"a\": 0, \"a\": 1}");
    write(folder, "gpt/vocab.bpe", "#version: 0.2\na b\n");
    for (const char* name : {"gpt", "gpt/encoder.json", "gpt/vocab.bpe"}) {
      said = check({folder.filePath(name)});
      QVERIFY2(said.status == 1 && said.err.contains("encoder.json:1:10: The token \"a\" stands there twice"), said.err);
    }
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

  void theDoctorPrintsALineForEachFindingAndNothingWhenAllIsWell() {
    QTemporaryDir folder;
    const Said project = run({"templates", "xor"});
    QCOMPARE(project.status, 0);
    write(folder, "xor.glassbox", project.out);
    Said said = run({"doctor", folder.filePath("xor.glassbox"), "--json"});
    QCOMPARE(said.status, 0);
    QCOMPARE(said.out, QByteArray());
    said = run({"doctor", folder.filePath("xor.glassbox"), "--set", "init=zeros", "--json"});
    QCOMPARE(said.status, 0);
    QCOMPARE(said.out.count('\n'), 1);
    const QJsonObject finding = QJsonDocument::fromJson(said.out).object();
    QCOMPARE(finding["kind"].toString(), QStringLiteral("zero_init"));
    QCOMPARE(finding["severity"].toString(), QStringLiteral("error"));
    QCOMPARE(finding["node"].toString(), QStringLiteral("dense1"));
    QCOMPARE(finding["evidence"]["units"].toInt(), 4);
    QVERIFY(!finding["sentence"].toString().isEmpty() && !finding["explanation"].toString().isEmpty() && !finding["formula"].toString().isEmpty());
    QCOMPARE(finding["cure"]["change"].toString(), QStringLiteral("set"));
    QCOMPARE(finding["cure"]["key"].toString() + "=" + finding["cure"]["value"].toString(), QStringLiteral("init=xavier"));
    said = run({"doctor", folder.filePath("xor.glassbox"), "--set", "init=zeros"});
    QVERIFY2(said.out.contains("To try: Initializer Xavier"), said.out.constData());
  }
};

QTEST_GUILESS_MAIN(TestCheck)
#include "test_check.moc"
