// What a lesson is, as pure data: a set-up of the lab, a page in each language, tasks, questions, sources. No script.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/params.h"
#include "engine/io/project.h"
#include "engine/lesson/lab_state.h"
#include "engine/lesson/page.h"
#include "engine/lesson/region.h"

namespace glassbox {

/// One measurable condition: a kind of `allChecks` and its arguments, complete and checked.
struct Condition {
  std::string kind;
  Params params;
  bool operator==(const Condition&) const = default;
};

/// What a learner would do, as data: the steps of a model answer.
enum class ActionKind {
  Set,        ///< name: a key of the plan, value
  SetWeight,  ///< name: "dense1.weight[0,0]", value: a number
  Network,    ///< value: a network in one line
  Run,        ///< value: a number of steps
  Reset,      ///< back to the initial weights
  Answer,     ///< name: a question, value: a number or the key of a choice or region; of a curve: `drawn`
  Sweep,      ///< name: what is varied, value: how many values, count: how many seeds each
  Fill,       ///< name: an array of the step, value: how many of its numbers, all right
};

struct Action {
  ActionKind kind = ActionKind::Run;
  std::string name;
  ParamValue value = false;
  int count = 1;  ///< of a sweep
  DrawnCurve drawn{};  ///< of an answer that is a curve
  bool operator==(const Action&) const = default;
};

/// How the model answer did when the lesson was written: kept beside the thresholds, compared by `verifyLesson`.
struct Measured {
  int seeds = 0, passed = 0;
  std::string init;  ///< the initializer these figures hold for
  bool operator==(const Measured&) const = default;
};

inline constexpr int kHintGrades = 3;  ///< where to look, which idea, what to do

/// A hint for learners who went a certain way: given in place of the general one of its grade while `when` holds.
struct Hint {
  std::string id;
  std::vector<int> grades;      ///< 1 to kHintGrades; each has a block on both pages
  std::vector<Condition> when;  ///< all hold
  bool operator==(const Hint&) const = default;
};

struct Task {
  std::string id;
  std::vector<Condition> conditions;  ///< all must be met at the same time
  int anyOfSeeds = 1;                 ///< where luck plays: so many new seeds may be tried
  std::vector<Action> answer;         ///< from the start of the lesson to passed
  Measured measured;
  std::vector<Hint> hints{};          ///< of several that fit, the first is given
  bool operator==(const Task&) const = default;
};

enum class QuestionKind {
  Number,
  Choice,
  Curve,   ///< drawn before the run
  Region,  ///< a click into a picture
};

/// Asked on the page, answered in the lab. A prediction must be made before Run is unlocked and is never called wrong.
struct Question {
  std::string id;
  QuestionKind kind = QuestionKind::Number;
  std::vector<std::string> choices;  ///< keys, of a Region those of `regions`; their words stand in the pages
  bool predict = false;
  CurveAxes axes{};                  ///< of a Curve
  std::string picture{};             ///< of a Region: an SVG drawing of the lesson's folder
  std::optional<PictureBox> picturePlace{};  ///< its coordinates
  std::vector<Region> regions{};     ///< where several hold a place, it is the first one's
  bool operator==(const Question&) const = default;
};

struct Source {
  std::string title, authors, url;  ///< url: https or empty
  int year = 0;
  bool operator==(const Source&) const = default;
};

/// The lab as the lesson opens it.
struct LessonSetup {
  Project project;
  std::vector<std::string> locked;  ///< controls that show their value and a padlock; keys of `lessonControls`
  std::vector<std::string> hidden;  ///< controls that are not shown
};

struct Lesson {
  static constexpr int kVersion = 1;

  std::string id;
  std::string block;  ///< "A" to "F"
  int number = 0;
  int minutes = 0;
  std::vector<std::string> skills;  ///< keys of `lessonSkills`
  LessonSetup setup;
  std::vector<Task> tasks;
  std::vector<Question> questions;
  std::vector<Source> sources;
  std::array<Page, kLanguages.size()> pages;  ///< in the order of kLanguages
  std::filesystem::path folder;               ///< where its pictures lie

  const Page& page(Language language) const { return pages[static_cast<std::size_t>(language)]; }
  const Task* findTask(std::string_view id) const;
  const Question* findQuestion(std::string_view id) const;
};

/// mathematics, building, training, data, interpretation, language_models, deployment, responsibility
std::span<const std::string_view> lessonSkills();

/// What may be locked or hidden: "network", "data", "weights", "seed", "pace" and the keys of the plan.
std::vector<std::string> lessonControls();

/// What is said when something would change a control that the lesson locks or hides; an unknown one is called by its key.
Text lockSentence(std::string_view control);

/// Reads lesson.json, en.md, zh_CN.md and looks for the pictures, all in `folder`; nothing outside it is opened.
/// Strict: an unknown key or kind, a text that is missing in one language, a task that only one side knows, an unknown
/// formula command, a picture that is not there are each one sentence with file, line and column.
Result<Lesson> loadLesson(const std::filesystem::path& folder);

/// What `loadLesson` would refuse, by the same reading: the first fault of lesson.json and of what each page is by itself,
/// and every disagreement between the pages, lesson.json and the pictures. Empty: the lesson is sound.
std::vector<Error> lessonFaults(const std::filesystem::path& folder);

struct LessonEntry {
  std::filesystem::path folder;
  Result<Lesson> lesson;
};

/// Loads each folder in `folder` that holds a lesson.json, in the order of their names. A second lesson with the same id
/// or number is a fault of its entry. Fails when `folder` cannot be listed.
Result<std::vector<LessonEntry>> listLessons(const std::filesystem::path& folder);

}  // namespace glassbox
