#include "app/lesson_desk.h"

#include "app/settings.h"
#include "engine/io/atomic_file.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/lesson_list.h"
#include "widgets/lesson/lesson_view.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

constexpr std::int64_t kMostProgress = std::int64_t{16} << 20;

} // namespace

LessonDesk::LessonDesk(Document* document, TrainingSession* session, QWidget* parent) : QWidget(parent), m_document(document), m_session(session) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_stack = new QStackedWidget(this);
  column->addWidget(m_stack);
  m_list = new LessonList(m_stack);
  m_page = new QWidget(m_stack);
  auto* page = new QVBoxLayout(m_page);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  m_back = new QPushButton(m_page);
  m_back->setProperty("flat", true);
  m_back->setProperty("leftAligned", true);
  m_back->setIcon(icon("left"));
  m_view = new LessonView(m_page);
  page->addWidget(m_back);
  page->addWidget(m_view, 1);
  m_stack->addWidget(m_list);
  m_stack->addWidget(m_page);
  connect(m_back, &QPushButton::clicked, this, [this] {
    fillList();
    m_stack->setCurrentWidget(m_list);
  });
  connect(m_list, &LessonList::lessonChosen, this, &LessonDesk::lessonChosen);
  connect(m_view, &LessonView::runLockChanged, this, &LessonDesk::runLockChanged);
  connect(m_view, &LessonView::linkClicked, this, &LessonDesk::linkClicked);
  connect(m_view, &LessonView::answerCommitted, this, [this](const QString& question, const AnswerValue& answer) {
    progressOfCurrent().answers[question.toStdString()] = answer;
    saveProgress();
    check();
  });
  connect(m_view, &LessonView::hintAsked, this, [this](const QString& task, int grade) {
    int& hints = progressOfCurrent().tasks[task.toStdString()].hints;
    hints = std::max(hints, grade);
    saveProgress();
  });
  connect(m_view, &LessonView::taskPassed, this, [this](const QString& task) {
    m_progress = withAttempt(m_progress, m_current->id, task.toStdString(), true);
    saveProgress();
  });
  connect(session, &TrainingSession::restarted, this, &LessonDesk::runBegins);
  connect(session, &TrainingSession::stateChanged, this, [this](TrainingSession::State state) {
    if (state != TrainingSession::State::Running && state != TrainingSession::State::Preparing) check();
    if (state == TrainingSession::State::Ended && m_current) m_view->revealPredictions();
  });
  connect(session, &TrainingSession::ticked, this, [this] {
    if (!m_session->isRunning()) check();
  });
  setTongue(LanguageSwitch::Tongue::English);
}

LessonDesk::~LessonDesk() = default;

void LessonDesk::load(const std::filesystem::path& folder) {
  if (Result<std::vector<LessonEntry>> lessons = listLessons(folder)) m_lessons = std::move(*lessons);
  const std::filesystem::path path = Settings::progressFile().toStdString();
  if (std::filesystem::exists(path)) {
    Result<std::string> bytes = readWholeFile(path, kMostProgress);
    Result<Progress> progress = bytes ? parseProgress(*bytes, path.string()) : Result<Progress>(bytes.error());
    if (progress) m_progress = *progress;
    m_mayReplace = progress.ok();
    if (!progress) emit failed(progress.error());
  }
  fillList();
}

const Lesson* LessonDesk::findLesson(const std::string& id) const {
  for (const LessonEntry& entry : m_lessons)
    if (entry.lesson && entry.lesson->id == id) return &*entry.lesson;
  return nullptr;
}

bool LessonDesk::isDone(const Lesson& lesson) const {
  const auto at = m_progress.lessons.find(lesson.id);
  if (at == m_progress.lessons.end()) return false;
  return std::all_of(lesson.tasks.begin(), lesson.tasks.end(), [&](const Task& task) {
    const auto done = at->second.tasks.find(task.id);
    return done != at->second.tasks.end() && done->second.done;
  });
}

