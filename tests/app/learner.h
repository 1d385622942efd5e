// Hands and eyes of a learner at the lab's window: real mouse and key events, and what stands on the screen.
#pragma once

#include "app/lesson_desk.h"
#include "app/main_window.h"
#include "widgets/common/slider_field.h"
#include "widgets/diagram/diagram_view.h"
#include "widgets/inspector/weight_editor.h"
#include "widgets/lesson/lesson_view.h"
#include "widgets/lesson/prose_view.h"
#include "widgets/lesson/question_card.h"
#include "widgets/lesson/state_icon.h"
#include "widgets/lesson/task_card.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <algorithm>
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
  bool clickNumber(DiagramHit::Kind kind) const {
    const std::optional<QPoint> place = placeOf(kind);
    if (place) QTest::mouseClick(m_window.diagram()->viewport(), Qt::LeftButton, {}, *place);
    return place.has_value();
  }
  /// The same until the editor is open: before the first picture of the weights a click says why it is not.
  bool openNumber(DiagramHit::Kind kind) const {
    return QTest::qWaitFor([this, kind] { return clickNumber(kind) && editor()->isVisible(); }, kPatience);
  }
  std::optional<QPoint> placeOf(DiagramHit::Kind kind) const {
    const DiagramView* view = m_window.diagram();
    for (int y = 0; y < view->viewport()->height(); y += 2)
      for (int x = 0; x < view->viewport()->width(); x += 2)
        if (view->diagram()->hitAt(view->mapToScene(x, y), view->zoom()).kind == kind) return QPoint(x, y);
    return std::nullopt;
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

  /// The diagram has the weights of the run and is where it stays.
  bool waitForDrawing() const {
    return QTest::qWaitFor([this] { return placeOf(DiagramHit::Kind::Weight).has_value(); }, kPatience);
  }

 private:
  MainWindow& m_window;
};

} // namespace glassbox
