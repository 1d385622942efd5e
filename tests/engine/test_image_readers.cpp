// CIFAR-10 and folders of pictures: good ones, and bad ones that must end in one clear sentence with its place.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

#include "engine/data/data_spec.h"
#include "engine/data/readers/resize.h"

using namespace glassbox;

namespace {

using Bytes = std::vector<std::uint8_t>;
constexpr std::size_t kRecord = 3073;

QString said(const Error& error) { return QString::fromStdString(english(error)); }

std::string notesOf(const Dataset& data) {
  std::string out;
  for (const DataNote& note : data.notes) out += english(note) + "\n";
  return out;
}

/// Records of classes first, first + 1, ...; pixel k of picture i is (i + k) mod 256.
Bytes records(std::size_t count, int first = 0) {
  Bytes out;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back(static_cast<std::uint8_t>((static_cast<std::size_t>(first) + i) % 10));
    for (std::size_t k = 0; k + 1 < kRecord; ++k) out.push_back(static_cast<std::uint8_t>(i + k));
  }
  return out;
}

const char* const kNames = "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n";

/// A format of our own: "PIC", width, height, 1 when transparent, then red, green and blue of each pixel.
Result<Picture> decode(std::span<const std::uint8_t> bytes, const std::string& name) {
  if (bytes.size() < 6 || bytes[0] != 'P' || bytes[1] != 'I' || bytes[2] != 'C' || bytes.size() != 6 + std::size_t{3} * bytes[3] * bytes[4])
    return Error(GB_TEXT("engine", "%1 is not a picture that can be read.").arg(name));
  return Picture{bytes[3], bytes[4], bytes[5] != 0, Bytes(bytes.begin() + 6, bytes.end())};
}

Bytes picture(int width, int height, std::uint8_t red, std::uint8_t green, std::uint8_t blue, bool transparent = false) {
  Bytes out{'P', 'I', 'C', static_cast<std::uint8_t>(width), static_cast<std::uint8_t>(height), transparent};
  for (int i = 0; i < width * height; ++i) out.insert(out.end(), {red, green, blue});
  return out;
}

} // namespace

