// LeNet on drawn shapes without a mouse: built from an empty diagram, trained, changed while it trains, gone back, and looked into.
// The focus is moved as a person moves it: Tab, F6, arrows, shortcuts, menus. State is only read.
#include "app/actions.h"
#include "app/dock_frame.h"
#include "app/run_desk.h"
#include "app/step_desk.h"
#include "app/tool_bar.h"
#include "app/welcome_page.h"
#include "app/what_is_this.h"
#include "builder.h"
#include "keyboard.h"
#include "widgets/common/segmented.h"
#include "widgets/common/tab_strip.h"
#include "widgets/common/theme_manager.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/training_form.h"
#include "widgets/inspector/weight_editor.h"
#include "widgets/inspector/weights_view.h"
#include "widgets/model/language.h"
#include "widgets/plots/curves_panel.h"
#include "widgets/plots/heat_map.h"
#include "widgets/plots/rewind_bar.h"
#include "widgets/runs/runs_panel.h"
#include "widgets/stepper/array_board.h"
#include "widgets/stepper/array_view.h"
#include "widgets/stepper/explanation_panel.h"
#include "widgets/stepper/step_strip.h"
#include "widgets/stepper/term_table.h"
#include "widgets/views/look_panel.h"
#include "widgets/views/map_grid.h"

#include <QAccessible>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <set>

using namespace glassbox;

namespace {

constexpr int kPatience = 60000; // for a machine under load; nothing is measured
constexpr double kMeaning = 0.6;  // ten kinds of shapes: by chance it would be 0.1

QString spoken(QWidget* widget, QAccessible::Text which = QAccessible::Name) {
  QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
  return access ? access->text(which) : QString();
}

} // namespace

