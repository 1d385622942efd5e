// The doctor in the window, by real events: what it finds stands among the issues, and its cure trains beside the sick run.
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/actions.h"
#include "app/run_desk.h"
#include "window_test.h"
#include "widgets/diagram/diagram_scene.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/formula/formula_widget.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/issue_card.h"
#include "widgets/inspector/issue_list.h"
#include "widgets/inspector/node_page.h"
#include "widgets/model/doctor_watch.h"
#include "widgets/runs/side_by_side.h"

using namespace glassbox;

namespace {
constexpr int kPatience = 120000;  // for a machine under load; nothing is measured
}

class TestDoctorWindow : public test::WindowTest {
  Q_OBJECT

 private slots:
  void whatItFindsStandsAmongTheIssuesAndAtTheLayer() {
    trainZeros();
    const std::vector<Finding>& found = m_window->document()->findings();
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(int(found[0].kind), int(FindingKind::ZeroInit));
    QCOMPARE(found[0].node, NodeId("dense1"));
    // The list, the tile's badge, the layer's page.
    QCOMPARE(m_window->issues()->cards().size(), std::size_t{1});
    const IssueCard* row = m_window->issues()->cards()[0];
    QVERIFY2(row->sentence().contains(QStringLiteral("begin at 0")), qPrintable(row->sentence()));
    QVERIFY(!row->formula()->isHidden() && row->formula()->fault().isEmpty());
    QCOMPARE(row->formula()->content().tex, QString::fromStdString(found[0].formula));
    const Tile* tile = m_window->diagram()->diagram()->tiles().find("dense1");
    QVERIFY(tile && tile->issue == Issue::Severity::Warning);
    m_window->diagram()->select({"dense1"});
    QCOMPARE(m_window->inspector()->nodePage()->issueCards().size(), std::size_t{1});
    // It told of these settings; others are not sick for that reason.
    QVERIFY(m_window->document()->setPlanValue("init", "xavier").ok());
    QVERIFY(m_window->document()->findings().empty() && m_window->issues()->cards().empty());
    QVERIFY(!m_window->diagram()->diagram()->tiles().find("dense1")->issue);
  }

  void theCureTrainsBesideTheSickRun_data() {
    QTest::addColumn<bool>("fromLayer");
    QTest::newRow("from the list") << false;
    QTest::newRow("from the layer's page") << true;
  }
  void theCureTrainsBesideTheSickRun() {
    QFETCH(bool, fromLayer);
    trainZeros();
    m_window->setBottomTab(1);
    m_window->diagram()->select({"dense1"});
    QPushButton* button = (fromLayer ? m_window->inspector()->nodePage()->issueCards()[0] : m_window->issues()->cards()[0])->cureButton();
    QVERIFY(button);
    QCOMPARE(button->text(), QStringLiteral("Try the cure beside it"));
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), kPatience);
    QTest::mouseClick(button, Qt::LeftButton);
    SideBySide* dialog = m_window->runDesk()->sideBySide();
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    QTRY_VERIFY_WITH_TIMEOUT(dialog->session()->step() > 100, kPatience);
    const auto& networks = dialog->session()->networks();
    QCOMPARE(networks.size(), std::size_t{2});
    QCOMPARE(planValues(networks[0]->plan)->init, std::string("zeros"));
    QCOMPARE(planValues(networks[1]->plan)->init, std::string("xavier"));
    QCOMPARE(networks[1]->name, QStringLiteral("Initializer Xavier"));
    QCOMPARE(planValues(m_window->document()->plan())->init, std::string("zeros"));  // the lab stays as it is
    // A second time it takes the place of what was compared.
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_window->runDesk()->sideBySide(), dialog);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->session()->isPreparing() && dialog->session()->networks().size() == 2, kPatience);
    dialog->session()->pause();
    dialog->close();
  }

  void itIsSilentWhenAllIsWell() {
    QVERIFY(m_window->openTemplate("xor", false));
    train();
    QVERIFY(m_window->document()->findings().empty());
    QVERIFY(m_window->issues()->cards().empty());
  }

  // Its copy is well: only the run itself, looked at again when it has ended, shows it.
  void aRunThatGoesWrongLaterIsNamed() {
    QVERIFY(m_window->openTemplate("xor", false));
    QVERIFY(m_window->document()->setPlanValue("optimizer", "sgd").ok());
    QVERIFY(m_window->document()->setPlanValue("rate", "0.01").ok());
    QVERIFY(m_window->document()->setPlanValue("steps", "400").ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->dataset() != nullptr, kPatience);
    TrainingSession* session = m_window->session();
    session->setPace(0);
    QSignalSpy examined(m_window->doctor(), &DoctorWatch::examined);
    session->runTo(100);
    QTRY_VERIFY_WITH_TIMEOUT(session->state() == TrainingSession::State::Paused && session->status().step == 100, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(examined.size() == 1, kPatience);
    const auto named = [this] {
      for (const Finding& finding : m_window->document()->findings())
        if (finding.kind == FindingKind::Diverging) return true;
      return false;
    };
    QVERIFY(!named());
    session->setWeight(m_window->document()->analysis().output + ".weight[0,0]", 300);
    session->run();
    QTRY_VERIFY_WITH_TIMEOUT(session->state() == TrainingSession::State::Ended, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(examined.size() == 2, kPatience);
    QVERIFY(named());
    // The same settings again, and no hand in it.
    session->reset();
    session->run();
    QTRY_VERIFY_WITH_TIMEOUT(examined.size() == 3, kPatience);
    QVERIFY(!named());
  }

  void inALessonItSaysNothing() {
    trainZeros();
    QVERIFY(!m_window->document()->findings().empty());
    m_window->doctor()->setEnabled(false);
    QVERIFY(m_window->document()->findings().empty());
    m_window->doctor()->setEnabled(true);
    QVERIFY(m_window->openLesson("xor"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->dataset() != nullptr, kPatience);
    QVERIFY(!m_window->doctor()->isEnabled());
  }

 private:
  void train() {
    QTRY_VERIFY_WITH_TIMEOUT(m_window->session()->dataset() != nullptr, kPatience);
    m_window->session()->setPace(0);
    QSignalSpy examined(m_window->doctor(), &DoctorWatch::examined);
    QTest::keyClick(m_window.get(), Qt::Key_Space);
    QVERIFY(examined.wait(kPatience));
  }
  void trainZeros() {
    QVERIFY(m_window->openTemplate("xor", false));
    QVERIFY(m_window->document()->setPlanValue("init", "zeros").ok());
    train();
  }
};

QTEST_MAIN(TestDoctorWindow)
#include "test_doctor_window.moc"
