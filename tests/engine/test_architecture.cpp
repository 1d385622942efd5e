// The rule of the tree, read from the sources: who may include whom, no Qt in the engine, OpenMP in one file.
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>
#include <map>
#include <set>

namespace {

const QString kRoot = QStringLiteral(GLASSBOX_SOURCE_DIR);

QStringList sourcesUnder(const QString& folder) {
  QStringList files;
  QDirIterator it(kRoot + "/" + folder, {"*.h", "*.cpp", "*.inc"}, QDir::Files, QDirIterator::Subdirectories);
  while (it.hasNext()) files << it.next();
  files.sort();
  return files;
}

QString read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList includesOf(const QString& path) {
  static const QRegularExpression line(QStringLiteral("^\\s*#\\s*include\\s*([<\"])([^>\"]+)"), QRegularExpression::MultilineOption);
  QStringList out;
  for (auto it = line.globalMatch(read(path)); it.hasNext();) {
    const auto match = it.next();
    out << match.captured(1) + match.captured(2);
  }
  return out;
}

/// What each folder of the engine may include beside itself.
const std::map<QString, std::set<QString>>& allowed() {
  static const std::map<QString, std::set<QString>> map = {
      {"core", {}},
      {"kernels", {"core"}},
      {"layers", {"core", "kernels"}},
      {"graph", {"core", "kernels", "layers"}},
      {"text", {"core"}},
      {"data", {"core", "text"}},
      {"train", {"core", "kernels", "layers", "graph", "text", "data"}},
      {"experiment", {"core", "kernels", "layers", "graph", "text", "data", "train"}},
      {"language", {"core", "kernels", "layers", "graph", "text", "data", "train"}},
      {"trace", {"core", "kernels", "layers", "graph", "text", "data", "train"}},
      {"lesson", {"core", "kernels", "layers", "graph", "text", "data", "train", "trace", "io"}},
      {"io", {"core", "kernels", "layers", "graph", "text", "data", "train", "trace"}},
  };
  return map;
}

}  // namespace

class TestArchitecture : public QObject {
  Q_OBJECT

 private slots:
  void theEngineIncludesDownwardsOnly() {
    int seen = 0;
    for (const QString& path : sourcesUnder("engine")) {
      const QString folder = path.mid(kRoot.size() + 8).section('/', 0, 0);
      QVERIFY2(allowed().count(folder), qPrintable(path));
      for (const QString& include : includesOf(path)) {
        ++seen;
        if (include.startsWith("\"")) {
          QVERIFY2(include.startsWith("\"engine/"), qPrintable(path + " includes " + include));
          const QString target = include.section('/', 1, 1);
          QVERIFY2(target == folder || allowed().at(folder).count(target), qPrintable(path + " includes " + include));
        } else {
          QVERIFY2(!include.startsWith("<Q") && !include.startsWith("<qcustomplot"), qPrintable(path + " includes " + include));
        }
      }
    }
    QVERIFY(seen > 100);
  }

  void widgetsDoNotIncludeTheApp() {
    for (const QString& path : sourcesUnder("widgets"))
      for (const QString& include : includesOf(path)) QVERIFY2(!include.startsWith("\"app/") && !include.startsWith("\"tests/"), qPrintable(path + " includes " + include));
  }

  void openMpStandsInOneFile() {
    QStringList found;
    for (const QString& folder : {QStringLiteral("engine"), QStringLiteral("widgets"), QStringLiteral("app")})
      for (const QString& path : sourcesUnder(folder))
        if (read(path).contains(QRegularExpression(QStringLiteral("#pragma omp (?!simd)"))) || includesOf(path).contains("<omp.h")) found << path.mid(kRoot.size() + 1);
    QCOMPARE(found, QStringList{"engine/core/parallel.cpp"});
  }

  /// Each of these has its reason: a QSaveFile says that a file is safe when the disk has refused it; a mapped file can shrink under its
  /// reader; atof and its kin read by the locale; nothing here talks to a network.
  void knownTrapsStandNowhere() {
    static const QRegularExpression bad(QStringLiteral("\\b(QSaveFile|mmap|QFileDevice::map|atof|atoi|strtod|strtof|stod|stof|sscanf|QNetworkAccessManager|QTcpServer|QTcpSocket|QLocalServer|QHttpServer)\\b"));
    for (const QString& folder : {QStringLiteral("engine"), QStringLiteral("widgets"), QStringLiteral("app")})
      for (const QString& path : sourcesUnder(folder)) {
        const auto match = bad.match(read(path));
        QVERIFY2(!match.hasMatch(), qPrintable(path + ": " + match.captured()));
      }
  }

  void theEngineNeitherPrintsNorExits() {
    static const QRegularExpression bad(QStringLiteral("\\b(std::cout|std::cerr|printf|fprintf|puts|std::exit|abort|exit)\\s*(<<|\\()"));
    for (const QString& path : sourcesUnder("engine")) QVERIFY2(!read(path).contains(bad), qPrintable(path));
  }

  /// "Reduce motion" makes every duration 0: whoever lets something move asks the theme how long, or lets it run by its own clock nowhere.
  void everyAnimationAsksHowLongItMayTake() {
    static const QRegularExpression animation(QStringLiteral("\\b(QVariantAnimation|QPropertyAnimation|QTimeLine|QSequentialAnimationGroup|QParallelAnimationGroup|QGraphicsItemAnimation|QMovie)\\b"));
    static const QRegularExpression duration(QStringLiteral("setDuration\\(([^;]*);"));
    int animated = 0;
    for (const QString& path : sourcesUnder("widgets") + sourcesUnder("app")) {
      const QString text = read(path);
      animated += path.endsWith(".cpp") && text.contains(animation);
      if (!path.endsWith(".cpp") || (!text.contains(QRegularExpression(QStringLiteral("#include <(QVariantAnimation|QPropertyAnimation|QTimeLine|QMovie)>"))) && !text.contains("setDuration("))) continue;
      QVERIFY2(text.contains("ThemeManager::ofApplication().milliseconds("), qPrintable(path + " does not ask ThemeManager::milliseconds"));
      for (auto it = duration.globalMatch(text); it.hasNext();) {
        const QString length = it.next().captured(1);
        QVERIFY2(!length.contains(QRegularExpression(QStringLiteral("^\\s*(\\d|k[A-Z])"))), qPrintable(path + " sets a duration of its own: " + length));
      }
    }
    QVERIFY2(animated >= 3, "the animations were not found");
  }

  void thePlottingLibraryIsIncludedOnce() {
    QStringList found;
    for (const QString& path : sourcesUnder("widgets") + sourcesUnder("app"))
      if (includesOf(path).contains("<qcustomplot.h")) found << path;
    QVERIFY2(found.size() == 1, qPrintable(found.join(", ")));
  }

  void theTopLevelHoldsNothingElse() {
    const QStringList entries = QDir(kRoot).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    const QSet<QString> known{"CMakeLists.txt", "app", "engine", "widgets", "resources", "lessons", "tests", "README.md", "build"};
    for (const QString& entry : entries) QVERIFY2(known.contains(entry), qPrintable(entry));
  }
};

QTEST_APPLESS_MAIN(TestArchitecture)
#include "test_architecture.moc"
