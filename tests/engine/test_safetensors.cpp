// The safetensors format: files of other programs byte by byte, what is refused and at which byte, truncations and flipped bits.
#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "engine/core/random.h"
#include "engine/io/atomic_file.h"
#include "engine/io/safetensors.h"
#include "faulty_calls.h"

using namespace glassbox;
namespace fs = std::filesystem;

namespace {

QByteArray words(const Error& error) { return QByteArray::fromStdString(english(error)); }

Result<TensorFile> parse(std::string_view bytes) { return parseSafetensors(std::span(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()), "w"); }

std::string lengthBytes(std::uint64_t length) {
  std::string out;
  for (int i = 0; i < 8; ++i) out += static_cast<char>(length >> 8 * i & 255);
  return out;
}

/// A file of that header and so many bytes of numbers.
std::string file(const std::string& header, std::size_t numbers) { return lengthBytes(header.size()) + header + std::string(numbers, '\0'); }

std::string entry(const std::string& name, const std::string& type, const std::string& shape, const std::string& range) {
  return "\"" + name + "\":{\"dtype\":\"" + type + "\",\"shape\":[" + shape + "],\"data_offsets\":[" + range + "]}";
}

TensorFile example() {
  TensorFile out;
  out.metadata = {{"format", "glassbox"}, {"classes", "[\"one\", \"二\"]"}};
  Random random(5);
  std::uint64_t next = 0;
  for (const auto& [name, shape] : {std::pair("dense1.weight", Shape{3, 2}), std::pair("dense1.bias", Shape{3}), std::pair("norm1.scale", Shape{})}) {
    NamedTensor& named = out.tensors.emplace_back(NamedTensor{name, Tensor(shape)});
    for (float& value : named.tensor.data) value = static_cast<float>(random.normal(next++));
  }
  return out;
}

void compareFiles(const TensorFile& a, const TensorFile& b) {
  QVERIFY(a.metadata == b.metadata);
  QCOMPARE(a.tensors.size(), b.tensors.size());
  for (std::size_t i = 0; i < a.tensors.size(); ++i) {
    QCOMPARE(a.tensors[i].name, b.tensors[i].name);
    QVERIFY(a.tensors[i].tensor.shape == b.tensors[i].tensor.shape);
    QVERIFY(std::memcmp(a.tensors[i].tensor.data.data(), b.tensors[i].tensor.data.data(), a.tensors[i].tensor.data.size() * sizeof(float)) == 0);
  }
}

}  // namespace

class TestSafetensors : public QObject {
  Q_OBJECT

 private slots:
  // ---- what is read ----------------------------------------------------------------------------------------------------

  void whatIsWrittenIsReadAndWrittenWithTheSameBytes() {
    const std::string bytes = writeSafetensors(example());
    const auto read = parse(bytes);
    QVERIFY2(read.ok(), read.ok() ? "" : words(read.error()));
    compareFiles(*read, example());
    QCOMPARE(writeSafetensors(*read), bytes);
  }

  void numbersBeginAtAMultipleOfEight() {
    for (std::size_t letters = 1; letters < 20; ++letters) {
      TensorFile one;
      one.tensors.push_back({std::string(letters, 'n'), Tensor(Shape{1})});
      const std::string bytes = writeSafetensors(one);
      QCOMPARE(bytes.size() % 8, std::size_t{4});  // 8 + a multiple of 8 + one float
      QVERIFY(parse(bytes).ok());
    }
  }

