#include "app/lesson_desk.h"

#include "app/settings.h"
#include "engine/lesson/report.h"
#include "widgets/common/icons.h"
#include "widgets/common/key_button.h"
#include "widgets/common/theme_manager.h"
#include "widgets/lesson/learner_head.h"
#include "widgets/lesson/lesson_list.h"
#include "widgets/lesson/lesson_meter.h"
#include "widgets/lesson/lesson_search.h"
#include "widgets/lesson/lesson_sections.h"
#include "widgets/lesson/lesson_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace glassbox {
namespace {

constexpr int kClock = 1000;           // ms between two looks at whether the page is in use
constexpr int kAgain = 5000;           // ms, after a saving that failed
constexpr double kSaveEvery = 60;      // seconds of time with a lesson that may be lost

} // namespace

LessonDesk::LessonDesk(TrainingSession* session, QWidget* parent) : QWidget(parent), m_session(session), m_meter(new LessonMeter(this)), m_store(Settings::dataFolder().toStdString()), m_clock(new QTimer(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  m_stack = new QStackedWidget(this);
  column->addWidget(m_stack);
  auto* all = new QWidget(m_stack);
  auto* lines = new QVBoxLayout(all);
  lines->setContentsMargins(0, 0, 0, 0);
  lines->setSpacing(0);
  m_head = new LearnerHead(all);
  m_list = new LessonList(all);
  m_search = new LessonSearch(all);
  lines->addWidget(m_head);
  lines->addWidget(m_search);
  lines->addWidget(m_list, 1);
  connect(m_search, &LessonSearch::activeChanged, this, [this, lines](bool active) {
    m_list->setVisible(!active);
    lines->setStretchFactor(m_search, active ? 1 : 0);
  });
  connect(m_search, &LessonSearch::hitChosen, this, &LessonDesk::openHit);
  m_all = all;
  m_page = new QWidget(m_stack);
  auto* page = new QVBoxLayout(m_page);
  page->setContentsMargins(0, 0, 0, 0);
  page->setSpacing(0);
  m_back = new QPushButton(m_page);
  m_previous = new QPushButton(m_page);
  m_next = new QPushButton(m_page);
  auto* head = new QHBoxLayout;
  head->setSpacing(0);
  for (QPushButton* button : {m_back, m_previous, m_next}) {
    button->setProperty("flat", true);
    head->addWidget(button, button == m_back ? 1 : 0);
  }
  m_pageButton = new KeyButton(m_page);
  m_pageButton->setIcon(icon("more"));
  m_pageMenu = new QMenu(m_pageButton);
  m_pageButton->setMenu(m_pageMenu);
  m_pageButton->setPopupMode(QToolButton::InstantPopup);
  head->addWidget(m_pageButton);
  m_back->setProperty("leftAligned", true);
  m_back->setIcon(icon("left"));
  m_view = new LessonView(m_page);
  m_work = new WorkBar(m_page);
  page->addLayout(head);
  page->addWidget(m_work);
  page->addWidget(m_view, 1);
  m_stack->addWidget(m_all);
  m_stack->addWidget(m_page);
  connect(m_back, &QPushButton::clicked, this, [this] {
    fillList();
    m_stack->setCurrentWidget(m_all);
  });
  connect(m_list, &LessonList::lessonChosen, this, &LessonDesk::choose);
  for (const int step : {-1, 1})
    connect(step < 0 ? m_previous : m_next, &QPushButton::clicked, this, [this, step] {
      if (const Lesson* lesson = neighbour(step)) emit lessonChosen(QString::fromStdString(lesson->id));
    });
  connect(m_list, &LessonList::bookmarkChosen, this, &LessonDesk::openBookmark);
  connect(m_view, &LessonView::bookmarkAsked, this, &LessonDesk::toggleBookmark);
  m_view->setZoom(Settings::lessonZoom());
  connect(m_view, &LessonView::zoomChanged, this, [](int percent) { Settings::setLessonZoom(percent); });
  connect(m_pageMenu, &QMenu::aboutToShow, this, &LessonDesk::fillPageMenu);
  connect(m_view, &LessonView::runLockChanged, this, &LessonDesk::runLockChanged);
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
  connect(m_view, &LessonView::taskSkipped, this, [this](const QString& task, bool skipped) {
    progressOfCurrent().tasks[task.toStdString()].skipped = skipped;
    saveProgress();
    check(); // the task that is next may be met already
  });
  connect(m_view, &LessonView::taskPassed, this, [this](const QString& task) {
    m_progress = withAttempt(m_progress, m_current->id, task.toStdString(), true);
    m_passedNow = true;
    saveProgress();
  });
  connect(session, &TrainingSession::restarted, this, &LessonDesk::runBegins);
  connect(session, &TrainingSession::stateChanged, this, &LessonDesk::followState);
  connect(session, &TrainingSession::ticked, this, [this](const TrainingTick& tick) {
    if (m_current && tick.snapshot) m_meter->offer(*tick.snapshot);
  });
  connect(m_meter, &LessonMeter::measured, this, [this](const RunMoment& moment) {
    m_moment = moment;
    check();
  });
  m_again.setSingleShot(true);
  connect(&m_again, &QTimer::timeout, this, &LessonDesk::keepProgress);
  connect(m_clock, &QTimer::timeout, this, [this] { countTime(kClock / 1000.0); });
  m_clock->start(kClock);
  setTongue(LanguageSwitch::Tongue::English);
}

LessonDesk::~LessonDesk() {
  const QSignalBlocker quiet(this); // who listened may be gone
  keepProgress();
}

void LessonDesk::keepProgress() {
  if (m_unsavedSeconds > 0 || m_saveFault) saveProgress();
}

void LessonDesk::attach(const LabParts& parts) {
  m_document = parts.document;
  m_controls = new LessonControls(parts, this);
  connect(m_controls, &LessonControls::told, this, &LessonDesk::told);
  connect(m_view, &LessonView::linkClicked, m_controls, &LessonControls::follow);
}

void LessonDesk::load(const std::filesystem::path& folder) {
  if (Result<std::vector<LessonEntry>> lessons = listLessons(folder)) {
    if (!leave()) return; // the page shows one of those that would go
    m_lessons = std::move(*lessons);
  }
  if (Result<void> adopted = m_store.adopt(Settings::earlierProgressFile().toStdString()); !adopted) emit failed(adopted.error());
  fillSearch();
  const std::string last = Settings::learner().toStdString();
  const Result<std::vector<LearnerEntry>> learners = m_store.list();
  const bool known = learners && std::any_of(learners->begin(), learners->end(), [&](const LearnerEntry& learner) { return learner.id == last; });
  m_learner = known ? last : LearnerStore::kFirst;
  readProgress();
}

Result<void> LessonDesk::showFolder(const std::filesystem::path& folder) {
  Result<std::vector<LessonEntry>> lessons = listLessons(folder);
  if (!lessons) return lessons.error();
  if (lessons->empty())
    return Error(GB_TEXT("engine", "The folder %1 holds no lesson.").arg(folder.filename().string()), folder.string(), GB_TEXT("engine", "A lesson is a folder in it with a lesson.json; lessons/README.md says how one is written."));
  if (!leave()) return Error(GB_TEXT("app", "The lessons were not changed: the network of the open one could not be kept."));
  m_lessons = std::move(*lessons);
  fillSearch();
  fillList();
  return {};
}

void LessonDesk::readProgress() {
  Result<OpenedProgress> opened = m_store.open(m_learner);
  m_mayReplace = opened.ok();
  m_progress = opened ? opened->progress : Progress();
  m_unsavedSeconds = 0;
  m_fault = opened ? opened->fault : std::optional(opened.error());
  if (m_fault) emit failed(*m_fault);
  readBookmarks();
  fillList();
}

// ---- bookmarks -------------------------------------------------------------------------------------------------------------

void LessonDesk::readBookmarks() {
  Result<OpenedBookmarks> opened = openBookmarks(m_store.folderOf(m_learner));
  m_mayReplaceBookmarks = opened.ok();
  m_bookmarks = opened ? opened->bookmarks : Bookmarks();
  if (!opened) emit failed(opened.error());
  else if (opened->fault) emit failed(*opened->fault);
}

void LessonDesk::toggleBookmark(int section) {
  if (!m_current || !m_mayReplaceBookmarks) return;
  m_bookmarks = toggled(m_bookmarks, {m_current->id, section});
  if (Result<void> saved = saveBookmarks(m_store.folderOf(m_learner), m_bookmarks); !saved) emit failed(saved.error());
  showBookmarks();
}

/// In the head of the open page, and over the list; those of lessons that are not there now are kept, and not shown.
void LessonDesk::showBookmarks() {
  std::set<int> here;
  std::vector<BookmarkRow> rows;
  for (const Bookmark& bookmark : m_bookmarks) {
    const Lesson* lesson = findLesson(bookmark.lesson);
    if (!lesson) continue;
    if (lesson == m_current) here.insert(bookmark.section);
    const QString title = QString::fromStdString(lesson->page(m_language).title);
    rows.push_back({QString::fromStdString(lesson->id), lesson->number, bookmark.section, title, sectionTitles(lesson->page(m_language)).value(bookmark.section - 1, title)});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const BookmarkRow& a, const BookmarkRow& b) { return a.number < b.number; });
  m_view->setBookmarks(std::move(here));
  m_list->setBookmarks(rows);
}

