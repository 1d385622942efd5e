// What the program tells the desktop about itself, beside what the installed entry says.
#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QRegularExpression>
#include <QTest>

#include "app/identity.h"

class TestIdentity : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    const QDir folder(GLASSBOX_SOURCE_DIR "/resources/desktop");
    const QStringList entries = folder.entryList({"*.desktop"});
    QCOMPARE(entries.size(), 1);
    QFile file(folder.filePath(entries[0]));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_id = entries[0].chopped(8);
    m_entry = QString::fromUtf8(file.readAll());
    glassbox::introduceToDesktop();
  }

  /// Wayland compositors join a window with its entry by this name.
  void theProgramNamesItsEntry() { QCOMPARE(QApplication::desktopFileName(), m_id); }

  /// X11 desktops do it by the class of the window, which Qt makes of the program's name.
  void theEntryNamesTheClassOfTheWindows() {
    QCOMPARE(QRegularExpression("StartupWMClass=(.*)\n").match(m_entry).captured(1), QApplication::applicationName());
  }

  void theWindowsHaveTheIconInTheSizesOfADesktop() {
    for (const int side : {16, 32, 48, 256}) QVERIFY2(QApplication::windowIcon().availableSizes().contains(QSize(side, side)), qPrintable(QString::number(side)));
  }

 private:
  QString m_id, m_entry;
};

QTEST_MAIN(TestIdentity)
#include "test_identity.moc"