  // By hand from the format's description (numbers: python3, struct.pack("<4f", 1, -2, 0.5, 3e38)): header {"w":F32 (2,2)}, numbers 1, -2, 0.5, 3e38 as IEEE little-endian.
  void aFileWrittenByHandIsRead() {
    const unsigned char bytes[] = {0x40, 0, 0, 0, 0, 0, 0, 0,
                                   '{', '"', 'w', '"', ':', '{', '"', 'd', 't', 'y', 'p', 'e', '"', ':', '"', 'F', '3', '2', '"', ',', '"', 's', 'h', 'a', 'p', 'e', '"', ':', '[', '2', ',', '2',
                                   ']', ',', '"', 'd', 'a', 't', 'a', '_', 'o', 'f', 'f', 's', 'e', 't', 's', '"', ':', '[', '0', ',', '1', '6', ']', '}', '}', ' ', ' ', ' ', ' ', ' ', ' ', ' ',
                                   0x00, 0x00, 0x80, 0x3f, 0x00, 0x00, 0x00, 0xc0, 0x00, 0x00, 0x00, 0x3f, 0xe6, 0xb1, 0x61, 0x7f};
    static_assert(sizeof bytes == 8 + 0x40 + 16);
    const auto read = parseSafetensors(bytes, "w");
    QVERIFY2(read.ok(), read.ok() ? "" : words(read.error()));
    QCOMPARE(read->tensors.size(), std::size_t{1});
    const Tensor& w = read->find("w")->tensor;
    QVERIFY((w.shape == Shape{2, 2}));
    QVERIFY(w.data[0] == 1.0f && w.data[1] == -2.0f && w.data[2] == 0.5f && w.data[3] == 3e38f);
    QVERIFY(read->find("v") == nullptr);
  }

  void allFloatingTypesAreConverted() {
    // 1.5 = 1.1b: half 0 01111 1000000000, bfloat16 the upper half of 3fc00000, double 3ff8000000000000
    const std::string header = "{" + entry("h", "F16", "1", "0,2") + "," + entry("b", "BF16", "1", "2,4") + "," + entry("d", "F64", "1", "4,12") + "," + entry("f", "F32", "", "12,16") + "}";
    const std::string numbers("\x00\x3e\xc0\x3f\0\0\0\0\0\0\xf8\x3f\0\0\xc0\x3f", 16);
    const auto read = parse(lengthBytes(header.size()) + header + numbers);
    QVERIFY2(read.ok(), read.ok() ? "" : words(read.error()));
    for (const NamedTensor& named : read->tensors) QVERIFY2(named.tensor.data[0] == 1.5f, named.name.c_str());
  }

  void halvesAreConvertedAsTheStandardSays() {
    QCOMPARE(halfToFloat(0x3c00), 1.0f);
    QCOMPARE(halfToFloat(0xc000), -2.0f);
    QVERIFY(halfToFloat(0x7bff) == 65504.0f);        // the largest
    QVERIFY(halfToFloat(0x0001) == 0x1p-24f);        // the smallest
    QVERIFY(halfToFloat(0x03ff) == 1023 * 0x1p-24f); // the largest subnormal
    QVERIFY(halfToFloat(0x0400) == 0x1p-14f);
    QVERIFY(std::signbit(halfToFloat(0x8000)) && halfToFloat(0x8000) == 0);
    QVERIFY(halfToFloat(0x7c00) == std::numeric_limits<float>::infinity());
    QVERIFY(std::isnan(halfToFloat(0x7e00)));
    QVERIFY(brainToFloat(0xff80) == -std::numeric_limits<float>::infinity());
    QVERIFY(brainToFloat(0x0001) == 0x1p-133f);
  }

  void tensorsComeInTheOrderOfTheirNumbers() {
    const auto read = parse(file("{" + entry("second", "F32", "1", "4,8") + "," + entry("first", "F32", "1", "0,4") + "}", 8));
    QVERIFY2(read.ok(), read.ok() ? "" : words(read.error()));
    QCOMPARE(read->tensors[0].name, std::string("first"));
    QCOMPARE(read->tensors[1].name, std::string("second"));
  }

  void numbersThatAreNotFiniteComeBack() {
    TensorFile one;
    one.tensors.push_back({"w", Tensor(Shape{2})});
    one.tensors[0].tensor.data[0] = std::numeric_limits<float>::infinity();
    one.tensors[0].tensor.data[1] = std::numeric_limits<float>::quiet_NaN();
    compareFiles(*parse(writeSafetensors(one)), one);
  }

  void aFileWithoutTensorsIsAFile() {
    QVERIFY(parse(file("{}", 0)).ok());
    QVERIFY(parse(writeSafetensors({})).ok());
  }

  // ---- what is refused -------------------------------------------------------------------------------------------------

