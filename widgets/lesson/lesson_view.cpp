#include "widgets/lesson/lesson_view.h"

#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_text.h"
#include "widgets/formula/plain.h"
#include "widgets/lesson/lesson_head.h"
#include "widgets/lesson/question_card.h"
#include "widgets/lesson/task_card.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace glassbox {
namespace {

constexpr int kMargin = 24, kCardOut = 8; // cards stand out by 8 on both sides of the text
constexpr int kWidest = 560;              // of the text
constexpr int kGap = 12;

/// A tinted box with an accent bar at its left.
class MisconceptionBox : public QFrame {
 public:
  using QFrame::QFrame;

 protected:
  void paintEvent(QPaintEvent*) override {
    const Theme& t = theme();
    QPainter p(this);
    p.fillRect(rect(), t.color(ColorRole::Tint));
    p.fillRect(QRect(0, 0, t.px(3), height()), t.color(ColorRole::Accent));
  }
};

/// Percent a key leads to from `zoom`; nothing: it is none of the keys.
std::optional<int> zoomByKey(const QKeyEvent& key, int zoom) {
  if (!(key.modifiers() & Qt::ControlModifier) || key.modifiers() & Qt::AltModifier) return std::nullopt;
  if (key.key() == Qt::Key_Plus || key.key() == Qt::Key_Equal) return zoom + LessonView::kZoomStep;
  if (key.key() == Qt::Key_Minus) return zoom - LessonView::kZoomStep;
  if (key.key() == Qt::Key_0) return 100;
  return std::nullopt;
}

bool reaches(const RecordedCurves& curves, const CurveAxes& axes) {
  const std::vector<RecordedPoint>* points = measuredCurve(curves, axes.metric);
  return points && points->back().step >= axes.steps;
}

QString words(const std::string& text) { return withPlainFormulas(QString::fromStdString(text)); }

} // namespace

LessonView::LessonView(QWidget* parent)
    : QWidget(parent), m_head(new LessonHead), m_scroll(new QScrollArea), m_page(new QWidget), m_column(new QVBoxLayout(m_page)) {
  setFillRole(this, ColorRole::Canvas);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->viewport()->setAutoFillBackground(false);
  m_scroll->setWidget(m_page);
  m_scroll->setAccessibleName(tr("Text of the lesson"));
  m_page->setAutoFillBackground(false);
  m_column->setSpacing(theme().px(kGap));
  m_scroll->viewport()->installEventFilter(this);
  setFocusPolicy(Qt::ClickFocus);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_head);
  column->addWidget(m_scroll, 1);
  connect(m_head, &LessonHead::bookmarkAsked, this, [this] { emit bookmarkAsked(section()); });
  connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &LessonView::updateSection);
  connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &LessonView::updateSection);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &LessonView::fitMargins);
  build();
}

void LessonView::setContent(const Lesson* lesson, Language language) {
  const bool other = lesson != m_lesson;
  m_lesson = lesson;
  m_language = language;
  if (other) {
    m_progress = {};
    m_bookmarks.clear();
    m_revealed.clear();
    m_measured.clear();
    m_hints.clear();
  }
  const double place = placeShare();
  build();
  if (other) m_scroll->verticalScrollBar()->setValue(0);
  else keepPlace(place); // the page in the other language is longer or shorter
  updateSection();
  tellLock();
}

double LessonView::placeShare() const {
  const QScrollBar* bar = m_scroll->verticalScrollBar();
  return bar->value() / static_cast<double>(std::max(1, bar->maximum()));
}

/// The page gets its height now, not with the next events.
void LessonView::layOut() {
  m_page->layout()->activate();
  QCoreApplication::sendPostedEvents(m_page, QEvent::LayoutRequest);
}

int LessonView::section() const { return m_head->content().section; }

void LessonView::setBookmarks(std::set<int> sections) {
  m_bookmarks = std::move(sections);
  updateSection();
}

void LessonView::showSection(int section) {
  layOut();
  int heading = 0;
  for (const ProseView* view : m_prose)
    for (const int top : view->headings())
      if (++heading == section) return scrollTo(section == 1 ? 0 : view->mapTo(m_page, QPoint(0, top)).y());
}

/// A little stays over it.
void LessonView::scrollTo(int y) { m_scroll->verticalScrollBar()->setValue(y - theme().px(8)); }

