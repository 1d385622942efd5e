// IDX files: good ones of every kind, and bad ones that must end in one clear sentence.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <zlib.h>

#include <cstdint>
#include <functional>

#include "engine/data/data_spec.h"
#include "engine/data/readers/idx.h"

using namespace glassbox;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes header(std::uint8_t type, const std::vector<std::uint32_t>& extents) {
  Bytes out{0, 0, type, static_cast<std::uint8_t>(extents.size())};
  for (std::uint32_t extent : extents)
    for (int shift : {24, 16, 8, 0}) out.push_back(static_cast<std::uint8_t>(extent >> shift));
  return out;
}

/// A header and elements that count up from `first`.
Bytes idxFile(const std::vector<std::uint32_t>& extents, std::uint8_t first = 0) {
  Bytes out = header(8, extents);
  std::size_t count = 1;
  for (std::uint32_t extent : extents) count *= extent;
  for (std::size_t i = 0; i < count; ++i) out.push_back(static_cast<std::uint8_t>(first + i));
  return out;
}

Bytes labelsFile(const Bytes& labels) {
  Bytes out = header(8, {static_cast<std::uint32_t>(labels.size())});
  out.insert(out.end(), labels.begin(), labels.end());
  return out;
}

Bytes gzip(const Bytes& bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) qFatal("zlib");
  Bytes out(deflateBound(&stream, bytes.size()));
  stream.next_in = const_cast<Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = out.data();
  stream.avail_out = static_cast<uInt>(out.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) qFatal("zlib");
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

Bytes without(Bytes bytes, std::size_t last) {
  bytes.resize(bytes.size() - last);
  return bytes;
}

Bytes with(Bytes bytes, const Bytes& more) {
  bytes.insert(bytes.end(), more.begin(), more.end());
  return bytes;
}

Bytes changed(Bytes bytes, std::size_t at, std::uint8_t value) {
  bytes[at] = value;
  return bytes;
}

Buffer<std::uint8_t> bufferOf(const Bytes& bytes) {
  Buffer<std::uint8_t> out(bytes.size());
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}

/// Opens and reads; the elements, or the sentence.
Result<Bytes> elementsOf(const Bytes& bytes) {
  Result<IdxFile> file = IdxFile::open(bufferOf(bytes), "file");
  if (!file) return file.error();
  Bytes out(static_cast<std::size_t>(file->count()));
  if (Result<void> done = file->readInto(out); !done) return done.error();
  return out;
}

QString sentenceOf(const Error& error) { return QString::fromStdString(english(error)); }

} // namespace

