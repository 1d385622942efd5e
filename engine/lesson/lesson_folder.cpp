// The folder of a lesson: lesson.json and its pages against each other, pictures; and a folder of such folders.
#include <algorithm>
#include <set>

#include "engine/io/atomic_file.h"
#include "engine/lesson/lesson_reader.h"

namespace glassbox {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMaxPage = 1 << 18, kMaxPicture = 1 << 20;  // bytes; a hundred times what a lesson needs

using Faults = std::vector<Error>;

void reportMissing(const Page& page, Language language, const std::string& mark, Faults& faults) {
  const std::string file = std::string(key(language)) + ".md";
  faults.emplace_back(GB_TEXT("engine", "%1 has no block \"%2\".").arg(file).arg(mark), page.blocks.empty() ? file : page.blocks.back().place,
                      GB_TEXT("engine", "Write ::: %1, its text, and ::: behind it.").arg(mark));
}

bool hasHint(const Task& task, const std::string& id, int grade) {
  return std::any_of(task.hints.begin(), task.hints.end(), [&](const Hint& hint) {
    return hint.id == id && std::find(hint.grades.begin(), hint.grades.end(), grade) != hint.grades.end();
  });
}

/// No block stands on the page that `lesson` does not know.
void checkBlock(const Lesson& lesson, const PageBlock& block, Faults& faults) {
  const bool ofTask = block.kind == BlockKind::Task || block.kind == BlockKind::Hint;
  const bool ofQuestion = block.kind == BlockKind::Question || block.kind == BlockKind::Reveal;
  const Task* task = ofTask ? lesson.findTask(block.id) : nullptr;
  if (ofTask && !task) faults.emplace_back(GB_TEXT("engine", "lesson.json has no task \"%1\".").arg(block.id), block.place);
  if (task && !block.variant.empty() && !hasHint(*task, block.variant, block.grade))
    faults.emplace_back(GB_TEXT("engine", "The task \"%1\" in lesson.json has no hint \"%2\" of grade %3.").arg(block.id).arg(block.variant).arg(block.grade), block.place);
  if (!ofQuestion) return;
  const Question* question = lesson.findQuestion(block.id);
  if (!question) return faults.emplace_back(GB_TEXT("engine", "lesson.json has no question \"%1\".").arg(block.id), block.place), void();
  if (block.kind != BlockKind::Question) return;
  std::vector<std::string> keys;
  for (const PageChoice& choice : block.choices) keys.push_back(choice.key);
  if (keys != question->choices)
    faults.emplace_back(GB_TEXT("engine", "The choices here are \"%1\"; in lesson.json they are \"%2\".").arg(listOf(keys)).arg(listOf(question->choices)), block.place);
}

/// Every block that `lesson` needs is on the page, and no other.
void checkPage(const Lesson& lesson, const Page& page, Language language, const std::string& folder, Faults& faults) {
  for (const PageBlock& block : page.blocks) checkBlock(lesson, block, faults);
  const auto need = [&](BlockKind kind, const std::string& id = {}, int grade = 0, const std::string& variant = {}) {
    const std::string mark = std::string(key(kind)) + (id.empty() ? "" : " " + id) + (grade ? " " + std::to_string(grade) : "") + (variant.empty() ? "" : " " + variant);
    if (!page.find(kind, id, grade, variant)) reportMissing(page, language, mark, faults);
  };
  for (BlockKind kind : {BlockKind::Goal, BlockKind::Misconception, BlockKind::Summary, BlockKind::TakeHome}) need(kind);
  for (const Task& task : lesson.tasks) {
    need(BlockKind::Task, task.id);
    for (int grade = 1; grade <= kHintGrades; ++grade) need(BlockKind::Hint, task.id, grade);
    for (const Hint& hint : task.hints)
      for (const int grade : hint.grades) need(BlockKind::Hint, task.id, grade, hint.id);
  }
  for (const Question& question : lesson.questions)
    for (BlockKind kind : {BlockKind::Question, BlockKind::Reveal}) need(kind, question.id);
  if (page.pictures.empty())
    faults.emplace_back(GB_TEXT("engine", "%1 shows no picture; a lesson has at least one.").arg(std::string(key(language)) + ".md"), folder + "/" + key(language) + ".md:1:1");
}

Result<void> checkPicture(const fs::path& folder, const Page::Picture& picture) {
  const Result<std::string> bytes = readDrawing(folder, picture.file);
  if (!bytes) return Error(bytes.error().what, picture.place, bytes.error().hint);
  return {};
}

Result<Lesson> readJson(const fs::path& folder) {
  const Result<std::string> bytes = readLessonFile(folder, "lesson.json", kMaxLessonJson);
  if (!bytes) return bytes.error();
  const Result<JsonDocument> document = parseJson(*bytes, {(folder.filename() / "lesson.json").string()});
  if (!document) return document.error();
  return readLessonJson(document->root(), folder);
}

/// `lesson` is null when lesson.json has a fault: then a page can only be checked by itself.
std::optional<Page> readPage(const fs::path& folder, Language language, const Lesson* lesson, Faults& faults) {
  const std::string file = std::string(key(language)) + ".md";
  const Result<std::string> text = readLessonFile(folder, file, kMaxPage);
  if (!text) return faults.push_back(text.error()), std::nullopt;
  Result<Page> page = parsePage(*text, (folder.filename() / file).string());
  if (!page) return faults.push_back(page.error()), std::nullopt;
  if (lesson) checkPage(*lesson, *page, language, folder.filename().string(), faults);
  for (const Page::Picture& picture : page->pictures)
    if (Result<void> sound = checkPicture(folder, picture); !sound) faults.push_back(sound.error());
  return *std::move(page);
}

/// The one way a lesson is read. Complete only when `faults` is empty afterwards.
Lesson readFolder(const fs::path& given, Faults& faults) {
  const fs::path folder = given.has_filename() ? given : given.parent_path();
  Result<Lesson> read = readJson(folder);
  if (!read) faults.push_back(read.error());
  Lesson lesson = read ? *std::move(read) : Lesson();
  lesson.folder = folder;
  const Lesson* known = faults.empty() ? &lesson : nullptr;
  for (Language language : kLanguages)
    if (std::optional<Page> page = readPage(folder, language, known, faults)) lesson.pages[static_cast<std::size_t>(language)] = *std::move(page);
  lesson.setup.project.title = lesson.page(Language::English).title;
  return lesson;
}

}  // namespace