void LessonDesk::openBookmark(const QString& lesson, int section) {
  choose(lesson);
  if (m_current && QString::fromStdString(m_current->id) == lesson) m_view->showSection(section); // or the learner stays with another one
}

// ---- search ------------------------------------------------------------------------------------------------------------------

void LessonDesk::fillSearch() {
  std::vector<const Lesson*> sound;
  for (const LessonEntry& entry : m_lessons)
    if (entry.lesson) sound.push_back(&*entry.lesson);
  m_search->setContent(std::move(sound), m_language);
}

void LessonDesk::askSearch() {
  m_stack->setCurrentWidget(m_all);
  m_search->field()->setFocus(Qt::ShortcutFocusReason);
  m_search->field()->selectAll();
}

void LessonDesk::openHit(LessonHit hit) {
  const QString words = m_search->words();
  choose(QString::fromStdString(hit.lesson->id));
  if (m_current == hit.lesson) m_view->showPlace(hit.piece, hit.line, words); // or the learner stays with another one
}

/// The diagram is searched by the same keys; while lessons have the focus they are theirs.
bool LessonDesk::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Find)) {
    event->accept();
    return true;
  }
  return QWidget::event(event);
}

void LessonDesk::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Find)) return askSearch();
  QWidget::keyPressEvent(event);
}

