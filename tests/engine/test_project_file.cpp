// The project file: what comes back, what is refused and where, and what stands on the disk when a save is broken off.
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <sstream>

#include "engine/core/random.h"
#include "engine/io/atomic_file.h"
#include "engine/io/base64.h"
#include "engine/io/json_value.h"
#include "engine/io/json_writer.h"
#include "engine/io/project.h"
#include "engine/io/runs_csv.h"
#include "engine/io/spec_hash.h"
#include "faulty_calls.h"

using namespace glassbox;
namespace fs = std::filesystem;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

QByteArray words(const Error& error) { return QByteArray::fromStdString(english(error)); }

template<class T> QByteArray failure(const Result<T>& result) { return result.ok() ? QByteArray() : words(result.error()); }

void put(const fs::path& path, std::string_view bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string get(const fs::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

std::vector<std::string> namesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// Uses every part of the format: two inputs, a branch, shared weights, a repeated group, tokens, three parts of data,
/// painted points, drawings, a branched run with live changes and a curve that left the numbers.
Project richProject() {
  Project project;
  project.title = "Two \"spirals\" \\ 双螺旋\n\x01";
  project.spec.nodes = {
      {"input1", "input", {{"shape", std::string("2")}}, "", "", false, false},
      {"tokens", "input", {{"shape", std::string("8")}, {"element", std::string("token")}}, "Words", "", false, false},
      {"dense1", "dense", {{"units", std::int64_t{8}}, {"bias", false}}, "", "", true, false},
      {"dense2", "dense", {{"units", std::int64_t{8}}}, "Tied", "dense1", false, false},
      {"dropout1", "dropout", {{"rate", 0.1}, {"scale", 1.0}}, "", "", false, true},
      {"add1", "add", {}, "", "", false, false},
      {"future1", "layer_of_a_later_version", {{"depth", std::int64_t{-9007199254740992}}, {"zero", -0.0}}, "", "", false, false},
  };
  project.spec.wires = {{{"input1", "out"}, {"dense1", "in"}}, {{"dense1", "out"}, {"add1", "in"}}, {{"dense2", "out"}, {"add1", "in"}}, {{"dense1", "out"}, {"add1", "in"}}};
  project.spec.groups = {{"block1", "Block", {"dense1", "dropout1"}, 4}};
  project.layout = {{"dense1", {120, -80.5}}, {"input1", {0, 1e-3}}};
  project.data.source = "painted";
  project.data.params = {{"noise", 0.25}, {"count", std::int64_t{200}}};
  project.data.path = "data/train set.csv";
  project.data.bytes = 12'345;
  project.data.hash = 0xfedcba9876543210u;
  project.data.shares = {0.1, 0.2};
  project.data.seed = std::numeric_limits<std::uint64_t>::max();
  project.data.classNames = {"red", "蓝"};
  project.data.points = {{0.5, -1.25, 0}, {1e-7, 3, 1}};
  project.data.drawings = {{1, 2, 2, {0, 255, 128, 7}}};
  project.plan = {{{"optimizer", std::string("adam")}, {"rate", 0.001}, {"batch", std::int64_t{16}}}, 7};
  RecordedRun first;
  first.id = "run1";
  first.name = "Adam";
  first.plan = project.plan;
  first.dataHash = 42;
  first.validationSeed = 7;
  first.steps = 300;
  first.ended = "not finite";
  first.fingerprint = "v3-1f2e";
  first.notes = "The rate was too large;\n下次试 0.01。";
  first.overlaid = true;
  first.curves["loss"] = {{1, 1, 2.5, 2.5, 2.5}, {2, 1, kInfinity, kInfinity, kInfinity}, {3, 1, kNan, kNan, kNan}};
  first.curves["test_loss"] = {{100, 50, 0.1, 0.9, 0.3}, {300, 200, -kInfinity, 0.25, 0.2}};
  RecordedRun second = first;
  second.id = "run2";
  second.color = 3;
  second.parent = "run1";
  second.branchStep = 100;
  second.network = NetworkSpec{{{"only", "input", {}, "", "", false, false}}, {}, {}};
  second.changes = {{120, "rate", 0.0005}, {130, "batch", std::int64_t{8}}, {140, "shuffle", false}, {150, "optimizer", std::string("sgd")}};
  second.curves.clear();
  second.notes.clear();
  second.overlaid = false;
  project.runs = {first, second};
  project.shownRun = "run1";
  project.weights = {"net.00112233445566ff.safetensors", "00112233445566ff"};
  return project;
}

std::string project(const std::string& rest) { return "{\"glassbox\": 1, \"network\": {\"nodes\": []}" + rest + "}"; }
std::string network(const std::string& inside) { return "{\"glassbox\": 1, \"network\": {" + inside + "}}"; }
std::string twoNodes(const std::string& rest) { return network("\"nodes\": [{\"id\": \"a\", \"type\": \"input\"}, {\"id\": \"b\", \"type\": \"dense\"}]" + rest); }
std::string run(const std::string& inside) { return project(",\n\"runs\": [{\"id\": \"r\"" + inside + "}]"); }
std::string curve(const std::string& inside) { return run(", \"curves\": {\"loss\": {" + inside + "}}"); }

TensorFile someWeights(float value) {
  TensorFile file;
  file.tensors.push_back({"dense1.weight", Tensor(Shape{2, 3})});
  std::fill(file.tensors[0].tensor.data.begin(), file.tensors[0].tensor.data.end(), value);
  return file;
}

}  // namespace

class TestProjectFile : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = m_dir->path().toStdString();
    m_path = m_folder / "net.glassbox";
  }

  // ---- round trip ------------------------------------------------------------------------------------------------------

  void everythingComesBackAndIsWrittenWithTheSameBytes() {
    const Project rich = richProject();
    const std::string text = writeProject(rich);
    const auto back = parseProject(text, "net.glassbox");
    QVERIFY2(back.ok(), failure(back));
    QCOMPARE(writeProject(*back), text);
    Project plain = *back, expected = rich;  // NaN is not equal to itself: the rest is compared
    plain.runs[0].curves.clear(), expected.runs[0].curves.clear();
    QVERIFY(plain == expected);
    const std::vector<RecordedPoint>& loss = back->runs[0].curves.at("loss");
    QCOMPARE(loss.size(), std::size_t{3});
    QCOMPARE(loss[0], (RecordedPoint{1, 1, 2.5, 2.5, 2.5}));
    QCOMPARE(loss[1].min, kInfinity);
    QVERIFY(std::isnan(loss[2].mean) && std::isnan(loss[2].max));
    QCOMPARE(back->runs[0].curves.at("test_loss"), rich.runs[0].curves.at("test_loss"));
  }

  void aWholeNumberAndARealOneOfTheSameValueStayApart() {
    const auto back = parseProject(writeProject(richProject()), "p");
    QVERIFY(back.ok());
    QVERIFY(std::holds_alternative<std::int64_t>(*back->spec.find("dense1")->params.find("units")));
    QVERIFY(std::holds_alternative<double>(*back->spec.find("dropout1")->params.find("scale")));
    QVERIFY(std::signbit(back->spec.find("future1")->params.number("zero")));
  }

  void anEmptyProjectIsTheseLines() {
    QCOMPARE(QString::fromStdString(writeProject({})), QStringLiteral("{\n"
                                                                      "  \"glassbox\": 1,\n"
                                                                      "  \"title\": \"\",\n"
                                                                      "  \"network\": {\n"
                                                                      "    \"nodes\": []\n"
                                                                      "  },\n"
                                                                      "  \"layout\": {},\n"
                                                                      "  \"data\": {\n"
                                                                      "    \"seed\": 1,\n"
                                                                      "    \"shares\": {\"validation\": 0.0, \"test\": 0.25}\n"
                                                                      "  },\n"
                                                                      "  \"training\": {\"seed\": 1}\n"
                                                                      "}\n"));
    QVERIFY(parseProject(writeProject({}), "p").value() == Project{});
  }

  void aNodeAWireAndACurveTakeOneLineEach() {
    const QString text = QString::fromStdString(writeProject(richProject()));
    QVERIFY(text.contains("\n      {\"id\": \"dense2\", \"type\": \"dense\", \"params\": {\"units\": 8}, \"name\": \"Tied\", \"weights_of\": \"dense1\"},\n"));
    QVERIFY(text.contains("\n      {\"from\": \"input1.out\", \"to\": \"dense1.in\"},\n"));
    QVERIFY(text.contains("\n          \"mean\": [2.5, \"inf\", \"nan\"]\n"));
    QVERIFY(text.contains("\n          \"count\": [50, 200],\n"));
  }

  void aProjectWrittenByHandNeedsLittle() {
    const auto read = parseProject("{\"network\":{\"nodes\":[{\"type\":\"input\",\"id\":\"x\"}]},\r\n\t\"glassbox\":1}", "p");
    QVERIFY2(read.ok(), failure(read));
    QCOMPARE(read->spec.nodes.size(), std::size_t{1});
    QCOMPARE(read->plan.seed, std::uint64_t{1});
    QCOMPARE(read->data.shares.test, 0.25);
  }

  void aKeyMayBeWrittenWithEscapes() {
    const auto read = parseProject("{\"\\u0067lassbox\": 1, \"network\": {\"nodes\": []}, \"ti\\u0074le\": \"a\\/b\\u00e9\\ud83d\\ude00\"}", "p");
    QVERIFY2(read.ok(), failure(read));
    QCOMPARE(read->title, std::string("a/bé😀"));
  }

  void positionsOfNodesThatAreGoneAreLeftOut() {
    Project rich = richProject();
    rich.layout["gone"] = {1, 1};
    const auto back = parseProject(writeProject(rich), "p");
    QVERIFY2(back.ok(), failure(back));
    QCOMPARE(back->layout.size(), std::size_t{2});
  }

  void aLongCurveIsWrittenWithNeighborsMerged() {
    Project long1 = richProject();
    auto& points = long1.runs[0].curves["loss"];
    points.clear();
    for (int step = 1; step <= 30'001; ++step) points.push_back({step, 1, static_cast<double>(step), static_cast<double>(step), static_cast<double>(step)});
    const auto back = parseProject(writeProject(long1), "p");
    QVERIFY2(back.ok(), failure(back));
    const auto& merged = back->runs[0].curves.at("loss");
    QCOMPARE(merged.size(), std::size_t{15'001});
    QCOMPARE(merged[0], (RecordedPoint{2, 2, 1, 2, 1.5}));
    QCOMPARE(merged.back(), (RecordedPoint{30'001, 1, 30'001, 30'001, 30'001}));
    QCOMPARE(thinned({{1, 1, 1, 1, 1}, {4, 3, 2, 8, 5}}, 1), (std::vector<RecordedPoint>{{4, 4, 1, 8, 4}}));  // (1*1 + 5*3) / 4
  }

  // ---- what is refused -------------------------------------------------------------------------------------------------

  void whatIsRefusedSaysWhatAndWhere_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* name, std::string_view text, const char* part, const char* place) {
      QTest::newRow(name) << QByteArray(text.data(), static_cast<qsizetype>(text.size())) << QByteArray(part) << QByteArray(place);
    };
    using namespace std::string_view_literals;
    // the text itself
    row("an empty file", "", "file is empty", "p:1:1");
    row("nothing but blanks", " \n\n ", "file is empty", "p:1:1");
    row("a byte order mark", "\xEF\xBB\xBF{}", "byte order mark", "p:1:1");
    row("UTF-16", "\xFF\xFE{\0}\0"sv, "UTF-16", "p:1:1");
    row("UTF-16 without a mark", "{\0}\0"sv, "UTF-16", "p:1:1");
    row("a zero byte", "{\n\"a\": \0}"sv, "zero byte", "p:2:6");
    row("Latin-1 text", "{\"title\": \"caf\xE9\"}", "not UTF-8", "p:1:15");
    row("an overlong letter", "{\"title\": \"\xC0\xAF\"}", "not UTF-8", "p:1:12");
    row("a surrogate as UTF-8", "{\"title\": \"\xED\xA0\x80\"}", "not UTF-8", "p:1:12");
    row("a letter beyond Unicode", "{\"title\": \"\xF4\x90\x80\x80\"}", "not UTF-8", "p:1:12");
    row("half a letter at the end", "{\"title\": \"\xE5\x8F", "not UTF-8", "p:1:12");
    row("a web page", "\n<!DOCTYPE html><html>", "web page", "p:2:1");
    row("columns count characters", "{\"双螺旋\": x", "x does not belong", "p:1:9");
    // JSON
    row("cut off in an object", "{\"glassbox\": 1,\n", "ends before it is complete", "p:2:1");
    row("cut off in a word", "{\"glassbox\": tr", "ends before", "p:1:16");
    row("cut off in quotes", "{\"glassbox", "ends before", "p:1:11");
    row("cut off in a number", "{\"glassbox\": -", "ends before", "p:1:15");
    row("text behind the end", "{\"glassbox\": 1}\n{}", "more text behind the end", "p:2:1");
    row("a comma too many", "{\"glassbox\": 1,}", "} does not belong", "p:1:16");
    row("two commas", "{\"a\": [1,,2]}", ", does not belong", "p:1:10");
    row("a missing comma", "{\"a\": 1 \"b\": 2}", "\"b\" does not belong", "p:1:9");
    row("a missing colon", "{\"a\" 1}", "1 does not belong", "p:1:6");
    row("a comment", "{ // remark\n}", "/ does not belong", "p:1:3");
    row("single quotes", "{'a': 1}", "' does not belong", "p:1:2");
    row("a key without quotes", "{a: 1}", "a does not belong", "p:1:2");
    row("a bracket that does not match", "{\"a\": [1}", "} does not belong", "p:1:9");
    row("a Chinese comma", "{\"a\": 1，\"b\": 2}", "， does not belong", "p:1:8");
    row("not a number", "{\"a\": NaN}", "NaN does not belong", "p:1:7");
    row("infinity", "{\"a\": -Infinity}", "-Infinity is not written as a number", "p:1:7");
    row("a leading plus", "{\"a\": +1}", "+1 is not written as a number", "p:1:7");
    row("a number that ends in a point", "{\"a\": 1.}", "1. is not written as a number", "p:1:7");
    row("a hexadecimal number", "{\"a\": 0x10}", "does not belong", "p:1:8");
    row("a number too large for a double", "{\"a\": 1e999}", "1e999 is larger or smaller", "p:1:7");
    row("a number too small for a double", "{\"a\": 1e-999}", "1e-999 is larger or smaller", "p:1:7");
    row("a line break in quotes", "{\"a\": \"x\ny\"}", "line break", "p:1:9");
    row("a backslash before a wrong letter", "{\"a\": \"C:\\data\"}", "backslash", "p:1:11");
    row("half a surrogate pair", "{\"a\": \"\\ud83d\"}", "backslash", "p:1:14");
    row("5,000 deep", std::string(5'000, '['), "more than 64 deep", "p:1:65");
    row("65 deep", std::string(65, '[') + std::string(65, ']'), "more than 64 deep", "p:1:65");
    row("a key that stands twice", "{\"glassbox\": 1,\n \"glassbox\": 2}", "\"glassbox\" stands twice", "p:2:2");
    row("a key that stands twice, once escaped", "{\"a\": 1, \"\\u0061\": 2}", "\"a\" stands twice", "p:1:10");
    row("a key that stands twice deep inside", project(", \"data\": {\"params\": {\"n\": 1, \"m\": 2, \"n\": 3}}"), "\"n\" stands twice", "p:1:79");
    // the project
    row("another JSON file", "{\"name\": \"x\"}", "not a project", "p:1:1");
    row("a list", "[1]", "Values with names", "p:1:1");
    row("a newer version", "{\"future\": [],\n\"glassbox\": 2}", "file version is 2, and this program reads up to 1", "p:2:13");
    row("version 0", "{\"glassbox\": 0}", "\"glassbox\" should be a whole number from 1", "p:1:14");
    row("a version in quotes", "{\"glassbox\": \"1\"}", "\"glassbox\" should be a whole number", "p:1:14");
    row("no network", "{\"glassbox\": 1}", "\"network\" is missing", "p:1:1");
    row("an unknown key", project(", \"colour\": 1"), "key \"colour\" is not known here; known are glassbox, title, network", "p:1:43");
    row("a title that is a number", project(", \"title\": 1"), "\"title\" should be words in quotes", "p:1:52");
    row("nodes that are no list", network("\"nodes\": {}"), "\"nodes\" should be a list", "p:1:38");
    row("a node that is a word", network("\"nodes\": [\"a\"]"), "Values with names", "p:1:39");
    row("a node without a name", network("\"nodes\": [{\"type\": \"x\"}]"), "\"id\" is missing", "p:1:39");
    row("a node without a type", network("\"nodes\": [{\"id\": \"x\"}]"), "\"type\" is missing", "p:1:39");
    row("a name that begins with a digit", network("\"nodes\": [{\"id\": \"1x\", \"type\": \"x\"}]"), "\"1x\" is not a name for a node", "p:1:46");
    row("a name for Python to run", network("\"nodes\": [{\"id\": \"x;import os\", \"type\": \"x\"}]"), "not a name for a node", "p:1:46");
    row("two nodes of one name", network("\"nodes\": [{\"id\": \"x\", \"type\": \"x\"},\n{\"id\": \"x\", \"type\": \"y\"}]"), "\"x\" is given twice", "p:2:8");
    row("an unknown key in a node", network("\"nodes\": [{\"id\": \"x\", \"type\": \"x\", \"colour\": 1}]"), "\"colour\" is not known", "p:1:64");
    row("a setting that is a list", network("\"nodes\": [{\"id\": \"x\", \"type\": \"x\", \"params\": {\"n\": [1]}}]"), "A setting should be", "p:1:80");
    row("a setting that is null", network("\"nodes\": [{\"id\": \"x\", \"type\": \"x\", \"params\": {\"n\": null}}]"), "A setting should be", "p:1:80");
    row("a setting of 2^53 + 1", network("\"nodes\": [{\"id\": \"x\", \"type\": \"x\", \"params\": {\"n\": 9007199254740993}}]"), "9007199254740993 is too large", "p:1:80");
    row("a setting of 2^64", network("\"nodes\": [{\"id\": \"x\", \"type\": \"x\", \"params\": {\"n\": 18446744073709551616}}]"), "18446744073709551616 is too large", "p:1:80");
    row("a switch that is a number", network("\"nodes\": [{\"id\": \"x\", \"type\": \"x\", \"frozen\": 1}]"), "\"frozen\" should be true or false", "p:1:74");
    row("weights of a node that is not there", network("\"nodes\": [{\"id\": \"x\", \"type\": \"x\", \"weights_of\": \"y\"}]"), "no node \"y\"", "p:1:78");
    row("a wire from nowhere", twoNodes(", \"wires\": [\n{\"from\": \"c.out\", \"to\": \"b.in\"}]"), "no node \"c\"", "p:2:10");
    row("a wire to nowhere", twoNodes(", \"wires\": [\n{\"from\": \"a.out\", \"to\": \"c.in\"}]"), "no node \"c\"", "p:2:25");
    row("a wire without a port", twoNodes(", \"wires\": [\n{\"from\": \"a\", \"to\": \"b.in\"}]"), "\"a\" is not a port", "p:2:10");
    row("a wire with half a port", twoNodes(", \"wires\": [\n{\"from\": \"a.\", \"to\": \"b.in\"}]"), "\"a.\" is not a port", "p:2:10");
    row("a wire without an end", twoNodes(", \"wires\": [\n{\"from\": \"a.out\"}]"), "\"to\" is missing", "p:2:1");
    row("a group of a node that is not there", twoNodes(", \"groups\": [\n{\"id\": \"g\", \"members\": [\"a\", \"c\"]}]"), "no node \"c\"", "p:2:30");
    row("a group repeated 0 times", twoNodes(", \"groups\": [\n{\"id\": \"g\", \"members\": [\"a\"], \"repeat\": 0}]"), "\"repeat\" should be a whole number from 1 to", "p:2:41");
    row("two groups of one name", twoNodes(", \"groups\": [{\"id\": \"g\", \"members\": []},\n{\"id\": \"g\", \"members\": []}]"), "\"g\" is given twice", "p:2:8");
    row("a position of a node that is not there", project(", \"layout\": {\"c\": {\"x\": 1, \"y\": 1}}"), "no node \"c\"", "p:1:54");
    row("a position far outside", "{\"glassbox\": 1, \"network\": {\"nodes\": [{\"id\": \"a\", \"type\": \"b\"}]},\n\"layout\": {\"a\": {\"x\": 1e300, \"y\": 0}}}", "\"x\" should lie between", "p:2:23");
    row("a hash that is too short", project(",\n\"data\": {\"hash\": \"12\"}"), "\"hash\" should be 16 digits", "p:2:18");
    row("a share above 1", project(",\n\"data\": {\"shares\": {\"test\": 1.5}}"), "\"test\" should lie between 0 and 1", "p:2:29");
    row("shares that are more than all", project(",\n\"data\": {\"shares\": {\"test\": 0.6, \"validation\": 0.6}}"), "together more than 1", "p:2:20");
    row("a seed below 0", project(",\n\"data\": {\"seed\": -1}"), "\"seed\" should be a whole number of 0 or more", "p:2:18");
    row("a seed of 2^64", project(",\n\"data\": {\"seed\": \"18446744073709551616\"}"), "\"seed\" should be", "p:2:18");
    row("a small seed in quotes", project(",\n\"data\": {\"seed\": \"7\"}"), "\"seed\" should be", "p:2:18");
    row("a point without a class", project(",\n\"data\": {\"points\": [{\"x\": 1, \"y\": 1}]}"), "\"class\" is missing", "p:2:21");
    row("a point of a class without a name", project(",\n\"data\": {\"classes\": [\"a\"], \"points\": [{\"x\": 1, \"y\": 1, \"class\": 1}]}"), "Class 1 does not exist: 1 classes", "p:2:65");
    row("a drawing that is not base64", project(",\n\"data\": {\"drawings\": [{\"class\": 0, \"width\": 1, \"height\": 1, \"pixels\": \"A*==\"}]}"), "not base64", "p:2:71");
    row("a drawing of another size", project(",\n\"data\": {\"drawings\": [{\"class\": 0, \"width\": 2, \"height\": 1, \"pixels\": \"AA==\"}]}"), "has 1 pixels; 2 x 1", "p:2:71");
    row("a drawing of a million by a million", project(",\n\"data\": {\"drawings\": [{\"class\": 0, \"width\": 1000000, \"height\": 1000000, \"pixels\": \"\"}]}"), "\"width\" should be a whole number from 1 to 1024", "p:2:45");
    const auto many = [](const char* item, int count) {
      std::string list;
      for (int i = 0; i < count; ++i) list += (i ? "," : "") + QByteArray(item).replace('#', QByteArray::number(i)).toStdString();
      return list;
    };
    row("settings without end", project(",\n\"data\": {\"params\": {" + many("\"#\":0", 1'001) + "}}"), "1001 settings here; 1000 is the most", "p:2:20");
    row("runs without end", project(",\n\"runs\": [" + many("{\"id\":\"#\"}", 10'001) + "]"), "10001 runs; 10000 is the most", "p:2:9");
    row("nodes without end", network("\"nodes\": [" + many("{}", 10'001) + "]"), "10001 nodes; 10000 is the most", "p:1:38");
    row("two runs of one name", project(", \"runs\": [{\"id\": \"r\"},\n{\"id\": \"r\"}]"), "\"r\" is given twice", "p:2:8");
    row("a run that branched from nothing", run(", \"parent\": \"s\""), "No run \"s\" stands before", "p:2:32");
    row("a run that branched from itself", run(", \"parent\": \"r\""), "No run \"r\" stands before", "p:2:32");
    row("a live change without a value", run(", \"changes\": [{\"step\": 1, \"key\": \"rate\"}]"), "\"value\" is missing", "p:2:34");
    row("a step of 1.5", run(", \"steps\": 1.5"), "\"steps\" should be a whole number", "p:2:31");
    row("a curve without steps", curve("\"mean\": []"), "\"step\" is missing", "p:2:41");
    row("a curve with a value too few", curve("\"step\": [1, 2], \"mean\": [1]"), "\"mean\" has 1 values and \"step\" has 2", "p:2:66");
    row("a curve that goes back", curve("\"step\": [2, 1], \"mean\": [1, 1]"), "Step 1 stands behind step 2", "p:2:54");
    row("a curve with a word", curve("\"step\": [1], \"mean\": [\"big\"]"), "\"mean\" should be a number", "p:2:64");
    row("a curve with too many points", curve("\"step\": [1" + [] { std::string more; for (int i = 0; i < 20'000; ++i) more += ",1"; return more; }() + "], \"mean\": []"), "has 20001 points; 20000 is the most", "p:2:50");
    row("weights in another folder", project(",\n\"weights\": {\"file\": \"../x.safetensors\", \"hash\": \"0123456789abcdef\"}"), "not the name of a weights file", "p:2:21");
    row("weights that are a device", project(",\n\"weights\": {\"file\": \"/dev/zero\", \"hash\": \"0123456789abcdef\"}"), "not the name of a weights file", "p:2:21");
    row("weights without a hash", project(",\n\"weights\": {\"file\": \"x.safetensors\"}"), "\"hash\" is missing", "p:2:12");
  }
  void whatIsRefusedSaysWhatAndWhere() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, part);
    QFETCH(QByteArray, place);
    const auto read = parseProject(text.toStdString(), "p");
    QVERIFY2(!read.ok(), "this should have been refused");
    QVERIFY2(words(read.error()).contains(part), words(read.error()));
    QCOMPARE(QByteArray::fromStdString(read.error().place), place);
    for (const char* word : {"rror", "nvalid", "lease", "!"}) QVERIFY2(!words(read.error()).contains(word), words(read.error()));
  }

  void aTextOfTooManyValuesIsRefusedBeforeItFillsTheMemory() {
    std::string many = "[0";
    for (int i = 0; i < 6'000'000; ++i) many += ",0";
    const auto read = parseProject(many, "p");
    QVERIFY(!read.ok());
    QVERIFY2(words(read.error()).contains("more than can be read"), words(read.error()));
  }

  void aTextCutOffAnywhereIsRefused() {
    const std::string text = writeProject(richProject());
    for (std::size_t size = 0; size + 2 <= text.size(); ++size)  // the last byte is a line break
      QVERIFY2(!parseProject(text.substr(0, size), "p").ok(), QByteArray::number(static_cast<qulonglong>(size)));
  }

  void aFlippedBitIsRefusedOrSeen() {
    const std::string text = writeProject(richProject());
    int refused = 0;
    for (std::size_t bit = 0; bit < 8 * text.size(); ++bit) {
      std::string flipped = text;
      flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
      const auto read = parseProject(flipped, "p");
      if (!read.ok()) {
        ++refused;
        continue;
      }
      const std::string again = writeProject(*read);
      const QByteArray where = "bit " + QByteArray::number(static_cast<qulonglong>(bit));
      // The same project only where JSON has two spellings: 1e-7 and 1E-7, \u00ff and \u00FF.
      if (again == text) QVERIFY2(std::isalpha(text[bit / 8]) && bit % 8 == 5, where);
      const auto back = parseProject(again, "p");
      QVERIFY2(back.ok() && writeProject(*back) == again, where);
    }
    QVERIFY2(refused > static_cast<int>(text.size()), QByteArray::number(refused));
  }

  void mutantsNeverBreakTheReader() {
    const std::string text = writeProject(richProject());
    const RandomSequence seeded(Random(2024));
    RandomSequence random = seeded;
    const auto below = [&](std::size_t bound) { return std::size_t{random.below(static_cast<std::uint32_t>(bound))}; };
    for (int mutant = 0; mutant < 3'000; ++mutant) {
      std::string changed = text;
      for (std::size_t change = below(4) + 1; change > 0; --change) {
        const std::size_t at = below(changed.size()), size = std::min(below(40), changed.size() - at);
        switch (below(4)) {
          case 0: changed.erase(at, size); break;
          case 1: changed.insert(at, changed.substr(below(changed.size()), size)); break;
          case 2: changed[at] = "{}[],:\"\\0-9.eE \n"[below(16)]; break;
          default: changed.replace(at, size, text.substr(at / 2, size)); break;
        }
        if (changed.empty()) break;
      }
      const auto read = parseProject(changed, "p");
      if (read.ok()) QVERIFY2(parseProject(writeProject(*read), "p").ok(), QByteArray::number(mutant));
      else QVERIFY2(read.error().place.starts_with("p:") && !read.error().what.empty(), QByteArray::number(mutant));
    }
  }

  // ---- saving ----------------------------------------------------------------------------------------------------------

  void whatIsSavedIsRead() {
    QVERIFY(saveProject(richProject(), m_path).ok());
    const auto read = readProject(m_path);
    QVERIFY2(read.ok(), failure(read));
    QCOMPARE(writeProject(*read), writeProject(richProject()));
    QCOMPARE(readProject(m_folder / "other").error().place, (m_folder / "other").string());
  }

  void aProjectThatCouldNotBeOpenedAgainIsNotSaved_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("two nodes of one name") << 0 << QByteArray("given twice");
    QTest::newRow("a wire to nowhere") << 1 << QByteArray("no node");
    QTest::newRow("a setting that is not a number") << 2 << QByteArray("could not be opened again: One of its settings is not a finite number");
    QTest::newRow("a title that is not UTF-8") << 3 << QByteArray("not UTF-8");
    QTest::newRow("a position that is not a number") << 4 << QByteArray("\"x\" should be a number");
  }
  void aProjectThatCouldNotBeOpenedAgainIsNotSaved() {
    QFETCH(int, kind);
    QFETCH(QByteArray, part);
    QVERIFY(saveProject({}, m_path).ok());
    Project broken = richProject();
    if (kind == 0) broken.spec.nodes.push_back(broken.spec.nodes[0]);
    if (kind == 1) broken.spec.wires[0].to.node = "nowhere";
    if (kind == 2) broken.spec.nodes[0].params.set("rate", kNan);
    if (kind == 3) broken.title = "\xFF";
    if (kind == 4) broken.layout["dense1"].x = kNan;
    const auto saved = saveProject(broken, m_path);
    QVERIFY(!saved.ok());
    QVERIFY2(failure(saved).contains(part), failure(saved));
    QVERIFY(!checkProject(broken).ok());
    QVERIFY(readProject(m_path).value() == Project{});
  }

  void weightsLieBesideTheProjectUnderTheirHash() {
    const auto first = saveProjectWithWeights(richProject(), someWeights(1), m_path);
    QVERIFY2(first.ok(), failure(first));
    QCOMPARE(first->file, "net." + first->hash + ".safetensors");
    QCOMPARE(first->hash, contentHash(get(m_folder / first->file)));
    const auto second = saveProjectWithWeights(richProject(), someWeights(2), m_path);
    QVERIFY2(second.ok(), failure(second));
    QCOMPARE(namesIn(m_folder), (std::vector<std::string>{second->file, "net.glassbox"}));  // the first are gone
    const auto project = readProject(m_path);
    QVERIFY2(project.ok(), failure(project));
    const auto weights = readProjectWeights(*project, m_path);
    QVERIFY2(weights.ok(), failure(weights));
    QCOMPARE(weights->tensors[0].tensor.data[5], 2.0f);
  }

  void weightsThatACopyOfTheProjectNamesStay() {
    const auto first = saveProjectWithWeights(richProject(), someWeights(1), m_path);
    QVERIFY(first.ok());
    fs::copy_file(m_path, m_folder / "copy.glassbox");
    QVERIFY(saveProjectWithWeights(richProject(), someWeights(2), m_path).ok());
    const auto copy = readProject(m_folder / "copy.glassbox");
    QVERIFY2(readProjectWeights(*copy, m_folder / "copy.glassbox").ok(), "the copy lost its weights");
  }

  void weightsOfAnotherNameAreNeverRemoved() {
    Project project = richProject();
    put(m_folder / "exam.00112233445566ff.safetensors", "somebody's");
    project.weights = {"exam.00112233445566ff.safetensors", "00112233445566ff"};
    QVERIFY(saveProject(project, m_path).ok());
    QVERIFY(saveProjectWithWeights(project, someWeights(2), m_path).ok());
    QVERIFY(fs::exists(m_folder / "exam.00112233445566ff.safetensors"));
  }

  void otherWeightsUnderTheSameNameAreNoticed() {
    const auto saved = saveProjectWithWeights(richProject(), someWeights(1), m_path);
    QVERIFY(saved.ok());
    const auto project = readProject(m_path);
    put(m_folder / saved->file, writeSafetensors(someWeights(3)));
    QVERIFY(failure(readProjectWeights(*project, m_path)).contains("not the weights that were saved with the project"));
    fs::remove(m_folder / saved->file);
    QVERIFY(failure(readProjectWeights(*project, m_path)).contains("no such file"));
    QVERIFY(failure(readProjectWeights({}, m_path)).contains("No weights were saved"));
  }

  void whicheverCallFailsProjectAndWeightsBelongTogether_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("killed");
    QTest::addColumn<bool>("exists");
    for (const bool exists : {false, true})
      for (const auto& [name, code, killed] : {std::tuple("disk full", ENOSPC, false), std::tuple("broken disk", EIO, false), std::tuple("signal", EINTR, false), std::tuple("kill", 0, true)})
        QTest::addRow("%s, %s", name, exists ? "saved before" : "first save") << code << killed << exists;
  }
  void whicheverCallFailsProjectAndWeightsBelongTogether() {
    QFETCH(int, code);
    QFETCH(bool, killed);
    QFETCH(bool, exists);
    Project before = richProject(), after = richProject();
    before.title = "before", after.title = "after";
    int number = 1;
    for (; number < 200; ++number) {
      fs::remove_all(m_folder);
      fs::create_directory(m_folder);
      if (exists) QVERIFY(saveProjectWithWeights(before, someWeights(1), m_path).ok());
      FaultyCalls faulty(number, {code, killed});
      const auto saved = saveProjectWithWeights(after, someWeights(2), m_path, faulty.calls);
      const QByteArray call = "call " + QByteArray::number(number) + ": " + failure(saved);
      if (code == EINTR) QVERIFY2(saved.ok(), call);

      const auto project = readProject(m_path);
      std::vector<std::string> expected;
      if (project.ok()) {
        QVERIFY2(project->title == (exists && project->title == "before" ? "before" : "after"), call);
        QVERIFY2(!saved.ok() || project->title == "after", call);
        const auto weights = readProjectWeights(*project, m_path);
        QVERIFY2(weights.ok(), call + failure(weights));
        QCOMPARE(weights->tensors[0].tensor.data[0], project->title == "after" ? 2.0f : 1.0f);
        expected = {project->weights.file, "net.glassbox"};
      } else {
        QVERIFY2(!exists && !saved.ok() && !fs::exists(m_path), call + failure(project));
      }
      // Nothing is left over unless the program was killed, or the old weights or the new ones could not be taken away again.
      const std::vector<std::string> names = namesIn(m_folder);
      const bool undoFailed = !saved.ok() && words(saved.error()).contains("power cut");
      if (!killed && !undoFailed && faulty.reached() && !saved.ok()) QVERIFY2(names == expected, call);
      if (!faulty.reached()) {
        QCOMPARE(names, expected);
        break;
      }
    }
    QVERIFY2(number > 15 && number < 200, QByteArray::number(number));
  }

  // ---- small parts -----------------------------------------------------------------------------------------------------

  void numbersComeBackBitForBit() {
    for (const double value : {0.1, 1.0, -0.0, 1e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.30000000000000004, 123456789012345680.0}) {
      JsonWriter out;
      out.number(value);
      const std::string text = out.take();
      const auto read = parseJson(text, {"n"});
      QVERIFY2(read.ok(), text.c_str());
      const double back = read->root().real().value_or(kNan);
      QVERIFY2(std::memcmp(&back, &value, sizeof value) == 0, text.c_str());
      QVERIFY2(!read->root().isWhole(), text.c_str());
    }
  }

  void base64IsThatOfTheStandard() {
    const std::pair<const char*, const char*> examples[] = {{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, letters] : examples) {  // RFC 4648, section 10
      const std::vector<std::uint8_t> bytes(plain, plain + std::strlen(plain));
      QCOMPARE(toBase64(bytes), std::string(letters));
      QVERIFY2(fromBase64(letters) == bytes, letters);
    }
    for (const char* wrong : {"Z", "Zg", "Zg=", "Zh==", "Zm9=", "====", "Z===", "Zg==Zg==", "Zm 9v"}) QVERIFY2(!fromBase64(wrong), wrong);
  }

  void theSpecHashSeesWhatDecidesTheWeights() {
    const NetworkSpec spec = richProject().spec;
    const std::string hash = specHash(spec);
    NetworkSpec other = spec;
    std::swap(other.nodes[0], other.nodes[2]);
    other.nodes[1].name = "another name";
    other.nodes[0].frozen = false;
    QCOMPARE(specHash(other), hash);
    other = spec;
    other.nodes[2].params.set("units", std::int64_t{9});
    QVERIFY(specHash(other) != hash);
    other = spec;
    std::swap(other.wires[1], other.wires[2]);  // both into add1: their order counts
    QVERIFY(specHash(other) != hash);
    other = spec;
    std::swap(other.wires[0], other.wires[3]);  // into different ports, but dense1 and dense2 into add1 change places too
    QVERIFY(specHash(other) != hash);
    other = spec;
    std::rotate(other.wires.begin(), other.wires.begin() + 1, other.wires.end());  // input1 -> dense1 goes last: nothing changes
    QCOMPARE(specHash(other), hash);
    other = spec;
    other.nodes[4].bypassed = false;
    QVERIFY(specHash(other) != hash);
    other = spec;
    other.groups[0].repeat = 3;
    QVERIFY(specHash(other) != hash);
  }

 private:
  std::unique_ptr<QTemporaryDir> m_dir;
  fs::path m_folder, m_path;

  void runsBecomeATable() {
    Project project;
    QVERIFY(!runsToCsv(project).ok());
    RecordedRun run;
    run.id = "r1";
    run.name = "=cmd, \"wide\"";
    run.curves["loss"] = {{4, 4, 0.5, 2, 1.25}, {5, 1, 0.25, 0.25, 0.25}};
    run.curves["gradient_norm.dense1"] = {{4, 4, 0, 0, 0}};
    RecordedRun plain;
    plain.id = "r2";
    plain.curves["test_loss"] = {{9, 1, -3, -3, std::nan("")}};
    project.runs = {run, plain};
    QCOMPARE(*runsToCsv(project), std::string("run,curve,step,steps,mean,min,max\n"
                                              "\"=cmd, \"\"wide\"\"\",gradient_norm.dense1,4,4,0,0,0\n"
                                              "\"=cmd, \"\"wide\"\"\",loss,4,4,1.25,0.5,2\n"
                                              "\"=cmd, \"\"wide\"\"\",loss,5,1,0.25,0.25,0.25\n"
                                              "r2,test_loss,9,1,,\"-3\",\"-3\"\n"));
  }
};

QTEST_APPLESS_MAIN(TestProjectFile)
#include "test_project_file.moc"
