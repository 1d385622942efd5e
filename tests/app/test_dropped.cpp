// Files and folders dragged onto the window: each kind does what it is for, and what cannot be opened says why in one sentence.
#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QImage>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include "app/dropped.h"
#include "app/lesson_desk.h"
#include "app/main_window.h"
#include "engine/io/project.h"
#include "engine/io/templates.h"
#include "widgets/common/theme_manager.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/inspector/data_panel.h"

using namespace glassbox;

namespace {

constexpr int kPatience = 60000; // for a machine under load; nothing is measured

QByteArray bigEndian(quint32 number) { return QByteArray::fromHex(QByteArray::number(number, 16).rightJustified(8, '0')); }

} // namespace

class TestDropped : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    qputenv("GLASSBOX_SETTINGS", m_folder.filePath("settings.ini").toLocal8Bit());
    qputenv("GLASSBOX_SHARE", GLASSBOX_SOURCE_DIR);
    ThemeManager::ofApplication().dress(*qApp);
    makeFiles();
  }
  void init() {
    m_window = std::make_unique<MainWindow>(&m_language);
    m_window->show();
  }
  void cleanup() {
    m_window->document()->setModified(false);
    m_window.reset();
  }

  void whatAThingIsIsFoundByLooking_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<DroppedKind>("kind");
    QTest::addColumn<QString>("opened");
    const auto row = [&](const char* what, const QString& path, DroppedKind kind, const QString& opened) { QTest::newRow(what) << path << kind << opened; };
    row("a project", at("net.glassbox"), DroppedKind::Project, at("net.glassbox"));
    row("a table", at("points.csv"), DroppedKind::Data, at("points.csv"));
    row("a text", at("tale.txt"), DroppedKind::Data, at("tale.txt"));
    row("the four files of the MNIST family", at("idx"), DroppedKind::Data, at("idx"));
    row("pictures in a folder for each class", at("pictures"), DroppedKind::Data, at("pictures"));
    row("a folder of lessons", at("lessons"), DroppedKind::LessonFolder, at("lessons"));
    row("one lesson of it", at("lessons/one"), DroppedKind::LessonFolder, at("lessons"));
  }
  void whatAThingIsIsFoundByLooking() {
    QFETCH(QString, path);
    QFETCH(DroppedKind, kind);
    QFETCH(QString, opened);
    const Result<Dropped> dropped = droppedFrom(*mimeOf({path}));
    QVERIFY2(dropped, dropped ? "" : english(dropped.error()).c_str());
    QCOMPARE(dropped->kind, kind);
    QCOMPARE(QDir(dropped->path), QDir(opened));
  }

  void aProjectIsOpened() {
    drop({at("net.glassbox")});
    QTRY_COMPARE(m_window->document()->path(), at("net.glassbox"));
    QVERIFY(m_window->diagram()->isVisible());
  }

  void dataAreLoadedAndShown_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("source");
    for (const auto& [name, source] : {std::pair{"points.csv", "csv"}, std::pair{"tale.txt", "text"}, std::pair{"idx", "idx"}, std::pair{"pictures", "pictures"}}) QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(source);
  }
  void dataAreLoadedAndShown() {
    QFETCH(QString, name);
    QFETCH(QString, source);
    drop({at(name)});
    QTRY_COMPARE(QString::fromStdString(m_window->document()->data().path), at(name));
    QCOMPARE(QString::fromStdString(m_window->document()->data().source), source);
    QVERIFY(QTest::qWaitFor([&] { return m_window->session()->dataset() != nullptr; }, kPatience));
    QVERIFY(m_window->dataPanel()->isVisible());
  }

  void lessonsAreListed() {
    drop({at("lessons")});
    QTRY_COMPARE(m_window->lessons()->lessons().size(), std::size_t{1});
    QVERIFY(m_window->lessons()->isVisible());
  }

  void theDiagramLetsFilesThrough() {
    QVERIFY(m_window->openTemplate("xor", false));
    const auto mime = mimeOf({at("points.csv"), at("tale.txt")});
    QSignalSpy told(m_window.get(), &MainWindow::told);
    QDragEnterEvent enter({40, 40}, Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window->diagram()->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QCOMPARE(told.count(), 1); // by the window, which says that two are too many
  }

  void whatCannotBeOpenedSaysWhy_data() {
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("several") << QStringList{at("points.csv"), at("tale.txt")} << QStringLiteral("2 files were dragged here. Drag one file, or one folder that holds them.");
    QTest::newRow("not there") << QStringList{at("gone.csv")} << QStringLiteral("gone.csv is not there any more.");
    QTest::newRow("an empty folder") << QStringList{at("empty")} << QStringLiteral("The folder empty holds no data set that the lab knows.");
    QTest::newRow("a program") << QStringList{at("program")} << QStringLiteral("not a data set that the lab knows.");
    QTest::newRow("an address") << QStringList{QStringLiteral("https://example.org/points.csv")} << QStringLiteral("This is no file of this computer. Save it first, and drag the file.");
  }
  void whatCannotBeOpenedSaysWhy() {
    QFETCH(QStringList, paths);
    QFETCH(QString, sentence);
    QVERIFY(m_window->openTemplate("xor", false));
    const Project before = m_window->document()->project();
    QSignalSpy told(m_window.get(), &MainWindow::told);
    drop(paths);
    QCOMPARE(told.count(), 1); // while it is dragged
    QVERIFY2(told[0][0].toString().contains(sentence), qPrintable(told[0][0].toString()));
    QTRY_VERIFY(m_window->findChild<QMessageBox*>());
    auto* box = m_window->findChild<QMessageBox*>();
    QVERIFY2(box->text().contains(sentence), qPrintable(box->text()));
    QVERIFY(m_window->document()->project() == before);
    box->close();
  }

  void dataALessonKeepsAreNotReplaced() {
    QVERIFY(m_window->openLesson("downhill"));
    const DataSpec before = m_window->document()->data();
    QSignalSpy told(m_window.get(), &MainWindow::told);
    drop({at("points.csv")});
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told[0][0].toString(), translated(*m_window->document()->lockOf("data")));
    QVERIFY(m_window->document()->data() == before);
  }

 private:
  QString at(const QString& name) const { return m_folder.filePath(name); }

  static std::unique_ptr<QMimeData> mimeOf(const QStringList& paths) {
    auto mime = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString& path : paths) urls << (path.contains(QStringLiteral("://")) ? QUrl(path) : QUrl::fromLocalFile(path));
    mime->setUrls(urls);
    return mime;
  }

  void drop(const QStringList& paths) {
    const auto mime = mimeOf(paths);
    QDragEnterEvent enter({40, 40}, Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({40, 40}, Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
  }

  void write(const QString& name, const QByteArray& bytes) const {
    QFile file(at(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }

  void makeFiles() {
    Result<Project> project = makeTemplate("xor");
    QVERIFY(project);
    QVERIFY(saveProject(*project, at("net.glassbox").toStdString()));
    QByteArray table("x,y,label\n"), images, labels;
    for (int i = 0; i < 40; ++i) {
      table += QByteArray::number(i * 0.1) + ',' + QByteArray::number(i % 7) + ',' + (i % 2 ? "a" : "b") + '\n';
      images += QByteArray(28 * 28, static_cast<char>(i));
      labels += static_cast<char>(i % 10);
    }
    write("points.csv", table);
    write("tale.txt", QByteArray("the princess lives in the castle. ").repeated(60));
    write("program", QByteArray("\x7f" "ELF\x02\x01\x01\0\0\0", 10).repeated(20));
    QDir folder(m_folder.path());
    QVERIFY(folder.mkpath("idx") && folder.mkpath("empty") && folder.mkpath("pictures/cat") && folder.mkpath("pictures/dog") && folder.mkpath("lessons"));
    for (const char* part : {"train", "t10k"}) {
      write(QStringLiteral("idx/%1-images-idx3-ubyte").arg(QLatin1String(part)), bigEndian(0x803) + bigEndian(40) + bigEndian(28) + bigEndian(28) + images);
      write(QStringLiteral("idx/%1-labels-idx1-ubyte").arg(QLatin1String(part)), bigEndian(0x801) + bigEndian(40) + labels);
    }
    QImage picture(8, 8, QImage::Format_Grayscale8);
    for (const char* kind : {"cat", "dog"})
      for (int i = 0; i < 6; ++i) {
        picture.fill(30 * i);
        QVERIFY(picture.save(at(QStringLiteral("pictures/%1/%2.png").arg(QLatin1String(kind)).arg(i))));
      }
    const QDir lessons(QStringLiteral(GLASSBOX_SOURCE_DIR "/lessons"));
    const QStringList own = lessons.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(!own.isEmpty());
    QVERIFY(folder.mkpath("lessons/one"));
    for (const QString& file : QDir(lessons.filePath(own.first())).entryList(QDir::Files)) QVERIFY(QFile::copy(lessons.filePath(own.first() + u'/' + file), at("lessons/one/" + file)));
  }

  QTemporaryDir m_folder;
  LanguageSwitch m_language;
  std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestDropped)
#include "test_dropped.moc"