void LessonDesk::fillPageMenu() {
  m_pageMenu->clear();
  QAction* search = m_pageMenu->addAction(tr("Search the lessons…"), this, &LessonDesk::askSearch);
  search->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
  search->setShortcutContext(Qt::WidgetShortcut);
  m_pageMenu->addSeparator();
  const auto add = [this](const QString& words, const QKeySequence& keys, int percent) {
    QAction* action = m_pageMenu->addAction(words);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // the page listens to the keys itself
    action->setEnabled(percent != m_view->zoom() && percent >= LessonView::kLeastZoom && percent <= LessonView::kMostZoom);
    connect(action, &QAction::triggered, this, [this, percent] {
      m_view->setZoom(percent);
      Settings::setLessonZoom(m_view->zoom());
    });
  };
  add(tr("Larger"), QKeySequence(Qt::CTRL | Qt::Key_Plus), m_view->zoom() + LessonView::kZoomStep);
  add(tr("Smaller"), QKeySequence(Qt::CTRL | Qt::Key_Minus), m_view->zoom() - LessonView::kZoomStep);
  add(tr("Normal size (now %1)").arg(QString::number(m_view->zoom()) + QStringLiteral("\u00A0%")), QKeySequence(Qt::CTRL | Qt::Key_0), 100);
}

/// False: the learner stays with the lesson, whose network could not be kept.
bool LessonDesk::leave() {
  if (!m_current) return true;
  if (m_keepAndClose) m_keepAndClose();
  else open(nullptr);
  return !m_current;
}

Result<void> LessonDesk::useLearner(const std::string& id) {
  const Error stays(GB_TEXT("app", "The learner was not changed: something of theirs could not be kept."));
  if (!leave()) return stays;
  keepProgress();
  if (m_saveFault) return Error(stays.what, m_saveFault->place, m_saveFault->what);
  m_learner = id;
  readProgress();
  return {};
}

Result<void> LessonDesk::renameLearner(const std::string& name) {
  keepProgress();
  if (m_saveFault) return *m_saveFault;
  if (Result<void> renamed = m_store.rename(m_learner, name); !renamed) return renamed;
  m_progress.learner = *nickname(name);
  fillList();
  return {};
}

void LessonDesk::forgetProgress() {
  if (m_current) emit leaving();
  if (m_current) open(nullptr);
  settle(std::nullopt);
  m_mayReplace = false;
  m_progress = {};
  m_bookmarks.clear();
  m_mayReplaceBookmarks = false;
  m_fault.reset();
  m_unsavedSeconds = 0;
}