void LessonView::showPlace(int piece, int line, const QString& words) {
  layOut();
  for (std::size_t i = 0; i < m_pieces.size(); ++i) m_pieces[i]->mark(words, static_cast<int>(i) == piece ? line : -1);
  if (piece < 0 || piece >= static_cast<int>(m_pieces.size())) return scrollTo(0);
  ProseView* view = m_pieces[static_cast<std::size_t>(piece)];
  const QWidget* seen = view->isVisibleTo(m_page) ? view : view->parentWidget(); // the text of a locked task is not there yet
  scrollTo(seen->mapTo(m_page, QPoint(0, seen == view ? view->topOf(line) : 0)).y());
}

void LessonView::keepPlace(double share) {
  layOut();
  m_scroll->verticalScrollBar()->setValue(qRound(share * m_scroll->verticalScrollBar()->maximum()));
}

void LessonView::setZoom(int percent) {
  const int zoom = std::clamp(percent, kLeastZoom, kMostZoom);
  if (zoom == m_zoom) return;
  const double place = placeShare();
  m_zoom = zoom;
  glassbox::setZoom(m_page, zoom / 100.0);
  for (ProseView* view : m_page->findChildren<ProseView*>()) view->setZoom(zoom / 100.0);
  for (QuestionCard* card : m_questions) card->setZoom(zoom / 100.0);
  fitMargins();
  keepPlace(place);
  updateSection();
}

void LessonView::setCourse(int lessons) {
  m_lessons = lessons;
  updateSection();
}

// ---- building the page -----------------------------------------------------------------------------------------------------

ProseContent LessonView::prose(const std::string& markdown, bool small) const {
  return {QString::fromStdString(markdown), m_lesson->folder, {m_language, small, m_zoom / 100.0}};
}

ProseView* LessonView::newProse(const ProseContent& content) {
  auto* view = new ProseView;
  view->setContent(content);
  connect(view, &ProseView::linkClicked, this, &LessonView::linkClicked);
  return view;
}

