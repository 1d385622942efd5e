// The lesson page: formulas without raw TeX, both languages, live conditions, hints one by one, and Run locked until the prediction is
// made.
#include "engine/lesson/lesson.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/condition_rows.h"
#include "widgets/formula/formula_text.h"
#include "widgets/lesson/lesson_list.h"
#include "widgets/lesson/lesson_markdown.h"
#include "widgets/lesson/lesson_meter.h"
#include "widgets/lesson/lesson_view.h"
#include "widgets/lesson/prose_view.h"
#include "widgets/lesson/question_card.h"
#include "widgets/lesson/task_card.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

using namespace glassbox;

namespace {

const Lesson& firstLesson() {
  static const Result<Lesson> lesson = loadLesson(std::filesystem::path(GLASSBOX_SOURCE_DIR) / "lessons" / "01-a-line-that-learns");
  if (!lesson) throw std::runtime_error(english(lesson.error()));
  return *lesson;
}

/// A page of our own around one block.
Lesson lessonOf(const std::string& blocks, std::vector<Question> questions, std::vector<Task> tasks = {}) {
  Lesson lesson;
  lesson.id = "test";
  lesson.block = "A";
  lesson.number = 1;
  lesson.questions = std::move(questions);
  lesson.tasks = std::move(tasks);
  const Result<Page> page = parsePage("# Title\n\nText.\n\n" + blocks, "en.md");
  if (!page) throw std::runtime_error(english(page.error()));
  lesson.pages = {*page, *page};
  return lesson;
}

ConditionState condition(bool met, double now) {
  ConditionState c;
  c.met = met;
  c.label = Text{"engine", "Training loss", {}};
  c.now.number = now;
  c.needed.number = 0.45;
  c.bound = Bound::AtMost;
  return c;
}

void choose(QuestionCard& card, int index) { card.findChildren<QRadioButton*>().at(index)->click(); }

} // namespace

