// Reading and replacing files: what is refused, and what stands on the disk when any call in turn fails.
#include <sys/wait.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "engine/io/atomic_file.h"
#include "engine/io/json_value.h"
#include "faulty_calls.h"

using namespace glassbox;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kLimit = 1'000;

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

QByteArray words(const Error& error) { return QByteArray::fromStdString(english(error)); }

template<class T> void compareRefusal(const Result<T>& result, const char* part) {
  QVERIFY2(!result.ok(), "this should have been refused");
  QVERIFY2(words(result.error()).contains(part), words(result.error()));
}

}  // namespace

class TestAtomicFile : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_folder = m_dir->path().toStdString();
    m_path = m_folder / "net.glassbox";
  }

  // ---- reading ---------------------------------------------------------------------------------------------------------

  void aFileOfExactlyTheLimitIsRead() {
    const std::string bytes(kLimit, 'x');
    put(m_path, bytes);
    const auto read = readWholeFile(m_path, kLimit);
    QVERIFY2(read.ok(), read.ok() ? "" : words(read.error()));
    QCOMPARE(*read, bytes);
  }

  void zeroBytesAndLineBreaksComeBackAsTheyAre() {
    const std::string bytes("a\0b\r\nc", 6);
    put(m_path, bytes);
    QCOMPARE(*readWholeFile(m_path, kLimit), bytes);
  }

  void aFileWhoseLengthIsNotKnownIsReadToItsEnd() {
    const auto read = readWholeFile("/proc/self/status", 1 << 20);  // says that it is 0 bytes long
    QVERIFY(read.ok());
    QVERIFY(QByteArray::fromStdString(*read).contains("Name:"));
  }

  void whatIsNotAFileIsRefused_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("a missing file") << "missing" << QByteArray("no such file");
    QTest::newRow("a folder") << "folder" << QByteArray("folder");
    QTest::newRow("a pipe that nobody writes to") << "pipe" << QByteArray("pipe");
    QTest::newRow("a device without end") << "device" << QByteArray("device");
    QTest::newRow("a file one byte too long") << "long" << QByteArray("1001 bytes long");
    QTest::newRow("a device that says it is a short file") << "endless" << QByteArray("at most 1000");
    QTest::newRow("a link in a circle") << "circle" << QByteArray("circle");
    QTest::newRow("a file used as a folder") << "below" << QByteArray("no such file");
    QTest::newRow("a name that is too long") << "name" << QByteArray("too long");
  }
  void whatIsNotAFileIsRefused() {
    QFETCH(QString, kind);
    QFETCH(QByteArray, part);
    fs::path path = m_path;
    FileCalls calls;
    if (kind == "folder") path = m_folder;
    if (kind == "pipe") QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    if (kind == "device") path = "/dev/zero";
    if (kind == "long") put(path, std::string(kLimit + 1, 'x'));
    if (kind == "circle") fs::create_symlink(path, path);
    if (kind == "below") put(path, "x"), path /= "file";
    if (kind == "name") path = m_folder / std::string(300, 'n');
    if (kind == "endless") {
      put(path, "x");
      calls.read = [](int, void* to, std::size_t size) { return std::fill_n(static_cast<char*>(to), size, 'x'), static_cast<ssize_t>(size); };
    }
    const auto read = readWholeFile(path, kLimit, calls);
    compareRefusal(read, part);
    QVERIFY2(words(read.error()).startsWith(QByteArray::fromStdString(path.string())), words(read.error()));
  }

  void aFileOfATerabyteIsRefusedBeforeAnythingIsRead() {
    put(m_path, "x");
    FileCalls calls;
    calls.fstat = [](int file, struct stat* out) {
      const int result = ::fstat(file, out);
      out->st_size = off_t{1} << 40;
      return result;
    };
    compareRefusal(readWholeFile(m_path, kLimit, calls), "1099511627776 bytes long");
  }

  void readingSurvivesSignalsAndShortReads() {
    const std::string bytes = "thirty bytes of a small project";
    put(m_path, bytes);
    for (int number = 1; number < 100; ++number) {
      FaultyCalls faulty(number, {EINTR}, true);
      const auto read = readWholeFile(m_path, kLimit, faulty.calls);
      QVERIFY2(read.ok(), read.ok() ? "" : words(read.error()));
      QCOMPARE(*read, bytes);
      if (!faulty.reached()) return;
    }
    QFAIL("reading never ended");
  }

  void readingReportsADiskThatFails() {
    put(m_path, "thirty bytes of a small project");
    int failures = 0;
    for (int number = 1; number < 100; ++number) {
      FaultyCalls faulty(number, {EIO}, true);
      const auto read = readWholeFile(m_path, kLimit, faulty.calls);
      if (!faulty.reached()) break;
      if (!read.ok()) compareRefusal(read, "could not read"), ++failures;
    }
    QCOMPARE(failures, 8);  // open, fstat, 5 reads of 7 bytes, the read that finds the end; a failing close changes nothing
  }

  // ---- replacing -------------------------------------------------------------------------------------------------------

  void aNewFileIsWrittenAndNothingElse() {
    QVERIFY(replaceFile(m_path, "new").ok());
    QCOMPARE(get(m_path), std::string("new"));
    QCOMPARE(namesIn(m_folder), std::vector<std::string>{"net.glassbox"});
  }

  void theNewFileHasTheModeOfTheOldOne() {
    put(m_path, "old");
    fs::permissions(m_path, fs::perms(0660));
    QVERIFY(replaceFile(m_path, "new").ok());
    QCOMPARE(static_cast<int>(fs::status(m_path).permissions()), 0660);
  }

  void aLinkIsFollowedAndStays() {
    fs::create_directory(m_folder / "far");
    put(m_folder / "far/real", "old");
    fs::create_symlink("far/real", m_path);
    QVERIFY(replaceFile(m_path, "new").ok());
    QVERIFY(fs::is_symlink(m_path));
    QCOMPARE(get(m_folder / "far/real"), std::string("new"));
    QCOMPARE(namesIn(m_folder / "far"), std::vector<std::string>{"real"});
  }

  void longAndChineseNamesWork() {
    for (const std::string& name : {std::string(255, 'n'), std::string("玻璃盒 实验.glassbox")}) {
      QVERIFY(replaceFile(m_folder / name, "new").ok());
      QCOMPARE(get(m_folder / name), std::string("new"));
    }
    std::string eighty;  // 240 bytes, of which the temporary takes 200: cut inside a character, some disks would refuse it
    for (int i = 0; i < 80; ++i) eighty += "网";
    FileCalls calls;
    calls.open = [](const char* path, int flags, mode_t mode) { return badUtf8(path) ? (errno = EINVAL, -1) : ::open(path, flags, mode); };
    QVERIFY(replaceFile(m_folder / eighty, "new", calls).ok());
  }

  void whatCannotBeReplacedIsRefused_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("a folder") << "folder" << QByteArray("folder");
    QTest::newRow("a pipe") << "pipe" << QByteArray("pipe");
    QTest::newRow("a device") << "device" << QByteArray("device");
    QTest::newRow("a link to a device") << "link to device" << QByteArray("device");
    QTest::newRow("a link to nothing") << "dangling" << QByteArray("link to a file that is not there");
    QTest::newRow("a file marked read-only") << "read-only" << QByteArray("marked read-only");
    QTest::newRow("a folder that is gone") << "gone" << QByteArray("folder is not there");
    QTest::newRow("a name that is missing") << "nameless" << QByteArray("name for the file is missing");
    QTest::newRow("a name that is too long") << "name" << QByteArray("name of this file is too long");
  }
  void whatCannotBeReplacedIsRefused() {
    QFETCH(QString, kind);
    QFETCH(QByteArray, part);
    fs::path path = m_path;
    if (kind == "folder") fs::create_directory(path);
    if (kind == "pipe") QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    if (kind == "device") path = "/dev/null";
    if (kind == "link to device") fs::create_symlink("/dev/null", path);
    if (kind == "dangling") fs::create_symlink("nothing", path);
    if (kind == "read-only") put(path, "old"), fs::permissions(path, fs::perms(0444));
    if (kind == "gone") path = m_folder / "gone" / "net.glassbox";
    if (kind == "nameless") path = m_folder / "";
    if (kind == "name") path = m_folder / std::string(300, 'n');
    const std::vector<std::string> before = namesIn(m_folder);
    compareRefusal(replaceFile(path, "new"), part);
    QCOMPARE(namesIn(m_folder), before);
    if (kind == "read-only") QCOMPARE(get(path), std::string("old"));
  }

  void eachFailureHasItsSentence_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("a full disk") << ENOSPC << QByteArray("The disk is full: 3 bytes");
    QTest::newRow("a quota that is used up") << EDQUOT << QByteArray("The disk is full");
    QTest::newRow("a read-only disk") << EROFS << QByteArray("The folder is read-only");
    QTest::newRow("a folder of somebody else") << EACCES << QByteArray("The folder is read-only");
    QTest::newRow("a folder that vanished") << ENOENT << QByteArray("The folder is not there");
    QTest::newRow("a file too long for the disk") << EFBIG << QByteArray("does not take a file of 3 bytes");
    QTest::newRow("too many open files") << EMFILE << QByteArray("Too many files");
    QTest::newRow("a broken disk") << EIO << QByteArray("The disk did not take the file (system code 5)");
  }
  void eachFailureHasItsSentence() {
    QFETCH(int, code);
    QFETCH(QByteArray, part);
    FileCalls calls;
    calls.write = [code](int, const void*, std::size_t) -> ssize_t { return errno = code, -1; };
    compareRefusal(replaceFile(m_path, "new", calls), part);
    QVERIFY(namesIn(m_folder).empty());
  }

  void aDiskThatWritesNothingDoesNotHangTheSave() {
    FileCalls calls;
    calls.write = [](int, const void*, std::size_t) -> ssize_t { return 0; };
    compareRefusal(replaceFile(m_path, "new", calls), "did not take");
  }

  void anUnreadableFolderCanStillBeSavedTo() {
    FileCalls calls;
    calls.open = [](const char* path, int flags, mode_t mode) { return flags & O_DIRECTORY ? (errno = EACCES, -1) : ::open(path, flags, mode); };
    QVERIFY(replaceFile(m_path, "new", calls).ok());
    QCOMPARE(get(m_path), std::string("new"));
  }

  void whenTheFolderCannotBeSyncedTheSentenceSaysWhatStands() {
    put(m_path, "old");
    FileCalls calls;
    calls.fsync = [](int file) {
      struct stat facts {};
      ::fstat(file, &facts);
      return S_ISDIR(facts.st_mode) ? (errno = EIO, -1) : 0;
    };
    compareRefusal(replaceFile(m_path, "new", calls), "power cut could still take it away");
    QCOMPARE(get(m_path), std::string("new"));
    calls.fsync = [](int file) {
      struct stat facts {};
      ::fstat(file, &facts);
      return S_ISDIR(facts.st_mode) ? (errno = EINVAL, -1) : 0;  // such a file system has nothing to sync
    };
    QVERIFY(replaceFile(m_path, "newer", calls).ok());
  }

  void whicheverCallFailsTheFileIsTheOldOneOrTheNewOne_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("killed");
    QTest::addColumn<bool>("exists");
    for (const bool exists : {false, true})
      for (const auto& [name, code, killed] : {std::tuple("disk full", ENOSPC, false), std::tuple("broken disk", EIO, false), std::tuple("no right", EACCES, false),
                                               std::tuple("signal", EINTR, false), std::tuple("kill", 0, true)})
        QTest::addRow("%s %s", name, exists ? "over an old file" : "with no file before") << code << killed << exists;
  }
  void whicheverCallFailsTheFileIsTheOldOneOrTheNewOne() {
    QFETCH(int, code);
    QFETCH(bool, killed);
    QFETCH(bool, exists);
    const std::string before = "what was there before", after = "what is saved now, in several writes";
    int number = 1;
    for (; number < 200; ++number) {
      fs::remove_all(m_folder);
      fs::create_directory(m_folder);
      if (exists) put(m_path, before);
      FaultyCalls faulty(number, {code, killed}, true);
      const Result<void> saved = replaceFile(m_path, after, faulty.calls);
      const QByteArray call = "call " + QByteArray::number(number);
      const std::string now = fs::exists(m_path) ? get(m_path) : "";
      if (saved.ok()) QVERIFY2(now == after, call);
      else QVERIFY2(now == (exists ? before : "") || (now == after && (killed || words(saved.error()).contains("power cut"))), call + ": " + words(saved.error()));
      if (code == EINTR) QVERIFY2(saved.ok(), call + ": a signal should not make a save fail");
      std::vector<std::string> names = namesIn(m_folder);
      std::erase(names, "net.glassbox");
      if (!killed) QVERIFY2(names.empty(), call + " left " + QByteArray::fromStdString(names.empty() ? "" : names[0]));
      if (!faulty.reached()) break;
    }
    QVERIFY2(number > 12 && number < 200, QByteArray::number(number));
  }

  // ---- asked before long work ---------------------------------------------------------------------------------------------

  void whatCanBeReplacedIsLeftAsItIs() {
    QVERIFY(checkReplaceable(m_path).ok());
    QVERIFY(namesIn(m_folder).empty());
    put(m_path, "old");
    QVERIFY(checkReplaceable(m_path).ok());
    QCOMPARE(get(m_path), std::string("old"));
    QCOMPARE(namesIn(m_folder), std::vector<std::string>{"net.glassbox"});
  }

  void whatCannotBeReplacedIsKnownBefore() {
    compareRefusal(checkReplaceable(m_folder / "gone" / "net.glassbox"), "The folder is not there");
    compareRefusal(checkReplaceable(m_folder), "folder");
    FileCalls calls;
    calls.open = [](const char* path, int flags, mode_t mode) { return flags & O_CREAT ? (errno = EROFS, -1) : ::open(path, flags, mode); };
    compareRefusal(checkReplaceable(m_path, calls), "The folder is read-only");
  }

  void foldersAreMadeWithThoseAboveThem() {
    QVERIFY(makeFolder(m_folder / "a" / "b").ok());
    QVERIFY(fs::is_directory(m_folder / "a" / "b"));
    QVERIFY(makeFolder(m_folder / "a" / "b").ok());
    put(m_folder / "file", "x");
    compareRefusal(makeFolder(m_folder / "file" / "c"), "a file of its name is in the way");
    compareRefusal(makeFolder("/proc/self/c"), "This folder cannot be made");
  }

  // ---- what a killed program leaves -------------------------------------------------------------------------------------

  void leftoversOfAKilledProgramAreRemovedAndThoseOfALivingOneStay() {
    const pid_t gone = ::fork();
    if (gone == 0) ::_exit(0);
    QCOMPARE(::waitpid(gone, nullptr, 0), gone);
    const std::string dead = ".net.glassbox." + std::to_string(gone) + "-1.saving";
    const std::string alive = ".net.glassbox." + std::to_string(::getppid()) + "-1.saving";
    const std::vector<std::string> others{".net.glassbox.1x-1.saving", ".net.glassbox." + std::to_string(gone) + ".saving", ".other.glassbox." + std::to_string(gone) + "-1.saving",
                                          ".net.glassbox.-1-1.saving", "net.glassbox." + std::to_string(gone) + "-1.saving"};
    for (const std::string& name : others) put(m_folder / name, "x");
    put(m_folder / dead, "x");
    put(m_folder / alive, "x");
    removeLeftovers(m_path);
    QVERIFY(!fs::exists(m_folder / dead));
    QVERIFY(fs::exists(m_folder / alive));
    for (const std::string& name : others) QVERIFY2(fs::exists(m_folder / name), name.c_str());
    put(m_folder / dead, "x");
    QVERIFY(replaceFile(m_path, "new").ok());
    QVERIFY(!fs::exists(m_folder / dead));
  }

  void aSecondSaveOfTheSameFileByThisProgramTakesAnotherTemporary() {
    put(m_folder / (".net.glassbox." + std::to_string(::getpid()) + "-1.saving"), "of another thread");
    QVERIFY(replaceFile(m_path, "new").ok());
    QCOMPARE(namesIn(m_folder).size(), std::size_t{2});
  }

  // ---- hashes -----------------------------------------------------------------------------------------------------------

  void theHashIsFnv1a() {
    QCOMPARE(contentHash(""), std::string("cbf29ce484222325"));
    QCOMPARE(contentHash("a"), std::string("af63dc4c8601ec8c"));
    QCOMPARE(contentHash("foobar"), std::string("85944171f73967e8"));
  }

  void hexDigitsComeBackAndNothingElseIsTaken() {
    std::uint64_t value = 0;
    QVERIFY(readHexDigits(hexDigits(0x0123456789abcdefu), value));
    QCOMPARE(value, std::uint64_t{0x0123456789abcdefu});
    for (const char* wrong : {"", "0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF", "0x23456789abcdef", "-123456789abcdef"}) QVERIFY2(!readHexDigits(wrong, value), wrong);
  }

 private:
  std::unique_ptr<QTemporaryDir> m_dir;
  fs::path m_folder, m_path;
};

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "test_atomic_file.moc"
