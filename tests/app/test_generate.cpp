// `glassbox-cli generate` as a user runs it: text as it comes, JSON lines, scores, a GPT-2 checkpoint in a folder, and sentences for
// what cannot be.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

#include "tests/support/gpt2_folder.h"

using namespace glassbox::test;

namespace {

struct Said {
  int status = -1;
  QByteArray out, err;

  QList<QJsonObject> lines() const {
    QList<QJsonObject> all;
    for (const QByteArray& line : out.trimmed().split('\n')) all << QJsonDocument::fromJson(line).object();
    return all;
  }
};

}  // namespace

class TestGenerate : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;

  Said run(const QStringList& words) {
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LC_ALL", "C.UTF-8");
    environment.insert("LANG", "C.UTF-8");
    program.setProcessEnvironment(environment);
    program.setWorkingDirectory(m_dir.path());
    program.start(GLASSBOX_CLI, words);
    if (!program.waitForFinished(120000)) return {};
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
  }

  std::filesystem::path path(const char* name) const { return std::filesystem::path(m_dir.path().toStdString()) / name; }

 private slots:
  void initTestCase() {
    // A character model that has learned one sentence by heart.
    std::string text;
    for (int i = 0; i < 60; ++i) text += "the cat sat on the mat. ";
    writeText(path("cat.txt"), text);
    const Said made = run({"new", "input 12 element=tokens | embedding 16 | position_embedding | transformer_block 2 causal=true | layer_norm | dense 2 classes=auto | softmax_cross_entropy", "--set", "optimizer=adam", "--set", "rate=0.01"});
    QCOMPARE(made.status, 0);
    writeText(path("cat.glassbox"), made.out.toStdString());
    const Said trained = run({"train", "cat.glassbox", "--data", "cat.txt", "--steps", "300", "--save", "cat.safetensors", "--save-project", "trained.glassbox"});
    QVERIFY2(trained.status == 0, trained.err);
    std::filesystem::create_directory(path("gpt2"));
    std::filesystem::create_directory(path("empty"));
    writeSmallVocabulary(path("gpt2"));
    writeTensors(path("gpt2"), {});
    writeText(path("gpt2") / "config.json", R"({"n_head": 3})");
  }

  void textThatWasLearnedComesBack() {
    // Longer than the window, which slides.
    const Said said = run({"generate", "trained.glassbox", "--prompt", "the cat", "--tokens", "40", "--temperature", "0"});
    QVERIFY2(said.status == 0, said.err);
    QCOMPARE(said.out, QByteArray("the cat sat on the mat. the cat sat on the mat.\n"));
    QCOMPARE(said.err, QByteArray());
    // The same from the first project, whose vocabulary comes with the weights.
    const Said other = run({"generate", "cat.glassbox", "--weights", "cat.safetensors", "--prompt", "the cat", "--tokens", "40", "--temperature", "0"});
    QVERIFY2(other.out == said.out, other.err);
  }

  void jsonHasALineForEachTokenAndOneAtTheEnd() {
    const QStringList words{"generate", "trained.glassbox", "--prompt", "the", "--tokens", "9", "--temperature", "1.5", "--top-k", "4", "--top-p", "0.99", "--seed", "7", "--json"};
    const Said said = run(words);
    QVERIFY2(said.status == 0, said.err);
    const QList<QJsonObject> lines = said.lines();
    QCOMPARE(lines.size(), 10);
    QString all;
    for (int i = 0; i < 9; ++i) {
      all += lines[i]["text"].toString();
      const QJsonArray top = lines[i]["top"].toArray();
      QCOMPARE(top.size(), 5);
      // What was drawn is one of the four best; its line says the same of it as the alternatives do.
      const auto rank = static_cast<int>(lines[i]["rank"].toInteger(-1));
      QVERIFY(rank >= 0 && rank < 4);
      QCOMPARE(top[rank].toObject()["token"].toInteger(), lines[i]["token"].toInteger());
      QVERIFY(std::abs(top[rank].toObject()["probability"].toDouble() - lines[i]["probability"].toDouble()) < 1e-9);
      for (int k = 1; k < 5; ++k) QVERIFY(top[k - 1].toObject()["probability"].toDouble() >= top[k].toObject()["probability"].toDouble());
    }
    QCOMPARE(lines[9]["done"].toBool(), true);
    QCOMPARE(lines[9]["text"].toString(), all);
    QVERIFY(lines[9]["tokens_per_s"].toDouble() > 0);
    // The seed alone decides, and not the number of threads.
    for (const char* threads : {"1", "2", "3"}) QCOMPARE(run(words + QStringList{"--threads", threads}).lines()[9]["text"].toString(), all);
    QStringList otherSeed = words;
    otherSeed.replace(otherSeed.indexOf("1.5"), "20");
    all = run(otherSeed).lines()[9]["text"].toString();
    otherSeed.replace(otherSeed.indexOf("7"), "8");
    QVERIFY(run(otherSeed).lines()[9]["text"].toString() != all);
  }

  void scoresSayHowLikelyEachTokenWas() {
    const Said said = run({"generate", "trained.glassbox", "--prompt", "the cat sat", "--scores", "--json"});
    QVERIFY2(said.status == 0, said.err);
    const QList<QJsonObject> lines = said.lines();
    QCOMPARE(lines.size(), 11);
    double sum = 0;
    QString text;
    for (int i = 0; i < 10; ++i) sum -= std::log(lines[i]["probability"].toDouble()), text += lines[i]["text"].toString();
    QCOMPARE(text, QString("he cat sat"));
    QVERIFY(std::abs(lines[10]["loss"].toDouble() - sum / 10) < 1e-6);
    QVERIFY(lines[9]["probability"].toDouble() > 0.9);
  }

  void aCheckpointInAFolderGenerates() {
    const Said said = run({"generate", "gpt2", "--prompt", " the end", "--tokens", "60", "--json", "--seed", "3"});
    QVERIFY2(said.status == 0, said.err);
    const QList<QJsonObject> lines = said.lines();
    QCOMPARE(lines.size(), 61);
    // Random weights write random bytes: what belongs to no character is shown as U+FFFD, and every line is well-formed.
    QString all;
    for (const QJsonObject& line : lines.first(60)) all += line["text"].toString();
    QVERIFY2(all.contains(QChar(0xFFFD)) && lines[60]["text"].toString().startsWith(all), said.out);
    const Said empty = run({"generate", "gpt2", "--prompt", "", "--tokens", "2", "--json"});
    QVERIFY2(empty.status == 0, empty.err);
    const Said checked = run({"check", "gpt2"});
    QCOMPARE(checked.status, 0);
    QCOMPARE(checked.out, QByteArray("gpt2: sound: a GPT-2 checkpoint, 2 blocks, 71040 parameters\n"));  // as in test_gpt2
  }

  void aCheckpointIsFineTunedAndSaved() {
    const Said saved = run({"new", "gpt2", "--context", "16", "--save-project", "small.glassbox"});
    QVERIFY2(saved.status == 0, saved.err);
    const QStringList tail{"--prompt", "the", "--tokens", "8", "--temperature", "0"};
    const QByteArray before = run(QStringList{"generate", "small.glassbox"} + tail).out;
    QVERIFY(!before.isEmpty());
    QCOMPARE(run(QStringList{"generate", "gpt2", "--context", "16"} + tail).out, before);
    const Said tuned = run({"train", "gpt2", "--context", "16", "--data", "cat.txt", "--set", "rate=0.003", "--set", "batch=8", "--steps", "80", "--save-project", "tuned.glassbox", "--log", "steps", "--json"});
    QVERIFY2(tuned.status == 0, tuned.err);
    QCOMPARE(tuned.lines().size(), 80);
    const double first = tuned.lines().first()["loss"].toDouble(), last = tuned.lines().last()["loss"].toDouble();
    QVERIFY2(last < 0.5 * first, qPrintable(QStringLiteral("%1, then %2").arg(first).arg(last)));
    const Said after = run(QStringList{"generate", "tuned.glassbox"} + tail);
    QVERIFY2(after.status == 0 && after.out != before, after.err);
  }

  void whatCannotBeIsSaidInOneSentence_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("no prompt") << QStringList{"trained.glassbox"} << 2 << QByteArray("`generate` needs --prompt TEXT to go on from.");
    QTest::newRow("a temperature below 0") << QStringList{"trained.glassbox", "--prompt", "a", "--temperature", "-1"} << 2 << QByteArray("--temperature");
    QTest::newRow("an empty prompt") << QStringList{"trained.glassbox", "--prompt", ""} << 1 << QByteArray("The prompt is empty: write at least one token to go on from.");
    QTest::newRow("a character that was never seen") << QStringList{"trained.glassbox", "--prompt", "z"} << 1 << QByteArray("--prompt: The character \"z\"");
    QTest::newRow("no weights") << QStringList{"cat.glassbox", "--prompt", "a"} << 1 << QByteArray("There are no weights to generate with: add --weights FILE.");
    QTest::newRow("a folder without a checkpoint") << QStringList{"empty", "--prompt", "a"} << 1 << QByteArray("empty: There is no .safetensors file in the folder.");
    QTest::newRow("a context for a project") << QStringList{"trained.glassbox", "--prompt", "a", "--context", "5"} << 1 << QByteArray("--context is for a folder with a GPT-2 checkpoint");
    QTest::newRow("a context that is too long") << QStringList{"gpt2", "--prompt", "a", "--context", "41"} << 1 << QByteArray("gpt2/model.safetensors: The checkpoint has vectors for 40 positions; a context of 41 tokens is too long.");
  }
  void whatCannotBeIsSaidInOneSentence() {
    QFETCH(QStringList, words);
    QFETCH(int, status);
    QFETCH(QByteArray, start);
    const Said said = run(QStringList("generate") + words);
    QCOMPARE(said.status, status);
    QCOMPARE(said.out, QByteArray());
    QVERIFY2(said.err.startsWith(start), said.err);
    QCOMPARE(said.err.count('\n'), status == 2 ? 2 : 1);
  }
};

QTEST_GUILESS_MAIN(TestGenerate)
#include "test_generate.moc"
