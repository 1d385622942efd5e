// The view of generated text: what it writes is what `glassbox-cli generate` writes with the same weights and seed.
#include "engine/io/checkpoint.h"
#include "engine/io/project.h"
#include "engine/io/safetensors.h"
#include "tests/support/look_run.h"
#include "widgets/common/slider_field.h"
#include "widgets/plots/bar_plot.h"
#include "widgets/views/text_view.h"

#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace glassbox;
using glassbox::test::LookRun;

namespace {

const char* const kLine = "input 16 element=tokens | embedding 16 tokens=22 | position_embedding | transformer_block 2 causal=true | layer_norm | dense 22 classes=auto | softmax_cross_entropy";
const Params kNames{{"names", std::int64_t{300}}, {"context", std::int64_t{16}}};

} // namespace

class TestGeneratedText : public QObject {
  Q_OBJECT

  std::unique_ptr<LookRun> m_run;

  std::unique_ptr<TextView> shown() {
    auto view = std::make_unique<TextView>();
    view->resize(900, 600);
    view->show();
    view->setSubject(m_run->subject);
    m_run->answer(*view);
    return view;
  }

  static bool written(TextView& view) {
    return QTest::qWaitFor([&] { return !view.isWriting(); }, 60000);
  }

  static void type(TextView& view, const char* key, const char* number) {
    QLineEdit* field = view.field(QLatin1String(key))->field();
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QLatin1String(number));
  }

 private slots:
  void initTestCase() {
    m_run = std::make_unique<LookRun>(kLine, "names", kNames);
    m_run->train(60);
  }

  void nextTokensSayWhatTheCutLeaves() {
    const std::vector<float> logits{2, 1, 0, -1};
    SamplerSettings settings;
    settings.temperature = 2;
    settings.topK = 2;
    const Result<std::vector<NextToken>> next = nextTokens(logits, settings, 10);
    QVERIFY(next.ok());
    QCOMPARE(next->size(), std::size_t{4});
    const double e[] = {std::exp(1.0), std::exp(0.5), 1, std::exp(-0.5)}, all = e[0] + e[1] + e[2] + e[3];
    QVERIFY((*next)[0].kept && (*next)[1].kept && !(*next)[2].kept && !(*next)[3].kept);
    QVERIFY(std::abs((*next)[0].probability - e[0] / (e[0] + e[1])) < 1e-12);
    QVERIFY(std::abs((*next)[2].probability - e[2] / all) < 1e-12);
    settings.temperature = 0;
    QCOMPARE((*nextTokens(logits, settings, 10))[0].probability, 1.0);
    QVERIFY(!(*nextTokens(logits, settings, 10))[1].kept);
  }

  void theSameSeedWritesWhatTheCommandLineWrites() {
    QTemporaryDir folder;
    Project project;
    project.spec = *m_run->subject.spec;
    project.data.source = "names";
    project.data.params = kNames;
    project.data.shares = {0.0, 0.2};
    const std::string path = folder.filePath("names.glassbox").toStdString(), weights = folder.filePath("names.safetensors").toStdString();
    QVERIFY(saveProject(project, path).ok());
    QVERIFY(saveSafetensors(weightsToFile(m_run->network(), m_run->subject.data.get()), weights).ok());
    auto view = shown();
    const std::string begin = m_run->subject.data->tokenizer->decode(std::vector<TokenId>{3, 5});
    view->prompt()->setText(QString::fromStdString(begin));
    type(*view, "seed", "7");
    type(*view, "temperature", "0.9");
    type(*view, "top_k", "6");
    type(*view, "tokens", "40");
    QTest::keyClick(view->prompt(), Qt::Key_Return);
    QCOMPARE(view->settings().topK, std::int64_t{6});
    QVERIFY(view->isWriting());
    QVERIFY(written(*view));
    QCOMPARE(view->tokens().size(), std::size_t{42});
    QProcess program;
    program.start(GLASSBOX_CLI, {"generate", QString::fromStdString(path), "--weights", QString::fromStdString(weights), "--prompt", QString::fromStdString(begin), "--tokens", "40", "--temperature", "0.9", "--top-k", "6", "--seed", "7"});
    QVERIFY(program.waitForFinished(60000));
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError());
    QCOMPARE(view->text().toUtf8() + '\n', program.readAllStandardOutput());
  }

  void theProbabilityBehindATokenIsTheModelsOwn() {
    auto view = shown();
    type(*view, "tokens", "12");
    view->generate();
    QVERIFY(written(*view));
    std::vector<TokenId> text;
    for (const TextView::Shown& token : view->tokens()) text.push_back(token.token);
    Result<LanguageModel> model = LanguageModel::create(*m_run->subject.spec);
    QVERIFY(model.ok());
    const std::span<const float> weights = m_run->network().weights();
    std::copy(weights.begin(), weights.end(), model->network().weights().begin());
    Team team;
    const Result<std::vector<ScoredToken>> scores = model->score(text, 1, team);
    QVERIFY(scores.ok() && !view->tokens()[0].probability);
    for (std::size_t i = 0; i < scores->size(); ++i) QVERIFY(std::abs(*view->tokens()[i + 1].probability - (*scores)[i].probability) < 1e-6);
  }

  void aTokenThatIsClickedStandsBehindTheText() {
    auto view = shown();
    type(*view, "tokens", "5");
    QTest::mouseClick(view->generateButton(), Qt::LeftButton);
    QVERIFY(written(*view));
    QCOMPARE(view->next().size(), TextWriter::kShown);
    const TokenId third = view->next()[2].token;
    const double probability = view->next()[2].probability;
    const std::size_t before = view->tokens().size();
    QTest::mouseClick(view->bars(), Qt::LeftButton, {}, QPoint(40, 60)); // the third row of 24 px
    QVERIFY(written(*view));
    QCOMPARE(view->tokens().size(), before + 1);
    QCOMPARE(view->tokens().back().token, third);
    QVERIFY(std::abs(*view->tokens().back().probability - probability) < 1e-9); // at temperature 1, nothing cut
    QTest::mouseClick(view->continueButton(), Qt::LeftButton);
    QVERIFY(written(*view));
    QCOMPARE(view->tokens().size(), before + 6);
  }

  void writingIsStoppedAndWhatIsWrittenStays() {
    auto view = shown();
    type(*view, "tokens", "500");
    view->generate();
    QVERIFY(view->isWriting());
    QTest::mouseClick(view->generateButton(), Qt::LeftButton);
    QVERIFY(!view->isWriting());
    const std::size_t there = view->tokens().size();
    QTest::qWait(20);
    QCOMPARE(view->tokens().size(), there);
  }

  void aSignThatTheDataDoNotHaveIsNamed() {
    auto view = shown();
    view->prompt()->setText(QStringLiteral("Ω"));
    view->generate();
    QVERIFY(!view->isWriting());
    QVERIFY2(view->message().contains(QStringLiteral("Ω")), qPrintable(view->message()));
    view->prompt()->clear();
    view->generate();
    QVERIFY2(view->message().contains("empty"), qPrintable(view->message()));
  }
};

QTEST_MAIN(TestGeneratedText)
#include "test_generated_text.moc"
