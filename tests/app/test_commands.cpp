// Any command by its name, in both languages whichever is on, and a network typed as one line: by keys alone.
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QTest>

#include "app/actions.h"
#include "app/command_desk.h"
#include "app/lesson_desk.h"
#include "app/main_window.h"
#include "app/settings.h"
#include "engine/layers/loss.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"

using namespace glassbox;
using Tongue = LanguageSwitch::Tongue;

namespace {

constexpr int kPatience = 60000; // for a machine under load; nothing is measured

Command named(const char* english, const char* chinese) {
  Command command;
  command.english = QString::fromUtf8(english);
  command.chinese = QString::fromUtf8(chinese);
  return command;
}

} // namespace

class TestCommands : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    ThemeManager::ofApplication().dress(*qApp);
  }
  void init() {
    m_language = std::make_unique<LanguageSwitch>();
    m_window = std::make_unique<MainWindow>(m_language.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
  }
  void cleanup() {
    m_window->document()->setModified(false);
    m_window.reset();
    m_language.reset();
  }

  void whatFits_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("nothing: all in their order") << "" << QStringList{"Open…", "Open data…", "One step", "New seed", "Add Dense"};
    QTest::newRow("the beginning of a name") << "open d" << QStringList{"Open data…"};
    QTest::newRow("capitals do not matter") << "OPEN" << QStringList{"Open…", "Open data…"};
    QTest::newRow("words in any order") << "data open" << QStringList{"Open data…"};
    QTest::newRow("first letters") << "ns" << QStringList{"New seed", "Add Dense"};
    QTest::newRow("first letters before a part of a word") << "os" << QStringList{"One step"};
    QTest::newRow("a part of a word comes last") << "en" << QStringList{"Open…", "Open data…", "Add Dense"};
    QTest::newRow("the beginning comes before a later word") << "d" << QStringList{"Open data…", "Add Dense", "New seed"};
    QTest::newRow("Chinese") << "种子" << QStringList{"New seed"};
    QTest::newRow("Chinese and English") << "添加 dense" << QStringList{};
    QTest::newRow("spaces around it") << "  step " << QStringList{"One step"};
    QTest::newRow("nothing is called so") << "xyz" << QStringList{};
  }
  void whatFits() {
    QFETCH(QString, typed);
    QFETCH(QStringList, found);
    const std::vector<Command> all{named("Open…", "打开…"), named("Open data…", "打开数据…"), named("One step", "一步"), named("New seed", "换个种子"), named("Add Dense", "添加全连接层")};
    QStringList names;
    for (const std::size_t i : commandsThatFit(all, typed)) names << all[i].english;
    QCOMPARE(names, found);
  }

  void everyEntryOfTheMenusIsFoundByEitherName_data() {
    QTest::addColumn<Tongue>("tongue");
    QTest::newRow("English on") << Tongue::English;
    QTest::newRow("Chinese on") << Tongue::Chinese;
  }
  void everyEntryOfTheMenusIsFoundByEitherName() {
    QFETCH(Tongue, tongue);
    QHash<const QAction*, QString> english, chinese;
    const auto note = [&](QHash<const QAction*, QString>& names) {
      for (const QAction* menu : m_window->menuBar()->actions())
        for (const QAction* action : menu->menu()->actions())
          if (!action->isSeparator() && !action->menu()) names[action] = action->text();
    };
    note(english);
    m_language->use(Tongue::Chinese);
    QCoreApplication::sendPostedEvents();
    note(chinese);
    m_language->use(tongue);
    QCoreApplication::sendPostedEvents();
    QVERIFY(english.size() > 50);
    open();
    for (auto it = english.cbegin(); it != english.cend(); ++it)
      for (const QString& name : {it.value(), chinese[it.key()]}) {
        field()->setText(name);
        const QString wanted = tongue == Tongue::English ? it.value() : chinese[it.key()];
        QVERIFY2(shown().contains(wanted), qPrintable(QStringLiteral("\"%1\" finds %2").arg(name, shown().join(QStringLiteral(", ")))));
      }
  }

  void enterDoesWhatIsChosen() {
    (*m_window->actions())[Do::Welcome]->trigger();
    type("dark");
    QCOMPARE(shown(), QStringList{QStringLiteral("Light or dark")});
    const bool before = theme().isDark();
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(theme().isDark(), !before);
    QVERIFY(!palette()->isVisible());
  }

  void theArrowsChoose() {
    QVERIFY(m_window->openTemplate("xor", false));
    type("the");
    std::vector<int> can; // no layer is selected: some need one
    for (int row = 0; row < list()->count(); ++row)
      if (list()->item(row)->flags() & Qt::ItemIsEnabled) can.push_back(row);
    QVERIFY(can.size() >= 2 && can.size() < static_cast<std::size_t>(list()->count()));
    QCOMPARE(list()->currentRow(), can[0]);
    for (std::size_t i = 1; i < can.size(); ++i) {
      QTest::keyClick(field(), Qt::Key_Down);
      QCOMPARE(list()->currentRow(), can[i]);
    }
    QTest::keyClick(field(), Qt::Key_Down);
    QCOMPARE(list()->currentRow(), can.back());
    QTest::keyClick(field(), Qt::Key_PageUp);
    QCOMPARE(list()->currentRow(), can[0]);
  }

  void escGivesTheKeyboardBack() {
    QVERIFY(m_window->openTemplate("xor", false));
    m_window->diagram()->setFocus();
    open();
    QVERIFY(field()->hasFocus());
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(!palette()->isVisible());
    QVERIFY(m_window->diagram()->hasFocus());
  }

  void anExampleIsBuiltAndTrains() {
    type("two spirals");
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(m_window->document()->project().title, std::string("spirals"));
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->status().step > 0; }, kPatience));
    m_window->session()->pause();
  }

  void aLessonOpensByItsChineseTitle() {
    const std::vector<LessonEntry>& lessons = m_window->lessons()->lessons();
    QVERIFY(!lessons.empty() && lessons.front().lesson.ok());
    type(QString::fromStdString(lessons.front().lesson->page(Language::Chinese).title));
    QTest::keyClick(field(), Qt::Key_Return);
    QVERIFY(m_window->lessons()->current());
    QCOMPARE(m_window->lessons()->current()->id, lessons.front().lesson->id);
  }

  void aLayerIsAddedByName() {
    QVERIFY(m_window->openTemplate("xor", false));
    const std::size_t before = m_window->document()->spec().nodes.size();
    type("add dropout");
    QTest::keyClick(field(), Qt::Key_Return);
    const auto& nodes = m_window->document()->spec().nodes;
    QCOMPARE(nodes.size(), before + 1);
    QVERIFY(std::any_of(nodes.begin(), nodes.end(), [](const NodeSpec& node) { return node.key == "dropout"; }));
  }

  void aLineBuildsANetworkThatUndoTakesBack() {
    QVERIFY(m_window->openTemplate("xor", false));
    const NetworkSpec before = m_window->document()->spec();
    type("input 2 | dense 8 tanh | dense 2 | softmax_cross_entropy");
    QVERIFY2(palette()->note().contains(QStringLiteral("42 parameters")), qPrintable(palette()->note())); // 2*8+8 + 8*2+2
    QTest::keyClick(field(), Qt::Key_Return);
    QVERIFY(!palette()->isVisible());
    QCOMPARE(m_window->document()->spec(), *parseLine("input 2 | dense 8 tanh | dense 2 | softmax_cross_entropy"));
    m_window->document()->undoStack()->undo();
    QCOMPARE(m_window->document()->spec(), before);
  }

  void aLineThatCannotBeReadSaysWhyWhileItIsTyped_data() {
    QTest::addColumn<QString>("line");
    QTest::newRow("an unknown layer") << "input 2 | dens 8";
    QTest::newRow("a word that is no value") << "input 2 | dense eight";
    QTest::newRow("nothing behind the bar") << "input 2 |";
  }
  void aLineThatCannotBeReadSaysWhyWhileItIsTyped() {
    QFETCH(QString, line);
    QVERIFY(m_window->openTemplate("xor", false));
    const NetworkSpec before = m_window->document()->spec();
    const Result<NetworkSpec> read = parseLine(line.toStdString());
    QVERIFY(!read);
    for (const Tongue tongue : {Tongue::English, Tongue::Chinese}) {
      m_language->use(tongue);
      type(line);
      QVERIFY2(palette()->note().contains(translated(read.error().what)), qPrintable(palette()->note()));
      QVERIFY2(palette()->note().contains(u'2'), "which part it is");
      QTest::keyClick(field(), Qt::Key_Return);
      QVERIFY2(palette()->isVisible(), "it stays, to be mended");
      QCOMPARE(m_window->document()->spec(), before);
    }
  }

  void aLineOfANetworkThatDoesNotFitIsBuiltAndSaysSo() {
    QVERIFY(m_window->openTemplate("xor", false));
    type("input 3x8x8 | conv2d 4 kernel=9");
    QVERIFY2(palette()->note().count(u'\n') == 1, qPrintable(palette()->note()));
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(m_window->document()->spec().nodes.size(), std::size_t{2});
  }

  void whatCannotBeDoneNowIsSeenAndNotDone() {
    (*m_window->actions())[Do::Welcome]->trigger(); // nothing trains there
    type("one step");
    QCOMPARE(shown(), QStringList{QStringLiteral("One step")});
    QVERIFY(!(list()->item(0)->flags() & Qt::ItemIsEnabled));
    QTest::keyClick(field(), Qt::Key_Return);
    QVERIFY(palette()->isVisible());
  }

 private:
  CommandPalette* palette() const { return m_window->commands()->palette(); }
  QLineEdit* field() const { return palette()->field(); }
  QListWidget* list() const { return palette()->list(); }
  void open() {
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette()->isVisible());
    QVERIFY(field()->hasFocus());
  }
  void type(const QString& text) {
    open();
    if (!text.isEmpty() && text.front().unicode() < 128) QTest::keyClicks(field(), text);
    else field()->insert(text); // as an input method does
  }
  QStringList shown() const {
    QStringList names;
    for (int i = 0; i < list()->count(); ++i) names << list()->item(i)->text();
    return names;
  }

  QTemporaryDir m_folder;
  std::unique_ptr<LanguageSwitch> m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestCommands)
#include "test_commands.moc"
