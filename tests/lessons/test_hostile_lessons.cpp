// 200 lesson folders made to do harm: each is refused with a sentence that says where, nothing outside the folder is opened.
#include <QTest>

#include <sys/inotify.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "engine/core/random.h"
#include "lesson_folder.h"

using namespace lesson_test;
using namespace glassbox;

namespace {

constexpr int kFolders = 200;
constexpr const char* kSecret = "the-secret-outside";

/// Tells of every file that is opened in a folder.
class OpenWatch {
 public:
  explicit OpenWatch(const std::filesystem::path& folder) : m_file(inotify_init1(IN_NONBLOCK)) {
    if (m_file < 0 || inotify_add_watch(m_file, folder.c_str(), IN_OPEN | IN_ACCESS) < 0) qFatal("inotify");
  }
  ~OpenWatch() { close(m_file); }
  OpenWatch(const OpenWatch&) = delete;
  OpenWatch& operator=(const OpenWatch&) = delete;

  bool sawSomething() const {
    std::array<char, 4096> events;
    return read(m_file, events.data(), events.size()) > 0;
  }

 private:
  int m_file;
};

class Maker {
 public:
  Maker(std::uint64_t seed, const std::filesystem::path& outside) : m_random(seed, streamOf(Stream::Noise)), m_outside(outside) {}

  /// Writes hostile folder number `i`; what is wrong with it stands in `about`.
  std::filesystem::path write(int i, LessonFolder& lesson, QByteArray& about) {
    m_link.clear();
    const auto& kinds = all();
    const auto& [name, spoil] = kinds[static_cast<std::size_t>(i) % kinds.size()];
    about = QByteArray(name) + " " + QByteArray::number(i);
    (this->*spoil)(lesson);
    const std::filesystem::path folder = lesson.write();
    if (!m_link.empty()) {
      std::filesystem::remove(folder / m_link);
      std::filesystem::create_symlink(m_target, folder / m_link);
    }
    return folder;
  }

  static std::size_t kinds() { return all().size(); }

 private:
  using Spoil = void (Maker::*)(LessonFolder&);
  static const std::vector<std::pair<const char*, Spoil>>& all() {
    static const std::vector<std::pair<const char*, Spoil>> table{
        {"picture outside", &Maker::pictureOutside}, {"symbolic link", &Maker::symbolicLink}, {"link in a circle", &Maker::circle},
        {"project outside", &Maker::projectOutside}, {"data outside", &Maker::dataOutside}, {"html", &Maker::html}, {"huge text", &Maker::huge},
        {"format string", &Maker::format}, {"direction mark", &Maker::bidi}, {"NUL", &Maker::nul}, {"unknown key", &Maker::unknownKey},
        {"deep", &Maker::deep}, {"double key", &Maker::doubleKey}, {"huge number", &Maker::number}, {"drawing", &Maker::drawing},
        {"link", &Maker::link}, {"formula", &Maker::formula}, {"bytes", &Maker::bytes}, {"cut", &Maker::cut}, {"long id", &Maker::longId}};
    return table;
  }

  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(m_random.below(m_drawn++, static_cast<std::uint32_t>(limit))); }
  template<std::size_t N> std::string oneOf(const std::array<const char*, N>& words) { return words[below(N)]; }
  std::string page() { return below(2) ? "en.md" : "zh_CN.md"; }
  static void swap(LessonFolder& lesson, const std::string& file, const std::string& from, const std::string& to) {
    if (!lesson.replace(file, from, to)) qFatal("%s is not in %s", from.c_str(), file.c_str());
  }
  void append(LessonFolder& lesson, const std::string& words) { lesson.files[page()] += words; }
  std::string outside(const std::string& file) {
    const std::string whole = (m_outside / file).string();
    return std::array{whole, "../outside/" + file, "./../outside/" + file, "file://" + whole, "..\\\\outside\\\\" + file, "%2e%2e/outside/" + file}[below(6)];
  }

