#include "engine/lesson/grade.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "engine/io/checkpoint.h"

namespace glassbox {
namespace {

using Clock = std::chrono::steady_clock;

/// The question whose answer a condition reads; empty: none.
std::string questionOf(const Condition& condition) {
  if (condition.kind == "number" || condition.kind == "choice" || condition.kind == "drawn") return condition.params.words("question");
  return condition.kind == "figure" ? condition.params.words("threshold") : "";
}

TaskGrade judge(const Task& task, const LabState& state) {
  TaskGrade grade;
  grade.task = task.id;
  const TaskState checked = checkTask(task, state);
  bool met = true;
  for (std::size_t i = 0; i < task.conditions.size(); ++i) {
    if (const std::string question = questionOf(task.conditions[i]); !question.empty()) {
      grade.questions.push_back(question);
      continue;
    }
    if (task.conditions[i].kind == "sweep" || task.conditions[i].kind == "filled") {
      grade.deeds = true;
      continue;
    }
    met = met && checked.conditions[i].met;
    grade.conditions.push_back(checked.conditions[i]);
  }
  grade.verdict = !met ? Verdict::Failed : grade.questions.empty() && !grade.deeds ? Verdict::Passed : Verdict::NotJudged;
  return grade;
}

/// One project on its way through all its runs.
class Grader {
 public:
  Grader(Project project, std::filesystem::path file, const Lesson& lesson, const GradeOptions& options)
      : m_project(std::move(project)), m_file(std::move(file)), m_lesson(lesson), m_options(options), m_begin(Clock::now()) {}

  Result<ProjectGrade> grade() {
    if (Result<void> done = loadData(); !done) return done.error();
    const RecordedRun* shown = m_project.shown();
    for (const RecordedRun& run : m_project.runs)
      if (&run != shown && run.steps > 0)
        if (Result<void> done = repeat(run); !done) return done.error();
    if (shown && shown->steps > 0)  // the last: its state is the project's
      if (Result<void> done = repeat(*shown); !done) return done.error();
    if (!shown || shown->steps == 0 || shown->network || m_states.empty())
      if (Result<void> done = withoutRun(); !done) return done.error();
    for (const Task& task : m_lesson.tasks) m_grade.tasks.push_back(best(task));
    return std::move(m_grade);
  }

 private:
  Result<void> loadData() {
    Result<DatasetPtr> lessons = load(m_lesson.setup.project.data, m_lesson.folder);
    if (!lessons) return lessons.error();
    m_notes.startData = (*lessons)->hash;
    if (m_project.data == m_lesson.setup.project.data) {
      m_data = *lessons;
      return {};
    }
    Result<DatasetPtr> own = load(m_project.data, m_file.parent_path());
    if (!own) return own.error();
    m_data = *own;
    return {};
  }

  RunSetup setupOf(const NetworkSpec& spec, const TrainingPlan& plan) const {
    RunSetup setup;
    setup.spec = std::make_shared<const NetworkSpec>(spec);
    setup.plan = plan;
    setup.plan.values.set("portable", true);
    setup.data = m_data;
    setup.threads = m_options.threads;
    return setup;
  }

  /// A rule that looks at a clock would end the run elsewhere on this computer; its steps are known.
  static TrainingPlan withoutClock(TrainingPlan plan) {
    plan.values.erase("seconds");
    return plan;
  }