  void whatIsRefusedSaysWhatAndAtWhichByte_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* name, const std::string& bytes, const char* part, const std::string& place) {
      QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(part) << QByteArray::fromStdString(place);
    };
    const auto byte = [](std::size_t number) { return "w, byte " + std::to_string(number); };
    // Where things stand in a file of one entry: 8 bytes of length, "{", then the entry.
    const std::string one = entry("a", "F32", "2", "0,8");
    const std::size_t start = 9, type = start + one.find("\"F32\""), extent = start + one.find("2]"), shape = start + one.find("[2]"), range = start + one.find("[0,8]");
    const std::size_t second = start + one.size() + 1;

    row("an empty file", "", "file is empty", "w");
    row("seven bytes", std::string(7, '\0'), "only 7 bytes", byte(0));
    row("a header length beyond the file", lengthBytes(100) + "{}", "would be 100 bytes long, and the file has 2", byte(0));
    row("a header length one beyond the file", lengthBytes(3) + "{}", "would be 3 bytes long, and the file has 2", byte(0));
    row("a header length of 2^64 - 1", lengthBytes(~std::uint64_t{0}) + "{}", "18446744073709551615 bytes long; 100000000 is the most", byte(0));
    row("a header length of 2^63", lengthBytes(std::uint64_t{1} << 63) + "{}", "9223372036854775808 bytes long", byte(0));
    row("a header of no bytes", lengthBytes(0), "does not begin with {", byte(8));
    row("a header that begins with a blank", file(" {}", 0), "does not begin with {", byte(8));
    row("a header that is a list", file("[]", 0), "does not begin with {", byte(8));
    row("a web page", "<!DOCTYPE html><html><head>", "bytes long; 100000000 is the most", byte(0));
    row("a pickle file", std::string("\x80\x02}q\0X\x06\0\0\0weight", 16), "bytes long; 100000000 is the most", byte(0));
    row("a zip file", std::string("PK\x03\x04\x14\0\0\0", 8), "would be", byte(0));
    row("JSON that is cut off", file("{" + one, 8), "ends before it is complete", byte(start + one.size()));
    row("text behind the JSON", file("{" + one + "}x", 8), "more text behind the end", byte(start + one.size() + 1));
    row("zeros behind the JSON", file("{" + one + "}" + std::string(3, '\0'), 8), "zero byte", byte(start + one.size() + 1));
    row("a name that is not UTF-8", file("{\"\xFF\":1}", 0), "not UTF-8", byte(10));
    row("a tensor that stands twice", file("{" + one + "," + entry("a", "F32", "2", "8,16") + "}", 16), "\"a\" stands twice", byte(second));
    row("a key that stands twice", file("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}", 0), "\"dtype\" stands twice", byte(8 + 20));
    row("an entry that is a number", file("{\"a\":1}", 0), "Values with names", byte(13));
    row("an unknown key", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4],\"x\":1}}", 4), "\"x\" is not known", byte(8 + 52));
    row("a missing type", file("{\"a\":{\"shape\":[2],\"data_offsets\":[0,8]}}", 8), "\"dtype\" is missing", byte(13));
    row("a missing shape", file("{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}", 8), "\"shape\" is missing", byte(13));
    row("a missing range", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}", 8), "\"data_offsets\" is missing", byte(13));
    row("a type that is a number", file("{\"a\":{\"dtype\":32,\"shape\":[],\"data_offsets\":[0,4]}}", 4), "\"dtype\" should be words", byte(22));
    for (const char* name : {"BOOL", "U8", "I8", "F8_E5M2", "F8_E4M3", "I16", "U16", "I32", "U32", "I64", "U64", "C64", "f32", "F128"})
      row(name, file("{" + entry("a", name, "2", "0,8") + "}", 8), (std::string("type ") + name + "; only F32").c_str(), byte(type));
    row("an extent of 0", file("{" + entry("a", "F32", "0", "0,0") + "}", 0), "no elements", byte(extent));
    row("an extent below 0", file("{" + entry("a", "F32", "-2", "0,8") + "}", 8), "\"shape\" should be a whole number", byte(extent));
    row("an extent of 1.5", file("{" + entry("a", "F32", "1.5", "0,8") + "}", 8), "\"shape\" should be a whole number", byte(extent));
    row("an extent of 2^53 + 1", file("{" + entry("a", "F32", "9007199254740993", "0,8") + "}", 8), "\"shape\" should be a whole number", byte(extent));
    row("extents whose product overflows", file("{" + entry("a", "F32", "4294967296,4294967296,4", "0,0") + "}", 0), "more elements than", byte(extent + 11));
    row("2^40 + 1 elements", file("{" + entry("a", "F32", "1099511627777", "0,8") + "}", 8), "more elements than", byte(extent));
    row("2^40 elements in 8 bytes", file("{" + entry("a", "F32", "1099511627776", "0,8") + "}", 8), "needs 4398046511104 bytes, and its range has 8", byte(range + 12));
    row("seven axes", file("{" + entry("a", "F32", "1,1,1,1,1,1,1", "0,4") + "}", 4), "has 7 axes; 6 is the most", byte(shape));
    row("a range one byte short", file("{" + entry("a", "F32", "2", "0,7") + "}", 7), "2 of type F32 needs 8 bytes, and its range has 7", byte(range));
    row("a range one byte long", file("{" + entry("a", "F32", "2", "0,9") + "}", 9), "needs 8 bytes, and its range has 9", byte(range));
    row("a reversed range", file("{" + entry("a", "F32", "2", "8,0") + "}", 8), "reversed: it begins at 8 and ends at 0", byte(range));
    row("a range of three numbers", file("{" + entry("a", "F32", "2", "0,4,8") + "}", 8), "should be two whole numbers", byte(range));
    row("a range of one number", file("{" + entry("a", "F32", "2", "8") + "}", 8), "should be two whole numbers", byte(range));
    row("a range of 2^64 - 1", file("{" + entry("a", "F32", "2", "0,18446744073709551615") + "}", 8), "\"data_offsets\" should be a whole number", byte(range + 3));
    row("a range below 0", file("{" + entry("a", "F32", "2", "-8,0") + "}", 8), "\"data_offsets\" should be a whole number", byte(range + 1));
    row("a range beyond the file", file("{" + one + "}", 7), "ends at 8, and the file holds 7 bytes", byte(start));
    row("bytes behind the last range", file("{" + one + "}", 9), "end at byte 8 of the numbers, and the file holds 9", byte(8));
    row("numbers without a tensor", file("{}", 4), "end at byte 0 of the numbers, and the file holds 4", byte(8));
    row("a hole before the first", file("{" + entry("a", "F32", "1", "4,8") + "}", 8), "bytes 0 to 4 belong to no tensor", byte(start));
    row("a hole between two", file("{" + one + "," + entry("b", "F32", "1", "12,16") + "}", 16), "bytes 8 to 12 belong to no tensor", byte(second));
    row("two that overlap", file("{" + one + "," + entry("b", "F32", "1", "4,8") + "}", 8), "begins at 4, inside the one before it, which ends at 8", byte(second));
    row("two in the same place", file("{" + one + "," + entry("b", "F32", "2", "0,8") + "}", 8), "begins at 0, inside the one before it", byte(second));
    row("a double too large for a float", lengthBytes(1 + entry("a", "F64", "1", "0,8").size() + 1) + "{" + entry("a", "F64", "1", "0,8") + "}" + std::string("\0\0\0\0\0\0\xf0\x7e", 8), "too large for 32 bits", byte(start));
    row("metadata that is a list", file("{\"__metadata__\":[]}", 0), "should be values with names", byte(24));
    row("metadata with a number", file("{\"__metadata__\":{\"a\":1}}", 0), "\"__metadata__\" should be words", byte(29));
    row("metadata that stands twice", file("{\"__metadata__\":{},\"__metadata__\":{}}", 0), "stands twice", byte(27));
    row("5,000 deep", file("{\"a\":" + std::string(5'000, '[') + "}", 0), "nested more than 64", byte(8 + 5 + 63));
    std::string many = "{\"__metadata__\":{\"k\":\"\"";
    for (int i = 0; i < 10'000; ++i) many += ",\"" + std::to_string(i) + "\":\"\"";
    row("metadata without end", file(many + "}}", 0), "10001 remarks; 10000 is the most", byte(24));
  }
  void whatIsRefusedSaysWhatAndAtWhichByte() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, part);
    QFETCH(QByteArray, place);
    const auto read = parse(bytes.toStdString());
    QVERIFY2(!read.ok(), "this should have been refused");
    QVERIFY2(words(read.error()).contains(part), words(read.error()));
    QCOMPARE(QByteArray::fromStdString(read.error().place), place);
    for (const char* word : {"rror", "nvalid", "lease", "!"}) QVERIFY2(!words(read.error()).contains(word), words(read.error()));
  }

  void aFileCutOffAnywhereIsRefused() {
    const std::string bytes = writeSafetensors(example());
    for (std::size_t size = 0; size < bytes.size(); ++size) QVERIFY2(!parse(bytes.substr(0, size)).ok(), QByteArray::number(static_cast<qulonglong>(size)));
    QVERIFY(!parse(bytes + '\0').ok());
  }

  void aFlippedBitOfTheHeaderIsRefusedOrSeen() {
    const std::string bytes = writeSafetensors(example());
    const std::size_t header = 8 + static_cast<unsigned char>(bytes[0]) + 256u * static_cast<unsigned char>(bytes[1]);
    int refused = 0;
    for (std::size_t bit = 0; bit < 8 * header; ++bit) {
      std::string flipped = bytes;
      flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
      const auto read = parse(flipped);
      const QByteArray where = "bit " + QByteArray::number(static_cast<qulonglong>(bit));
      if (!read.ok()) {
        QVERIFY2(read.error().place.starts_with("w, byte "), where);
        ++refused;
        continue;
      }
      // What was accepted is another name or another remark; shapes and numbers cannot change unseen.
      QCOMPARE(read->tensors.size(), std::size_t{3});
      int different = 0;
      for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY2(std::memcmp(read->tensors[i].tensor.data.data(), example().tensors[i].tensor.data.data(), read->tensors[i].tensor.data.size() * sizeof(float)) == 0, where);
        different += read->tensors[i].name != example().tensors[i].name;
      }
      different += read->metadata != example().metadata;
      QVERIFY2(different == 1, where);
    }
    QVERIFY2(refused > static_cast<int>(4 * header), QByteArray::number(refused));
  }

  void mutantsNeverBreakTheReader() {
    const std::string bytes = writeSafetensors(example());
    RandomSequence random{Random(2024)};
    const auto below = [&](std::size_t bound) { return std::size_t{random.below(static_cast<std::uint32_t>(bound))}; };
    for (int mutant = 0; mutant < 5'000; ++mutant) {
      std::string changed = bytes;
      for (std::size_t change = below(4) + 1; change > 0 && !changed.empty(); --change) {
        const std::size_t at = below(changed.size()), size = std::min(below(20), changed.size() - at);
        switch (below(4)) {
          case 0: changed.erase(at, size); break;
          case 1: changed.insert(at, changed.substr(below(changed.size()), size)); break;
          case 2: changed[at] = "{}[],:\"\\0-9.eE \xff"[below(16)]; break;
          default: changed.replace(at, size, bytes.substr(at / 2, size)); break;
        }
        // Half of them with a length that fits, so that more than the length is tried.
        if (mutant % 2 == 0 && changed.size() > 8 && changed.find('}') != std::string::npos) changed.replace(0, 8, lengthBytes(changed.rfind('}') + 1 - 8));
      }
      const auto read = parse(changed);
      if (read.ok()) QVERIFY2(parse(writeSafetensors(*read)).ok(), QByteArray::number(mutant));
    }
  }

  // ---- files -----------------------------------------------------------------------------------------------------------

  void aFileIsSavedAndRead() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "w.safetensors";
    QVERIFY(saveSafetensors(example(), path).ok());
    const auto read = readSafetensors(path);
    QVERIFY2(read.ok(), read.ok() ? "" : words(read.error()));
    compareFiles(*read, example());
    QVERIFY(words(readSafetensors(folder.path().toStdString()).error()).contains("This is a folder"));
    FaultyCalls full(0, {});
    full.calls.write = [](int, const void*, std::size_t) -> ssize_t { return errno = ENOSPC, -1; };
    QVERIFY(!saveSafetensors({}, path, full.calls).ok());
    compareFiles(*readSafetensors(path), example());
  }
};

QTEST_APPLESS_MAIN(TestSafetensors)
#include "test_safetensors.moc"
