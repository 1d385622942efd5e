// Hands and eyes of a learner at the lab's window: real mouse and key events, and what stands on the screen.
#pragma once

#include "app/lesson_desk.h"
#include "app/main_window.h"
#include "app/run_desk.h"
#include "app/step_desk.h"
#include "app/tool_bar.h"
#include "widgets/common/segmented.h"
#include "widgets/common/slider_field.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/diagram/palette.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/node_page.h"
#include "widgets/inspector/param_form.h"
#include "widgets/inspector/param_row.h"
#include "widgets/inspector/training_form.h"
#include "widgets/inspector/weight_editor.h"
#include "widgets/lesson/condition_rows.h"
#include "widgets/lesson/curve_paper.h"
#include "widgets/lesson/lesson_view.h"
#include "widgets/lesson/prose_view.h"
#include "widgets/lesson/question_card.h"
#include "widgets/lesson/region_picture.h"
#include "widgets/lesson/state_icon.h"
#include "widgets/lesson/task_card.h"
#include "widgets/runs/runs_panel.h"
#include "widgets/stepper/array_board.h"
#include "widgets/stepper/sample_choice.h"
#include "widgets/stepper/step_strip.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSlider>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <optional>

namespace glassbox {

class Learner {
 public:
  static constexpr int kPatience = 60000;  // for a machine under load; nothing is measured

  explicit Learner(MainWindow& window) : m_window(window) {}

  LessonView* page() const { return m_window.lessons()->view(); }
  TaskCard* task(int index) const { return page()->taskCards().at(static_cast<std::size_t>(index)); }
  bool isDone(int index) const { return task(index)->stage() == TaskStage::Done; }
  /// The lesson's initial weights are there.
  bool isReady() const {
    return m_window.session()->dataset() && m_window.session()->state() == TrainingSession::State::Paused && m_window.session()->status().step == 0;
  }
  bool waitUntilReady() const {
    return QTest::qWaitFor([this] { return isReady(); }, kPatience) && waitForDrawing();
  }
  bool reaches(TrainingSession::State state) const {
    return QTest::qWaitFor([this, state] { return m_window.session()->state() == state; }, kPatience);
  }

  /// The page that was built anew has its height: nothing on it is squeezed any more.
  bool waitForLayout() const {
    const QWidget* paper = page()->findChild<QScrollArea*>()->widget();
    return QTest::qWaitFor([paper] { return paper->height() >= paper->minimumSizeHint().height() && paper->height() >= paper->layout()->minimumHeightForWidth(paper->width()); }, kPatience);
  }

  void click(QWidget* widget) const { QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center()); }

  /// The visible button with these words, or null.
  QPushButton* button(const QString& words) const {
    for (QPushButton* one : m_window.findChildren<QPushButton*>())
      if (one->isVisible() && one->text() == words) return one;
    return nullptr;
  }
  QToolButton* toolButton(Do what) const {
    for (QToolButton* one : m_window.findChildren<QToolButton*>())
      if (one->isVisible() && one->defaultAction() == (*m_window.actions())[what]) return one;
    return nullptr;
  }

  /// Clicks a link of `inside`; false when there is none that can be hit.
  bool clickLink(QWidget* inside, const QString& link) const {
    page()->findChild<QScrollArea*>()->ensureWidgetVisible(inside, 0, 0);
    for (ProseView* prose : inside->findChildren<ProseView*>()) {
      if (!prose->isVisible()) continue;
      const QSize size = prose->viewport()->size();
      for (int y = 2; y < size.height(); y += 4)
        for (int x = 2; x < size.width(); x += 4)
          if (prose->anchorAt({x, y}) == link) return QTest::mouseClick(prose->viewport(), Qt::LeftButton, {}, {x, y}), true;
    }
    return false;
  }