void LessonDesk::countTime(double seconds) {
  if (!m_current || !m_view->isVisible() || !isActiveWindow()) return;
  progressOfCurrent().seconds += seconds;
  m_unsavedSeconds += seconds;
  if (m_unsavedSeconds >= kSaveEvery) saveProgress();
}

/// The run that ends counts for the task whose turn it was, if it did not pass it.
void LessonDesk::countAttempt() {
  const bool tried = m_ran || (m_now && m_now->edited && !m_broughtEdited);
  if (!m_current || !tried) return;
  for (const Task& task : m_current->tasks) {
    const TaskProgress& known = progressOfCurrent().tasks[task.id];
    if (known.done || known.skipped) continue;
    m_progress = withAttempt(m_progress, m_current->id, task.id, false);
    return saveProgress();
  }
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
  showBookmarks();
  LearnerHeadContent content;
  content.learner = QString::fromStdString(m_progress.learner);
  if (m_fault) content.fault = translated(*m_fault);
  for (const LessonReport& lesson : reportOf(m_progress, m_lessons, {}).lessons) {
    content.passed += lesson.passed();
    content.tasks += static_cast<int>(lesson.tasks.size());
    content.seconds += lesson.seconds;
  }
  m_head->setContent(content);
}

void LessonDesk::open(const Lesson* lesson) {
  if (!m_passedNow) countAttempt();
  m_passedNow = false;
  m_ran = false;
  m_current = lesson;
  m_startData = 0;
  m_earlier.clear();
  m_deeds = {};
  m_worked.clear();
  m_now.reset();
  m_moment.reset();
  m_meter->end();
  if (m_controls) m_controls->setLesson(lesson);
  m_view->setContent(lesson, m_language);
  if (lesson) {
    m_view->setProgress(progressOfCurrent());
    m_list->setCurrentLesson(QString::fromStdString(lesson->id));
  }
  m_view->setCourse(static_cast<int>(std::count_if(m_lessons.begin(), m_lessons.end(), [](const LessonEntry& entry) { return entry.lesson.ok(); })));
  showNeighbours();
  showBookmarks();
  m_stack->setCurrentWidget(lesson ? m_page : m_all);
  emit runLockChanged();
}

void LessonDesk::setTongue(LanguageSwitch::Tongue tongue) {
  m_language = tongue == LanguageSwitch::Tongue::Chinese ? Language::Chinese : Language::English;
  m_back->setText(tr("All lessons"));
  m_pageButton->setAccessibleName(tr("Page"));
  m_pageButton->setToolTip(tr("<b>Page</b><br>Searches the lessons; makes text, formulas and pictures larger or smaller."));
  showNeighbours();
  if (m_current) m_view->setContent(m_current, m_language);
  if (m_controls) m_controls->refresh();
  check(); // the page is built anew
  fillSearch();
  fillList();
}

QString LessonDesk::runLockReason() const { return m_current && m_view->isRunLocked() ? m_view->runLockReason() : QString(); }

bool LessonDesk::mayTrain() {
  const QString reason = runLockReason();
  if (reason.isEmpty()) return true;
  m_view->showWaiting();
  emit told(reason);
  return false;
}

/// The lesson that is open goes on where it was; another one begins.
void LessonDesk::choose(const QString& id) {
  if (m_current && QString::fromStdString(m_current->id) == id) m_stack->setCurrentWidget(m_page);
  else emit lessonChosen(id);
}

/// The sound lesson so many places before or behind the open one; null: there is none.
const Lesson* LessonDesk::neighbour(int step) const {
  std::vector<const Lesson*> sound;
  for (const LessonEntry& entry : m_lessons)
    if (entry.lesson) sound.push_back(&*entry.lesson);
  const auto at = std::find(sound.begin(), sound.end(), m_current);
  const auto place = at - sound.begin() + step;
  return at == sound.end() || place < 0 || place >= static_cast<std::ptrdiff_t>(sound.size()) ? nullptr : sound[static_cast<std::size_t>(place)];
}

void LessonDesk::showNeighbours() {
  m_previous->setText(tr("Previous"));
  m_next->setText(tr("Next"));
  for (const int step : {-1, 1}) {
    const Lesson* lesson = neighbour(step);
    QPushButton* button = step < 0 ? m_previous : m_next;
    button->setVisible(lesson != nullptr);
    if (lesson) button->setToolTip(tr("Lesson %1: %2").arg(lesson->number).arg(QString::fromStdString(lesson->page(m_language).title)));
  }
}