  Result<void> repeat(const RecordedRun& run) {
    const std::string called = run.name.empty() ? run.id : run.name;
    if (run.dataHash != m_data->hash) {
      m_grade.remarks.push_back(GB_TEXT("engine", "The run %1 was made on other data and is left out.").arg(called));
      return {};
    }
    RunSetup setup = setupOf(run.network ? *run.network : m_project.spec, withoutClock(run.plan));
    setup.changes = run.changes;
    m_notes.plan = setup.plan;
    m_notes.edited = false;
    Result<std::unique_ptr<Trainer>> created = Trainer::create(std::move(setup));
    if (!created) {
      m_grade.remarks.push_back(GB_TEXT("engine", "The run %1 cannot be repeated: %2").arg(called).arg(created.error().what));
      return {};
    }
    Trainer& trainer = **created;
    trainer.runSteps(run.steps);
    while (trainer.running()) {
      if (std::chrono::duration<double>(Clock::now() - m_begin).count() > m_options.seconds) {
        trainer.pause();
        trainer.waitUntilIdle();
        return Error(GB_TEXT("engine", "Repeating the run %1 takes longer than %2 s; it is at step %3 of %4.").arg(called).arg(m_options.seconds).arg(trainer.status().step).arg(run.steps),
                     m_file.string(), GB_TEXT("engine", "Allow more time, or look at this project in the lab."));
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    m_grade.steps = trainer.status().step;
    m_grade.fingerprint = trainer.fingerprint();
    const Result<PlanValues> plan = planValues(run.plan);
    if (plan && plan->portable && !run.fingerprint.empty() && run.fingerprint != m_grade.fingerprint)
      m_grade.remarks.push_back(GB_TEXT("engine", "The run %1 comes out otherwise than the file says: a weight was set by hand, or the file was changed.").arg(called));
    keep(observe(trainer, m_notes));
    return {};
  }

  /// The project's network as it was left, with no step taken: its saved weights, or those that its seed draws.
  Result<void> withoutRun() {
    RunSetup setup = setupOf(m_project.spec, m_project.plan);
    m_notes.plan = setup.plan;
    m_notes.edited = false;
    Result<std::unique_ptr<Trainer>> created = Trainer::create(std::move(setup));
    if (!created) {
      m_grade.remarks.push_back(GB_TEXT("engine", "The network cannot be trained as it is: %1").arg(created.error().what));
      keep(labAt({}, analyse(m_project.spec), m_data, m_notes));
      return {};
    }
    Trainer& trainer = **created;
    const bool trained = std::any_of(m_project.runs.begin(), m_project.runs.end(), [](const RecordedRun& run) { return run.steps > 0; });
    if (!m_project.weights.file.empty() && !trained) {
      Result<TensorFile> weights = readProjectWeights(m_project, m_file);
      if (!weights) return weights.error();
      const std::span<const float> now = std::as_const(trainer).network().weights();
      const std::vector<float> drawn(now.begin(), now.end());
      if (Result<void> done = weightsFromFile(trainer.network(), *weights, m_data.get(), m_project.weights.file); !done) return done;
      const std::span<const float> saved = std::as_const(trainer).network().weights();
      m_notes.edited = !std::equal(drawn.begin(), drawn.end(), saved.begin());
    }
    keep(observe(trainer, m_notes));
    return {};
  }

  void keep(LabState state) {
    m_notes.earlier = state.earlier;
    if (state.now.steps > 0) m_notes.earlier.push_back(state.now);
    m_states.push_back(std::move(state));
  }

  TaskGrade best(const Task& task) const {
    TaskGrade last = judge(task, m_states.back());
    for (auto state = m_states.rbegin(); state != m_states.rend() && last.verdict == Verdict::Failed; ++state)
      if (TaskGrade grade = judge(task, *state); grade.verdict != Verdict::Failed) return grade;
    return last;
  }

  Project m_project;
  std::filesystem::path m_file;
  const Lesson& m_lesson;
  GradeOptions m_options;
  Clock::time_point m_begin;
  DatasetPtr m_data;
  LabNotes m_notes;
  std::vector<LabState> m_states;  // at the end of each run; the project's own is the last
  ProjectGrade m_grade;
};

}  // namespace

const char* name(Verdict verdict) {
  switch (verdict) {
    case Verdict::Passed: return "passed";
    case Verdict::Failed: return "failed";
    case Verdict::NotJudged: break;
  }
  return "not judged";
}

Result<ProjectGrade> gradeProject(const std::filesystem::path& file, const Lesson& lesson, const GradeOptions& options) {
  Result<Project> project = readProject(file);
  if (!project) return project.error();
  return Grader(*std::move(project), file, lesson, options).grade();
}

}  // namespace glassbox
