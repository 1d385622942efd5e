// What `cmake --install` leaves behind: programs that find their files, and files from which a desktop learns of them.
#include <QDirIterator>
#include <QImage>
#include <QLocale>
#include <QMimeDatabase>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/cli/paths.h"

using namespace glassbox;

namespace {

const QString kId = QStringLiteral(GLASSBOX_DESKTOP_ID);
const QString kType = QStringLiteral("application/x-glassbox");

QByteArray read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
}

struct Said {
  int status = -1;
  QByteArray out, err;
};

Said run(const QString& program, const QStringList& words) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("LC_ALL", "C.UTF-8");
  environment.remove("GLASSBOX_SHARE");
  process.setProcessEnvironment(environment);
  process.start(program, words);
  if (!process.waitForFinished(120000)) return {};
  return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// The value of `key` in a desktop entry; empty when it is not there.
QString entry(const QByteArray& file, const QString& key) {
  const QRegularExpression line("^" + QRegularExpression::escape(key) + "=(.*)$", QRegularExpression::MultilineOption);
  return line.match(QString::fromUtf8(file)).captured(1);
}

qsizetype countOf(const QByteArray& file, const QString& pattern) {
  qsizetype count = 0;
  for (auto it = QRegularExpression(pattern).globalMatch(QString::fromUtf8(file)); it.hasNext(); it.next()) ++count;
  return count;
}

}  // namespace