  /// Clicks the picture of a weight or a bias in the diagram; false when it is nowhere to be seen.
  bool clickNumber(DiagramHit::Kind kind) const { return clickAt(placeOf(kind)); }
  bool clickAt(const std::optional<QPoint>& place) const {
    if (place) QTest::mouseClick(m_window.diagram()->viewport(), Qt::LeftButton, {}, *place);
    return place.has_value();
  }
  /// The same until the editor is open: before the first picture of the weights a click says why it is not.
  bool openNumber(DiagramHit::Kind kind) const {
    return QTest::qWaitFor([this, kind] { return clickNumber(kind) && editor()->isVisible(); }, kPatience);
  }
  std::optional<QPoint> placeOf(DiagramHit::Kind kind) const {
    return placeOf([kind](const DiagramHit& hit) { return hit.kind == kind; });
  }
  /// Where the canvas shows what is wanted, and nothing lies over it.
  std::optional<QPoint> placeOf(const std::function<bool(const DiagramHit&)>& wanted) const {
    const DiagramView* view = m_window.diagram();
    for (int y = 0; y < view->viewport()->height(); y += 2)
      for (int x = 0; x < view->viewport()->width(); x += 2)
        if (!view->viewport()->childAt(x, y) && wanted(view->diagram()->hitAt(view->mapToScene(x, y), view->zoom()))) return QPoint(x, y);
    return std::nullopt;
  }

  /// Sets one weight of a layer through its wire, or one bias through its square; false when it is nowhere to be seen.
  bool setWeight(const NodeId& layer, int unit, int input, const QString& number) const {
    return write(number, [=](const DiagramHit& hit) { return hit.kind == DiagramHit::Kind::Weight && hit.node == layer && hit.unit == unit && hit.input == input; });
  }
  bool setBias(const NodeId& layer, int unit, const QString& number) const {
    return write(number, [=](const DiagramHit& hit) { return hit.kind == DiagramHit::Kind::Bias && hit.node == layer && hit.unit == unit; });
  }

  WeightEditor* editor() const { return m_window.findChild<WeightEditor*>(); }
  /// Types a number into the open editor and leaves it.
  void typeNumber(const QString& number) const {
    QLineEdit* field = editor()->field()->field();
    QTest::keySequence(field, QKeySequence::SelectAll);
    QTest::keyClicks(field, number);
    QTest::keyClick(field, Qt::Key_Return);
    leaveEditor();
  }
  /// Drags the open editor's knob until its field shows `value` or what lies next to it.
  void dragTo(double value) const {
    QSlider* slider = editor()->field()->slider();
    const int y = slider->height() / 2;
    const auto x = [&](double share) { return static_cast<int>(8 + share * (slider->width() - 16)); };
    const double share = static_cast<double>(slider->value() - slider->minimum()) / (slider->maximum() - slider->minimum());
    QTest::mousePress(slider, Qt::LeftButton, {}, {x(share), y});
    int at = x(share);
    for (int i = 0; i < 400 && std::abs(editor()->field()->value() - value) > 0.02; ++i) {
      at += editor()->field()->value() < value ? 1 : -1;
      QMouseEvent move(QEvent::MouseMove, QPointF(at, y), slider->mapToGlobal(QPointF(at, y)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
      QCoreApplication::sendEvent(slider, &move);
    }
    QTest::mouseRelease(slider, Qt::LeftButton, {}, {at, y});
    leaveEditor();
  }
  void leaveEditor() const { QTest::keyClick(editor(), Qt::Key_Escape); }

  void predict(int choice) const {
    QuestionCard* card = page()->questionCards().front();
    page()->findChild<QScrollArea*>()->ensureWidgetVisible(card, 0, 0);
    QRadioButton* radio = card->findChildren<QRadioButton*>().at(choice);
    QTest::mouseClick(radio, Qt::LeftButton, {}, {8, radio->height() / 2});
    click(card->commitButton());
  }

  /// Clicks the tile of a layer; false when it is nowhere to be seen.
  bool choose(const NodeId& node) const {
    return clickAt(placeOf([&](const DiagramHit& hit) { return (hit.kind == DiagramHit::Kind::Tile || hit.kind == DiagramHit::Kind::Neuron) && hit.node == node; }));
  }
  /// Takes a layer away: a click on its tile, and the key Delete.
  bool erase(const NodeId& node) const {
    if (!choose(node)) return false;
    QTest::keyClick(m_window.diagram(), Qt::Key_Delete);
    return true;
  }
  /// Types letters into the diagram, each of which adds a layer behind the chosen one.
  void addByLetters(const char* letters) const { QTest::keyClicks(m_window.diagram(), QString::fromLatin1(letters)); }
  /// Adds a layer behind the chosen one by a double click in the tab *Layers*; false when it is not in the list.
  bool addLayer(const char* key) const {
    m_window.setLeftTab(1);
    QListWidget* list = m_window.findChild<Palette*>()->list();
    for (int i = 0; i < list->count(); ++i) {
      if (list->item(i)->data(LayerList::KeyRole).toString() != QLatin1String(key)) continue;
      list->scrollToItem(list->item(i));
      const QPoint at = list->visualItemRect(list->item(i)).center();
      QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at);
      QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, at);
      m_window.setLeftTab(0);
      return true;
    }
    return false;
  }
  /// Types a parameter of the chosen layer into its page at the right; false when it is not there.
  bool setLayer(const char* key, const char* to) const {
    ParamRow* row = m_window.inspector()->nodePage()->isVisible() ? m_window.inspector()->nodePage()->form()->row(key) : nullptr;
    return row && !row->isLocked() && write(row->editor()->control(), to);
  }
  /// Draws a frame with the mouse around all tiles from one layer to another, and presses Delete.
  bool frameAndDelete(const NodeId& first, const NodeId& last) const {
    const DiagramView* view = m_window.diagram();
    const auto place = [view](const NodeId& id) {
      const NodeItem* item = view->diagram()->nodeItem(id);
      return item ? view->mapFromScene(item->box().translated(item->pos())).boundingRect() : QRect();
    };
    const QRect from = place(first), to = place(last);
    if (from.isEmpty() || to.isEmpty()) return false;
    const QRect frame = from.united(to).adjusted(-2, -6, 2, 6);
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, frame.topLeft());
    for (const QPoint& at : {frame.center(), frame.bottomRight()}) {
      QMouseEvent move(QEvent::MouseMove, QPointF(at), view->viewport()->mapToGlobal(QPointF(at)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
      QCoreApplication::sendEvent(view->viewport(), &move);
    }
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, frame.bottomRight());
    QTest::keyClick(m_window.diagram(), Qt::Key_Delete);
    return true;
  }