std::optional<WelcomeContent::LessonCard> LessonDesk::nextLesson() const {
  WelcomeContent::LessonCard card;
  const Lesson* next = nullptr;
  for (const LessonEntry& entry : m_lessons) {
    if (!entry.lesson) continue;
    ++card.total;
    if (isDone(*entry.lesson)) ++card.done;
    else if (!next) next = &*entry.lesson;
  }
  if (!next) return std::nullopt;
  card.id = QString::fromStdString(next->id);
  card.title = QString::fromStdString(next->page(m_language).title);
  card.number = next->number;
  card.minutes = next->minutes;
  return card;
}

void LessonDesk::fillList() {
  std::vector<LessonRow> rows;
  for (const LessonEntry& entry : m_lessons) {
    LessonRow row;
    if (entry.lesson) {
      const Lesson& lesson = *entry.lesson;
      row.id = QString::fromStdString(lesson.id);
      row.block = QString::fromStdString(lesson.block);
      row.number = lesson.number;
      row.title = QString::fromStdString(lesson.page(m_language).title);
      row.minutes = lesson.minutes;
      row.tasks = static_cast<int>(lesson.tasks.size());
      const auto done = m_progress.lessons.find(lesson.id);
      if (done != m_progress.lessons.end())
        for (const auto& [id, task] : done->second.tasks) row.done += task.done;
    } else {
      row.title = QString::fromStdString(entry.folder.filename().string());
      row.fault = translated(entry.lesson.error());
    }
    rows.push_back(row);
  }
  m_list->setContent(rows);
}

void LessonDesk::open(const Lesson* lesson) {
  m_current = lesson;
  m_startData = 0;
  m_earlier.clear();
  m_now.reset();
  m_view->setContent(lesson, m_language);
  if (lesson) {
    m_view->setProgress(progressOfCurrent());
    m_list->setCurrentLesson(QString::fromStdString(lesson->id));
  }
  m_stack->setCurrentWidget(lesson ? m_page : m_list);
  emit runLockChanged();
}

void LessonDesk::setTongue(LanguageSwitch::Tongue tongue) {
  m_language = tongue == LanguageSwitch::Tongue::Chinese ? Language::Chinese : Language::English;
  m_back->setText(tr("All lessons"));
  if (m_current) m_view->setContent(m_current, m_language);
  fillList();
}

QString LessonDesk::runLockReason() const { return m_current && m_view->isRunLocked() ? m_view->runLockReason() : QString(); }

/// The run before is kept: a condition may compare runs.
void LessonDesk::runBegins() {
  if (m_now && m_now->steps > 0) m_earlier.push_back(*m_now);
  m_now.reset();
  if (m_current && m_startData == 0 && m_session->dataset()) m_startData = m_session->dataset()->hash;
}

void LessonDesk::check() {
  Trainer* trainer = m_session->trainer();
  if (!m_current || !trainer || trainer->running() || m_session->isStale()) return;
  LabNotes notes;
  notes.plan = m_session->startPlan();
  notes.edited = m_session->isEdited();
  notes.startData = m_startData;
  notes.earlier = m_earlier;
  notes.answers = progressOfCurrent().answers;
  const LabState state = observe(*trainer, notes);
  m_now = state.now;
  std::map<std::string, TaskState> states;
  for (const Task& task : m_current->tasks) states[task.id] = checkTask(task, state);
  m_view->setTaskStates(states);
}

LessonProgress& LessonDesk::progressOfCurrent() { return m_progress.lessons[m_current->id]; }

void LessonDesk::saveProgress() {
  if (!m_mayReplace) return;
  const std::filesystem::path path = Settings::progressFile().toStdString();
  std::error_code ignored;
  std::filesystem::create_directories(path.parent_path(), ignored);
  if (Result<void> saved = replaceFile(path, writeProgress(m_progress)); !saved) emit failed(saved.error());
}

} // namespace glassbox