class TestLessonView : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { ThemeManager::ofApplication().setChoice(ThemeChoice::Light); }

  // ---- code and zoom -----------------------------------------------------------------------------------------------------------

  void pythonIsInColorsThatCanBeRead_data() {
    QTest::addColumn<ThemeChoice>("choice");
    QTest::newRow("light") << ThemeChoice::Light;
    QTest::newRow("dark") << ThemeChoice::Dark;
  }
  void pythonIsInColorsThatCanBeRead() {
    QFETCH(ThemeChoice, choice);
    ThemeManager::ofApplication().setChoice(choice);
    QTextDocument document;
    setLessonMarkdown(document, "Text.\n\n```python\ndef f(x):\n    return 2 * x  # twice\n```\n\n```\ndef = 2\n```\n\n```python\n\"\"\"one\nreturn\"\"\"\n```\n", {});
    const QColor text = theme().color(ColorRole::Text);
    const auto color = [&](const QString& word, int from = 0) {
      const QTextCursor found = document.find(word, from);
      const QBrush brush = found.charFormat().foreground();
      return brush.style() == Qt::NoBrush ? text : brush.color();
    };
    const QColor keyword = color("return"), number = color("2"), comment = color("# twice");
    QVERIFY(keyword != text && number != text && comment != text && keyword != number && number != comment);
    for (const QColor& one : {keyword, number, comment}) QVERIFY2(Theme::contrast(one, theme().color(ColorRole::Panel)) >= 4.5, qPrintable(one.name()));
    const int plain = document.find("def =").position();
    QVERIFY2(color("def =") == text && color("2", plain) == text, "code of no language stays as it is");
    const int last = document.find("one").position();
    QCOMPARE(color("return", last), color("one")); // inside a string of several lines
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
  }

  void allOfThePageZooms() {
    const Lesson lesson = lessonOf("## Heading\n\nWords $x^2$.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```python\nx = 1\n```\n\n::: task t Do it\nText.\n:::\n", {}, {Task{"t", {}, 1, {}, {}}});
    LessonView view;
    view.resize(500, 600);
    view.setContent(&lesson, Language::English);
    view.show();
    const auto sizes = [&] {
      std::map<QString, double> all;
      for (ProseView* prose : view.findChildren<ProseView*>())
        for (QTextBlock block = prose->document()->begin(); block.isValid(); block = block.next())
          for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            const QString tex = FormulaText::texOf(format);
            QFont font = prose->document()->defaultFont();
            if (format.hasProperty(QTextFormat::FontPixelSize)) font.setPixelSize(format.intProperty(QTextFormat::FontPixelSize));
            all[tex.isEmpty() ? it.fragment().text() : "formula"] = tex.isEmpty() ? font.pixelSize() : FormulaText::tallness(format);
          }
      for (QLabel* label : view.findChildren<QLabel*>())
        if (label->text() == "Title" || label->text() == "Do it") all[label->text()] = label->font().pixelSize();
      return all;
    };
    const auto before = sizes();
    view.setZoom(200);
    const auto after = sizes();
    QCOMPARE(after.size(), before.size());
    for (const char* part : {"Title", "Heading", "Words ", "formula", "a", "1", "Do it", "Text."}) QVERIFY2(before.count(part), part);
    for (const auto& [part, size] : before) QVERIFY2(std::abs(after.at(part) - 2 * size) <= 0.05 * size, qPrintable(QString("%1: %2 and %3").arg(part).arg(size).arg(after.at(part))));
    // also what is built later, and after a change of theme
    view.setContent(&lesson, Language::Chinese);
    view.setContent(&lesson, Language::English);
    ThemeManager::ofApplication().setChoice(ThemeChoice::Dark);
    QVERIFY(sizes() == after);
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
    view.setZoom(100);
    QVERIFY(sizes() == before);
  }

  void picturesZoomAsFarAsThePageIsWide() {
    const auto widthAt = [](double zoom, int page) {
      QTextDocument document;
      setLessonMarkdown(document, "![A picture](picture.svg)", {});
      fitPictures(document, page, zoom, [](const QString&) { return QSizeF(100, 50); });
      return document.begin().begin().fragment().charFormat().toImageFormat().width();
    };
    QCOMPARE(widthAt(1, 500), 100.0);
    QCOMPARE(widthAt(1.5, 500), 150.0);
    QCOMPARE(widthAt(2, 160), 160.0);
  }

  // ---- formulas --------------------------------------------------------------------------------------------------------------

  void formulasKeepMarkdownFromDamagingThem() {
    QTextDocument document;
    setLessonMarkdown(document, "Text $a_1 * b_2 * c$ and `$code_1$` and 5\\$.\n\n```\nx = \"$y\"\n```\n", {});
    const QString text = document.toPlainText();
    QVERIFY2(text.contains(QStringLiteral("$code_1$")) && text.contains(QStringLiteral("\"$y\"")),
             qPrintable(text));                                       // code keeps its dollars
    QVERIFY2(text.contains(QStringLiteral("5$.")), qPrintable(text)); // and \$ is one
    QVERIFY2(!text.contains(QStringLiteral("$a")), qPrintable(text));
    QStringList formulas;
    for (auto it = document.begin().begin(); !it.atEnd(); ++it)
      if (const QString tex = FormulaText::texOf(it.fragment().charFormat()); !tex.isEmpty()) formulas << tex;
    QCOMPARE(formulas, QStringList("a_1 * b_2 * c"));
  }

  void formulasDoNotPushLinesApart() {
    QTextDocument plain, withFormula;
    setLessonMarkdown(plain, "One line,\\\nand another.", {});
    setLessonMarkdown(withFormula, "One $\\sum_{i=1}^{n} x_i^2$ line,\\\nand another.", {});
    QCOMPARE(withFormula.size().height(), plain.size().height());
  }

  void chineseProsePutsItsFontFirstAndKnowsNoItalic() {
    QTextDocument document;
    setLessonMarkdown(document, "他说：*“学习”*。", {Language::Chinese});
    QCOMPARE(document.defaultFont().families().first(), QStringLiteral("Noto Sans CJK SC"));
    for (auto it = document.begin().begin(); !it.atEnd(); ++it) {
      QVERIFY(!it.fragment().charFormat().fontItalic());
      if (it.fragment().text().contains(QStringLiteral("学习"))) QCOMPARE(it.fragment().charFormat().fontWeight(), int(QFont::Bold));
    }
  }

  // ---- the page --------------------------------------------------------------------------------------------------------------

  void thePageHasNoRawTex_data() {
    QTest::addColumn<int>("language");
    QTest::newRow("English") << static_cast<int>(Language::English);
    QTest::newRow("Chinese") << static_cast<int>(Language::Chinese);
  }
  void thePageHasNoRawTex() {
    QFETCH(int, language);
    LessonView view;
    view.setContent(&firstLesson(), static_cast<Language>(language));
    const QString text = view.plainText();
    QVERIFY(text.size() > 500);
    for (const QString raw : {"$", "\\frac", "\\hat", "\\sum", ":::", "](", "**"})
      QVERIFY2(!text.contains(raw), qPrintable(raw + ": …" + text.mid(std::max<qsizetype>(0, text.indexOf(raw) - 40), 80)));
    for (const QChar c : text) QVERIFY2(c.unicode() < 0xE000 || c.unicode() > 0xF8FF, "a mark that stood for a formula is left");
  }

  void bothLanguagesAreShown() {
    LessonView view;
    view.setContent(&firstLesson(), Language::English);
    QVERIFY(view.plainText().contains("A line that learns") && view.plainText().contains("Forty points"));
    view.setContent(&firstLesson(), Language::Chinese);
    QVERIFY(view.plainText().contains(QStringLiteral("会学习的直线")) && view.plainText().contains(QStringLiteral("四十个点")));
    QVERIFY(!view.plainText().contains("Forty points"));
    QCOMPARE(view.taskCards().size(), std::size_t(2));
  }

  void picturesFitTheColumn() {
    LessonView view;
    view.setContent(&firstLesson(), Language::English);
    view.resize(360, 600);
    view.show();
    int pictures = 0;
    for (const ProseView* prose : view.findChildren<ProseView*>())
      for (QTextBlock block = prose->document()->begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it)
          if (it.fragment().charFormat().isImageFormat()) {
            ++pictures;
            QVERIFY(it.fragment().charFormat().toImageFormat().width() > 100);
            QVERIFY(it.fragment().charFormat().toImageFormat().width() <= prose->viewport()->width());
          }
    QCOMPARE(pictures, 1);
  }

  void noPieceOfTextIsCutOff() {
    LessonView view;
    view.setContent(&firstLesson(), Language::English);
    view.resize(416, 700);
    view.show();
    QCoreApplication::sendPostedEvents(); // layouts that wait
    for (const ProseView* prose : view.findChildren<ProseView*>())
      if (prose->isVisible())
        QVERIFY2(prose->document()->size().height() <= prose->viewport()->height() + 1, qPrintable(prose->toPlainText().left(60)));
  }

  void theLanguageChangesInPlace() {
    LessonView view;
    view.setContent(&firstLesson(), Language::English);
    choose(*view.questionCards().front(), 1);
    view.questionCards().front()->commitButton()->click();
    view.setContent(&firstLesson(), Language::Chinese);
    QVERIFY(!view.isRunLocked());
    QVERIFY(view.questionCards().front()->answer() == AnswerValue(std::string("above")));
  }

  // ---- predict, then reveal --------------------------------------------------------------------------------------------------

  void runIsLockedUntilTheChoiceIsCommitted() {
    LessonView view;
    QSignalSpy locks(&view, &LessonView::runLockChanged), answers(&view, &LessonView::answerCommitted);
    view.setContent(&firstLesson(), Language::English);
    QVERIFY(view.isRunLocked());
    QCOMPARE(view.runLockReason(), QStringLiteral("First predict"));
    QCOMPARE(locks.size(), 1);
    QuestionCard& card = *view.questionCards().front();
    QVERIFY2(!card.commitButton()->isEnabled(), "nothing is chosen yet");
    choose(card, 1);
    QVERIFY2(view.isRunLocked(), "choosing is not committing");
    card.commitButton()->click();
    QVERIFY(!view.isRunLocked());
    QCOMPARE(locks.size(), 2);
    QCOMPARE(locks.last().first().toBool(), false);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers.first().first().toString(), QStringLiteral("end"));
    QVERIFY(view.progress().answers.at("end") == AnswerValue(std::string("above")));
  }

  void aNumberIsCommittedAsItIsTyped() {
    const Lesson lesson =
        lessonOf("::: question rate\nWhich?\n:::\n\n::: reveal rate\nIt was 0.5.\n:::\n", {{"rate", QuestionKind::Number, {}, true}});
    LessonView view;
    view.setContent(&lesson, Language::English);
    QuestionCard& card = *view.questionCards().front();
    auto* field = card.findChild<QLineEdit*>();
    field->setText("fast");
    QVERIFY(!card.commitButton()->isEnabled());
    field->setText(QStringLiteral("−0.25")); // a true minus
    card.commitButton()->click();
    QVERIFY(card.answer() == AnswerValue(-0.25));
    QVERIFY(!view.isRunLocked());
  }

  void theRevealWaitsForTheRun() {
    LessonView view;
    view.resize(416, 700);
    view.setContent(&firstLesson(), Language::English);
    view.show();
    QuestionCard& card = *view.questionCards().front();
    const auto revealIsShown = [&] {
      for (const ProseView* prose : card.findChildren<ProseView*>())
        if (prose->isVisible() && prose->toPlainText().contains("0.073")) return true;
      return false;
    };
    QVERIFY(!revealIsShown());
    choose(card, 0);
    card.commitButton()->click();
    QVERIFY2(!revealIsShown(), "the run has not happened");
    view.revealPredictions();
    QVERIFY(revealIsShown());
  }

  /// Two predictions: the first locks Run from the start, the second when the task before it is done; each is revealed by the run
  /// that ends after it was made.
  void aLaterPredictionLocksWhenTheLearnerComesToIt() {
    Task task;
    task.id = "t";
    const Lesson lesson = lessonOf("::: question a\nFirst?\n:::\n\n::: reveal a\nIt was 1.\n:::\n\n::: task t Do it\nDo.\n:::\n\n::: hint t 1\nA.\n:::\n\n::: hint t 2\nB.\n:::\n\n::: hint t 3\nC.\n:::\n\n"
                                   "::: question b\nSecond?\n:::\n\n::: reveal b\nIt was 2.\n:::\n",
                                   {{"a", QuestionKind::Number, {}, true}, {"b", QuestionKind::Number, {}, true}}, {task});
    LessonView view;
    view.setContent(&lesson, Language::English);
    QuestionCard &first = *view.questionCards()[0], &second = *view.questionCards()[1];
    const auto commit = [](QuestionCard& card) {
      card.findChild<QLineEdit*>()->setText("1");
      card.commitButton()->click();
    };
    QVERIFY(view.isRunLocked());
    commit(first);
    QVERIFY2(!view.isRunLocked(), "the second question is not yet due");
    view.revealPredictions();
    QVERIFY(first.isRevealed() && !second.isRevealed());
    view.setTaskStates({{"t", {true, {condition(true, 0.4)}}}});
    QVERIFY(view.isRunLocked());
    commit(second);
    QVERIFY(!view.isRunLocked());
    QVERIFY2(!second.isRevealed(), "the run before was about something else");
    view.revealPredictions();
    QVERIFY(second.isRevealed());
  }

  void whatWasCommittedBeforeUnlocks() {
    LessonView view;
    view.setContent(&firstLesson(), Language::English);
    LessonProgress progress;
    progress.answers["end"] = std::string("zero");
    view.setProgress(progress);
    QVERIFY(!view.isRunLocked());
  }

  // ---- tasks -----------------------------------------------------------------------------------------------------------------

  void conditionsShowNowAndNeeded() {
    QCOMPARE(askedText(condition(false, 3)), QStringLiteral("Training loss ≤\u00A00.45"));
    QCOMPARE(nowText(condition(false, 0.379)), QStringLiteral("0.3790"));
    // Written alike they would look met.
    QCOMPARE(nowText(condition(false, 0.450004)), QStringLiteral("0.450004"));
    QCOMPARE(nowText(condition(false, 0.4513)), QStringLiteral("0.4513"));
    // A bound of many digits gets as many as it takes, or 0.0026711 would stand beside a 0.0027 that it does not meet.
    ConditionState close = condition(false, 0.0026711);
    close.needed.number = 0.0026704;
    QCOMPARE(askedText(close), QStringLiteral("Training loss ≤\u00A00.0026704"));
    QCOMPARE(nowText(close), QStringLiteral("0.0026711"));
    close.now.number = 0.0115;
    QCOMPARE(askedText(close), QStringLiteral("Training loss ≤\u00A00.0027"));
    ConditionState both = condition(false, 0.2);
    both.bound = Bound::Between;
    both.least = 0.3;
    QCOMPARE(askedText(both), QStringLiteral("Training loss from 0.3 to 0.45"));
    ConditionState unknown = condition(false, 0);
    unknown.now.number.reset();
    QCOMPARE(nowText(unknown), QStringLiteral("–"));
  }

  void tasksAreDoneInTurn() {
    LessonView view;
    view.setContent(&firstLesson(), Language::English);
    const auto& cards = view.taskCards();
    QVERIFY(cards[0]->stage() == TaskStage::Active && cards[1]->stage() == TaskStage::Open);
    QSignalSpy passed(&view, &LessonView::taskPassed);
    view.setTaskStates({{"by_hand", {false, {condition(false, 0.5)}}}, {"descent", {true, {condition(true, 0.4)}}}});
    QVERIFY2(passed.isEmpty(), "the second task does not count before the first");
    view.setTaskStates({{"by_hand", {true, {condition(true, 0.4)}}}});
    QCOMPARE(passed.size(), 1);
    QVERIFY(cards[0]->stage() == TaskStage::Done && cards[1]->stage() == TaskStage::Active);
    view.setTaskStates({{"by_hand", {false, {condition(false, 0.5)}}}});
    QVERIFY2(cards[0]->stage() == TaskStage::Done, "what was done stays done");
    QCOMPARE(passed.size(), 1);
  }

  void aTaskThatIsMetAlreadyPassesWithTheOneBeforeIt() {
    LessonView view;
    view.setContent(&firstLesson(), Language::English);
    LessonProgress predicted;
    predicted.answers["end"] = std::string("above");
    view.setProgress(predicted);
    QSignalSpy passed(&view, &LessonView::taskPassed);
    view.setTaskStates({{"by_hand", {true, {condition(true, 0.4)}}}, {"descent", {true, {condition(true, 0.4)}}}});
    QCOMPARE(passed.size(), 2);
  }

  void aTaskBehindAPredictionWaitsForIt() {
    LessonView view;
    view.setContent(&firstLesson(), Language::English);
    const std::map<std::string, TaskState> met{{"by_hand", {true, {condition(true, 0.4)}}}, {"descent", {true, {condition(true, 0.4)}}}};
    QSignalSpy passed(&view, &LessonView::taskPassed);
    view.setTaskStates(met);
    QVERIFY2(passed.size() == 1 && view.taskCards()[0]->stage() == TaskStage::Done, "the first one stands before the question");
    QCOMPARE(view.taskCards()[1]->remark(), QStringLiteral("First predict"));
    LessonProgress predicted = view.progress();
    predicted.answers["end"] = std::string("above");
    view.setProgress(predicted);
    view.setTaskStates(met);
    QCOMPARE(passed.size(), 2);
    QCOMPARE(view.taskCards()[1]->remark(), QStringLiteral("done"));
  }

  void hintsComeOneByOne() {
    LessonView view;
    view.resize(416, 700);
    view.setContent(&firstLesson(), Language::English);
    view.show();
    QSignalSpy asked(&view, &LessonView::hintAsked);
    TaskCard& card = *view.taskCards().front();
    auto* button = card.findChild<QPushButton*>();
    const auto shown = [&] {
      int count = 0;
      for (const ProseView* prose : card.findChildren<ProseView*>()) count += prose->isVisible();
      return count - 1; // the text of the task
    };
    QCOMPARE(shown(), 0);
    for (int grade = 1; grade <= 3; ++grade) {
      button->click();
      QCOMPARE(shown(), grade);
      QCOMPARE(asked.last().at(1).toInt(), grade);
    }
    QVERIFY2(!button->isVisible(), "there is no fourth hint");
    QCOMPARE(view.progress().tasks.at("by_hand").hints, 3);
  }

  /// The hint for everybody is there again when the other one does not fit any more; another language changes nothing.
  void aHintThatFitsWhatWasDoneIsGivenInPlaceOfTheGeneralOne() {
    LessonView view;
    view.resize(416, 700);
    view.setContent(&firstLesson(), Language::English);
    view.show();
    view.taskCards().front()->findChild<QPushButton*>()->click();
    const auto shows = [&](const QString& words) {
      for (const ProseView* prose : view.taskCards().front()->findChildren<ProseView*>())
        if (prose->isVisible() && prose->toPlainText().contains(words)) return true;
      return false;
    };
    QVERIFY(shows("two ends of the line") && !shows("You have pressed Run"));
    view.setHints({{"by_hand", HintIds{"trained", "", ""}}});
    QVERIFY(!shows("two ends of the line") && shows("You have pressed Run"));
    view.setContent(&firstLesson(), Language::Chinese);
    QCoreApplication::sendPostedEvents(); // what is built anew is shown
    QVERIFY(shows(QStringLiteral("你已经按过“运行”")));
    view.setContent(&firstLesson(), Language::English);
    view.setHints({});
    QCoreApplication::sendPostedEvents();
    QVERIFY(shows("two ends of the line") && !shows("You have pressed Run"));
  }

  void linksGoToTheLab() {
    LessonView view;
    view.setContent(&firstLesson(), Language::English);
    QSignalSpy links(&view, &LessonView::linkClicked);
    for (ProseView* prose : view.findChildren<ProseView*>()) emit prose->anchorClicked(QUrl(QStringLiteral("lab:run")));
    QVERIFY(links.size() > 3);
    QCOMPARE(links.first().first().toString(), QStringLiteral("lab:run"));
  }

  // ---- following a run -------------------------------------------------------------------------------------------------------

  void theMeterSparesTheTrainingAndNeverMissesTheEnd() {
    RunSetup setup;
    setup.spec = std::make_shared<const NetworkSpec>(*parseLine("input 1 | dense 1 | mse"));
    setup.data = *load(firstLesson().setup.project.data, {});
    Snapshot snapshot;
    snapshot.weights = Buffer<float>((*Trainer::create(setup))->network().weights().size());
    LessonMeter meter(nullptr, 3600 * 1000); // an hour between two live measurements
    std::vector<std::int64_t> steps;
    connect(&meter, &LessonMeter::measured, &meter, [&](const RunMoment& moment) { steps.push_back(moment.step); });
    meter.begin(setup, {Part::Train});
    meter.setLive(true);
    snapshot.step = 1;
    meter.offer(snapshot);
    QTRY_COMPARE_WITH_TIMEOUT(steps, std::vector<std::int64_t>{1}, 60000);
    for (snapshot.step = 2; snapshot.step < 100; ++snapshot.step) meter.offer(snapshot);
    QTest::qWait(1);
    QCOMPARE(steps.size(), std::size_t{1}); // they wait for the end of the pause
    meter.setLive(false);                   // at rest: the last weights, at once
    QTRY_COMPARE_WITH_TIMEOUT(steps, (std::vector<std::int64_t>{1, 99}), 60000);
  }

  void theMeterForgetsTheRunBefore() {
    RunSetup setup;
    setup.spec = std::make_shared<const NetworkSpec>(*parseLine("input 1 | dense 1 | mse"));
    setup.data = *load(firstLesson().setup.project.data, {});
    Snapshot snapshot;
    snapshot.weights = Buffer<float>((*Trainer::create(setup))->network().weights().size());
    LessonMeter meter;
    std::vector<std::int64_t> steps;
    connect(&meter, &LessonMeter::measured, &meter, [&](const RunMoment& moment) { steps.push_back(moment.step); });
    meter.begin(setup, {});
    snapshot.step = 7;
    meter.offer(snapshot);
    meter.begin(setup, {Part::Train}); // before the first could answer
    snapshot.step = 1;
    meter.offer(snapshot);
    QTRY_COMPARE_WITH_TIMEOUT(steps, std::vector<std::int64_t>{1}, 60000);
    meter.end();
    meter.offer(snapshot);
    QTest::qWait(1);
    QCOMPARE(steps.size(), std::size_t{1});
  }

  // ---- the list --------------------------------------------------------------------------------------------------------------

  void theListOpensALesson() {
    LessonList list;
    LessonRow broken{"b", "B", 6, "XOR", 30, 2, 0, "en.md:3:1: This block stands twice on the page."};
    list.setContent({{"a", "A", 1, "A line that learns", 25, 2, 1, {}}, broken});
    list.resize(240, 300);
    list.show();
    QCOMPARE(list.count(), 4); // two headings, two lessons
    QSignalSpy chosen(&list, &LessonList::lessonChosen);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(1)).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("a"));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(3)).center());
    QCOMPARE(chosen.size(), 1); // what cannot be opened says why and does not open
  }
};

QTEST_MAIN(TestLessonView)
#include "test_lesson_view.moc"