  /// Clicks the row of a run in *Runs*, and *Open*; false when it does not come.
  bool openRun(const std::string& id) const {
    m_window.setBottomTab(3);
    const RunsPanel* panel = m_window.runDesk()->panel();
    const QRect cell = panel->table()->visualRect(panel->model()->index(panel->model()->rowOf(id), RunModel::Name));
    if (!panel->isVisible() || cell.isEmpty()) return false;
    QTest::mouseClick(panel->table()->viewport(), Qt::LeftButton, {}, cell.center());
    click(panel->openButton());
    return QTest::qWaitFor([this, &id] { return m_window.session()->runId() == id && !m_window.session()->isRunning(); }, kPatience);
  }

  QuestionCard* question(const char* id) const {
    const std::vector<QuestionCard*>& cards = page()->questionCards();
    return *std::find_if(cards.begin(), cards.end(), [id](const QuestionCard* card) { return card->content().id == QLatin1String(id); });
  }
  /// Commits to a choice, counted from 0, or to a number; false when the question cannot be reached.
  bool answer(const char* id, int choice) const {
    QuestionCard* card = question(id);
    page()->findChild<QScrollArea*>()->ensureWidgetVisible(card, 0, 0);
    QRadioButton* radio = card->findChildren<QRadioButton*>().at(choice);
    if (!radio->isVisible()) return false;
    QTest::mouseClick(radio, Qt::LeftButton, {}, {8, radio->height() / 2});
    click(card->commitButton());
    return card->answer() == AnswerValue(card->content().choices.at(static_cast<std::size_t>(choice)).key.toStdString());
  }
  bool answer(const char* id, const char* number) const {
    QuestionCard* card = question(id);
    page()->findChild<QScrollArea*>()->ensureWidgetVisible(card, 0, 0);
    auto* field = card->findChild<QLineEdit*>();
    if (!field->isVisible()) return false;
    QTest::mouseClick(field, Qt::LeftButton);
    QTest::keySequence(field, QKeySequence::SelectAll);
    QTest::keyClicks(field, QString::fromLatin1(number));
    click(card->commitButton());
    return card->answer().has_value();
  }
  /// Clicks into the question's picture, at a place in the picture's coordinates.
  bool point(const char* id, double x, double y) const {
    QuestionCard* card = question(id);
    page()->findChild<QScrollArea*>()->ensureWidgetVisible(card, 0, 0);
    QTest::mouseClick(card->picture(), Qt::LeftButton, {}, card->picture()->pixelOf(x, y).toPoint());
    click(card->commitButton());
    return card->answer().has_value();
  }
  /// Draws a curve that goes straight up, from one eighth of the paper's height to seven eighths.
  bool draw(const char* id) const {
    QuestionCard* card = question(id);
    page()->findChild<QScrollArea*>()->ensureWidgetVisible(card, 0, 0);
    CurvePaper* paper = card->paper();
    const CurveAxes& axes = card->content().axes;
    const auto place = [&](int i) {
      const double share = i / 16.0;
      return paper->pixelOf(share * static_cast<double>(axes.steps), axes.least + (1 + 6 * share) / 8 * (axes.most - axes.least)).toPoint();
    };
    QTest::mousePress(paper, Qt::LeftButton, {}, place(0));
    for (int i = 1; i <= 16; ++i) {
      QMouseEvent move(QEvent::MouseMove, place(i), paper->mapToGlobal(place(i)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
      QCoreApplication::sendEvent(paper, &move);
    }
    QTest::mouseRelease(paper, Qt::LeftButton, {}, place(16));
    click(card->commitButton());
    return card->answer().has_value();
  }

  /// As fast as it goes, by the box in the tool bar: chosen, and no longer what the lab suggests for the size of the network.
  void hurry() const {
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_End}) QTest::keyClick(m_window.findChild<ToolBar*>()->findChild<QComboBox*>(), key);
  }
  QPushButton* runButton() const { return m_window.findChild<ToolBar*>()->findChild<QPushButton*>(); }
  /// Presses Run, and waits until the run ends by its own rule or breaks; false when it does neither.
  bool run() const {
    using State = TrainingSession::State;
    click(runButton());
    const TrainingSession* session = m_window.session();
    return QTest::qWaitFor([session] { return !session->isStale() && (session->state() == State::Ended || session->state() == State::Broken); }, kPatience);
  }
  /// Presses "One step" so often, each time when the step before is done.
  bool step(int count) const {
    for (int i = 0; i < count; ++i) {
      const std::int64_t before = m_window.session()->status().step;
      click(toolButton(Do::Step));
      if (!QTest::qWaitFor([&] { return m_window.session()->status().step == before + 1 && !m_window.session()->isRunning(); }, kPatience)) return false;
    }
    return true;
  }
  /// Back to the initial weights, by the button of the tool bar.
  bool sameWeights() const {
    click(toolButton(Do::Reset));
    return waitUntilReady();
  }