class TestByKeys : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    qputenv("HOME", m_folder.path().toLocal8Bit());
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    ThemeManager::ofApplication().dress(*qApp);
    m_language.use(LanguageSwitch::Tongue::English);
    m_owner = std::make_unique<MainWindow>(&m_language);
    m_window = m_owner.get();
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window));
  }
  void cleanupTestCase() {
    m_window->session()->pause();
    m_window->document()->setModified(false);
    m_owner.reset();
  }
  void init() {
    if (m_broken) QSKIP("a step before this one was not done");
    m_broken = true;
  }
  void cleanup() { m_broken = QTest::currentTestFailed(); }

  // One journey; each test is a part of it and goes on where the last one ended.

  void fromTheWelcomePageToAnEmptyDiagram() {
    auto* begin = button(m_window->findChild<WelcomePage*>(), "New network");
    QVERIFY(begin);
    QVERIFY(m_keys.tabTo(begin));
    m_keys.press(Qt::Key_Return);
    QTRY_VERIFY(m_window->diagram()->isVisible());
    QVERIFY(m_window->document()->spec().nodes.empty());
    QVERIFY2(m_window->diagram()->hasFocus(), "the letters of the layers go into the diagram");
  }

  void theData() {
    DataPanel* panel = m_window->dataPanel();
    QVERIFY(m_keys.partTo(dock(panel)));
    QVERIFY(chooseTab(dock(panel), "Data"));
    QVERIFY(m_keys.tabTo(panel->sourceList()));
    for (int i = 0; i < 40 && panel->sourceList()->currentText() != "Colored shapes"; ++i) m_keys.press(Qt::Key_Down);
    QCOMPARE(panel->sourceList()->currentText(), QStringLiteral("Colored shapes"));
    // Down the panel, as it is seen: the fields of these data were made just now.
    for (int line = 0; Keyboard::isIn(panel);) {
      const int here = Keyboard::at()->mapTo(panel->widget(), QPoint()).y();
      QVERIFY2(here >= line, qPrintable(spoken(Keyboard::at())));
      line = here;
      m_keys.press(Qt::Key_Tab);
    }
    QVERIFY(m_keys.backTo(panel->sourceList()));
    QVERIFY(write(panel->form()->row("images"), "800"));
    QVERIFY(QTest::qWaitFor([&] { return panel->dataset() && !panel->isLoading(); }, kPatience));
  }

  void theNetwork() {
    QVERIFY(m_keys.partTo(m_window->diagram()));
    for (const Built& layer : leNetLayers("60", "42")) {
      QVERIFY2(m_window->diagram()->hasFocus(), layer.search);
      if (*layer.letter) {
        m_keys.type(layer.letter);
      } else {
        m_keys.type("/");
        m_keys.type(layer.search);
        m_keys.press(Qt::Key_Return);
      }
      if (layer.settings.empty()) continue;
      m_keys.press(Qt::Key_Return);
      for (const Setting& setting : layer.settings) QVERIFY2(write(m_window->inspector()->nodePage()->form()->row(setting.key), setting.text), setting.key);
      m_keys.press(Qt::Key_Escape);
    }
    QVERIFY(m_window->document()->analysis().sound());
    QCOMPARE(m_window->document()->spec().nodes.size(), leNetLayers("60", "42").size());
  }

  void theTrainingAndAChangeWhileItRuns() {
    m_keys.press(Qt::Key_Escape); // no layer is chosen
    TrainingForm* form = m_window->inspector()->trainingForm();
    QVERIFY(m_keys.partTo(dock(form)));
    QVERIFY(chooseTab(dock(form), "Training"));
    QVERIFY(write(form->formOf("optimizer")->row("optimizer"), "Adam"));
    QVERIFY(write(form->formOf("rate")->row("rate"), "0.003"));
    QVERIFY(m_keys.partTo(m_window->diagram()));
    m_keys.press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(session()->isRunning() && session()->status().step > 20, kPatience);
    QVERIFY(m_keys.partTo(dock(form)));
    QVERIFY(write(form->formOf("rate")->row("rate"), "0.002"));
    QVERIFY(session()->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(accuracy() > kMeaning, kPatience);
    // A person in the form pauses by the menu, where Space belongs to the field.
    QVERIFY(m_keys.choose(m_window->menuBar(), action(Do::Run)));
    QTRY_VERIFY_WITH_TIMEOUT(!session()->isRunning(), kPatience);
    QVERIFY(m_window->document()->plan().values.number("rate") == 0.002);
  }

  void backToAnEarlierStepAndOnAgain() {
    const std::int64_t end = session()->status().step;
    auto* bar = m_window->findChild<RewindBar*>();
    QVERIFY(m_keys.partTo(dock(m_window->curves())));
    QVERIFY2(qobject_cast<QTabBar*>(Keyboard::at()), "F6 comes to the tabs of a dock first");
    QVERIFY(chooseTab(dock(m_window->curves()), "Plots"));
    QVERIFY(m_keys.tabTo(bar));
    QTRY_VERIFY_WITH_TIMEOUT(bar->isEnabled(), kPatience);
    m_keys.press(Qt::Key_PageUp);
    QVERIFY(stands(end - end / 10));
    QVERIFY(session()->isRewound());
    m_keys.press(Qt::Key_Left);
    QVERIFY(stands(end - end / 10 - 1));
    m_keys.press(Qt::Key_End);
    QVERIFY(stands(end));
  }

  void aConvolutionAndItsParameters() {
    QVERIFY(m_keys.partTo(m_window->diagram()));
    m_keys.press(Qt::Key_F, Qt::ControlModifier);
    m_keys.type("conv");
    m_keys.press(Qt::Key_Return);
    QVERIFY2(m_window->diagram()->hasFocus(), "the keys go on in the diagram");
    const std::vector<NodeId> chosen = m_window->diagram()->selection();
    QCOMPARE(chosen, std::vector<NodeId>{"conv2d1"});
    m_keys.press(Qt::Key_Return);
    NodePage* page = m_window->inspector()->nodePage();
    QVERIFY(Keyboard::isIn(page));
    const ParamRow* channels = page->form()->row("channels");
    QVERIFY(m_keys.tabTo(channels));
    QCOMPARE(qobject_cast<QLineEdit*>(channels->editor()->control())->text(), QStringLiteral("6"));
    QCOMPARE(spoken(Keyboard::at()), QStringLiteral("Channels"));
    // Its weights, and one of them written by hand.
    auto* weights = page->findChild<WeightsView*>();
    QVERIFY(m_keys.tabTo(weights->findChild<Segmented*>()));
    m_keys.press(Qt::Key_Right);
    QCOMPARE(weights->heatMap()->content().name, QStringLiteral("biases"));
    QVERIFY(m_keys.tabTo(weights->heatMap()));
    m_keys.press(Qt::Key_Right);
    QVERIFY2(!spoken(weights->heatMap(), QAccessible::Description).isEmpty(), "the number is said");
    m_keys.press(Qt::Key_Return);
    auto* editor = m_window->findChild<WeightEditor*>();
    QVERIFY(editor->isVisible());
    m_keys.overwrite("0.25");
    m_keys.press(Qt::Key_Escape);
    QTRY_VERIFY(!editor->isVisible());
    QVERIFY(Keyboard::isIn(weights));
    QTRY_VERIFY(std::abs(weights->heatMap()->content().values.at(1) - 0.25) < 1e-6);
    m_keys.press(Qt::Key_Escape);
    QVERIFY(m_window->diagram()->hasFocus());
  }

  void filtersAndFeatureMaps() {
    m_keys.press(Qt::Key_3, Qt::AltModifier);
    LookPanel* look = m_window->look();
    QTRY_VERIFY(look->isVisible());
    QVERIFY2(Keyboard::at() && Keyboard::at()->isVisible(), "the focus is where nobody sees it");
    QVERIFY(m_keys.partTo(look));
    QVERIFY(chooseTab(look, "Filters"));
    QCOMPARE(look->current(), QStringLiteral("filters"));
    QTRY_VERIFY_WITH_TIMEOUT(look->currentView()->hasPicture(), kPatience);
    walkThroughMaps();
    if (QTest::currentTestFailed()) return;
    QVERIFY(chooseTab(look, "Feature maps"));
    QCOMPARE(look->current(), QStringLiteral("maps"));
    QTRY_VERIFY_WITH_TIMEOUT(look->currentView()->hasPicture(), kPatience);
    walkThroughMaps();
    // Every other picture can be come to, and none takes the keyboard away.
    auto* tabs = look->findChild<QTabBar*>();
    QVERIFY(m_keys.backTo(tabs));
    for (int way : {Qt::Key_Left, Qt::Key_Right})
      for (int i = 0; i < tabs->count(); ++i) {
        m_keys.press(way);
        QVERIFY2(Keyboard::at() == tabs, qPrintable(look->current()));
      }
  }

  void aStepTakenApart() {
    m_keys.press(Qt::Key_2, Qt::AltModifier);
    const Stepper* stepper = m_window->steps()->stepper();
    QVERIFY(QTest::qWaitFor([&] { return stepper->view() && !stepper->isBusy(); }, kPatience));
    QVERIFY(m_keys.partTo(m_window->diagram()));
    m_keys.press(Qt::Key_Home);
    QCOMPARE(stepper->stop(), 0);
    m_keys.press(Qt::Key_Right);
    m_keys.press(Qt::Key_Right);
    QCOMPARE(stepper->stop(), 2);
    m_keys.press(Qt::Key_Left);
    QCOMPARE(stepper->stop(), 1);
    // A number of the convolution: its formula.
    ArrayBoard* board = m_window->steps()->board();
    for (int i = 0; i < 20 && (!stepper->current() || stepper->current()->node != "conv2d1"); ++i) m_keys.press(Qt::Key_Right);
    QVERIFY(!board->arrays().empty());
    QVERIFY(m_keys.partTo(dock(board)));
    const ArrayView* formed = nullptr;
    for (const ArrayView* view : board->findChildren<ArrayView*>())
      if (view->isVisible() && view->array().formed) formed = view;
    QVERIFY(formed);
    QVERIFY(m_keys.tabTo(formed->grid()));
    m_keys.press(Qt::Key_Right);
    m_keys.press(Qt::Key_Down);
    m_keys.press(Qt::Key_Return);
    ExplanationPanel* explanation = m_window->steps()->explanation();
    QTRY_VERIFY_WITH_TIMEOUT(!stepper->element().isEmpty() && !stepper->isBusy(), kPatience);
    QVERIFY2(stepper->element().startsWith(QString::fromStdString(formed->array().name)), qPrintable(stepper->element()));
    QVERIFY(explanation->isVisible());
    QVERIFY(m_keys.partTo(dock(explanation)));
    auto* terms = explanation->findChild<TermTable*>();
    QTRY_VERIFY_WITH_TIMEOUT(terms->isVisible(), kPatience);
    QVERIFY(m_keys.tabTo(terms));
    // Along a link to where a number came from, and back.
    const QString asked = stepper->element();
    m_keys.press(Qt::Key_Right);
    m_keys.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(stepper->element() != asked && !stepper->isBusy(), kPatience);
    m_keys.press(Qt::Key_Backspace);
    QTRY_COMPARE_WITH_TIMEOUT(stepper->element(), asked, kPatience);
  }

  void theTableOfRuns() {
    m_keys.press(Qt::Key_1, Qt::AltModifier);
    const RunsPanel* panel = m_window->runDesk()->panel();
    QVERIFY(m_keys.partTo(dock(panel)));
    QVERIFY(chooseTab(dock(panel), "Runs"));
    QVERIFY(panel->isVisible());
    QVERIFY(m_keys.tabTo(panel->table()));
    m_keys.press(Qt::Key_Right);
    QVERIFY(panel->table()->currentIndex().isValid());
    // A second run, begun and seen beside the first.
    QVERIFY(m_keys.partTo(m_window->diagram()));
    const int before = panel->model()->rowCount();
    m_keys.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    m_keys.press(Qt::Key_Period);
    QTRY_VERIFY_WITH_TIMEOUT(session()->trainer() && session()->status().step == 1 && !session()->isRunning(), kPatience);
    QTRY_COMPARE(panel->model()->rowCount(), before + 1);
    QVERIFY(m_keys.partTo(dock(panel)));
    QVERIFY(m_keys.tabTo(panel->table()));
    m_keys.press(Qt::Key_Home, Qt::ControlModifier);
    m_keys.press(Qt::Key_Return); // the first one comes back
    QTRY_VERIFY_WITH_TIMEOUT(session()->status().step > 20 && !session()->isRunning(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(accuracy() > kMeaning, kPatience);
  }

  void thePartsOfTheWindowInACircle() {
    QVERIFY(m_keys.partTo(m_window->diagram()));
    std::vector<QWidget*> forth, back;
    for (int i = 0; i < 5; ++i) m_keys.press(Qt::Key_F6), forth.push_back(Keyboard::at());
    QCOMPARE(forth.back(), m_window->diagram());
    QCOMPARE(std::set<QWidget*>(forth.begin(), forth.end()).size(), forth.size());
    for (int i = 0; i < 5; ++i) m_keys.press(Qt::Key_F6, Qt::ShiftModifier), back.push_back(Keyboard::at());
    std::rotate(back.begin(), back.end() - 1, back.end());
    std::reverse(forth.begin(), forth.end());
    QCOMPARE(back, forth);
  }

  void whatIsThisWhereTheKeyboardIs() {
    QVERIFY(m_keys.partTo(m_window->diagram()));
    m_keys.press(Qt::Key_F1);
    const auto shown = [] {
      for (QWidget* each : QApplication::topLevelWidgets())
        if (each->isVisible() && each->inherits("QWhatsThat")) return each;
      return static_cast<QWidget*>(nullptr);
    };
    QTRY_VERIFY(shown());
    m_keys.press(Qt::Key_Escape);
    QTRY_VERIFY(!shown());
    QVERIFY(m_window->diagram()->hasFocus());
    // Of the layer, not of the diagram: the keyboard stands at a tile.
    m_keys.press(Qt::Key_Left);
    const QPoint tile = placeOfKeyboard(m_window->diagram());
    QVERIFY(tile != m_window->diagram()->rect().center());
    const QString said = explanationOf(m_window->diagram()->viewport(), tile);
    const NodeId node = m_window->diagram()->selection().front();
    QVERIFY2(said.contains(translated(nodeTitle(m_window->document()->spec(), node))), qPrintable(said));
  }

 private:
  TrainingSession* session() { return m_window->session(); }
  QAction* action(Do what) { return (*m_window->actions())[what]; }

  /// Of the test part, as the plot shows it.
  double accuracy() {
    const auto at = session()->curves().find(curves::kTestScore);
    return at == session()->curves().end() || at->second.empty() ? 0 : at->second.back().mean;
  }
  bool stands(std::int64_t step) {
    return QTest::qWaitFor([&] { return session()->status().step == step && !session()->isRunning() && !session()->isReplaying(); }, kPatience);
  }

  static QPushButton* button(const QWidget* in, const char* text) {
    for (QPushButton* each : in->findChildren<QPushButton*>())
      if (each->text() == QLatin1String(text)) return each;
    return nullptr;
  }
  /// The tabs and pages that a page lies in.
  static QWidget* dock(QWidget* page) {
    for (QWidget* around = page->parentWidget(); around; around = around->parentWidget())
      if (!qobject_cast<QStackedWidget*>(around) && around->findChild<TabStrip*>(QString(), Qt::FindDirectChildrenOnly)) return around;
    return nullptr;
  }
  static QWidget* dock(const QWidget* page) { return dock(const_cast<QWidget*>(page)); }

  /// The focus is in `part`: back to its tabs, and along them.
  bool chooseTab(QWidget* part, const char* title) {
    auto* bar = part->findChild<QTabBar*>();
    if (!bar || !m_keys.backTo(bar)) return false;
    for (const int way : {Qt::Key_Right, Qt::Key_Left})
      for (int i = 0; i < bar->count() && bar->tabText(bar->currentIndex()) != QLatin1String(title); ++i) m_keys.press(way);
    return bar->tabText(bar->currentIndex()) == QLatin1String(title);
  }

  /// From where the focus is, forward by Tab to the field; lists are walked, numbers written.
  bool write(ParamRow* row, const char* text) {
    if (!row || !m_keys.tabTo(row->editor(), 12)) return false;
    if (auto* list = qobject_cast<QComboBox*>(Keyboard::at())) {
      m_keys.press(Qt::Key_Home);
      for (int i = 0; i < list->count() && list->currentText() != QLatin1String(text); ++i) m_keys.press(Qt::Key_Down);
      return list->currentText() == QLatin1String(text);
    }
    m_keys.overwrite(QString::fromLatin1(text));
    return true;
  }

  void walkThroughMaps() {
    MapGrid* grid = nullptr;
    for (MapGrid* each : m_window->look()->currentView()->findChildren<MapGrid*>())
      if (each->isVisible()) grid = each;
    QVERIFY(grid);
    QVERIFY(m_keys.tabTo(grid));
    m_keys.press(Qt::Key_Home);
    const QString first = spoken(grid) + spoken(grid, QAccessible::Description);
    m_keys.press(Qt::Key_Right);
    QVERIFY2(spoken(grid) + spoken(grid, QAccessible::Description) != first, qPrintable(first));
  }

  QTemporaryDir m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_owner;
  MainWindow* m_window = nullptr;
  Keyboard m_keys;
  bool m_broken = false;
};

QTEST_MAIN(TestByKeys)
#include "test_by_keys.moc"