class TestImageReaders : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;

  std::filesystem::path path(const QString& name = {}) const { return m_folder->filePath(name).toStdString(); }
  void write(const QString& name, const Bytes& bytes) const {
    QVERIFY(QDir().mkpath(QFileInfo(m_folder->filePath(name)).path()));
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size())), static_cast<qint64>(bytes.size()));
  }
  void write(const QString& name, const QByteArray& words) const { write(name, Bytes(words.begin(), words.end())); }

  /// Two pictures in each training file, three in the test file.
  void writeCifar() const {
    for (int i = 1; i <= 5; ++i) write(QString("data_batch_%1.bin").arg(i), records(2, 2 * i));
    write("test_batch.bin", records(3));
    write("batches.meta.txt", QByteArray(kNames));
  }
  Result<Dataset> readCifar() const { return findReader("cifar10")->read(path(), {}, {}); }

  void writePictures() const {
    write("cat/b.png", picture(2, 1, 10, 20, 30));
    write("cat/a.PNG", picture(2, 1, 40, 50, 60));
    write("dog/x.jpg", picture(2, 1, 70, 80, 90));
  }
  Result<Dataset> readPictures(const std::string& resize = "", const std::string& color = "color") const {
    return findReader("pictures")->read(path(), {{"resize", resize}, {"color", color}}, {decode, nullptr});
  }

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  // ---- CIFAR-10 -----------------------------------------------------------------------------------------------------------

  void aCifarFolderIsFoundAndRead() {
    writeCifar();
    Result<DataSpec> spec = sniff(path());
    QVERIFY2(spec.ok(), spec ? "" : qPrintable(said(spec.error())));
    QCOMPARE(spec->source, std::string("cifar10"));
    const Result<DatasetPtr> loaded = load(*spec, {});
    QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(said(loaded.error())));
    const Dataset& data = **loaded;
    QCOMPARE(data.train, std::int64_t{10});
    QCOMPARE(data.test, std::int64_t{3});
    QCOMPARE(data.inputs[0].type.shape, (Shape{3, 32, 32}));
    QCOMPARE(data.classNames[9], std::string("truck"));
    QCOMPARE(data.sourceBytes, static_cast<std::int64_t>(13 * kRecord));
    std::vector<float> x(3072);
    float y = 0;
    data.inputs[0].read(3, x.data()); // second of data_batch_2
    data.target.read(3, &y);
    QCOMPARE(y, 5.0f);
    for (std::size_t k = 0; k < x.size(); ++k) QCOMPARE(x[k], static_cast<float>((1 + k) % 256) / 255);
    const std::string notes = notesOf(data);
    QVERIFY2(notes.find("data_batch_1.bin has 2 pictures; as published it has 10000.") != std::string::npos && notes.find("x / 255") != std::string::npos, notes.c_str());
  }

  void withoutItsNamesCifarHasNumbers() {
    writeCifar();
    QVERIFY(QFile::remove(m_folder->filePath("batches.meta.txt")));
    const Result<Dataset> data = readCifar();
    QVERIFY(data.ok());
    QCOMPARE(data->classNames, numberedNames("", 10));
    QVERIFY(notesOf(*data).find("There is no batches.meta.txt") != std::string::npos);
  }

  void badCifarFoldersAreRefused_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes"); // "-": removed, "/": a folder
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* file, const QByteArray& bytes, const char* words) { QTest::newRow(name) << QString(file) << bytes << QString(words); };
    const Bytes two = records(2);
    const QByteArray good(reinterpret_cast<const char*>(two.data()), static_cast<qsizetype>(two.size()));
    const auto changed = [&](qsizetype at, char value) {
      QByteArray copy = good;
      copy[at] = value;
      return copy;
    };
    for (const char* file : {"data_batch_1.bin", "data_batch_3.bin", "data_batch_5.bin", "test_batch.bin"}) row((std::string("missing: ") + file).c_str(), file, "-", "has no file");
    row("empty", "data_batch_2.bin", "", "data_batch_2.bin is empty.");
    row("a folder", "data_batch_2.bin", "/", "data_batch_2.bin is a folder, and a file is needed here.");
    row("one byte short", "data_batch_2.bin", good.chopped(1), "data_batch_2.bin ends within picture 2: each takes 3073 bytes, and the file has 6145.");
    row("one byte long", "data_batch_2.bin", good + "x", "data_batch_2.bin ends within picture 3");
    row("without the classes", "data_batch_2.bin", good.chopped(2), "ends within picture 2");
    row("CIFAR-100 (two classes in front)", "data_batch_2.bin", good + "ab", "ends within picture 3");
    row("half", "test_batch.bin", good.left(1500), "test_batch.bin ends within picture 1: each takes 3073 bytes, and the file has 1500.");
    row("one byte", "test_batch.bin", "a", "test_batch.bin ends within picture 1");
    row("class 10", "data_batch_4.bin", changed(0, 10), "Picture 1 of data_batch_4.bin has the class 10; CIFAR-10 has classes 0 to 9.");
    row("class 255 in the second picture", "data_batch_4.bin", changed(3073, static_cast<char>(255)), "data_batch_4.bin, byte 3073: Picture 2 of data_batch_4.bin has the class 255");
    row("an HTML page", "data_batch_1.bin", "<!DOCTYPE html><html>404</html>", "data_batch_1.bin is an HTML page, not pictures of CIFAR-10.");
    row("gzip", "data_batch_1.bin", QByteArray("\x1F\x8B\x08\x01\x02\x03", 6), "data_batch_1.bin is a gzip file, not pictures of CIFAR-10.");
    row("a pickle", "data_batch_1.bin", QByteArray("\x80\x02}q\x01(U\x0b", 8), "data_batch_1.bin ends within picture 1");
    row("text", "data_batch_1.bin", "6 59 43 50 68", "data_batch_1.bin ends within picture 1");
    row("no names", "batches.meta.txt", "", "batches.meta.txt names 0 classes; CIFAR-10 has 10.");
    row("nine names", "batches.meta.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\n", "batches.meta.txt names 9 classes");
    row("eleven names", "batches.meta.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n", "batches.meta.txt names 11 classes");
    row("a name twice", "batches.meta.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\na\n", "batches.meta.txt:10: Line 10 of batches.meta.txt repeats the class \"a\".");
    row("an empty line between names", "batches.meta.txt", "a\n\nb\nc\nd\ne\nf\ng\nh\ni\nj\n", "has an empty line before line 3");
    row("a name of a kilobyte", "batches.meta.txt", QByteArray(1000, 'a') + "\nb\n", "Line 1 of batches.meta.txt is too long");
    row("names in Latin-1", "batches.meta.txt", "a\nb\xE9\n", "batches.meta.txt is not a text in UTF-8: byte 4 does not fit.");
    row("names with a NUL", "batches.meta.txt", QByteArray("a\0\nb", 4), "batches.meta.txt is a binary file, not a list of class names.");
    row("a page in place of names", "batches.meta.txt", "<html><body>", "batches.meta.txt is an HTML page");
    row("names that are a folder", "batches.meta.txt", "/", "is a folder");
    row("UTF-16 names", "batches.meta.txt", QByteArray("\xFF\xFE" "a\0", 4), "batches.meta.txt is text in UTF-16");
    row("names with a byte order mark and only nine", "batches.meta.txt", "\xEF\xBB\xBF" "a\nb\nc\nd\ne\nf\ng\nh\ni\n", "names 9 classes");
  }
  void badCifarFoldersAreRefused() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    writeCifar();
    QVERIFY(QFile::remove(m_folder->filePath(file)));
    if (bytes == "/") QVERIFY(QDir(m_folder->path()).mkdir(file));
    else if (bytes != "-") write(file, bytes);
    const Result<Dataset> data = readCifar();
    QVERIFY(!data.ok());
    QVERIFY2(said(data.error()).contains(words), qPrintable(said(data.error())));
    QVERIFY2(QString::fromStdString(data.error().place).startsWith(m_folder->path()), data.error().place.c_str());
  }

  void pipesAndDevicesAreRefused() {
    writeCifar();
    QVERIFY(QFile::remove(m_folder->filePath("data_batch_3.bin")));
    QCOMPARE(::mkfifo(path("data_batch_3.bin").c_str(), 0600), 0);
    QVERIFY2(said(readCifar().error()).contains("data_batch_3.bin is a device or a pipe"), qPrintable(said(readCifar().error())));
    QVERIFY(QFile::remove(m_folder->filePath("data_batch_3.bin")) && QFile::link("/dev/zero", m_folder->filePath("data_batch_3.bin")));
    QVERIFY2(said(readCifar().error()).contains("data_batch_3.bin is a device or a pipe"), qPrintable(said(readCifar().error())));
  }

  void everyTruncationOfTheFirstFourKilobytesIsRefusedButWholePictures() {
    writeCifar();
    for (qint64 length = 4096; length >= 0; --length) {
      QVERIFY(QFile::resize(m_folder->filePath("data_batch_1.bin"), length));
      const Result<Dataset> data = readCifar();
      if (length == static_cast<qint64>(kRecord)) QVERIFY2(data.ok(), data ? "" : qPrintable(said(data.error())));
      else QVERIFY2(!data.ok() && said(data.error()).contains("data_batch_1.bin"), qPrintable(QString::number(length)));
    }
    write("data_batch_1.bin", records(1));
    const QByteArray names(kNames);
    for (qsizetype length = 0; length < names.size() - 2; ++length) { // the last name may lose its line break
      write("batches.meta.txt", names.left(length));
      const Result<Dataset> data = readCifar();
      const bool tenNames = length > names.indexOf("truck");
      QVERIFY2(data.ok() == tenNames, qPrintable(QString::number(length)));
    }
  }

  // ---- folders of pictures ------------------------------------------------------------------------------------------------

  void foldersAreClassesInTheOrderOfTheirNames() {
    writePictures();
    Result<DataSpec> spec = sniff(path());
    QVERIFY2(spec.ok(), spec ? "" : qPrintable(said(spec.error())));
    QCOMPARE(spec->source, std::string("pictures"));
    const Result<Dataset> data = readPictures();
    QVERIFY2(data.ok(), data ? "" : qPrintable(said(data.error())));
    QCOMPARE(data->classNames, (std::vector<std::string>{"cat", "dog"}));
    QCOMPARE(data->train, std::int64_t{3});
    QCOMPARE(data->inputs[0].type.shape, (Shape{3, 1, 2}));
    const Buffer<std::uint8_t>& bytes = data->inputs[0].bytes;
    QCOMPARE(Bytes(bytes.begin(), bytes.end()), (Bytes{40, 40, 50, 50, 60, 60, 10, 10, 20, 20, 30, 30, 70, 70, 80, 80, 90, 90})); // a.PNG, b.png, x.jpg; plane by plane
    QCOMPARE(data->target.numbers[2], 1.0f);
    const std::string notes = notesOf(*data);
    QVERIFY2(notes.find("in colour (red, green, blue), 2x1 pixels") != std::string::npos && notes.find("order of their names") != std::string::npos, notes.c_str());
  }

  void greyIsBrightness() {
    writePictures();
    const Result<Dataset> data = readPictures("", "grey");
    QVERIFY(data.ok());
    QCOMPARE(data->inputs[0].type.shape, (Shape{1, 1, 2}));
    QCOMPARE(data->inputs[0].bytes[0], std::uint8_t{48}); // 0.299 40 + 0.587 50 + 0.114 60 = 48.15
  }

  void trainAndTestFoldersAreTheParts() {
    for (const char* part : {"train", "test"})
      for (const char* name : {"a", "b"}) write(QString("%1/%2/1.png").arg(part, name), picture(1, 1, 1, 2, 3));
    write("train/b/2.png", picture(1, 1, 1, 2, 3));
    Result<DataSpec> spec = sniff(path());
    QVERIFY(spec.ok());
    const Result<DatasetPtr> data = load(*spec, {}, {decode, nullptr});
    QVERIFY2(data.ok(), data ? "" : qPrintable(said(data.error())));
    QCOMPARE((*data)->train, std::int64_t{3});
    QCOMPARE((*data)->test, std::int64_t{2});
    QVERIFY(notesOf(**data).find("test/ is the test part.") != std::string::npos);
  }

  void otherSizesAreScaledOnlyWhenAsked() {
    writePictures();
    write("dog/y.png", picture(4, 2, 8, 16, 24));
    QVERIFY2(said(readPictures().error()).contains("a.PNG has 2x1 pixels and y.png has 4x2; all pictures must have one size. Set resize, for example to 2x1."), qPrintable(said(readPictures().error())));
    const Result<Dataset> data = readPictures("2x1");
    QVERIFY2(data.ok(), data ? "" : qPrintable(said(data.error())));
    QCOMPARE(data->train, std::int64_t{4});
    QCOMPARE(data->inputs[0].bytes[18], std::uint8_t{8});
    QVERIFY2(notesOf(*data).find("1 of 4 pictures had another size and were scaled") != std::string::npos, notesOf(*data).c_str());
  }

  void scalingAveragesByArea() {
    Picture three{3, 1, false, {0, 0, 0, 30, 30, 30, 90, 90, 90}};
    QCOMPARE(resized(three, 1, 1).pixels[0], std::uint8_t{40});
    const Picture two = resized(three, 2, 1); // (0 + 30/2) / 1.5 and (30/2 + 90) / 1.5
    QCOMPARE(two.pixels[0], std::uint8_t{10});
    QCOMPARE(two.pixels[3], std::uint8_t{70});
    const Picture six = resized(three, 6, 2); // each pixel four times
    QCOMPARE(six.pixels.size(), std::size_t{36});
    for (std::size_t i : {0u, 1u, 6u, 7u}) QCOMPARE(six.pixels[3 * i], std::uint8_t{0});
    for (std::size_t i : {2u, 3u, 8u, 9u}) QCOMPARE(six.pixels[3 * i], std::uint8_t{30});
    QCOMPARE(resized(three, 3, 1).pixels, three.pixels);
  }

  void whatIsLeftOutIsSaid() {
    writePictures();
    write("readme.txt", QByteArray("hello"));
    write("cat/notes.txt", QByteArray("hello"));
    write("cat/more/z.png", picture(2, 1, 0, 0, 0));
    write(".hidden/a.png", picture(9, 9, 0, 0, 0));
    write("dog/.thumb.png", picture(9, 9, 0, 0, 0));
    write("dog/t.gif", picture(2, 1, 1, 1, 1, true));
    const Result<Dataset> data = readPictures();
    QVERIFY2(data.ok(), data ? "" : qPrintable(said(data.error())));
    QCOMPARE(data->train, std::int64_t{4});
    const std::string notes = notesOf(*data);
    QVERIFY2(notes.find("3 files and folders are no pictures by their names and were left out; the first is more.") != std::string::npos, notes.c_str());
    QVERIFY2(notes.find("1 pictures are partly transparent; white was put behind them.") != std::string::npos, notes.c_str());
  }

  void badFoldersOfPicturesAreRefused_data() {
    QTest::addColumn<QString>("file"); // ending in /: a folder
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("resize");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* file, const QByteArray& bytes, const char* resize, const char* words) { QTest::newRow(name) << QString(file) << bytes << QString(resize) << QString(words); };
    row("an empty class", "bird/", "", "", "The folder bird holds no pictures. Put PNG, JPEG or BMP files there, or remove the folder.");
    row("a class of texts", "bird/a.txt", "hello", "", "The folder bird holds no pictures.");
    row("an svg alone", "bird/a.svg", "<svg/>", "", "The folder bird holds no pictures.");
    row("an empty file", "cat/c.png", "", "", "c.png is empty.");
    row("a text called png", "cat/c.png", "hello", "", "c.png is not a picture that can be read.");
    row("a page called jpg", "cat/c.jpg", "<!DOCTYPE html>", "", "c.jpg is not a picture that can be read.");
    row("cut off", "cat/c.png", QByteArray("PIC\x02\x01\x00\x01\x02", 8), "", "c.png is not a picture that can be read.");
    row("another size", "cat/c.png", QByteArray("PIC\x01\x01\x00\x01\x02\x03", 9), "", "a.PNG has 2x1 pixels and c.png has 1x1");
    row("resize of one number", "cat/readme", "", "32", "resize is \"32\"; it must be width x height");
    row("resize of three numbers", "cat/readme", "", "3x32x32", "resize is \"3x32x32\"");
    row("resize to nothing", "cat/readme", "", "0x32", "resize is \"0x32\"");
    row("resize to a street", "cat/readme", "", "5000x1", "each at most 4096");
    row("resize in words", "cat/readme", "", "small", "resize is \"small\"");
    row("a negative size", "cat/readme", "", "-1x4", "resize is \"-1x4\"");
    row("a class with a control character", "bi\x01rd/a.png", "", "", "cannot be the name of a class");
    row("a class of a long name", (std::string(150, 'x') + "/a.png").c_str(), "", "", "cannot be the name of a class");
  }
  void badFoldersOfPicturesAreRefused() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, resize);
    QFETCH(QString, words);
    writePictures();
    if (file.endsWith('/')) QVERIFY(QDir(m_folder->path()).mkpath(file));
    else write(file, bytes);
    const Result<Dataset> data = readPictures(resize.toStdString());
    QVERIFY(!data.ok());
    QVERIFY2(said(data.error()).contains(words), qPrintable(said(data.error())));
  }

  void partsWithDifferentClassesAreRefused() {
    for (const char* name : {"a", "b"}) write(QString("train/%1/1.png").arg(name), picture(1, 1, 1, 2, 3));
    write("test/a/1.png", picture(1, 1, 1, 2, 3));
    QVERIFY2(said(readPictures().error()).contains("The class \"b\" has a folder in train and none in test."), qPrintable(said(readPictures().error())));
    write("test/b/1.png", picture(1, 1, 1, 2, 3));
    write("test/c/1.png", picture(1, 1, 1, 2, 3));
    QVERIFY2(said(readPictures().error()).contains("The class \"c\" has a folder in test and none in train."), qPrintable(said(readPictures().error())));
    write("train/c/1.png", picture(1, 1, 1, 2, 3));
    QVERIFY(readPictures().ok());
  }

  void oneClassOrNoneIsRefused() {
    QVERIFY(!sniff(path()).ok());
    QVERIFY2(said(sniff(path()).error()).contains("a folder of pictures for each class"), qPrintable(said(sniff(path()).error())));
    write("cat/a.png", picture(1, 1, 1, 2, 3));
    QVERIFY(!sniff(path()).ok());
    QVERIFY(said(readPictures().error()).contains("has 1 folders with pictures; each class needs one, and there must be two or more."));
    QVERIFY(said(findReader("pictures")->read(path(), {{"resize", std::string()}, {"color", std::string("color")}}, {}).error()).contains("Pictures cannot be decoded here."));
  }

  void aPipeAmongThePicturesIsRefused() {
    writePictures();
    QCOMPARE(::mkfifo(path("cat/z.png").c_str(), 0600), 0);
    QVERIFY2(said(readPictures().error()).contains("z.png is a device or a pipe"), qPrintable(said(readPictures().error())));
  }

  // ---- the learner's own --------------------------------------------------------------------------------------------------

  void paintedPointsAreADataSet() {
    DataSpec spec;
    spec.source = "painted";
    QVERIFY(said(load(spec, {}).error()).contains("No point has been set yet."));
    spec.points = {{0.5, -1, 0}, {0.25, 2, 2}};
    spec.shares = {0, 0};
    const Result<DatasetPtr> data = load(spec, {});
    QVERIFY2(data.ok(), data ? "" : qPrintable(said(data.error())));
    QCOMPARE((*data)->samples(), std::int64_t{2});
    QCOMPARE((*data)->classNames, (std::vector<std::string>{"class 0", "class 1", "class 2"}));
    float x[2], y = 0;
    (*data)->inputs[0].read(1, x);
    (*data)->target.read(1, &y);
    QCOMPARE(x[0], 0.25f);
    QCOMPARE(x[1], 2.0f);
    QCOMPARE(y, 2.0f);
    spec.classNames = {"red", "green", "blue"};
    QCOMPARE((*load(spec, {}))->classNames, spec.classNames);
    spec.points[1].classIndex = 0;
    QVERIFY(said(load(spec, {}).error()).contains("All belong to one class"));
  }

  void drawingsAreADataSet() {
    DataSpec spec;
    spec.source = "drawings";
    spec.shares = {0, 0};
    QVERIFY(said(load(spec, {}).error()).contains("Nothing has been drawn yet."));
    spec.drawings = {{0, 2, 3, {0, 255, 0, 51, 0, 0}}, {1, 2, 3, {1, 2, 3, 4, 5, 6}}};
    const Result<DatasetPtr> data = load(spec, {});
    QVERIFY2(data.ok(), data ? "" : qPrintable(said(data.error())));
    QCOMPARE((*data)->inputs[0].type.shape, (Shape{1, 3, 2}));
    float x[6];
    (*data)->inputs[0].read(0, x);
    QCOMPARE(x[1], 1.0f);
    QCOMPARE(x[3], 0.2f);
    spec.drawings[1].width = 3, spec.drawings[1].height = 2;
    QVERIFY(said(load(spec, {}).error()).contains("Drawing 2 has another size than the first."));
  }
};

QTEST_APPLESS_MAIN(TestImageReaders)
#include "test_image_readers.moc"