  /// The line of a training setting, with the form brought up by a click beside the tiles; null when it cannot be reached.
  ParamRow* setting(const char* key) const {
    TrainingForm* form = m_window.inspector()->trainingForm();
    if (!form->isVisible()) clickAt(placeOf(DiagramHit::Kind::Nothing));
    ParamForm* part = form->isVisible() ? form->formOf(key) : nullptr;
    return part ? part->row(key) : nullptr;
  }
  /// Sets it: types the number, or goes through the list to the entry of that key.
  bool set(const char* key, const char* to) const {
    ParamRow* row = setting(key);
    return row && !row->isLocked() && write(row->editor()->control(), to);
  }
  bool write(QWidget* control, const char* text) const {
    for (QWidget* around = control; around; around = around->parentWidget())
      if (auto* area = qobject_cast<QScrollArea*>(around)) area->ensureWidgetVisible(control);
    if (control->visibleRegion().isEmpty()) return false;
    if (auto* list = qobject_cast<QComboBox*>(control)) {
      QTest::keyClick(list, Qt::Key_Home);
      for (int i = 0; i < list->count() && list->currentData().toString() != QLatin1String(text); ++i) QTest::keyClick(list, Qt::Key_Down);
      return list->currentData().toString() == QLatin1String(text);
    }
    QTest::mouseClick(control, Qt::LeftButton);
    QTest::keySequence(control, QKeySequence::SelectAll);
    QTest::keyClicks(control, QString::fromLatin1(text));
    QTest::keyClick(control, Qt::Key_Return);
    return true;
  }