  void pictureOutside(LessonFolder& lesson) { append(lesson, "\n![x](" + outside("secret.svg") + ")\n"); }
  void symbolicLink(LessonFolder& lesson) {
    m_link = oneOf(std::array{"picture.svg", "en.md", "zh_CN.md", "lesson.json"});
    m_target = m_outside / ("secret" + std::filesystem::path(m_link).extension().string());
    lesson.files["other.svg"] = lesson.files["picture.svg"];
  }
  void circle(LessonFolder&) {
    m_link = oneOf(std::array{"picture.svg", "en.md", "zh_CN.md", "lesson.json"});
    m_target = below(2) ? std::filesystem::path(m_link) : std::filesystem::path("../first");
  }
  static constexpr const char* kStart = "\"network\": \"input 1 | dense 1 | mse\",\n    \"data\": {\"source\": \"line\", \"params\": {\"points\": 40, \"noise\": 0.1}, \"shares\": {\"validation\": 0, \"test\": 0.25}, \"seed\": 1},\n    \"training\": {\"optimizer\": \"gd\", \"rate\": 0.2, \"seed\": 1},";
  void projectOutside(LessonFolder& lesson) { swap(lesson, "lesson.json", kStart, "\"project\": \"" + outside("secret.glassbox") + "\","); }
  void dataOutside(LessonFolder& lesson) {
    swap(lesson, "lesson.json", kStart, "\"project\": \"start.glassbox\",");
    Project project;
    project.spec = *parseLine("input 1 | dense 1 | mse");
    project.data.source = "csv";
    project.data.path = std::array{(m_outside / "secret.csv").string(), std::string("../outside/secret.csv"), std::string(".."), std::string("picture.svg/../../outside/secret.csv")}[below(4)];
    if (below(2)) {
      project.data.path = "data.csv";
      lesson.files["data.csv"] = "";
      m_link = "data.csv";
      m_target = m_outside / "secret.csv";
    }
    lesson.files["start.glassbox"] = writeProject(project);
  }
  void html(LessonFolder& lesson) {
    append(lesson, "\n" + oneOf(std::array{"<script>alert(1)</script>", "<img src=x onerror=y>", "<iframe src=\"file:///etc/passwd\">", "<!-- x -->", "<b", "<?php x ?>"}) + "\n");
  }
  void huge(LessonFolder& lesson) {
    const std::string file = std::array{std::string("en.md"), std::string("zh_CN.md"), std::string("lesson.json"), std::string("picture.svg")}[below(4)];
    lesson.files[file] += std::string((std::size_t{2} << 20) + below(1000), oneOf(std::array{"a", " ", "[", "$", "`", "\n", "*"})[0]);
  }
  void format(LessonFolder& lesson) { swap(lesson, "lesson.json", "\"minutes\": 10", "\"minutes\": 10, \"" + formatWords() + "\": 1"); }
  std::string formatWords() { return oneOf(std::array{"%s%s%s%n", "%1%2%3%99", "{0}{1}", "%n%n%n", "%L1 %x", "${HOME} $(id) `id`"}); }
  void bidi(LessonFolder& lesson) {
    const std::string mark = oneOf(std::array{"\u202e", "\u202a", "\u2066", "\u200f", "\u2069", "\u061c"});
    if (below(2)) append(lesson, "\nabc" + mark + "def\n");
    else swap(lesson, "lesson.json", "\"Deep Learning\"", "\"Deep " + mark + "Learning\"");
  }
  void nul(LessonFolder& lesson) {
    if (below(2)) append(lesson, std::string("\nab\0cd\n", 7));
    else swap(lesson, "lesson.json", "\"Deep Learning\"", std::array{std::string("\"Deep\\u0000\""), std::string("\"De\0p\"", 6), std::string("\"De\\u001b[31m\"")}[below(3)]);
  }
  void unknownKey(LessonFolder& lesson) {
    swap(lesson, "lesson.json", "\"minutes\": 10", "\"minutes\": 10, \"" + oneOf(std::array{"script", "exec", "__proto__", "onload", "include", "$ref", "\u202escript"}) + "\": \"rm -r /\"");
  }
  void deep(LessonFolder& lesson) { lesson.files["lesson.json"] = std::string(10'000 + below(100'000), below(2) ? '[' : '{'); }
  void doubleKey(LessonFolder& lesson) { swap(lesson, "lesson.json", "\"minutes\": 10", "\"minutes\": 10, \"" + oneOf(std::array{"id", "tasks", "setup", "minutes", "sources"}) + "\": 1"); }
  void number(LessonFolder& lesson) {
    const std::string value = oneOf(std::array{"1e999", "-1e999", "9223372036854775808", "99999999999999999999999999", "1e-9999999999", "NaN", "Infinity", "0x10", "-1"});
    const std::string key = oneOf(std::array{"\"minutes\": 10", "\"number\": 1", "\"points\": 40", "\"steps\": 200", "\"seeds\": 20", "\"glassbox_lesson\": 1", "\"year\": 2016"});
    swap(lesson, "lesson.json", key, key.substr(0, key.find(' ') + 1) + value);
  }
  void drawing(LessonFolder& lesson) {
    swap(lesson, "picture.svg", "<path", oneOf(std::array{"<script>x</script><path", "<image xlink:href=\"file:///etc/passwd\"/><path", "<path onload=\"x\"", "<foreignObject/><path",
         "<!DOCTYPE x [<!ENTITY a SYSTEM \"/etc/passwd\">]><path", "<style>@import 'http://a.b'</style><path", "<path fill=\"URL(http://a.b/#c)\"", "<a HREF=\"x\"/><path", "<x:script/><path", "<animate/><path"}));
  }
  void link(LessonFolder& lesson) {
    append(lesson, "\n[x](" + oneOf(std::array{"javascript:alert(1)", "file:///etc/passwd", "http://a.b", "lab:delete", "lab:run;rm", "data:text/html,x", "HTTPS://a.b", "../outside/secret.md", "smb://a/b"}) + ")\n");
  }
  void formula(LessonFolder& lesson) {
    append(lesson, "\n$" + oneOf(std::array{"\\input{/etc/passwd}", "\\write18{id}", "\\def\\a{\\a\\a}\\a", "{{{{{{", "\\href{x}{y}", "}"}) + "$\n");
  }
  void bytes(LessonFolder& lesson) { append(lesson, "\n" + oneOf(std::array{"\xff\xfe", "\xc0\xaf", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe2\x82"}) + "\n"); }
  void cut(LessonFolder& lesson) { lesson.files["lesson.json"].resize(below(lesson.files["lesson.json"].size() - 4)); }
  void longId(LessonFolder& lesson) { swap(lesson, "lesson.json", "\"a-first-line\"", "\"" + std::string(61 + below(200'000), 'a') + oneOf(std::array{"", "/..", "\\n", "%s"}) + "\""); }

  Random m_random;
  std::uint64_t m_drawn = 0;
  std::filesystem::path m_outside, m_target;
  std::string m_link;
};

/// What must not get onto a screen or a terminal.
bool isClean(const QByteArray& sentence) {
  const QString text = QString::fromUtf8(sentence);
  return !text.contains(QChar::ReplacementCharacter) && std::none_of(text.begin(), text.end(), [](QChar c) {
    const auto u = c.unicode();
    return (u < 0x20 && u != '\n') || u == 0x7f || u == 0x61c || (u >= 0x200e && u <= 0x200f) || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
  });
}

}  // namespace

class TestHostileLessons : public QObject {
  Q_OBJECT

 private slots:
  void eachIsRefusedWithASentenceAndNothingOutsideIsOpened() {
    QTemporaryDir dir;
    const std::filesystem::path outside = std::filesystem::path(dir.path().toStdString()) / "outside";
    std::filesystem::create_directory(outside);
    for (const char* name : {"secret.svg", "secret.md", "secret.json", "secret.csv", "secret.glassbox"}) put(outside / name, kSecret);
    const OpenWatch watch(outside);
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    Maker maker(2026, outside);
    QVERIFY(kFolders % Maker::kinds() == 0);
    QByteArray wrong;
    for (int i = 0; i < kFolders; ++i) {
      LessonFolder lesson;
      QByteArray about;
      const std::filesystem::path folder = maker.write(i, lesson, about);
      // "../outside" as seen from the folder is the watched one.
      std::error_code failed;
      std::filesystem::create_directory_symlink(outside, folder.parent_path() / "outside", failed);
      const std::vector<Error> faults = lessonFaults(folder);
      if (faults.empty()) wrong += about + ": taken as sound\n";
      if (loadLesson(folder).ok()) wrong += about + ": loaded\n";
      for (const Error& fault : faults) {
        const QByteArray sentence = words(fault);
        if (!sentence.startsWith("first/")) wrong += about + ": no place: " + sentence.left(300) + "\n";
        if (sentence.size() > 2'000) wrong += about + ": too long, " + QByteArray::number(sentence.size()) + "\n";
        if (!isClean(sentence)) wrong += about + ": marks in the sentence: " + sentence.left(300).toPercentEncoding(" \"<>[]{}:/,.") + "\n";
        if (sentence.contains(kSecret)) wrong += about + ": tells the secret\n";
      }
      if (watch.sawSomething()) wrong += about + ": opened a file outside\n";
    }
    getrusage(RUSAGE_SELF, &after);
    QVERIFY2(wrong.isEmpty(), wrong);
#ifndef GLASSBOX_SANITIZED
    QVERIFY2(after.ru_maxrss - before.ru_maxrss < 128 * 1024, "KiB");
#endif
  }

  void aFormatStringIsSaidAsItIs() {
    LessonFolder lesson;
    QVERIFY(lesson.replace("lesson.json", "\"minutes\": 10", "\"minutes\": 10, \"%s%n{0}%1%2\": 1"));
    const Result<Lesson> read = loadLesson(lesson.write());
    QVERIFY(!read.ok());
    QVERIFY2(failure(read).contains("The key \"%s%n{0}%1%2\" is not known here"), failure(read));
  }
};

QTEST_GUILESS_MAIN(TestHostileLessons)
#include "test_hostile_lessons.moc"
