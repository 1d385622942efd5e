// What a lesson locks or hides: seen as such, kept against mouse, keys, drops, paste and undo, and free again afterwards.
#include "../lessons/lesson_folder.h"
#include "app/settings.h"
#include "app/tool_bar.h"
#include "learner.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/palette.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/node_page.h"
#include "widgets/inspector/param_form.h"
#include "widgets/inspector/param_row.h"
#include "widgets/inspector/training_form.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>

using namespace glassbox;
using Kind = DiagramHit::Kind;

namespace {

enum LeftTab { Lessons, Layers, Data };

} // namespace

class TestLocks : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_settings.filePath("settings.ini").toLocal8Bit());
    ThemeManager::ofApplication().dress(*qApp);
  }
  void init() {
    m_language = std::make_unique<LanguageSwitch>();
    m_language->use(LanguageSwitch::Tongue::English);
    m_window = std::make_unique<MainWindow>(m_language.get());
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_said = std::make_unique<QSignalSpy>(m_window.get(), &MainWindow::told);
    m_whispered = std::make_unique<QSignalSpy>(m_window->diagram(), &DiagramView::told);
  }
  void cleanup() {
    m_window->document()->setModified(false);
    m_said.reset();
    m_whispered.reset();
    m_window.reset();
  }

  // ---- the network -------------------------------------------------------------------------------------------------------

  void aLockedNetworkIsShownAndStays() {
    open(R"("network")", "");
    const QString why = "This lesson keeps the network fixed.";
    Document& document = *m_window->document();
    const NetworkSpec before = document.spec();
    m_window->setLeftTab(Layers);
    QVERIFY(tab(Layers));
    QVERIFY2(sees("Network locked") && sees(why), "over the diagram, and in the palette");

    // Keys, paste and drops end in the sentence.
    m_window->diagram()->setFocus();
    m_window->diagram()->select({"dense1"});
    QGuiApplication::clipboard()->setText(document.copy({"dense1"}, {}));
    const QList<QKeySequence> keys = {QKeySequence(Qt::Key_D), QKeySequence(Qt::Key_W), QKeySequence(Qt::Key_Delete), QKeySequence::Paste,
                                      QKeySequence(Qt::CTRL | Qt::Key_D)};
    for (const QKeySequence& key : keys) {
      m_whispered->clear();
      QTest::keySequence(m_window->diagram(), key);
      QVERIFY2(m_whispered->contains({why}), qPrintable(key.toString()));
    }
    QVERIFY(!dropIsTaken());
    auto* palette = m_window->findChild<Palette*>();
    QSignalSpy chosen(palette, &Palette::layerChosen);
    QListWidgetItem* dense = palette->list()->findItems("Dense", Qt::MatchExactly).value(0);
    QVERIFY(dense);
    QVERIFY2(dense->toolTip().contains(why), qPrintable(dense->toolTip()));
    QTest::mouseDClick(palette->list()->viewport(), Qt::LeftButton, {}, palette->list()->visualItemRect(dense).center());
    QCOMPARE(chosen.size(), 0);

    // The layer's page shows its values with a padlock.
    auto* page = m_window->findChild<NodePage*>();
    QVERIFY(page->isVisible());
    for (ParamRow* row : page->form()->rows()) QVERIFY2(row->isLocked(), row->key().c_str());
    QVERIFY(page->form()->row("units")->lockedField()->isVisible());
    QCOMPARE(page->form()->row("units")->lockedField()->text(), QString("1"));
    QVERIFY(document.spec() == before);
    QVERIFY(!document.undoStack()->canUndo());
  }

  void aHiddenNetworkHasNoPalette() {
    open("", R"("network")");
    QVERIFY(!tab(Layers));
    QTest::keySequence(m_window.get(), QKeySequence(Qt::CTRL | Qt::Key_F));
    QVERIFY(!m_window->findChild<Palette*>()->isVisible());
    m_window->diagram()->select({"dense1"});
    QVERIFY(m_window->findChild<NodePage*>()->isVisible());
    QVERIFY(!m_window->findChild<NodePage*>()->form()->isVisible());
    QVERIFY(!dropIsTaken());
  }

  // ---- data --------------------------------------------------------------------------------------------------------------

  void lockedDataAreShownAndStay() {
    open(R"("data")", "");
    const DataSpec before = m_window->document()->data();
    m_window->setLeftTab(Data);
    DataPanel* panel = m_window->dataPanel();
    QVERIFY(panel->isVisible() && !panel->sourceList()->isEnabled() && !panel->openButton()->isEnabled());
    QCOMPARE(panel->sourceList()->toolTip(), QString("This lesson keeps the data fixed."));
    for (ParamRow* row : panel->form()->rows()) QVERIFY2(row->isLocked(), row->key().c_str());
    QVERIFY2(trainingRow("validation")->isLocked(), "a share of the data, though it stands among the settings");
    // A file dropped onto the window, or chosen in a dialog.
    QFile csv(m_settings.filePath("mine.csv"));
    QVERIFY(csv.open(QIODevice::WriteOnly) && csv.write("a,b\n1,2\n2,3\n3,4\n") > 0);
    csv.close();
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(csv.fileName())});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE(m_said->size(), 1); // a drop is opened when the other program has its answer
    QCOMPARE(m_said->at(0)[0].toString(), QString("This lesson keeps the data fixed."));
    QVERIFY(m_window->document()->data() == before);
    QVERIFY(!(*m_window->actions())[Do::OpenData]->isEnabled());
  }

  void hiddenDataHaveNoTab() {
    open("", R"("data")");
    QVERIFY(!tab(Data));
    QVERIFY(!trainingRow("validation"));
    m_window->lessons()->controls()->follow("lab:data");
    m_window->diagram()->select({kDataTile});
    QVERIFY(!m_window->dataPanel()->isVisible());
  }

  // ---- weights -----------------------------------------------------------------------------------------------------------

  void lockedWeightsAreRead() {
    open(R"("weights")", "");
    const Learner learner(*m_window);
    QVERIFY(learner.openNumber(Kind::Weight));
    QVERIFY(learner.editor()->field()->field()->isReadOnly() && !learner.editor()->field()->slider()->isEnabled());
    QCOMPARE(learner.editor()->field()->toolTip(), QString("In this lesson the weights change by training only."));
    learner.typeNumber("2");
    QVERIFY(!m_window->session()->isEdited());
    m_window->session()->setWeight("dense1.weight[0,0]", 2);
    QVERIFY2(!m_window->session()->isEdited() && m_said->size() == 1, "whatever the way");
  }

  void hiddenWeightsAreNotOpened() {
    open("", R"("weights")");
    const Learner learner(*m_window);
    QTRY_VERIFY_WITH_TIMEOUT(learner.clickNumber(Kind::Weight) && !m_said->isEmpty(), Learner::kPatience);
    QVERIFY(!learner.editor()->isVisible());
    QCOMPARE(m_said->at(0)[0].toString(), QString("In this lesson the weights change by training only."));
  }

  // ---- seed, pace, settings ----------------------------------------------------------------------------------------------

  void aLockedSeedStays() {
    open(R"("seed")", "");
    const std::uint64_t seed = m_window->document()->plan().seed;
    auto* box = m_window->findChild<ToolBar*>()->findChild<QSpinBox*>();
    QVERIFY(box->isVisible() && !box->isEnabled());
    QVERIFY2(box->toolTip().contains("This lesson keeps the seed fixed."), qPrintable(box->toolTip()));
    QVERIFY(trainingRow("seed")->isLocked());
    QTest::keySequence(m_window.get(), (*m_window->actions())[Do::NewSeed]->shortcut());
    Learner(*m_window).click(Learner(*m_window).toolButton(Do::NewSeed));
    m_window->session()->newSeed();
    QCOMPARE(m_said->size(), 1); // the last one, past all controls
    QCOMPARE(m_window->document()->plan().seed, seed);
    // The welcome page and back does not open the lock.
    m_window->showWelcome();
    m_window->showLab();
    QVERIFY(!(*m_window->actions())[Do::NewSeed]->isEnabled() && (*m_window->actions())[Do::Run]->isEnabled());
  }

  void aHiddenSeedIsNotShown() {
    open("", R"("seed")");
    QVERIFY(!m_window->findChild<ToolBar*>()->findChild<QSpinBox*>()->isVisible());
    QVERIFY(!trainingRow("seed"));
    QVERIFY(!Learner(*m_window).toolButton(Do::NewSeed) && !(*m_window->actions())[Do::NewSeed]->isVisible());
    m_window->resize(1400, 800);
    QVERIFY2(!m_window->findChild<ToolBar*>()->findChild<QSpinBox*>()->isVisible(), "nor when there is more room");
  }

  void thePaceIsLockedOrHidden() {
    open(R"("pace")", "");
    auto* box = m_window->findChild<ToolBar*>()->findChild<QComboBox*>();
    QVERIFY(box->isVisible() && !box->isEnabled() && box->toolTip().contains("This lesson keeps the pace fixed."));
    open("", R"("pace")");
    QVERIFY(!box->isVisible());
  }

  void everySettingIsLockedOrHidden() {
    for (const ParamDef& def : planParams()) {
      const std::string name = '"' + def.key + '"';
      open("", "");
      const bool shown = trainingRow(def.key.c_str()) != nullptr;
      open(name, "");
      if (shown) QVERIFY2(trainingRow(def.key.c_str()) && trainingRow(def.key.c_str())->isLocked(), def.key.c_str());
      QVERIFY2(m_window->document()->lockOf(def.key).has_value(), def.key.c_str());
      open("", name);
      QVERIFY2(!trainingRow(def.key.c_str()), def.key.c_str());
    }
  }

  void aLockedSettingStays() {
    open(R"("rate")", "");
    ParamRow* row = trainingRow("rate");
    QVERIFY(row->isLocked() && row->lockedField()->isVisible());
    QVERIFY2(row->toolTip().contains(QString("This lesson keeps the setting \"Learning rate\" fixed.").toHtmlEscaped()), qPrintable(row->toolTip()));
    QTest::keyClicks(row->lockedField(), "7");
    QCOMPARE(row->lockedField()->text(), QString("0.2"));
    QVERIFY(!m_window->document()->setPlanValue("rate", "7").ok());
  }

  // ---- free again --------------------------------------------------------------------------------------------------------

  void whatWasLockedIsFreeAfterwards_data() {
    QTest::addColumn<bool>("leave");
    QTest::newRow("the lesson is left") << true;
    QTest::newRow("another project is opened") << false;
  }
  void whatWasLockedIsFreeAfterwards() {
    QFETCH(bool, leave);
    open(R"("network", "data", "rate")", R"("weights", "seed", "pace", "l2")");
    QVERIFY((*m_window->actions())[Do::LeaveLesson]->isEnabled());
    if (leave) (*m_window->actions())[Do::LeaveLesson]->trigger();
    else QVERIFY(m_window->openTemplate("linear-regression", false));
    QVERIFY(!(*m_window->actions())[Do::LeaveLesson]->isEnabled());
    QVERIFY(!sees("Network locked"));
    QVERIFY(tab(Layers) && tab(Data));
    QVERIFY(m_window->dataPanel()->sourceList()->isEnabled() && (*m_window->actions())[Do::OpenData]->isEnabled());
    QVERIFY(trainingRow("rate") && !trainingRow("rate")->isLocked() && trainingRow("l2") && trainingRow("seed"));
    QVERIFY(m_window->findChild<ToolBar*>()->findChild<QSpinBox*>()->isVisible());
    QVERIFY(m_window->findChild<ToolBar*>()->findChild<QComboBox*>()->isVisible());
    QVERIFY((*m_window->actions())[Do::NewSeed]->isVisible() && (*m_window->actions())[Do::NewSeed]->isEnabled());
    m_window->diagram()->setFocus();
    m_window->diagram()->select({"dense1"});
    const std::size_t nodes = m_window->document()->spec().nodes.size();
    QTest::keyClick(m_window->diagram(), Qt::Key_D);
    QCOMPARE(m_window->document()->spec().nodes.size(), nodes + 1);
    QTest::keySequence(m_window.get(), QKeySequence::Undo);
    QCOMPARE(m_window->document()->spec().nodes.size(), nodes);
  }

  void theReasonFollowsTheLanguage() {
    open(R"("network")", "");
    m_window->setLeftTab(Layers);
    QVERIFY(sees("This lesson keeps the network fixed."));
    m_language->use(LanguageSwitch::Tongue::Chinese);
    QTRY_VERIFY(sees(QStringLiteral("网络已锁定")));
    QTRY_VERIFY(sees(QStringLiteral("本课锁定了网络结构。")));
  }

  // ---- from lesson to lesson ---------------------------------------------------------------------------------------------

  void previousAndNextOpenTheLessonsBeside() {
    open("", "", 2);
    LessonDesk* desk = m_window->lessons();
    QVERIFY(!desk->previousButton()->isVisible() && desk->nextButton()->isVisible());
    Learner(*m_window).click(desk->nextButton());
    QCOMPARE(QString::fromStdString(desk->current()->id), QString("a-second-line"));
    QVERIFY(desk->previousButton()->isVisible() && !desk->nextButton()->isVisible());
    Learner(*m_window).click(desk->previousButton());
    QCOMPARE(QString::fromStdString(desk->current()->id), QString("a-first-line"));
  }

 private:
  /// The lesson of the guide with these controls, in a project of its own.
  void open(const std::string& locked, const std::string& hidden, int lessons = 1) {
    lesson_test::LessonFolder folder;
    QVERIFY(folder.replace("lesson.json", R"("locked": ["network"])", "\"locked\": [" + locked + "]"));
    QVERIFY(folder.replace("lesson.json", R"("hidden": ["l1", "l2"])", "\"hidden\": [" + hidden + "]"));
    const std::filesystem::path first = folder.write();
    if (lessons == 2) {
      std::filesystem::copy(first, first.parent_path() / "second");
      std::string json = lesson_test::get(first / "lesson.json");
      json.replace(json.find("a-first-line"), 12, "a-second-line");
      json.replace(json.find("\"number\": 1"), 11, "\"number\": 2");
      lesson_test::put(first.parent_path() / "second" / "lesson.json", json);
    }
    m_window->document()->setModified(false);
    m_window->lessons()->load(first.parent_path());
    QVERIFY(m_window->openLesson("a-first-line"));
    QVERIFY(Learner(*m_window).waitUntilReady());
    m_said->clear();
  }
  bool tab(int index) const {
    for (QTabBar* bar : m_window->findChildren<QTabBar*>())
      if (bar->count() == 3) return bar->isTabVisible(index);
    return false;
  }
  bool sees(const QString& words) const {
    for (const QLabel* label : m_window->findChildren<QLabel*>())
      if (label->isVisible() && label->text() == words) return true;
    return false;
  }
  ParamRow* trainingRow(const char* key) const {
    ParamForm* form = m_window->findChild<TrainingForm*>()->formOf(key);
    return form ? form->row(key) : nullptr;
  }
  bool dropIsTaken() const {
    QMimeData mime;
    mime.setData(kLayerMime, "dense");
    QDragEnterEvent event(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window->diagram()->viewport(), &event);
    return event.isAccepted();
  }

  QTemporaryDir m_settings;
  std::unique_ptr<LanguageSwitch> m_language;
  std::unique_ptr<MainWindow> m_window;
  std::unique_ptr<QSignalSpy> m_said, m_whispered;
};

QTEST_MAIN(TestLocks)
#include "test_locks.moc"