  /// In Step: chooses the samples of the step by the sheet of the button over the diagram.
  bool chooseSamples(const char* first, int count) const {
    click(m_window.steps()->samplesButton());
    auto* sheet = m_window.findChild<SampleChoice*>();
    if (!sheet || !write(sheet->firstField()->field(), first)) return false;
    click(sheet->countChoice()->findChildren<QAbstractButton*>().at(count - 1));
    sheet->close();
    QCoreApplication::sendPostedEvents(sheet, QEvent::DeferredDelete);
    return QTest::qWaitFor([this, count] { return m_window.steps()->stepper()->sampleCount() == count && !m_window.steps()->stepper()->isBusy(); }, kPatience);
  }
  /// In Step: goes from the first stop on by *Next* until the array stands on the board; null when it never does.
  const BoardArray* walkTo(const char* array) const {
    const Stepper* stepper = m_window.steps()->stepper();
    if (!QTest::qWaitFor([stepper] { return stepper->view() && !stepper->isBusy(); }, kPatience)) return nullptr;
    QPushButton* next = m_window.steps()->strip()->nextButton();
    QTest::keyClick(m_window.steps()->strip(), Qt::Key_Home);
    for (;;) {
      for (const BoardArray& shown : m_window.steps()->board()->arrays())
        if (shown.name == array) return &shown;
      if (!next->isEnabled()) return nullptr;
      click(next);
    }
  }

  void skip(int index) const {
    page()->findChild<QScrollArea*>()->ensureWidgetVisible(task(index)->skipButton());
    click(task(index)->skipButton());
  }

  bool passes(int index) const {
    return QTest::qWaitFor([this, index] { return isDone(index); }, kPatience);
  }
  /// What a task asks and has not got, as its rows say it: "Training loss ≤ 0.0803 | Learning rate: 0.3".
  QString missing(int index) const {
    QStringList missed;
    const auto* rows = task(index)->findChild<ConditionRows*>();
    if (!rows->isVisible()) return QStringLiteral("(no rows are shown)");
    const QList<QLabel*> words = rows->findChildren<QLabel*>();
    const QList<StateIcon*> icons = rows->findChildren<StateIcon*>();
    for (int i = 0; i < icons.size(); ++i)
      if (icons[i]->stage() != TaskStage::Done) missed << words[2 * i]->text();
    return missed.join(QStringLiteral(" | ")).replace(QChar(0x00A0), u' ');
  }

  /// What stands in the rows under a task: "Training loss ≤ 0.0803|0.379".
  QStringList rows(int index) const {
    QStringList words;
    for (const QLabel* label : task(index)->findChildren<QLabel*>())
      if (label->isVisible()) words << label->text();
    return words;
  }

  /// How many conditions of a task are met now; English.
  int met(int index) const {
    const QList<StateIcon*> icons = task(index)->findChildren<StateIcon*>();
    return static_cast<int>(std::count_if(icons.begin(), icons.end(), [](const StateIcon* icon) { return icon->isVisible() && icon->accessibleName() == "met"; }));
  }

  /// The diagram has the weights of the run, where it draws weights, and is where it stays.
  bool waitForDrawing() const {
    return !m_window.diagram()->diagram()->hasWeightWires() || QTest::qWaitFor([this] { return placeOf(DiagramHit::Kind::Weight).has_value(); }, kPatience);
  }

 private:
  bool write(const QString& number, const std::function<bool(const DiagramHit&)>& wanted) const {
    if (!QTest::qWaitFor([&] { return clickAt(placeOf(wanted)) && editor()->isVisible(); }, kPatience)) return false;
    typeNumber(number);
    return !editor()->isVisible();
  }

  MainWindow& m_window;
};

} // namespace glassbox
