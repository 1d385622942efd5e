// lesson.json, read strictly: every key, kind and reference is checked where it stands.
#include <algorithm>
#include <cmath>
#include <set>

#include "engine/io/json_reader.h"
#include "engine/lesson/check_support.h"
#include "engine/lesson/lesson_reader.h"
#include "engine/lesson/question_reader.h"
#include "engine/lesson/task_check.h"

namespace glassbox {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMaxLessons = 1'000;

std::string shown(const std::string& text) { return text.substr(0, 60); }

/// Letters, digits, _ and -; small.
bool isLessonId(const std::string& id) {
  return !id.empty() && id.size() <= 60 && std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

/// No text of lesson.json hides control characters (as \u escapes they are good JSON) or marks of direction.
void refuseMarks(JsonValue value, JsonFaults& faults) {
  if (value.kind() == JsonKind::Text) {
    const std::string text = value.text();
    for (std::size_t i = 0; i < text.size() && faults.ok(); ++i) {
      const auto c = static_cast<unsigned char>(text[i]);
      if (c < 0x20 || c == 0x7F) faults.report(value, GB_TEXT("engine", "A control character stands here."));
      else if (isDirectionMark(std::string_view(text).substr(i))) faults.report(value, GB_TEXT("engine", "A hidden mark that changes the reading direction stands here."));
    }
  }
  value.forEach([&](JsonValue item) { refuseMarks(item, faults); });
  value.forEachMember([&](JsonValue key, JsonValue member) { refuseMarks(key, faults), refuseMarks(member, faults); });
}

/// Reads lesson.json. Where the tasks and questions stand is kept, for faults that only the pages show.
class LessonReader {
 public:
  LessonReader(JsonValue root, const fs::path& folder) : m_root(root), m_folder(folder) {}

  Result<Lesson> read() {
    if (refuseMarks(m_root, m_faults); !m_faults.ok()) return m_faults.first();
    JsonReader from(m_root, m_faults);
    const std::int64_t version = from.integer("glassbox_lesson", 1, kJsonWhole);
    if (version > Lesson::kVersion)
      return Error(GB_TEXT("engine", "This lesson was written for a newer Glassbox: its version is %1, and this program reads up to %2.").arg(version).arg(Lesson::kVersion), placeOf("glassbox_lesson"));
    m_lesson.id = readLessonId(from, "id");
    m_lesson.block = from.text("block");
    if (m_faults.ok() && (m_lesson.block.size() != 1 || m_lesson.block[0] < 'A' || m_lesson.block[0] > 'F'))
      m_faults.report(*m_root.find("block"), GB_TEXT("engine", "\"block\" should be one letter from A to F."));
    m_lesson.number = static_cast<int>(from.integer("number", 1, kMaxLessons));
    m_lesson.minutes = static_cast<int>(from.integer("minutes", 1, 600));
    m_lesson.skills = readWords(from, "skills", lessonSkills());
    if (m_faults.ok() && m_lesson.skills.empty()) m_faults.report(m_root, GB_TEXT("engine", "The lesson names no skill in \"skills\"."));
    from.require("setup");
    if (const auto setup = from.object("setup")) readSetup(*setup);
    if (const auto questions = from.array("questions")) questions->forEach([&](JsonValue item) { if (m_faults.ok()) readQuestion(item); });
    from.require("tasks");
    if (const auto tasks = from.array("tasks")) {
      if (tasks->size() == 0) m_faults.report(*tasks, GB_TEXT("engine", "The lesson has no task."));
      tasks->forEach([&](JsonValue item) { if (m_faults.ok()) readTask(item); });
    }
    from.require("sources");
    if (const auto sources = from.array("sources")) {
      if (sources->size() == 0) m_faults.report(*sources, GB_TEXT("engine", "The lesson names no source."));
      sources->forEach([&](JsonValue item) { if (m_faults.ok()) readSource(item); });
    }
    from.finish();
    if (!m_faults.ok()) return m_faults.first();
    return std::move(m_lesson);
  }

 private:
  std::string placeOf(std::string_view key) const {
    const std::optional<JsonValue> at = m_root.find(key);
    return (at ? *at : m_root).place();
  }

  void refuseSecond(std::set<std::string>& ids, const std::string& id, JsonValue item) {
    if (m_faults.ok() && !ids.insert(id).second) m_faults.report(*item.find("id"), GB_TEXT("engine", "The id \"%1\" is given twice.").arg(shown(id)));
  }

  /// A list of words, each one of `known` and once.
  template<class Known> std::vector<std::string> readWords(JsonReader& from, std::string_view key, const Known& known) {
    std::vector<std::string> words;
    if (const auto list = from.array(key))
      list->forEach([&](JsonValue item) {
        const std::string word = JsonReader::textOf(item, key, m_faults);
        if (!m_faults.ok()) return;
        if (std::find(known.begin(), known.end(), word) == known.end())
          m_faults.report(item, GB_TEXT("engine", "\"%1\" cannot stand in \"%2\"; known are %3.").arg(shown(word)).arg(key).arg(listOf(known)));
        else if (std::find(words.begin(), words.end(), word) != words.end())
          m_faults.report(item, GB_TEXT("engine", "\"%1\" is given twice.").arg(shown(word)));
        words.push_back(word);
      });
    return words;
  }

  // ---- values with definitions ------------------------------------------------------------------------------------------

  ParamValue readValue(JsonValue value) {
    switch (value.kind()) {
      case JsonKind::Flag: return value.flag();
      case JsonKind::Text: return value.text();
      case JsonKind::Number:
        if (const std::optional<std::int64_t> whole = value.whole()) return *whole;
        if (const std::optional<double> real = value.real()) return *real;
        [[fallthrough]];
      default: break;
    }
    m_faults.report(value, GB_TEXT("engine", "A number, words in quotes, true or false should stand here."));
    return false;
  }

  /// The members of `object` but those in `skip`, each checked against its definition. What equals a default is kept:
  /// the author wrote it.
  Params readParams(JsonValue object, std::span<const ParamDef> defs, std::span<const std::string_view> skip = {}) {
    Params params;
    object.forEachMember([&](JsonValue name, JsonValue value) {
      const std::string key = name.text();
      if (!m_faults.ok() || std::find(skip.begin(), skip.end(), key) != skip.end()) return;
      const ParamDef* def = findParam(defs, key);
      if (!def) {
        m_faults.report(name, complete(defs, Params{{key, false}}).error().what);
        return;
      }
      const Result<ParamValue> checked = checkParam(*def, readValue(value));
      if (!checked) m_faults.report(value, checked.error().what);
      else params.set(key, *checked);
    });
    return params;
  }

  // ---- set-up -----------------------------------------------------------------------------------------------------------

  /// Either "project": a .glassbox file of the folder, or "network" in one line with "data" and "training".
  void readSetup(JsonValue value) {
    JsonReader from(value, m_faults);
    LessonSetup& setup = m_lesson.setup;
    const std::vector<std::string> controls = lessonControls();
    setup.locked = readWords(from, "locked", controls);
    setup.hidden = readWords(from, "hidden", controls);
    if (const auto file = from.any("project")) {
      readProjectFile(*file);
    } else {
      const std::string line = from.text("network");
      if (m_faults.ok()) readNetwork(line, *value.find("network"));
      from.require("data");
      if (const auto data = from.object("data")) readData(*data);
      if (const auto training = from.object("training")) readTraining(*training);
    }
    from.finish();
  }

  void readProjectFile(JsonValue value) {
    const std::string name = JsonReader::textOf(value, "project", m_faults);
    if (!m_faults.ok()) return;
    const bool plain = name.ends_with(".glassbox") && isLessonId(name.substr(0, name.size() - 9));
    if (!plain) return m_faults.report(value, GB_TEXT("engine", "\"%1\" is not the name of a project in the lesson's folder.").arg(shown(name)));
    const Result<std::string> bytes = readLessonFile(m_folder, name, kMaxLessonJson);
    if (!bytes) return m_faults.report(value, bytes.error().what);
    Result<Project> project = parseProject(*bytes, (m_folder.filename() / name).string());
    if (project) refuseOutside(*project, value);
    if (project) m_lesson.setup.project = *std::move(project);
    else m_faults.report(value, GB_TEXT("engine", "%1: %2").arg(project.error().place).arg(project.error().what));
  }

  /// What the project reads lies in the lesson's folder, as a plain file: no path, no symbolic link.
  void refuseOutside(const Project& project, JsonValue value) {
    for (const std::string& file : {project.data.path, project.weights.file}) {
      if (file.empty()) continue;
      std::error_code failed;
      const bool plain = file.find_first_of("/\\:") == std::string::npos && fs::symlink_status(m_folder / file, failed).type() == fs::file_type::regular;
      if (!plain) m_faults.report(value, GB_TEXT("engine", "The project reads \"%1\", which is not a plain file in the lesson's folder.").arg(shown(file)));
    }
  }

  void readNetwork(const std::string& line, JsonValue at) {
    Result<NetworkSpec> spec = parseLine(line);
    if (spec) m_lesson.setup.project.spec = *std::move(spec);
    else m_faults.report(at, GB_TEXT("engine", "%1: %2").arg(spec.error().place).arg(spec.error().what));
  }

  /// Data of a generator; data from files come with a project file.
  void readData(JsonValue value) {
    JsonReader from(value, m_faults);
    DataSpec& data = m_lesson.setup.project.data;
    data.source = from.text("source");
    const GeneratorDef* def = findGenerator(data.source);
    if (m_faults.ok() && !def) {
      std::vector<std::string> known;
      for (const GeneratorDef* generator : allGenerators()) known.push_back(generator->key);
      return m_faults.report(*value.find("source"), GB_TEXT("engine", "There are no built-in data \"%1\"; known are %2.").arg(shown(data.source)).arg(listOf(known)));
    }
    if (const auto params = from.object("params"); params && def) data.params = readParams(*params, def->params);
    if (def) data.shares = def->shares;
    if (const auto shares = from.object("shares")) {
      JsonReader parts(*shares, m_faults);
      data.shares.validation = parts.number("validation", 0, 0.9);
      data.shares.test = parts.number("test", 0, 0.9);
      parts.finish();
    }
    data.seed = from.seed("seed", 1);
    from.finish();
  }

  void readTraining(JsonValue value) {
    static constexpr std::string_view own[] = {"seed"};
    TrainingPlan& plan = m_lesson.setup.project.plan;
    plan.values = readParams(value, planParams(), own);
    plan.seed = JsonReader(value, m_faults).seed("seed", 1);
  }

  // ---- questions, tasks, sources ------------------------------------------------------------------------------------------

  void readQuestion(JsonValue value) {
    Question question = readLessonQuestion(value, m_folder, m_faults);
    refuseSecond(m_questionIds, question.id, value);
    m_lesson.questions.push_back(std::move(question));
  }

  void readTask(JsonValue value) {
    JsonReader from(value, m_faults);
    Task task;
    task.id = readLessonId(from, "id");
    task.anyOfSeeds = static_cast<int>(from.integer("any_of_seeds", 1, 20, 1));
    from.require("conditions");
    if (const auto list = from.array("conditions")) {
      if (list->size() == 0) m_faults.report(*list, GB_TEXT("engine", "The task \"%1\" has no condition: it could never be solved.").arg(shown(task.id)));
      list->forEach([&](JsonValue item) { if (m_faults.ok()) task.conditions.push_back(readCondition(item)); });
    }
    from.require("answer");
    if (const auto list = from.array("answer")) list->forEach([&](JsonValue item) { if (m_faults.ok()) task.answer.push_back(readAction(item)); });
    if (const auto list = from.array("hints")) {
      std::set<std::string> ids;
      list->forEach([&](JsonValue item) {
        if (!m_faults.ok()) return;
        task.hints.push_back(readHint(item));
        refuseSecond(ids, task.hints.back().id, item);
      });
    }
    if (const auto measured = from.object("measured")) {
      JsonReader figures(*measured, m_faults);
      task.measured.seeds = static_cast<int>(figures.integer("seeds", 1, 1'000));
      task.measured.passed = static_cast<int>(figures.integer("passed", 0, task.measured.seeds));
      task.measured.init = figures.text("init");
      figures.finish();
    }
    from.finish();
    refuseSecond(m_taskIds, task.id, value);
    m_lesson.tasks.push_back(std::move(task));
  }

  /// The hint that is given to everybody stands on the pages only; here stand those that have a `when`.
  Hint readHint(JsonValue value) {
    JsonReader from(value, m_faults);
    Hint hint;
    hint.id = readLessonId(from, "id");
    from.require("grades");
    if (const auto list = from.array("grades")) {
      if (list->size() == 0) m_faults.report(*list, GB_TEXT("engine", "The hint \"%1\" has no grade: it could never be given.").arg(shown(hint.id)));
      list->forEach([&](JsonValue item) {
        const auto grade = static_cast<int>(JsonReader::integerOf(item, "grades", 1, kHintGrades, m_faults));
        if (m_faults.ok() && std::find(hint.grades.begin(), hint.grades.end(), grade) != hint.grades.end()) m_faults.report(item, GB_TEXT("engine", "\"%1\" is given twice.").arg(grade));
        hint.grades.push_back(grade);
      });
    }
    from.require("when");
    if (const auto list = from.array("when")) {
      if (list->size() == 0)
        m_faults.report(*list, GB_TEXT("engine", "The hint \"%1\" has no condition in \"when\".").arg(shown(hint.id)), GB_TEXT("engine", "The hint for everybody needs no entry here: it stands on the pages without an id."));
      list->forEach([&](JsonValue item) { if (m_faults.ok()) hint.when.push_back(readCondition(item)); });
    }
    from.finish();
    return hint;
  }

  Condition readCondition(JsonValue value) {
    Condition condition;
    JsonReader from(value, m_faults);
    condition.kind = from.text("kind");
    const CheckDef* def = findCheck(condition.kind);
    if (m_faults.ok() && !def) {
      std::vector<std::string> known;
      for (const CheckDef& check : allChecks()) known.push_back(check.key);
      m_faults.report(*value.find("kind"), GB_TEXT("engine", "There is no condition \"%1\"; known are %2.").arg(shown(condition.kind)).arg(listOf(known)));
    }
    if (!def || !m_faults.ok()) return condition;
    static constexpr std::string_view own[] = {"kind"};
    for (const std::string& key : def->required) from.require(key);
    const Params given = readParams(value, def->params, own);
    if (!m_faults.ok()) return condition;
    condition.params = *complete(def->params, given);
    if (def->sound)
      if (Result<void> sound = def->sound(condition.params); !sound) m_faults.report(value, sound.error().what);
    if (def->key == "number" || def->key == "choice" || def->key == "drawn") checkAnswerOf(condition, value);
    return condition;
  }

  const Question* questionOf(const std::string& id, JsonValue at) {
    const Question* question = m_lesson.findQuestion(id);
    if (!question) m_faults.report(at, GB_TEXT("engine", "The lesson has no question \"%1\".").arg(shown(id)));
    return question;
  }

  void checkAnswerOf(const Condition& condition, JsonValue value) {
    const Question* question = questionOf(condition.params.words("question"), *value.find("question"));
    if (!question) return;
    const bool chosen = question->kind == QuestionKind::Choice || question->kind == QuestionKind::Region;
    if (condition.kind != (chosen ? "choice" : question->kind == QuestionKind::Curve ? "drawn" : "number"))
      m_faults.report(*value.find("kind"), GB_TEXT("engine", "The question \"%1\" is answered in another way: its kind and this one should be the same.").arg(question->id));
    else if (chosen) checkLessonChoice(*question, condition.params.words("is"), *value.find("is"), m_faults);
  }

  /// A model answer does what a learner can do: nothing that the set-up locks or hides.
  void refuseLocked(const std::string& verb, JsonValue value) {
    std::string control = verb == "set_weight" ? "weights" : verb == "network" ? "network" : "";
    if (const std::optional<JsonValue> key = value.find("key"); verb == "set" && key && key->kind() == JsonKind::Text) control = key->text();
    const auto names = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), control) != list.end(); };
    if (m_faults.ok() && (names(m_lesson.setup.locked) || names(m_lesson.setup.hidden)))
      m_faults.report(value, GB_TEXT("engine", "This answer changes \"%1\", which the set-up locks or hides: a learner could not do it.").arg(control));
  }

  Action readAction(JsonValue value) {
    JsonReader from(value, m_faults);
    Action action;
    const std::string verb = from.text("do");
    refuseLocked(verb, value);
    if (verb == "set") {
      action.kind = ActionKind::Set;
      action.name = from.text("key");
      from.require("to");
      const ParamDef* def = findParam(planParams(), action.name);
      if (m_faults.ok() && !def) m_faults.report(*value.find("key"), complete(planParams(), Params{{action.name, false}}).error().what);
      if (const auto to = from.any("to"); to && def) {
        const Result<ParamValue> checked = checkParam(*def, readValue(*to));
        if (checked) action.value = *checked;
        else m_faults.report(*to, checked.error().what);
      }
    } else if (verb == "set_weight") {
      action.kind = ActionKind::SetWeight;
      action.name = from.text("weight");
      action.value = from.number("to", -1e30, 1e30);
    } else if (verb == "network") {
      action.kind = ActionKind::Network;
      const std::string line = from.text("line");
      action.value = line;
      if (m_faults.ok())
        if (Result<NetworkSpec> spec = parseLine(line); !spec) m_faults.report(*value.find("line"), GB_TEXT("engine", "%1: %2").arg(spec.error().place).arg(spec.error().what));
    } else if (verb == "run") {
      action.value = from.integer("steps", 1, 100'000'000);
    } else if (verb == "reset") {
      action.kind = ActionKind::Reset;
    } else if (verb == "answer") {
      action.kind = ActionKind::Answer;
      action.name = from.text("question");
      from.require("with");
      const auto with = from.any("with");
      const Question* question = m_faults.ok() ? questionOf(action.name, *value.find("question")) : nullptr;
      if (with && question) {
        const AnswerValue answer = readModelAnswer(*question, *with, m_faults);
        if (const double* number = std::get_if<double>(&answer)) action.value = *number;
        else if (const std::string* choice = std::get_if<std::string>(&answer)) action.value = *choice;
        else action.drawn = std::get<DrawnCurve>(answer);
      }
    } else if (verb == "sweep") {
      action.kind = ActionKind::Sweep;
      action.name = from.text("key");
      action.value = from.integer("values", 1, 1000);
      action.count = static_cast<int>(from.integer("seeds", 1, 20));
      if (m_faults.ok())
        if (Result<void> known = checkSweepKey(action.name); !known) m_faults.report(*value.find("key"), known.error().what);
    } else if (verb == "fill") {
      action.kind = ActionKind::Fill;
      action.name = from.text("array");
      action.value = from.integer("numbers", 1, 1000);
    } else if (m_faults.ok()) {
      m_faults.report(*value.find("do"), GB_TEXT("engine", "There is no action \"%1\"; known are set, set_weight, network, run, reset, answer, sweep, fill.").arg(shown(verb)));
    }
    from.finish();
    return action;
  }

  void readSource(JsonValue value) {
    JsonReader from(value, m_faults);
    Source source;
    source.title = from.text("title");
    source.authors = from.text("authors");
    source.year = static_cast<int>(from.integer("year", 1500, 2100));
    source.url = from.text("url", "");
    if (m_faults.ok() && !source.url.empty() && !source.url.starts_with("https://"))
      m_faults.report(*value.find("url"), GB_TEXT("engine", "The address \"%1\" should begin with https://.").arg(shown(source.url)));
    from.finish();
    m_lesson.sources.push_back(std::move(source));
  }

  JsonValue m_root;
  fs::path m_folder;
  JsonFaults m_faults;
  Lesson m_lesson;
  std::set<std::string> m_questionIds, m_taskIds;
};

}  // namespace

std::string readLessonId(JsonReader& from, std::string_view key) {
  std::string id = from.text(key);
  if (from.faults().ok() && !isLessonId(id))
    from.faults().report(*from.value().find(key), GB_TEXT("engine", "\"%1\" is not an id: small letters, digits, - and _, at most 60.").arg(shown(id)));
  return id;
}

void checkLessonChoice(const Question& question, const std::string& choice, JsonValue at, JsonFaults& faults) {
  if (std::find(question.choices.begin(), question.choices.end(), choice) == question.choices.end())
    faults.report(at, GB_TEXT("engine", "The question \"%1\" has no choice \"%2\".").arg(question.id).arg(shown(choice)));
}

Result<Lesson> readLessonJson(JsonValue root, const fs::path& folder) { return LessonReader(root, folder).read(); }

}  // namespace glassbox