/// The run before is kept: a condition may compare runs.
void LessonDesk::runBegins() {
  if (!m_passedNow) countAttempt();
  m_passedNow = false;
  m_ran = false;
  m_broughtEdited = m_session->isEdited();
  if (m_now && m_now->steps > 0) m_earlier.push_back(*m_now);
  m_now.reset();
  m_moment.reset();
  const Trainer* trainer = m_session->trainer();
  if (!m_current || !trainer) return;
  // A lesson that goes on may begin with data that the learner chose: those it set up are known when they come back.
  const bool setUp = !m_document || loadedPart(m_document->data()) == loadedPart(m_current->setup.project.data);
  if (m_startData == 0 && setUp) m_startData = trainer->setup().data->hash;
  m_analysis = trainer->analysis();
  m_meter->begin(trainer->setup(), partsAsked(m_current->tasks));
}

/// What a prediction was about is known when the run has ended: by its own rule, by a number that is none, or, when it has no
/// rule, by the learner.
void LessonDesk::followState(TrainingSession::State state) {
  using State = TrainingSession::State;
  m_meter->setLive(state == State::Running);
  if (!m_current || !m_session->trainer()) return;
  if (state == State::Running) m_ran = true;
  bool byLearner = false;
  if (state == State::Paused && m_session->status().step > 0) {
    const Result<PlanValues> plan = planValues(m_session->trainer()->setup().plan); // with what was changed while it ran
    byLearner = plan && plan->steps == 0 && plan->epochs == 0 && plan->stopLoss <= 0;
  }
  if (state == State::Ended || state == State::Broken || byLearner) m_view->revealPredictions(curvesAsked());
  // Hints wait for a run to rest. One that is ready to begin has no figures yet: those that are there are of the run before.
  const bool rests = state == State::Ended || state == State::Broken || (state == State::Paused && m_session->status().step > 0);
  if (rests) check();
}

/// Of the run as it was last measured: while it goes on a few times a second, and whenever an answer is given.
void LessonDesk::check() {
  // While a new run is made ready the last figures of the one before may still come: its plan is gone.
  if (!m_current || !m_moment || !m_session->trainer() || m_session->isStale()) return;
  RunMoment moment = *m_moment;
  moment.changes = m_session->changes();
  moment.reason = m_session->status().reason;
  const LabNotes notes{m_session->startPlan(), m_session->isEdited(), m_startData, m_earlier, progressOfCurrent().answers, m_deeds, curvesAsked()};
  const LabState state = labAt(std::move(moment), m_analysis, m_session->dataset(), notes);
  m_now = state.now;
  std::map<std::string, TaskState> states;
  for (const Task& task : m_current->tasks) states[task.id] = checkTask(task, state);
  m_view->setTaskStates(states);
  if (m_session->isRunning()) return; // a hint that is read does not change while numbers move
  std::map<std::string, HintIds> hints;
  for (const Task& task : m_current->tasks) hints[task.id] = hintsFor(task, state);
  m_view->setHints(hints);
}

/// Of the run's curves those that questions of the lesson ask for.
RecordedCurves LessonDesk::curvesAsked() const {
  std::vector<std::string> metrics;
  for (const Question& question : m_current->questions)
    if (question.kind == QuestionKind::Curve) metrics.push_back(question.axes.metric);
  return onlyMetrics(m_session->curves(), metrics);
}

void LessonDesk::noteSweep(const std::vector<SweepAxis>& axes, int seeds) {
  if (!m_current) return;
  for (const SweepAxis& axis : axes) m_deeds.sweeps.push_back({axis.key, static_cast<int>(axis.values.size()), seeds});
  check();
}

void LessonDesk::noteAnswer(const QString& element, bool right) {
  if (!m_current) return;
  if (right && !m_worked.insert(element).second) return;  // the same number again is no second one
  FilledCount& count = m_deeds.filled[element.section(u'[', 0, 0).toStdString()];
  ++(right ? count.right : count.wrong);
  check();
}

LessonProgress& LessonDesk::progressOfCurrent() { return m_progress.lessons[m_current->id]; }

void LessonDesk::saveProgress() {
  if (!m_mayReplace) return;
  m_unsavedSeconds = 0;
  const Result<void> saved = m_store.save(m_learner, m_progress);
  settle(saved ? std::nullopt : std::optional(saved.error()));
}

void LessonDesk::settle(const std::optional<Error>& fault) {
  if (fault) m_again.start(kAgain);
  else m_again.stop();
  if (fault == m_saveFault) return;
  m_saveFault = fault;
  emit progressKept();
}

} // namespace glassbox