Result<std::string> readLessonFile(const fs::path& folder, const std::string& name, std::int64_t limit) {
  const std::string place = (folder.filename() / name).string();
  std::error_code failed;
  const fs::file_status status = fs::symlink_status(folder / name, failed);
  if (status.type() == fs::file_type::not_found) return Error(GB_TEXT("engine", "The lesson has no file %1.").arg(name), place);
  if (status.type() != fs::file_type::regular) return Error(GB_TEXT("engine", "%1 is not a plain file in the lesson's folder.").arg(name), place);
  Result<std::string> bytes = readWholeFile(folder / name, limit);
  if (!bytes) return Error(bytes.error().what, place, bytes.error().hint);
  return bytes;
}

Result<std::string> readDrawing(const fs::path& folder, const std::string& name) {
  Result<std::string> bytes = readLessonFile(folder, name, kMaxPicture);
  if (!bytes) return bytes;
  std::string small = *bytes;
  std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  if (small.find("<svg") == std::string::npos) return Error(GB_TEXT("engine", "%1 is not an SVG drawing.").arg(name));
  for (const char* word : {"<script", "<!entity", "<!doctype", "<foreignobject", "<image", "<use", "href", "url(", "@import", "<?xml-stylesheet", "<style", ":script", "<animate", "<set", "onload", "onclick", "onbegin"})
    if (small.find(word) != std::string::npos)
      return Error(GB_TEXT("engine", "%1 holds \"%2\"; a lesson's drawing may only draw.").arg(name).arg(std::string(word)));
  return bytes;
}

Result<Lesson> loadLesson(const fs::path& folder) {
  Faults faults;
  Lesson lesson = readFolder(folder, faults);
  if (!faults.empty()) return faults.front();
  return lesson;
}

std::vector<Error> lessonFaults(const fs::path& folder) {
  Faults faults;
  readFolder(folder, faults);
  return faults;
}

Result<std::vector<LessonEntry>> listLessons(const fs::path& folder) {
  std::error_code failed;
  std::vector<fs::path> found;
  for (fs::directory_iterator files(folder, failed), end; !failed && files != end; files.increment(failed)) {
    std::error_code ignored;  // what cannot be looked at is no lesson
    if (files->is_directory(ignored) && fs::exists(files->path() / "lesson.json", ignored)) found.push_back(files->path());
  }
  if (failed) return Error(GB_TEXT("engine", "The folder %1 cannot be listed: %2.").arg(folder.filename().string()).arg(failed.message()), folder.string());
  std::sort(found.begin(), found.end());
  std::vector<LessonEntry> entries;
  std::set<std::string> ids;
  std::set<int> numbers;
  for (const fs::path& path : found) {
    Result<Lesson> lesson = loadLesson(path);
    if (lesson && !ids.insert(lesson->id).second) lesson = Error(GB_TEXT("engine", "Another lesson in this folder has the id \"%1\" too.").arg(lesson->id), path.filename().string());
    else if (lesson && !numbers.insert(lesson->number).second) lesson = Error(GB_TEXT("engine", "Another lesson in this folder has the number %1 too.").arg(lesson->number), path.filename().string());
    entries.push_back({path, std::move(lesson)});
  }
  return entries;
}

}  // namespace glassbox