class TestInstall : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    const Said said = run(GLASSBOX_CMAKE, {"--install", GLASSBOX_BUILD_DIR, "--prefix", m_prefix.path()});
    QVERIFY2(said.status == 0, said.err);
    // Qt learns the types of files from the installed tree alone.
    qputenv("XDG_DATA_DIRS", share().toLocal8Bit());
    qputenv("XDG_DATA_HOME", m_empty.path().toLocal8Bit());
  }

  void filesAreFoundByTheProgramsPlace_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("folders");
    QTest::addColumn<QString>("tree");
    QTest::addColumn<QString>("found");
    QTest::newRow("installed: in share beside bin") << "usr/bin" << QStringList{"usr/share/glassbox/lessons"} << "" << "usr/share/glassbox/lessons";
    QTest::newRow("built: in the tree that is named") << "build/release/app" << QStringList{"source/lessons"} << "source" << "source/lessons";
    QTest::newRow("built outside of the tree") << "elsewhere/app" << QStringList{"source/lessons"} << "source" << "source/lessons";
    QTest::newRow("installed and built: what is installed") << "usr/bin" << QStringList{"usr/share/glassbox/lessons", "source/lessons"} << "source" << "usr/share/glassbox/lessons";
    QTest::newRow("a folder of that name above is another's") << "usr/local/bin" << QStringList{"lessons"} << "" << "";
    QTest::newRow("nowhere") << "usr/bin" << QStringList{} << "" << "";
    QTest::newRow("named, but gone") << "build/release/app" << QStringList{} << "source" << "";
  }

  void filesAreFoundByTheProgramsPlace() {
    QFETCH(QString, program);
    QFETCH(QStringList, folders);
    QFETCH(QString, tree);
    QFETCH(QString, found);
    QTemporaryDir dir;
    const auto at = [&](const QString& path) { return std::filesystem::path(dir.filePath(path).toStdString()); };
    QVERIFY(QDir(dir.path()).mkpath(program));
    for (const QString& folder : folders) QVERIFY(QDir(dir.path()).mkpath(folder));
    if (!tree.isEmpty()) write(dir.filePath(program + "/../source_tree.txt"), dir.filePath(tree).toUtf8() + "\n");
    const std::filesystem::path expected = found.isEmpty() ? std::filesystem::path() : std::filesystem::weakly_canonical(at(found));
    QCOMPARE(sharedFolderFrom(at(program), "lessons").string(), expected.string());
  }

  void theFolderOfTheEnvironmentComesFirst() {
    QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath("lessons"));
    qputenv("GLASSBOX_SHARE", dir.path().toLocal8Bit());
    QCOMPARE(sharedFolder("lessons"), std::filesystem::weakly_canonical(dir.filePath("lessons").toStdString()));
    qunsetenv("GLASSBOX_SHARE");
    QCOMPARE(sharedFolder("lessons"), std::filesystem::weakly_canonical(GLASSBOX_SOURCE_DIR "/lessons"));
  }

  void theInstalledTreeHoldsThisAndNothingElse() {
    QStringList found;
    for (QDirIterator it(m_prefix.path(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
      const QString path = it.next().mid(m_prefix.path().size() + 1);
      if (!path.startsWith("share/glassbox/lessons/")) found << path;
    }
    found.sort();
    QStringList expected{"bin/glassbox", "bin/glassbox-cli", "share/applications/" + kId + ".desktop", "share/doc/glassbox/THIRD-PARTY.md",
                         "share/doc/glassbox/changelog.gz", "share/doc/glassbox/copyright", "share/glassbox/resources/glossary.json",
                         "share/icons/hicolor/scalable/apps/" + kId + ".svg", "share/lintian/overrides/glassbox", "share/man/man1/glassbox-cli.1.gz", "share/man/man1/glassbox.1.gz",
                         "share/man/zh_CN/man1/glassbox-cli.1.gz", "share/man/zh_CN/man1/glassbox.1.gz", "share/metainfo/" + kId + ".metainfo.xml",
                         "share/mime/packages/" + kId + ".xml"};
    for (const char* side : {"48x48", "128x128", "256x256"}) expected << QString("share/icons/hicolor/%1/apps/%2.png").arg(side, kId);
    expected.sort();
    QCOMPARE(found, expected);
  }

  void theProgramsNameNoPathOfTheMachineTheyWereBuiltOn() {
#ifdef NDEBUG
    for (const char* program : {"bin/glassbox", "bin/glassbox-cli"}) {
      const QByteArray bytes = read(m_prefix.filePath(program));
      QVERIFY(bytes.size() > 100'000);
      QVERIFY2(!bytes.contains(GLASSBOX_BUILD_DIR) && !bytes.contains(GLASSBOX_SOURCE_DIR "/"), program);
    }
#else
    QSKIP("an assert names its file");
#endif
  }

  void theInstalledProgramReadsTheInstalledLessons() {
    const Said all = cli({"lessons", "list"});
    QCOMPARE(all.status, 0);
    const QStringList folders = QDir(GLASSBOX_SOURCE_DIR "/lessons").entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(folders.size() >= 10);
    QCOMPARE(all.out.count('\n'), folders.size());
    QCOMPARE(cli({"lessons", "show", "xor"}).status, 0);

    const QString lessons = share() + "/glassbox/lessons";
    QVERIFY(QFile::rename(lessons + "/06-xor", m_empty.filePath("06-xor")));
    const Said fewer = cli({"lessons", "list"});
    QVERIFY(QFile::rename(m_empty.filePath("06-xor"), lessons + "/06-xor"));
    QCOMPARE(fewer.out.count('\n'), folders.size() - 1);
  }

  void theInstalledProgramFindsTheGlossary() {
    QVERIFY(QFile::rename(share() + "/glassbox/resources/glossary.json", m_empty.filePath("glossary.json")));
    const Said without = cli({"lessons", "verify", "no-such-lesson"});
    QVERIFY(QFile::rename(m_empty.filePath("glossary.json"), share() + "/glassbox/resources/glossary.json"));
    QCOMPARE(without.status, 1);
    const Said with = cli({"lessons", "verify", "no-such-lesson"});
    QVERIFY2(with.status == 0, with.err);
  }

  void theInstalledProgramMakesEveryTemplate() {
    const Said list = cli({"templates"});
    QCOMPARE(list.status, 0);
    QVERIFY(list.out.count('\n') >= 15);
    for (const QByteArray& line : list.out.split('\n')) {
      const QString name = QString::fromUtf8(line).section(' ', 0, 0);
      if (name.isEmpty()) continue;
      const Said made = cli({"templates", name});
      QVERIFY2(made.status == 0 && made.out.startsWith("{"), qPrintable(name + ": " + made.err));
    }
  }

  void theDesktopKnowsAProjectByItsNameAndByItsBytes() {
    const QByteArray project = cli({"templates", "xor"}).out;
    const QMimeDatabase types;
    QCOMPARE(types.mimeTypeForFile("xor.glassbox", QMimeDatabase::MatchExtension).name(), kType);
    QCOMPARE(types.mimeTypeForData(project).name(), kType);
    QVERIFY(types.mimeTypeForName(kType).inherits("application/json"));
    QVERIFY(types.mimeTypeForData(QByteArray("{\n  \"glassbox_report\": 1\n}\n")).name() != kType);
    QVERIFY(types.mimeTypeForData(QByteArray("{\"about\": [\"glassbox\"]}")).name() != kType);
  }

  void theFileTypeHasANameInBothLanguages() {
    const QMimeType type = QMimeDatabase().mimeTypeForName(kType);
    QLocale::setDefault(QLocale(QLocale::English));
    QCOMPARE(type.comment(), QStringLiteral("Glassbox project"));
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China));
    QCOMPARE(type.comment(), QStringLiteral("玻璃盒项目"));
    QLocale::setDefault(QLocale::c());
  }

  void allFilesAgreeOnTheId() {
    const QByteArray desktop = read(desktopFile()), metainfo = read(metainfoFile()), mime = read(mimeFile());
    QCOMPARE(entry(desktop, "Icon"), kId);
    QCOMPARE(entry(desktop, "Exec"), QStringLiteral("glassbox %f"));
    QCOMPARE(entry(desktop, "MimeType"), kType + ";");
    QVERIFY(metainfo.contains("<id>" + kId.toUtf8() + "</id>"));
    QVERIFY(metainfo.contains("<launchable type=\"desktop-id\">" + kId.toUtf8() + ".desktop</launchable>"));
    QVERIFY(metainfo.contains("<mediatype>" + kType.toUtf8() + "</mediatype>"));
    QVERIFY(mime.contains("<icon name=\"" + kId.toUtf8() + "\"/>"));
  }

  void theNewestReleaseIsThisVersion() {
    const QRegularExpression release(QStringLiteral("<release version=\"([^\"]+)\" date=\"([^\"]+)\""));
    const QRegularExpressionMatch newest = release.match(QString::fromUtf8(read(metainfoFile())));
    QCOMPARE(newest.captured(1), QStringLiteral(GLASSBOX_VERSION));
    const QString changelog = QString::fromUtf8(read(GLASSBOX_SOURCE_DIR "/resources/desktop/changelog"));
    QVERIFY2(changelog.startsWith("glassbox (" GLASSBOX_VERSION ") "), qPrintable(changelog.section('\n', 0, 0)));
    const QString signedOn = changelog.section("\n -- ", 1, 1).section(">  ", 1).section('\n', 0, 0).trimmed();
    QCOMPARE(QDateTime::fromString(signedOn, Qt::RFC2822Date).date().toString(Qt::ISODate), newest.captured(2));
  }

  void everyTextStandsInChineseToo() {
    const QByteArray desktop = read(desktopFile());
    for (const char* key : {"Name", "GenericName", "Comment", "Keywords"}) {
      QVERIFY2(!entry(desktop, key).isEmpty(), key);
      QVERIFY2(entry(desktop, QString(key) + "[zh_CN]").contains(QRegularExpression("\\p{Han}")), key);
    }
    const QByteArray metainfo = read(metainfoFile());
    for (const char* tag : {"name", "summary", "p", "li", "developer_name"}) {
      const qsizetype english = countOf(metainfo, QString("<%1>").arg(tag)), chinese = countOf(metainfo, QString("<%1 xml:lang=\"zh_CN\">[^<]*\\p{Han}").arg(tag));
      QVERIFY2(english > 0 && english == chinese, tag);
    }
  }

  void theIconsAreThePictureInThreeSizes() {
    for (const int side : {48, 128, 256}) {
      const QImage icon(share() + QString("/icons/hicolor/%1x%1/apps/%2.png").arg(side).arg(kId));
      QCOMPARE(icon.size(), QSize(side, side));
      QCOMPARE(icon.pixelColor(side / 2, side * 22 / 48).name(), QStringLiteral("#006f66"));  // the disc, at (24, 22) of 48
      QCOMPARE(icon.pixelColor(0, 0).alpha(), 0);
    }
  }

  void theManualPagesNameEveryCommand() {
    const QByteArray help = cli({"help"}).out;
    QSet<QString> commands;
    for (auto it = QRegularExpression("glassbox-cli ([a-z]+)").globalMatch(help); it.hasNext();) commands << it.next().captured(1);
    QVERIFY(commands.size() >= 17);
    for (const char* page : {"glassbox-cli.1", "glassbox-cli.zh_CN.1"}) {
      const QString text = QString::fromUtf8(read(QString(GLASSBOX_SOURCE_DIR "/resources/desktop/man/") + page));
      for (const QString& command : commands)
        QVERIFY2(text.contains(QRegularExpression("^\\.BR .*\\b" + command + "\\b", QRegularExpression::MultilineOption)), qPrintable(page + (": " + command)));
    }
  }

  void theFilesAreValid_data() {
    QTest::addColumn<QStringList>("command");
    QTest::newRow("desktop entry") << QStringList{"desktop-file-validate", desktopFile()};
    QTest::newRow("store page") << QStringList{"appstreamcli", "validate", "--no-net", metainfoFile()};
    QTest::newRow("file type") << QStringList{"xmllint", "--noout", mimeFile()};
    QTest::newRow("database of file types") << QStringList{"update-mime-database", share() + "/mime"};
    for (const char* page : {"man1/glassbox.1", "man1/glassbox-cli.1", "zh_CN/man1/glassbox.1", "zh_CN/man1/glassbox-cli.1"})
      QTest::newRow(page) << QStringList{"man", "--warnings", "--encoding=UTF-8", "--local-file", share() + "/man/" + page + ".gz"};
  }

  /// Silent too: desktop-file-validate ends well after a warning.
  void theFilesAreValid() {
    QFETCH(QStringList, command);
    const QString program = command.takeFirst();
    if (QStandardPaths::findExecutable(program).isEmpty()) QSKIP(qPrintable(program + " is not installed"));
    const Said said = run(program, command);
    QVERIFY2(said.status == 0 && said.err.isEmpty(), qPrintable(said.out + said.err));
    if (program == "desktop-file-validate" || program == "xmllint") QCOMPARE(said.out, QByteArray());
  }

 private:
  QString share() const { return m_prefix.filePath("share"); }
  QString desktopFile() const { return share() + "/applications/" + kId + ".desktop"; }
  QString metainfoFile() const { return share() + "/metainfo/" + kId + ".metainfo.xml"; }
  QString mimeFile() const { return share() + "/mime/packages/" + kId + ".xml"; }
  Said cli(const QStringList& words) const { return run(m_prefix.filePath("bin/glassbox-cli"), words); }

  QTemporaryDir m_prefix, m_empty;
};

QTEST_GUILESS_MAIN(TestInstall)
#include "test_install.moc"