void LessonView::build() {
  m_pieces.clear();
  m_prose.clear();
  m_tasks.clear();
  m_questions.clear();
  m_tasksBefore.clear();
  m_headings.clear();
  m_title = nullptr;
  while (QLayoutItem* item = m_column->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  m_head->setVisible(m_lesson != nullptr);
  if (!m_lesson) return;

  const Page& page = m_lesson->page(m_language);
  m_title = new QLabel(words(page.title));
  m_title->setWordWrap(true);
  m_title->setTextFormat(Qt::PlainText);
  setFontRole(m_title, FontRole::H1);
  m_title->setContentsMargins(theme().px(kCardOut), 0, theme().px(kCardOut), 0);
  m_column->addWidget(m_title);
  bool taskBefore = false; // one head for tasks that follow each other
  for (const PageBlock& block : page.blocks) {
    switch (block.kind) {
    case BlockKind::Text:
    case BlockKind::Goal:
      addProse(block.markdown);
      break;
    case BlockKind::Task:
      addTask(block, !taskBefore);
      break;
    case BlockKind::Question:
      addQuestion(block);
      break;
    case BlockKind::Misconception:
      addBox(block);
      break;
    case BlockKind::Summary:
      addHeading(QT_TR_NOOP("Summary"));
      addProse(block.markdown);
      break;
    case BlockKind::TakeHome:
      addHeading(QT_TR_NOOP("To take home"));
      addProse(block.markdown);
      break;
    case BlockKind::Hint:   // inside its task
    case BlockKind::Reveal: // inside its question
      break;
    }
    if (block.kind != BlockKind::Hint) taskBefore = block.kind == BlockKind::Task;
  }
  addSources();
  m_column->addStretch(1);
  glassbox::setZoom(m_page, m_zoom / 100.0);
  fitMargins();
  applyProgress();
}

void LessonView::addProse(const std::string& markdown) {
  ProseView* view = newProse(prose(markdown));
  auto* around = new QWidget; // the text stands in by what cards stand out
  auto* row = new QVBoxLayout(around);
  row->setContentsMargins(theme().px(kCardOut), 0, theme().px(kCardOut), 0);
  row->addWidget(view);
  m_column->addWidget(around);
  m_prose.push_back(view);
  m_pieces.push_back(view);
}

void LessonView::addHeading(const char* text) {
  auto* label = new QLabel(tr(text));
  setFontRole(label, FontRole::H2);
  label->setContentsMargins(theme().px(kCardOut), theme().px(8), 0, 0);
  m_column->addWidget(label);
  m_headings.emplace_back(label, text);
}

void LessonView::addBox(const PageBlock& block) {
  auto* box = new MisconceptionBox;
  auto* column = new QVBoxLayout(box);
  const int inner = theme().px(15);
  column->setContentsMargins(inner, theme().px(10), inner, theme().px(12));
  column->setSpacing(theme().px(4));
  auto* head = new QLabel(tr("A common misconception"));
  setFontRole(head, FontRole::Hint);
  setTextRole(head, ColorRole::Accent);
  m_headings.emplace_back(head, QT_TR_NOOP("A common misconception"));
  column->addWidget(head);
  m_pieces.push_back(newProse(prose(block.markdown)));
  column->addWidget(m_pieces.back());
  auto* around = new QWidget;
  auto* row = new QVBoxLayout(around);
  row->setContentsMargins(theme().px(kCardOut), 0, theme().px(kCardOut), 0);
  row->addWidget(box);
  m_column->addWidget(around);
}

void LessonView::addTask(const PageBlock& block, bool withHead) {
  if (withHead) m_column->addWidget(new TaskHead);
  TaskCardContent content;
  content.id = QString::fromStdString(block.id);
  content.title = words(block.title);
  content.text = prose(block.markdown);
  for (int grade = 1; grade <= kHintGrades; ++grade) content.hints[static_cast<std::size_t>(grade - 1)] = hint(block.id, grade);
  auto* card = new TaskCard;
  card->setContent(content);
  connect(card, &TaskCard::linkClicked, this, &LessonView::linkClicked);
  connect(card, &TaskCard::hintAsked, this, [this](const QString& task, int grade) {
    TaskProgress& progress = m_progress.tasks[task.toStdString()];
    progress.hints = std::max(progress.hints, grade);
    emit hintAsked(task, grade);
  });
  connect(card, &TaskCard::skipAsked, this, [this](const QString& task, bool skip) {
    m_progress.tasks[task.toStdString()].skipped = skip;
    updateStages();
    tellLock();
    emit taskSkipped(task, skip);
  });
  m_column->addWidget(card);
  m_tasks.push_back(card);
  m_pieces.push_back(card->text());
}

/// The one that fits what the learner did, else the one for everybody.
ProseContent LessonView::hint(const std::string& task, int grade) const {
  const auto fitting = m_hints.find(task);
  const std::string variant = fitting == m_hints.end() ? std::string() : fitting->second[static_cast<std::size_t>(grade - 1)];
  const PageBlock* block = m_lesson->page(m_language).find(BlockKind::Hint, task, grade, variant);
  return block ? prose(block->markdown, true) : ProseContent();
}

void LessonView::setHints(const std::map<std::string, HintIds>& hints) {
  const std::map<std::string, HintIds> before = std::exchange(m_hints, hints);
  const auto of = [](const std::map<std::string, HintIds>& all, const std::string& task) {
    const auto known = all.find(task);
    return known == all.end() ? HintIds() : known->second;
  };
  for (TaskCard* card : m_tasks) {
    const std::string task = card->id().toStdString();
    const HintIds was = of(before, task), is = of(m_hints, task);
    for (int grade = 1; grade <= kHintGrades; ++grade)
      if (const auto at = static_cast<std::size_t>(grade - 1); was[at] != is[at]) card->setHint(grade, hint(task, grade));
  }
}

void LessonView::addQuestion(const PageBlock& block) {
  const Question* question = m_lesson->findQuestion(block.id);
  if (!question) return; // the reader of lessons refuses such a page
  QuestionContent content;
  content.id = QString::fromStdString(block.id);
  content.kind = question->kind;
  content.predict = question->predict;
  content.text = prose(block.markdown);
  content.axes = question->axes;
  if (question->picturePlace) content.picture = {m_lesson->folder / question->picture, *question->picturePlace, question->regions, {}};
  for (const PageChoice& choice : block.choices) content.choices.push_back({QString::fromStdString(choice.key), words(choice.text)});
  if (const PageBlock* reveal = m_lesson->page(m_language).find(BlockKind::Reveal, block.id)) content.reveal = prose(reveal->markdown);
  auto* card = new QuestionCard;
  card->setContent(content);
  card->setZoom(m_zoom / 100.0);
  connect(card, &QuestionCard::linkClicked, this, &LessonView::linkClicked);
  connect(card, &QuestionCard::committed, this, [this](const QString& id, const AnswerValue& answer) {
    m_progress.answers[id.toStdString()] = answer;
    emit answerCommitted(id, answer);
    tellLock();
  });
  m_column->addWidget(card);
  m_questions.push_back(card);
  m_tasksBefore.push_back(m_tasks.size());
  m_pieces.push_back(card->text());
}

void LessonView::addSources() {
  if (m_lesson->sources.empty()) return;
  addHeading(QT_TR_NOOP("Sources"));
  std::string list;
  const auto escaped = [](const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (std::string_view("\\`*_[]<>$#").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
    return out;
  };
  for (const Source& source : m_lesson->sources) {
    const std::string title = escaped(source.title);
    list += "- " + escaped(source.authors) + ". " + (source.url.empty() ? title : "[" + title + "](" + source.url + ")") + ", " +
            std::to_string(source.year) + ".\n";
  }
  auto* around = new QWidget;
  auto* row = new QVBoxLayout(around);
  row->setContentsMargins(theme().px(kCardOut), 0, theme().px(kCardOut), 0);
  row->addWidget(newProse(prose(list, true)));
  around->setProperty("anyLanguage", true); // titles stay as they were printed
  m_column->addWidget(around);
}

void LessonView::fitMargins() {
  const Theme& t = theme();
  const int room = width(), widest = t.px(kWidest * m_zoom / 100.0 + 2 * kCardOut); // the scroll area still has its size of before
  const int side = std::max(t.px(kMargin - kCardOut), (room - widest) / 2);
  m_column->setContentsMargins(side, t.px(8), side, t.px(kMargin));
}

// ---- state -----------------------------------------------------------------------------------------------------------------

void LessonView::setProgress(const LessonProgress& progress) {
  m_progress = progress;
  applyProgress();
  tellLock();
}

void LessonView::applyProgress() {
  for (TaskCard* card : m_tasks) {
    const auto known = m_progress.tasks.find(card->id().toStdString());
    card->setHints(known == m_progress.tasks.end() ? 0 : known->second.hints);
  }
  for (QuestionCard* card : m_questions) {
    const auto known = m_progress.answers.find(card->content().id.toStdString());
    card->setAnswer(known == m_progress.answers.end() ? std::nullopt : std::optional(known->second));
    card->setRevealed(m_revealed.count(card->content().id) > 0);
    if (const auto curves = m_measured.find(card->content().id); curves != m_measured.end()) card->setMeasured(curves->second);
  }
  updateStages();
}

/// The first task that is neither done nor skipped is in progress; the others are done, skipped or open.
void LessonView::updateStages() {
  bool found = false;
  for (TaskCard* card : m_tasks) {
    const auto known = m_progress.tasks.find(card->id().toStdString());
    const bool done = known != m_progress.tasks.end() && known->second.done;
    const bool skipped = !done && known != m_progress.tasks.end() && known->second.skipped;
    card->setStage(done ? TaskStage::Done : skipped ? TaskStage::Skipped : found ? TaskStage::Open : TaskStage::Active);
    found = found || (!done && !skipped);
  }
}

void LessonView::setTaskStates(const std::map<std::string, TaskState>& states) {
  std::vector<QString> passed;
  for (TaskCard* card : m_tasks) {
    const auto state = states.find(card->id().toStdString());
    if (state == states.end()) continue;
    card->setConditions(state->second.conditions);
    TaskProgress& progress = m_progress.tasks[state->first];
    // A task counts when its turn has come: an earlier one is done first, and with it the next one may be met already.
    const bool met = state->second.passed && !progress.done && card->stage() == TaskStage::Active;
    card->setWaiting(met && !isPredicted(card));
    if (met && isPredicted(card)) {
      progress.done = true;
      passed.push_back(card->id());
      updateStages();
    }
  }
  if (passed.empty()) return;
  for (const QString& task : passed) emit taskPassed(task);
  tellLock();
}

void LessonView::revealPredictions(const RecordedCurves& measured) {
  for (QuestionCard* card : m_questions) {
    if (!card->answer()) continue;  // it is about a run to come
    // A curve shows the first run that came to the end of its axis, or as far as it came until one does.
    if (card->content().kind == QuestionKind::Curve && !reaches(m_measured[card->content().id], card->content().axes)) {
      m_measured[card->content().id] = measured;
      card->setMeasured(measured);
    }
    m_revealed.insert(card->content().id);
    card->setRevealed(true);
  }
}

/// All that stands before it is done.
bool LessonView::isReached(std::size_t question) const {
  return std::all_of(m_tasks.begin(), m_tasks.begin() + static_cast<std::ptrdiff_t>(m_tasksBefore[question]),
                     [](const TaskCard* card) { return card->stage() == TaskStage::Done || card->stage() == TaskStage::Skipped; });
}

/// No prediction that stands before it is still to be made.
bool LessonView::isPredicted(const TaskCard* task) const {
  const auto before = static_cast<std::size_t>(std::find(m_tasks.begin(), m_tasks.end(), task) - m_tasks.begin());
  for (std::size_t i = 0; i < m_questions.size(); ++i)
    if (m_tasksBefore[i] <= before && m_questions[i]->isWaited()) return false;
  return true;
}

bool LessonView::locksRun(std::size_t question) const {
  if (!m_questions[question]->isWaited()) return false;
  const auto predicts = [](const QuestionCard* card) { return card->content().predict; };
  const auto first = static_cast<std::size_t>(std::find_if(m_questions.begin(), m_questions.end(), predicts) - m_questions.begin());
  return question == first || isReached(question);
}

bool LessonView::isRunLocked() const {
  for (std::size_t i = 0; i < m_questions.size(); ++i)
    if (locksRun(i)) return true;
  return false;
}

void LessonView::tellLock() {
  if (isRunLocked() == m_locked) return;
  m_locked = !m_locked;
  emit runLockChanged(m_locked);
}

QString LessonView::runLockReason() const { return isRunLocked() ? tr("First predict") : QString(); }

void LessonView::showWaiting() {
  for (std::size_t i = 0; i < m_questions.size(); ++i)
    if (locksRun(i)) return m_scroll->ensureWidgetVisible(m_questions[i], 0, theme().px(kMargin));
  for (TaskCard* card : m_tasks)
    if (card->stage() == TaskStage::Active) return m_scroll->ensureWidgetVisible(card, 0, theme().px(kMargin));
}

void LessonView::updateSection() {
  if (!m_lesson) return;
  // A section is read from when its heading has come into the upper third of the page.
  const QScrollBar* bar = m_scroll->verticalScrollBar();
  const int eye = bar->value() + m_scroll->viewport()->height() / 3;
  int all = 0, read = 0;
  for (const ProseView* view : m_prose)
    for (const int top : view->headings()) {
      ++all;
      if (view->mapTo(m_page, QPoint(0, top)).y() <= eye || bar->value() == bar->maximum()) ++read;
    }
  const int section = std::max(1, read);
  m_head->setContent({QString::fromStdString(m_lesson->block), m_lesson->number, m_lessons, section, std::max(1, all), m_bookmarks.count(section) > 0});
}

QString LessonView::plainText() const {
  QString text;
  for (const QLabel* label : m_page->findChildren<QLabel*>()) text += label->text() + u'\n';
  for (const ProseView* view : m_page->findChildren<ProseView*>()) text += spokenText(*view->document());
  return text;
}

void LessonView::resizeEvent(QResizeEvent*) {
  fitMargins();
  updateSection();
}

/// The diagram has shortcuts of these keys; while the page has the focus they are the page's.
bool LessonView::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && zoomByKey(*static_cast<QKeyEvent*>(event), m_zoom)) {
    event->accept();
    return true;
  }
  return QWidget::event(event);
}

void LessonView::keyPressEvent(QKeyEvent* event) {
  const std::optional<int> zoom = zoomByKey(*event, m_zoom);
  if (!zoom) return QWidget::keyPressEvent(event);
  setZoom(*zoom);
  emit zoomChanged(m_zoom);
}

bool LessonView::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_scroll->viewport() || event->type() != QEvent::Wheel) return QWidget::eventFilter(watched, event);
  const auto* wheel = static_cast<const QWheelEvent*>(event);
  if (!(wheel->modifiers() & Qt::ControlModifier)) return false;
  if (const int turned = wheel->angleDelta().y(); turned != 0) {
    setZoom(m_zoom + (turned > 0 ? kZoomStep : -kZoomStep));
    emit zoomChanged(m_zoom);
  }
  return true;
}

void LessonView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    m_scroll->setAccessibleName(tr("Text of the lesson"));
    for (const auto& [label, text] : m_headings) label->setText(tr(text));
  }
  QWidget::changeEvent(event);
}

} // namespace glassbox