class TestIdx : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;

  std::filesystem::path at(const QString& name) const { return m_folder->filePath(name).toStdString(); }
  void write(const QString& name, const Bytes& bytes) const {
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size())), static_cast<qint64>(bytes.size()));
  }
  Result<Dataset> read(const QString& name) const { return findReader("idx")->read(at(name), {}, {}); }
  void writeMnist(const QString& between, const QString& behind, bool packed) const {
    auto pack = [&](const Bytes& bytes) { return packed ? gzip(bytes) : bytes; };
    write("train-images" + between + "idx3-ubyte" + behind, pack(idxFile({4, 2, 3})));
    write("train-labels" + between + "idx1-ubyte" + behind, pack(labelsFile({3, 0, 1, 2})));
    write("t10k-images" + between + "idx3-ubyte" + behind, pack(idxFile({2, 2, 3}, 100)));
    write("t10k-labels" + between + "idx1-ubyte" + behind, pack(labelsFile({1, 0})));
  }

 private slots:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void aFolderOfTheMnistFamilyOpens_data() {
    QTest::addColumn<QString>("between");
    QTest::addColumn<QString>("behind");
    QTest::newRow("with a dash") << "-"
                                 << "";
    QTest::newRow("with a dot") << "."
                                << "";
    QTest::newRow("packed, with a dash") << "-"
                                         << ".gz";
    QTest::newRow("packed, with a dot") << "."
                                        << ".gz";
  }
  void aFolderOfTheMnistFamilyOpens() {
    QFETCH(QString, between);
    QFETCH(QString, behind);
    writeMnist(between, behind, !behind.isEmpty());
    Result<DataSpec> spec = sniff(at(""));
    QVERIFY(spec.ok());
    QCOMPARE(spec->source, std::string("idx"));
    spec->shares = {0, 0.5};
    Result<DatasetPtr> loaded = load(*spec, ".");
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(sentenceOf(loaded.error())));
    const Dataset& data = **loaded;
    QCOMPARE(data.train, 4);
    QCOMPARE(data.test, 2);
    QCOMPARE(data.inputs[0].type.shape, (Shape{1, 2, 3}));
    QCOMPARE(data.classNames, (std::vector<std::string>{"0", "1", "2", "3"}));
    QCOMPARE(data.task, DataTask::Classes);
    float x[6], y = 0;
    data.inputs[0].read(3, x); // elements 18 ... 23
    QCOMPARE(x[5], 23.f / 255.f);
    data.inputs[0].read(4, x); // the first of the test part
    QCOMPARE(x[0], 100.f / 255.f);
    data.target.read(4, &y);
    QCOMPARE(y, 1.f);
    QVERIFY(data.sourceBytes > 0 && data.sourceHash != 0);
  }

  void packedAndPlainFilesGiveTheSameData() {
    writeMnist("-", "", false);
    Result<Dataset> plain = read("");
    m_folder = std::make_unique<QTemporaryDir>();
    writeMnist("-", ".gz", true);
    Result<Dataset> packed = read("");
    QVERIFY(plain.ok() && packed.ok());
    finishHash(*plain);
    finishHash(*packed);
    QCOMPARE(plain->hash, packed->hash);
  }

  void anImagesFileFindsItsLabels_data() {
    QTest::addColumn<QString>("images");
    QTest::addColumn<QString>("labels");
    QTest::newRow("plain") << "train-images-idx3-ubyte"
                           << "train-labels-idx1-ubyte";
    QTest::newRow("packed images, plain labels") << "t10k-images-idx3-ubyte.gz"
                                                 << "t10k-labels.idx1-ubyte";
    QTest::newRow("names without idx") << "my-images.bin"
                                       << "my-labels.bin";
    QTest::newRow("labels of four dimensions in the name") << "emnist-images-idx4-ubyte"
                                                           << "emnist-labels-idx1-ubyte";
  }
  void anImagesFileFindsItsLabels() {
    QFETCH(QString, images);
    QFETCH(QString, labels);
    write(images, images.endsWith(".gz") ? gzip(idxFile({2, 3, 3})) : idxFile({2, 3, 3}));
    write(labels, labelsFile({0, 1}));
    Result<Dataset> data = read(images);
    QVERIFY2(data.ok(), data.ok() ? "" : qPrintable(sentenceOf(data.error())));
    QCOMPARE(data->train, 2);
    QCOMPARE(data->test, 0);
    QCOMPARE(data->task, DataTask::Binary);
  }

  void colorImagesKeepTheirChannels() {
    write("images", idxFile({2, 3, 4, 5}));
    write("labels", labelsFile({0, 1}));
    Result<Dataset> data = read("images");
    QVERIFY(data.ok());
    QCOMPARE(data->inputs[0].type.shape, (Shape{3, 4, 5}));
  }

  void severalGzipMembersAreOneStream() {
    const Bytes whole = idxFile({2, 3, 3});
    const Bytes first(whole.begin(), whole.begin() + 20), second(whole.begin() + 20, whole.end());
    Result<Bytes> elements = elementsOf(with(gzip(first), gzip(second)));
    QVERIFY(elements.ok());
    QCOMPARE(*elements, Bytes(whole.begin() + 16, whole.end()));
  }

  void aChangedFileLeavesANote() {
    writeMnist("-", "", false);
    DataSpec spec = *sniff(at(""));
    Result<DatasetPtr> first = load(spec, ".");
    QVERIFY(first.ok());
    spec.bytes = (*first)->sourceBytes;
    spec.hash = (*first)->sourceHash;
    const std::size_t notes = (*load(spec, "."))->notes.size();
    write("train-labels-idx1-ubyte", labelsFile({3, 0, 1, 1}));
    Result<DatasetPtr> again = load(spec, ".");
    QVERIFY(again.ok());
    QCOMPARE((*again)->notes.size(), notes + 1);
    QVERIFY(english((*again)->notes.back()).find("has changed since the project was saved") != std::string::npos);
  }

  void aBadFileGetsOneClearSentence_data() {
    QTest::addColumn<Bytes>("bytes");
    QTest::addColumn<QString>("words");
    auto row = [](const char* name, const Bytes& bytes, const char* words) { QTest::newRow(name) << bytes << words; };
    const Bytes good = idxFile({2, 3, 3}), packed = gzip(good);
    row("an empty file", {}, "file is empty");
    row("one byte", {0}, "has 1 bytes, too few");
    row("three bytes", {0, 0, 8}, "has 3 bytes, too few");
    row("a wrong magic", changed(good, 0, 1), "begins with the bytes 01 00 08 03");
    row("a wrong second byte", changed(good, 1, 7), "begins with the bytes 00 07 08 03");
    row("a PNG picture", {0x89, 'P', 'N', 'G', 13, 10}, "begins with the bytes 89 50 4e 47");
    row("an HTML page", {'<', 'h', 't', 'm', 'l', '>'}, "not an IDX file");
    for (int type : {0x00, 0x07, 0x0A, 0x0F, 0xFF})
      QTest::addRow("type code 0x%02x, which is none", type) << changed(good, 2, static_cast<std::uint8_t>(type)) << "is not an IDX file";
    row("signed bytes", changed(good, 2, 0x09), "holds signed bytes (type code 0x09)");
    row("16-bit numbers", changed(good, 2, 0x0B), "holds 16-bit whole numbers (type code 0x0b)");
    row("32-bit whole numbers", changed(good, 2, 0x0C), "holds 32-bit whole numbers (type code 0x0c)");
    row("floats", changed(good, 2, 0x0D), "holds 32-bit numbers (type code 0x0d)");
    row("doubles", changed(good, 2, 0x0E), "holds 64-bit numbers (type code 0x0e)");
    row("no dimensions", changed(good, 3, 0), "says it has 0 dimensions");
    row("255 dimensions", changed(good, 3, 255), "says it has 255 dimensions");
    row("eight dimensions", changed(good, 3, 8), "reads 1 to 7");
    row("a header that is cut off", without(good, 20), "ends after 14 bytes, within the header");
    row("elements read as extents", changed(good, 3, 7), "more than the lab can number");
    row("no images", idxFile({0, 3, 3}), "extent 1 in its header is 0");
    row("images without height", idxFile({2, 0, 3}), "extent 2 in its header is 0");
    row("extents whose product overflows 64 bits", header(8, {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF}), "more than the lab can number");
    row("extents whose product wraps round to the right length", with(header(8, {0x10000, 0x10000, 0x10000, 0x10000}), Bytes(0)),
        "more than the lab can number");
    row("4 billion images", header(8, {0xFFFFFFFF}), "more than the lab can number");
    row("2 GB that are not there", header(8, {2, 0x4000, 0x10000}), "takes 2147483664 bytes, and the file has 16");
    row("one byte short", without(good, 1), "says it holds 2x3x3 values, which takes 34 bytes, and the file has 33");
    row("one byte too many", with(good, {0}), "which takes 34 bytes, and the file has 35");
    row("little-endian extents", with(Bytes{0, 0, 8, 3, 2, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0}, Bytes(18)), "more than the lab can number");
    row("gzip: only its magic", {0x1F, 0x8B}, "cut off: its gzip data do not end");
    row("gzip: a wrong method", changed(packed, 2, 3), "is damaged");
    row("gzip: cut in the middle", without(packed, packed.size() / 2), "cut off");
    row("gzip: without its check sum", without(packed, 8), "cut off");
    row("gzip: one byte short", without(packed, 1), "cut off");
    row("gzip: a wrong check sum", changed(packed, packed.size() - 5, static_cast<std::uint8_t>(packed[packed.size() - 5] ^ 1)),
        "is damaged");
    row("gzip: something behind its end", with(packed, {1, 2, 3}), "goes on for 3 bytes after the end");
    row("gzip: one element short", gzip(without(good, 1)), "says it holds 2x3x3 values, and only 17 are in it");
    row("gzip: one element too many", gzip(with(good, {0})), "says it holds 2x3x3 values, and more follow");
    row("gzip: a second member too many", with(packed, packed), "and more follow");
    row("gzip: of nothing", gzip({}), "too few for an IDX file");
    row("gzip: of a wrong magic", gzip(changed(good, 0, 9)), "begins with the bytes 09 00 08 03");
    row("gzip: a header that is cut off", gzip(without(good, 20)), "within the header");
    row("gzip: declares more than it can hold", gzip(header(8, {1000, 1000, 1000})), "more than its");
    row("gzip: a bomb of 10 MB behind 18 elements", gzip(with(good, Bytes(10'000'000))), "and more follow");
    row("gzip: within gzip", gzip(packed), "begins with the bytes 1f 8b");
  }
  void aBadFileGetsOneClearSentence() {
    QFETCH(Bytes, bytes);
    QFETCH(QString, words);
    Result<Bytes> elements = elementsOf(bytes);
    QVERIFY(!elements.ok());
    const QString sentence = sentenceOf(elements.error());
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QVERIFY2(!elements.error().hint.empty(), "what to do is missing");
  }

  void aBadPairGetsOneClearSentence_data() {
    QTest::addColumn<Bytes>("images");
    QTest::addColumn<Bytes>("labels");
    QTest::addColumn<QString>("words");
    const Bytes images = idxFile({2, 3, 3}), labels = labelsFile({0, 1});
    QTest::newRow("fewer labels than images") << images << labelsFile({0}) << "has 2 images and labels has 1 labels";
    QTest::newRow("more labels than images") << images << labelsFile({0, 1, 2}) << "has 2 images and labels has 3 labels";
    QTest::newRow("labels of two dimensions") << images << idxFile({2, 1}) << "labels has 2 dimensions; labels have one";
    QTest::newRow("images of two dimensions") << idxFile({2, 9}) << labels << "images has 2 dimensions; images need three or more";
    QTest::newRow("labels in place of images") << labels << labels << "images holds labels; open the file with the images";
    QTest::newRow("labels that are no IDX") << images << Bytes{1, 2, 3, 4, 5} << "labels is not an IDX file";
    QTest::newRow("labels of floats") << images << changed(labels, 2, 0x0D) << "labels holds 32-bit numbers";
    QTest::newRow("labels that are empty") << images << Bytes{} << "labels is empty";
  }
  void aBadPairGetsOneClearSentence() {
    QFETCH(Bytes, images);
    QFETCH(Bytes, labels);
    QFETCH(QString, words);
    write("images", images);
    write("labels", labels);
    Result<Dataset> data = read("images");
    QVERIFY(!data.ok());
    const QString sentence = sentenceOf(data.error());
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QVERIFY(!data.error().place.empty());
  }

  void anIncompleteFolderIsNamed() {
    QVERIFY(sentenceOf(sniff(at("")).error()).contains("holds no data set that the lab knows"));
    write("train-images-idx3-ubyte", idxFile({2, 3, 3}));
    QVERIFY(sentenceOf(read("").error()).contains("has no file train-labels-idx1-ubyte"));
    write("train-labels-idx1-ubyte", labelsFile({0, 1}));
    QCOMPARE(read("")->test, 0); // one pair alone is fine
    write("t10k-labels-idx1-ubyte", labelsFile({0, 1}));
    QVERIFY(sentenceOf(read("").error()).contains("has no file t10k-images-idx3-ubyte"));
    write("t10k-images-idx3-ubyte", idxFile({2, 3, 4}));
    QVERIFY(sentenceOf(read("").error()).contains("are 3x3 and those of t10k-images-idx3-ubyte are 3x4"));
  }

  void aPathThatIsNoFileIsRefusedAtOnce() {
    QVERIFY(sentenceOf(read("nothing").error()).contains("There is no file or folder nothing"));
    QCOMPARE(::mkfifo(at("train-images-idx3-ubyte").c_str(), 0600), 0);
    write("train-labels-idx1-ubyte", labelsFile({0, 1}));
    QVERIFY(sentenceOf(sniff(at("train-images-idx3-ubyte")).error()).contains("is a device or a pipe"));
    QVERIFY(sentenceOf(read("train-images-idx3-ubyte").error()).contains("is a device or a pipe"));
    QVERIFY(sentenceOf(read("").error()).contains("is a device or a pipe")); // found in a folder
    QVERIFY(sentenceOf(findReader("idx")->read("/dev/zero", {}, {}).error()).contains("is a device or a pipe"));
    write("my-images", idxFile({2, 3, 3}));
    QVERIFY(sentenceOf(read("my-images").error()).contains("has no labels beside it"));
    write("pictures", idxFile({2, 3, 3}));
    QVERIFY(sentenceOf(read("pictures").error()).contains("its name does not hold the word images"));
    QDir(m_folder->path()).mkdir("your-labels");
    write("your-images", idxFile({2, 3, 3}));
    QVERIFY(sentenceOf(read("your-images").error()).contains("your-labels is a folder"));
  }

  void aHugeFileIsRefusedBeforeItIsRead() {
    QFile file(m_folder->filePath("huge-images"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    if (!file.resize(qint64{1} << 42)) QSKIP("this disk has no sparse files");
    QVERIFY(sentenceOf(read("huge-images").error()).contains("huge-images needs 4.4 TB of memory"));
  }

  void everyTruncationIsRefused() {
    const Bytes good = idxFile({4, 9, 9}), packed = gzip(good);
    for (const Bytes& file : {good, packed})
      for (std::size_t length = 0; length < file.size(); ++length) {
        Result<Bytes> elements = elementsOf(Bytes(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(length)));
        QVERIFY2(!elements.ok() && !english(elements.error()).empty(), qPrintable(QString("%1 of %2 bytes").arg(length).arg(file.size())));
      }
  }

  void noBitOfTheHeaderTurnsIntoACrash() {
    const Bytes good = idxFile({4, 9, 9}), packed = gzip(good);
    for (std::size_t bit = 0; bit < 8 * 16; ++bit) {
      const Bytes bad = changed(good, bit / 8, static_cast<std::uint8_t>(good[bit / 8] ^ (1 << bit % 8)));
      QVERIFY2(!elementsOf(bad).ok(), qPrintable(QString("bit %1").arg(bit))); // each bit of it means something
      QVERIFY2(!elementsOf(gzip(bad)).ok(), qPrintable(QString("bit %1, packed").arg(bit)));
    }
    int refused = 0;
    for (std::size_t bit = 0; bit < 8 * packed.size(); ++bit) {
      Result<Bytes> elements = elementsOf(changed(packed, bit / 8, static_cast<std::uint8_t>(packed[bit / 8] ^ (1 << bit % 8))));
      if (elements.ok()) QCOMPARE(*elements, Bytes(good.begin() + 16, good.end())); // time stamp and system in the gzip header mean nothing
      refused += !elements.ok();
    }
    QVERIFY2(refused > static_cast<int>(8 * (packed.size() - 10)), qPrintable(QString::number(refused)));
  }

  void looksTellIdxByItsBytes() {
    const Bytes good = idxFile({2, 3, 3});
    QVERIFY(looksLikeIdx(good));
    QVERIFY(looksLikeIdx(gzip(good)));
    QVERIFY(looksLikeIdx(changed(good, 2, 0x0D))); // floats: an IDX file, refused later with its type
    QVERIFY(!looksLikeIdx(changed(good, 2, 0x07)));
    QVERIFY(!looksLikeIdx(gzip({'a', ',', 'b', '\n'})));
    QVERIFY(!looksLikeIdx(Bytes{0x1F, 0x8B, 8}));
    QVERIFY(!looksLikeIdx(Bytes{}));
  }
};

QTEST_APPLESS_MAIN(TestIdx)
#include "test_idx.moc"
