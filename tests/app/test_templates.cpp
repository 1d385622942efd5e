// Every template in the window: it opens without issues, trains, and all its pictures are drawn.
#include "app/actions.h"
#include "app/main_window.h"
#include "engine/io/templates.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/model/language.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace glassbox;

class TestTemplates : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    ThemeManager::ofApplication().dress(*qApp);
  }

  void opensTrainsAndIsDrawn_data() {
    QTest::addColumn<QString>("name");
    for (const TemplateDef& def : allTemplates()) QTest::newRow(def.name.c_str()) << QString::fromStdString(def.name);
  }
  void opensTrainsAndIsDrawn() {
    QFETCH(QString, name);
    MainWindow window(&m_language);
    window.resize(1280, 800);
    window.show();
    QVERIFY(window.openTemplate(name.toStdString(), false));
    QTRY_VERIFY_WITH_TIMEOUT(window.session()->dataset(), 30000);
    QVERIFY2(window.document()->analysis().sound(), "a template has no issues");
    for (int step = 0; step < 3; ++step) {
      (*window.actions())[Do::Step]->trigger();
      QTRY_COMPARE_WITH_TIMEOUT(window.session()->status().step, static_cast<std::int64_t>(step + 1), 30000);
    }
    for (const MainWindow::Centre centre : {MainWindow::Centre::Build, MainWindow::Centre::Look}) {
      window.setCentre(centre);
      QTest::qWait(150); // pictures come from another thread
      QVERIFY(!window.grab().isNull());
    }
    for (const NodeSpec& node : window.document()->spec().nodes) {
      window.diagram()->select({node.id});
      QCoreApplication::processEvents();
    }
    QVERIFY(!window.grab().isNull());
    window.document()->setModified(false);
  }

 private:
  QTemporaryDir m_folder;
  LanguageSwitch m_language;
};

QTEST_MAIN(TestTemplates)
#include "test_templates.moc"
