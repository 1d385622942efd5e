#include "engine/lesson/verify.h"

#include <algorithm>
#include <cmath>

#include "engine/io/json_writer.h"
#include "engine/lesson/headless_lab.h"

namespace glassbox {
namespace {

constexpr double kLeastChance = 0.95;  // where any of k seeds will do

bool trains(const Task& task) {
  return std::any_of(task.answer.begin(), task.answer.end(), [](const Action& action) { return action.kind == ActionKind::Run; });
}

/// A task that only asks for answers looks at no model.
bool looksAtModel(const Task& task) {
  return std::any_of(task.conditions.begin(), task.conditions.end(), [](const Condition& c) { return c.kind != "number" && c.kind != "choice"; });
}

SeedResult resultOf(const Task& task, const LabState& state, std::uint64_t seed) {
  TaskState checked = checkTask(task, state);
  return {seed, checked.passed, std::move(checked.conditions), std::nullopt};
}

/// Opens a lab, carries out `actions` and checks the task.
SeedResult attempt(const Lesson& lesson, const Task& task, const std::vector<Action>& actions, const HeadlessLab::Options& options) {
  Result<HeadlessLab> lab = HeadlessLab::open(lesson.setup, lesson.folder, options);
  if (!lab) return {options.seed, false, {}, lab.error()};
  for (const Action& action : actions) {
    if (Result<void> done = lab->perform(action); done) continue;
    else {
      SeedResult result = resultOf(task, lab->state(), options.seed);
      result.refused = done.error();
      return result;
    }
  }
  return resultOf(task, lab->state(), options.seed);
}

std::vector<Action> withRateZero(const Task& task) {
  std::vector<Action> actions{{ActionKind::Set, "rate", 0.0}};
  for (const Action& action : task.answer)
    if (action.kind != ActionKind::Set || action.name != "rate") actions.push_back(action);
  return actions;
}

std::vector<Action> withOneStep(const Task& task) {
  std::vector<Action> actions = task.answer;
  for (Action& action : actions)
    if (action.kind == ActionKind::Run) action.value = std::int64_t{1};
  return actions;
}

bool asksFor(const Task& task, const std::string& question) {
  return std::any_of(task.conditions.begin(), task.conditions.end(), [&](const Condition& c) {
    const auto* asked = std::get_if<std::string>(c.params.find("question"));
    const bool judged = c.kind == "number" || c.kind == "choice" || (c.kind == "drawn" && c.params.find("within"));
    return judged && asked && *asked == question;
  });
}

/// The answer becomes a number far from it, the first choice that was not meant, or a curve along the farther edge of the paper.
void answerOtherwise(const Lesson& lesson, Action& answer) {
  if (const double* number = std::get_if<double>(&answer.value)) {
    answer.value = *number + std::abs(*number) + 1;
  } else if (const std::string* choice = std::get_if<std::string>(&answer.value)) {
    const std::vector<std::string>& choices = lesson.findQuestion(answer.name)->choices;
    answer.value = choices[0] == *choice ? choices[1] : choices[0];
  }
  const CurveAxes& axes = answer.drawn.axes;
  for (double& height : answer.drawn.heights) height = height - axes.least < axes.most - height ? axes.most : axes.least;
}

std::vector<BrokenResult> tryBroken(const Lesson& lesson, const Task& task) {
  std::vector<BrokenResult> out;
  HeadlessLab::Options plain, shuffled, shorter;
  plain.seed = shuffled.seed = shorter.seed = lesson.setup.project.plan.seed;
  shuffled.shuffleTargets = true;
  shorter.removeLayer = true;
  if (trains(task)) {
    out.push_back({Breakage::RateZero, attempt(lesson, task, withRateZero(task), plain)});
    out.push_back({Breakage::OneStep, attempt(lesson, task, withOneStep(task), plain)});
  }
  if (looksAtModel(task)) {
    out.push_back({Breakage::TargetsShuffled, attempt(lesson, task, task.answer, shuffled)});
    out.push_back({Breakage::LayerRemoved, attempt(lesson, task, task.answer, shorter)});
  }
  for (std::size_t i = 0; i < task.answer.size(); ++i) {
    if (task.answer[i].kind != ActionKind::Answer || !asksFor(task, task.answer[i].name)) continue;
    std::vector<Action> actions = task.answer;
    answerOtherwise(lesson, actions[i]);
    out.push_back({Breakage::AnswerChanged, attempt(lesson, task, actions, plain)});
  }
  return out;
}

/// Whether the figures that the lesson keeps are the ones that came out now.
void compareMeasured(const Lesson& lesson, const Task& task, TaskProof& report) {
  if (!trains(task)) return;
  const int seeds = static_cast<int>(report.answer.size());
  const Result<PlanValues> plan = planValues(lesson.setup.project.plan);
  std::string init = plan ? plan->init : "";
  for (const Action& action : task.answer)
    if (action.kind == ActionKind::Set && action.name == "init") init = std::get<std::string>(action.value);
  if (task.measured.seeds == 0)
    report.faults.push_back(GB_TEXT("engine", "The lesson keeps no figures for this task: \"measured\" should say seeds %1, passed %2, init %3.").arg(seeds).arg(report.passed()).arg(init));
  else if (task.measured.init != init || (task.measured.seeds == seeds && task.measured.passed != report.passed()))
    report.faults.push_back(GB_TEXT("engine", "The lesson says %1 of %2 seeds with %3; now it is %4 of %5 with %6.")
                                .arg(task.measured.passed).arg(task.measured.seeds).arg(task.measured.init).arg(report.passed()).arg(seeds).arg(init));
}

/// Whether the lesson's data give a curve that can be laid beside a drawn one.
bool isMeasured(const Dataset& data, const std::string& metric) {
  const bool part = metric == "loss" || (metric.starts_with("test") ? data.test : data.validation) > 0;
  return part && (!metric.ends_with("accuracy") || data.task != DataTask::Regression);
}

void checkCurves(const Lesson& lesson, std::vector<Text>& faults) {
  const Result<DatasetPtr> data = load(lesson.setup.project.data, lesson.folder);
  if (!data) return;  // each task says so
  for (const Question& question : lesson.questions)
    if (question.kind == QuestionKind::Curve && !isMeasured(**data, question.axes.metric))
      faults.push_back(GB_TEXT("engine", "The question \"%1\" asks for a curve of %2, which these data do not give.").arg(question.id).arg(question.axes.metric));
}

/// Whether every condition of `few` is among `many`: then `few` hold whenever `many` do.
bool isAmong(const std::vector<Condition>& few, const std::vector<Condition>& many) {
  return std::all_of(few.begin(), few.end(), [&](const Condition& one) { return std::find(many.begin(), many.end(), one) != many.end(); });
}

bool shareGrade(const Hint& a, const Hint& b) {
  return std::any_of(a.grades.begin(), a.grades.end(), [&](int grade) { return std::find(b.grades.begin(), b.grades.end(), grade) != b.grades.end(); });
}

/// By what is written alone: each grade has a hint for everybody, and no hint can never be given.
void checkHints(const Lesson& lesson, const Task& task, std::vector<Text>& faults) {
  for (Language language : kLanguages)
    for (int grade = 1; grade <= kHintGrades; ++grade)
      if (!lesson.page(language).find(BlockKind::Hint, task.id, grade))
        faults.push_back(GB_TEXT("engine", "The page %1 has no hint of grade %2 for everybody.").arg(key(language)).arg(grade));
  for (auto hint = task.hints.begin(); hint != task.hints.end(); ++hint) {
    if (isAmong(task.conditions, hint->when)) faults.push_back(GB_TEXT("engine", "The hint \"%1\" can never be given: when it would be, the task is solved.").arg(hint->id));
    for (auto before = task.hints.begin(); before != hint; ++before)
      if (shareGrade(*before, *hint) && isAmong(before->when, hint->when))
        faults.push_back(GB_TEXT("engine", "The hint \"%1\" can never be given in a grade of \"%2\", which stands before it and fits whenever it does.").arg(hint->id).arg(before->id));
  }
}

TaskProof verifyTask(const Lesson& lesson, const Task& task, const VerifyOptions& options) {
  TaskProof report;
  report.task = task.id;
  for (int i = 1; i <= options.seeds; ++i) {
    HeadlessLab::Options lab;
    lab.seed = static_cast<std::uint64_t>(i);
    report.start.push_back(attempt(lesson, task, {}, lab));
    report.answer.push_back(attempt(lesson, task, task.answer, lab));
    if (report.start.back().refused) report.faults.push_back(GB_TEXT("engine", "The lab cannot be set up: %1").arg(report.start.back().refused->what));
    if (report.start.back().passed) report.faults.push_back(GB_TEXT("engine", "With seed %1 the task is solved before anything was done.").arg(i));
    if (const auto& refused = report.answer.back().refused) report.faults.push_back(GB_TEXT("engine", "With seed %1 the model answer cannot be carried out: %2").arg(i).arg(refused->what));
  }
  const double share = static_cast<double>(report.passed()) / options.seeds;
  const double chance = 1 - std::pow(1 - share, task.anyOfSeeds);
  if (task.anyOfSeeds == 1 ? report.passed() < options.seeds : chance < kLeastChance)
    report.faults.push_back(GB_TEXT("engine", "The model answer passes with %1 of %2 seeds.").arg(report.passed()).arg(options.seeds));
  report.broken = tryBroken(lesson, task);
  for (const BrokenResult& broken : report.broken) {
    // Without its last layer a network need not be one: that it is refused is how the answer fails.
    if (broken.result.refused && broken.breakage != Breakage::LayerRemoved)
      report.faults.push_back(GB_TEXT("engine", "The broken model answer (%1) cannot be carried out, so it proves nothing: %2").arg(name(broken.breakage)).arg(broken.result.refused->what));
    if (broken.result.passed) report.faults.push_back(GB_TEXT("engine", "The model answer passes although it was broken (%1).").arg(name(broken.breakage)));
  }
  compareMeasured(lesson, task, report);
  checkHints(lesson, task, report.faults);
  return report;
}

// ---- one line of JSON -----------------------------------------------------------------------------------------------------

void writeReading(JsonWriter& out, const Reading& reading) {
  if (reading.number) out.number(*reading.number);
  else out.text(english(reading.words));
}

void writeSeed(JsonWriter& out, const SeedResult& seed) {
  out.beginObject();
  out.seed("seed", seed.seed);
  out.flag("passed", seed.passed);
  out.key("now");
  out.beginArray();
  for (const ConditionState& condition : seed.conditions) writeReading(out, condition.now);
  out.end();
  if (seed.refused) out.key("refused"), out.text(english(*seed.refused));
  out.end();
}

/// With the conditions that stopped it.
void writeBroken(JsonWriter& out, const BrokenResult& broken) {
  out.beginObject();
  out.text("how", name(broken.breakage));
  out.text("result", broken.result.passed ? "passes" : "fails");
  out.key("missed");
  out.beginArray();
  for (const ConditionState& condition : broken.result.conditions)
    if (!condition.met) out.text(english(condition.label));
  out.end();
  if (broken.result.refused) out.key("refused"), out.text(english(*broken.result.refused));
  out.end();
}

}  // namespace

const char* name(Breakage breakage) {
  switch (breakage) {
    case Breakage::RateZero: return "rate_zero";
    case Breakage::OneStep: return "one_step";
    case Breakage::TargetsShuffled: return "targets_shuffled";
    case Breakage::LayerRemoved: return "layer_removed";
    case Breakage::AnswerChanged: break;
  }
  return "answer_changed";
}

int TaskProof::passed() const {
  return static_cast<int>(std::count_if(answer.begin(), answer.end(), [](const SeedResult& seed) { return seed.passed; }));
}

bool LessonProof::sound() const {
  return faults.empty() && std::all_of(tasks.begin(), tasks.end(), [](const TaskProof& task) { return task.faults.empty(); });
}

LessonProof verifyLesson(const Lesson& lesson, const Glossary& glossary, const VerifyOptions& options) {
  LessonProof report;
  report.lesson = lesson.id;
  for (Language language : kLanguages) {
    const Page& page = lesson.page(language);
    const int words = countWords(page.plain);
    report.words[static_cast<std::size_t>(language)] = words;
    if (words < options.leastWords || words > options.mostWords)
      report.faults.push_back(GB_TEXT("engine", "The page %1 has %2 words; a lesson has %3 to %4.").arg(key(language)).arg(words).arg(options.leastWords).arg(options.mostWords));
    if (page.formulas == 0) report.faults.push_back(GB_TEXT("engine", "The page %1 has no formula.").arg(key(language)));
  }
  const auto text = [&](Language language) { return lesson.page(language).plain + lesson.page(language).variants; };
  for (Text& fault : checkTerms(glossary, text(Language::English), text(Language::Chinese))) report.faults.push_back(std::move(fault));
  checkCurves(lesson, report.faults);
  for (const Task& task : lesson.tasks) report.tasks.push_back(verifyTask(lesson, task, options));
  return report;
}

std::string jsonLine(const LessonProof& report, const TaskProof& task) {
  JsonWriter out;
  out.beginObject(JsonWriter::Form::Inline);
  out.text("lesson", report.lesson);
  out.text("task", task.task);
  out.flag("sound", task.faults.empty());
  out.integer("seeds", static_cast<std::int64_t>(task.answer.size()));
  out.integer("passed", task.passed());
  out.integer("start_passed", std::count_if(task.start.begin(), task.start.end(), [](const SeedResult& seed) { return seed.passed; }));
  out.key("words");  // of the lesson's pages
  out.beginObject();
  for (Language language : kLanguages) out.integer(key(language), report.words[static_cast<std::size_t>(language)]);
  out.end();
  out.key("conditions");
  out.beginArray();
  if (!task.answer.empty())
    for (const ConditionState& condition : task.answer[0].conditions) {
      out.beginObject();
      out.text("label", english(condition.label));
      out.key("needed");
      writeReading(out, condition.needed);
      out.end();
    }
  out.end();
  out.key("figures");
  out.beginArray();
  for (const SeedResult& seed : task.answer) writeSeed(out, seed);
  out.end();
  out.key("broken");
  out.beginArray();
  for (const BrokenResult& broken : task.broken) writeBroken(out, broken);
  out.end();
  out.key("faults");
  out.beginArray();
  for (const Text& fault : task.faults) out.text(english(fault));
  out.end();
  out.end();
  std::string line = out.take();
  while (line.ends_with('\n')) line.pop_back();
  return line;
}

}  // namespace glassbox
