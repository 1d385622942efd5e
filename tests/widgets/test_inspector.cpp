// The inspector: forms made from definitions, training settings, data panel, issues; what the user sets reaches the document.
#include "engine/layers/loss.h"
#include "engine/train/optimizers.h"
#include "widgets/common/number_format.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_widget.h"
#include "widgets/inspector/class_counts.h"
#include "widgets/inspector/data_loader.h"
#include "widgets/inspector/column_choice.h"
#include "widgets/inspector/column_table.h"
#include "widgets/inspector/data_panel.h"
#include "widgets/inspector/data_preview.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/issue_card.h"
#include "widgets/inspector/issue_list.h"
#include "widgets/inspector/node_page.h"
#include "widgets/inspector/param_form.h"
#include "widgets/inspector/param_row.h"
#include "widgets/inspector/training_form.h"
#include "widgets/inspector/weight_editor.h"
#include "widgets/model/document.h"
#include "widgets/model/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace glassbox;

namespace {

// Every text in angle brackets: what is not translated anew after a switch stands out.
class Brackets : public QTranslator {
 public:
  bool isEmpty() const override { return false; }
  QString translate(const char*, const char* source, const char*, int) const override {
    return QStringLiteral("‹") + QString::fromUtf8(source) + QStringLiteral("›");
  }
};

std::vector<const NodeDef*> allNodes() {
  std::vector<const NodeDef*> nodes;
  for (const LayerDef* def : allLayers()) nodes.push_back(def);
  for (const LossDef* def : allLosses()) nodes.push_back(def);
  return nodes;
}

Project project(const char* line) {
  Project out;
  out.spec = *parseLine(line);
  return out;
}

ParamFormContent formOf(std::vector<ParamDef> defs, const Params& values = {}) { return {std::move(defs), values}; }

QLineEdit* lineOf(ParamForm& form, const std::string& key) { return qobject_cast<QLineEdit*>(form.row(key)->editor()->control()); }

void type(QLineEdit* line, const QString& text, bool enter = true) {
  line->setFocus();
  line->selectAll();
  for (const QChar c : text) { // keyClicks knows ASCII only
    QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
    QApplication::sendEvent(line, &press);
  }
  if (enter) QTest::keyClick(line, Qt::Key_Return);
}

// Another allowed value, as a person would set it.
ParamValue otherValue(const ParamDef& def) {
  switch (def.kind) {
  case ParamKind::Switch:
    return !std::get<bool>(def.fallback);
  case ParamKind::Integer:
    return std::get<std::int64_t>(def.fallback) + 3;
  case ParamKind::Number:
    return def.logarithmic ? 2 * std::get<double>(def.fallback) : def.min + (def.max - def.min) / 4;
  case ParamKind::Choice:
    return def.choices.back().key == std::get<std::string>(def.fallback) ? def.choices.front().key : def.choices.back().key;
  case ParamKind::Extents:
    return std::string("3x5x7");
  case ParamKind::Words:
    break;
  }
  return std::string("some words");
}

void setByHand(ParamRow& row, const ParamDef& def, const ParamValue& value) {
  QWidget* control = row.editor()->control();
  if (auto* line = qobject_cast<QLineEdit*>(control)) {
    type(line, paramText(def, value));
  } else if (auto* box = qobject_cast<QCheckBox*>(control)) {
    QTest::keyClick(box, Qt::Key_Space);
  } else if (auto* list = qobject_cast<QComboBox*>(control)) {
    const int wanted = list->findData(QString::fromStdString(std::get<std::string>(value)));
    while (list->currentIndex() != wanted) QTest::keyClick(list, wanted > list->currentIndex() ? Qt::Key_Down : Qt::Key_Up);
  }
}

QString shownBy(const ParamRow& row, const ParamDef& def) {
  QWidget* control = row.editor()->control();
  if (auto* line = qobject_cast<QLineEdit*>(control)) return line->text();
  if (auto* box = qobject_cast<QCheckBox*>(control)) return paramText(def, ParamValue(box->isChecked()));
  if (auto* list = qobject_cast<QComboBox*>(control)) return list->currentText();
  return {};
}

QStringList labelsOf(const ParamForm& form) {
  QStringList labels;
  for (const ParamRow* row : form.rows()) labels += row->label()->text();
  return labels;
}

QStringList keysOf(const TrainingForm& form) {
  QStringList keys;
  for (const ParamForm* part : form.findChildren<ParamForm*>())
    for (const ParamRow* row : part->rows()) keys += QString::fromStdString(row->key());
  return keys;
}

QString factOf(const FactList& facts, const QString& name) {
  for (const Fact& fact : facts.content())
    if (fact.name == name) return fact.value;
  return QStringLiteral("(no fact called %1)").arg(name);
}

QString spaced(QString text) { return text.replace(u'~', kNoBreakSpace); }

} // namespace

class TestInspector : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    ThemeManager::ofApplication().dress(*qApp);
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
  }

  // ---- forms -----------------------------------------------------------------------------------------------------------
  void aFormShowsEveryParameterOfEveryLayer_data() {
    QTest::addColumn<int>("index");
    const auto nodes = allNodes();
    QVERIFY(nodes.size() >= 13);
    for (std::size_t i = 0; i < nodes.size(); ++i) QTest::newRow(nodes[i]->key.c_str()) << static_cast<int>(i);
  }
  void aFormShowsEveryParameterOfEveryLayer() {
    QFETCH(int, index);
    const NodeDef& node = *allNodes()[static_cast<std::size_t>(index)];
    ParamForm form;
    form.setContent(node.params, {});
    form.show();
    QCOMPARE(form.rows().size(), node.params.size());
    for (const ParamDef& def : node.params) {
      ParamRow* row = form.row(def.key);
      QVERIFY2(row && row->isVisible(), def.key.c_str());
      QCOMPARE(row->label()->text(), translated(def.label));
      QCOMPARE(row->editor()->control()->accessibleName(), translated(def.label));
      QVERIFY2(row->toolTip().contains(translated(def.help).toHtmlEscaped()), def.key.c_str());
      QVERIFY2(row->editor()->control()->focusPolicy() & Qt::TabFocus, def.key.c_str());
      QCOMPARE(shownBy(*row, def), paramText(def, def.fallback));
    }
  }

  void whatIsSetByHandComesBackAndIsShown_data() { aFormShowsEveryParameterOfEveryLayer_data(); }
  void whatIsSetByHandComesBackAndIsShown() {
    QFETCH(int, index);
    const NodeDef& node = *allNodes()[static_cast<std::size_t>(index)];
    ParamForm form;
    form.setContent(node.params, {});
    form.show();
    for (const ParamDef& def : node.params) {
      std::string key;
      ParamValue got;
      const auto connection = connect(&form, &ParamForm::valueChanged, this, [&](const std::string& k, const ParamValue& v) {
        key = k;
        got = v;
      });
      const ParamValue wanted = otherValue(def);
      setByHand(*form.row(def.key), def, wanted);
      disconnect(connection);
      QCOMPARE(QString::fromStdString(key), QString::fromStdString(def.key));
      QCOMPARE(QString::fromStdString(writeParam(got)), QString::fromStdString(writeParam(wanted)));

      ParamForm fresh;
      fresh.setContent(node.params, Params{{def.key, wanted}});
      QCOMPARE(shownBy(*fresh.row(def.key), def), paramText(def, wanted));
    }
  }

  void aValueThatIsNotAllowedKeepsTheOldOneAndSaysWhy_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a number over the range") << "share"
                                             << "1.5"
                                             << "Share is 1.5; it must lie between 0 and 0.95."
                                             << "0.5";
    QTest::newRow("a word in place of a number") << "share"
                                                 << "half"
                                                 << "Share must be a number."
                                                 << "0.5";
    QTest::newRow("a part of a unit") << "units"
                                      << "8.5"
                                      << "Units must be a whole number."
                                      << "16";
    QTest::newRow("no unit at all") << "units"
                                    << "0"
                                    << "Units is 0; it must lie between 1 and 1" + QString(kThinSpace) + "000" + QString(kThinSpace) +
                                           "000."
                                    << "16";
    QTest::newRow("a shape with a zero") << "shape"
                                         << "3x0"
                                         << ""
                                         << "2";
    QTest::newRow("a seed below 0") << "seed"
                                    << "-1"
                                    << ""
                                    << "1";
  }
  void aValueThatIsNotAllowedKeepsTheOldOneAndSaysWhy() {
    QFETCH(QString, key);
    QFETCH(QString, typed);
    QFETCH(QString, sentence);
    QFETCH(QString, shown);
    std::vector<ParamDef> defs;
    for (const char* node : {"dense", "dropout", "input"})
      for (const ParamDef& def : findNode(node)->params) defs.push_back(def);
    defs.push_back(integerParam("seed", GB_TEXT("engine", "Seed"), GB_TEXT("engine", ""), 1, 0, std::int64_t{1} << 53));
    ParamForm form;
    form.setContent(formOf(defs));
    form.show();
    const std::string name = key.toStdString();
    QSignalSpy spy(&form, &ParamForm::valueChanged);
    QVERIFY(!form.row(name)->refusal()->isVisible());
    type(lineOf(form, name), typed);
    for (const QList<QVariant>& call : spy) // on the way to 8.5 stands 8, which is allowed and may be reported
      QVERIFY2(checkParam(*findParam(defs, name), call.at(1).value<ParamValue>()).ok(), "an impossible value was reported");
    QVERIFY(form.row(name)->refusal()->isVisible());
    if (!sentence.isEmpty()) QCOMPARE(form.row(name)->refusal()->text(), sentence);
    QVERIFY(form.row(name)->refusal()->text().size() > 10);
    QCOMPARE(lineOf(form, name)->text(), shown);
    type(lineOf(form, name), shown);
    QVERIFY2(!form.row(name)->refusal()->isVisible(), "the sentence goes when the next value is set");
  }

  void allThatTheDefinitionAllowsCanBeTypedAlsoBeyondTheSlider_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("value");
    QTest::newRow("a tenth of a millionth") << "1e-7" << 1e-7;
    QTest::newRow("as the field itself writes it") << "10⁻⁷" << 1e-7;
    QTest::newRow("with a factor") << "2.5×10⁻⁶" << 2.5e-6;
    QTest::newRow("the largest") << "1000" << 1000.0;
    QTest::newRow("with groups") << "1 000" << 1000.0;
    QTest::newRow("comma") << "0,25" << 0.25;
    QTest::newRow("zero") << "0" << 0.0;
  }
  void allThatTheDefinitionAllowsCanBeTypedAlsoBeyondTheSlider() {
    QFETCH(QString, typed);
    QFETCH(double, value);
    ParamForm form;
    form.setContent(formOf({*findParam(planParams(), "rate")}));
    form.show();
    QSignalSpy spy(&form, &ParamForm::valueChanged);
    type(lineOf(form, "rate"), typed);
    QVERIFY(!spy.isEmpty());
    QCOMPARE(std::get<double>(spy.last().at(1).value<ParamValue>()), value);
    QCOMPARE(lineOf(form, "rate")->text(), formatShort(value));
  }

  void aWeightBeyondTheSliderIsTakenAndOneFarBeyondIsRefusedInASentence() {
    WeightEditor editor;
    editor.open(QStringLiteral("dense1.weight[0,0]"), QStringLiteral("Weight"), 0.5, {0, 0});
    QVERIFY(editor.refusal()->isHidden());
    double told = 0.5;
    connect(&editor, &WeightEditor::valueChanged, this, [&told](const QString&, double value) { told = value; });
    QLineEdit* field = editor.field()->field();
    const auto type = [field](const char* text) {
      QTest::keySequence(field, QKeySequence::SelectAll);
      QTest::keyClicks(field, QString::fromLatin1(text));
      QTest::keyClick(field, Qt::Key_Return);
    };
    for (const auto& [text, value] : {std::pair("10", 10.0), std::pair("-250.5", -250.5), std::pair("3", 3.0), std::pair("1000", 1000.0)}) {
      type(text);
      QCOMPARE(told, value);
      QVERIFY(editor.refusal()->isHidden());
    }
    type("1001");
    QCOMPARE(told, 1000.0); // not the 100 on the way
    QVERIFY(!editor.refusal()->isHidden());
    QCOMPARE(editor.refusal()->text(), SliderField::tr("A number from %1 to %2").arg(formatShort(-1000), formatShort(1000)));
    QCOMPARE(field->text(), formatShort(1000));
    type("-0.3");
    QCOMPARE(told, -0.3);
    QVERIFY2(editor.refusal()->isHidden(), "the sentence goes with the next number");
  }

  void typingIsNotDisturbedByItsOwnEffect() {
    const ParamDef def = *findParam(planParams(), "momentum");
    ParamForm form;
    form.setContent(formOf({def}));
    form.show();
    connect(&form, &ParamForm::valueChanged, &form, [&](const std::string& key, const ParamValue& value) {
      form.setContent(formOf({def}, Params{{key, value}}));
    });
    type(lineOf(form, "momentum"), "0.105", false);
    QCOMPARE(lineOf(form, "momentum")->text(), QStringLiteral("0.105")); // and not "0.15", though 0.1 and 0.10 are the same
  }

  void theKeyboardStaysWhereItIsWhenTheFormChanges() {
    const auto plan = planParams();
    const ParamDef rate = *findParam(plan, "rate"), momentum = *findParam(plan, "momentum"), batch = *findParam(plan, "batch");
    ParamForm form;
    form.setContent(formOf({rate, batch}));
    form.show();
    form.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&form));
    lineOf(form, "batch")->setFocus();
    QLineEdit* const before = lineOf(form, "batch");
    form.setContent(formOf({rate, momentum, batch}, Params{{"rate", 0.5}}));
    QCOMPARE(lineOf(form, "batch"), before);
    QCOMPARE(QApplication::focusWidget(), before);
    QCOMPARE(form.rows().at(1)->key(), std::string("momentum"));
    for (const char* key : {"momentum", "rate"}) { // up the form as it is seen, not around it
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
      QCOMPARE(QApplication::focusWidget(), lineOf(form, key));
    }
  }

  void wholeNumbersGoByOneWithTheKeys() {
    ParamForm form;
    form.setContent(formOf(findNode("dense")->params, Params{{"units", std::int64_t{1}}}));
    form.show();
    QSignalSpy spy(&form, &ParamForm::valueChanged);
    QTest::keyClick(lineOf(form, "units"), Qt::Key_Up);
    QCOMPARE(lineOf(form, "units")->text(), QStringLiteral("2"));
    QTest::keyClick(form.row("units")->findChild<QSlider*>(), Qt::Key_Right);
    QCOMPARE(lineOf(form, "units")->text(), QStringLiteral("3"));
    QCOMPARE(spy.count(), 2);
    QTest::keyClick(lineOf(form, "units"), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(lineOf(form, "units")->text(), QStringLiteral("1"));
  }

  void aLockedValueIsShownWithItsReasonAndCannotBeSet() {
    ParamFormContent content = formOf(findNode("dense")->params);
    for (const ParamDef& def : content.defs) content.locked[def.key] = QStringLiteral("The lesson keeps it.");
    ParamForm form;
    form.setContent(content);
    form.show();
    for (const ParamDef& def : content.defs) {
      ParamRow* row = form.row(def.key);
      QVERIFY(row->isLocked());
      QVERIFY(!row->editor()->isEnabled());
      QVERIFY(row->toolTip().contains(QStringLiteral("The lesson keeps it.")));
      if (def.kind == ParamKind::Switch) continue;
      QVERIFY(row->lockedField()->isVisible());
      QVERIFY(!row->editor()->isVisible());
      QCOMPARE(row->lockedField()->text(), paramText(def, def.fallback));
    }
  }

  void aNarrowFormPutsTheNamesAbove() {
    ParamForm form;
    form.setContent(formOf(findNode("dense")->params));
    form.show();
    form.resize(240, 400);
    QTRY_VERIFY(form.row("units")->label()->geometry().right() < form.row("units")->editor()->geometry().left());
    form.resize(184, 400);
    QTRY_VERIFY(form.row("units")->label()->geometry().bottom() < form.row("units")->editor()->geometry().top());
  }

  // ---- the selected layer ------------------------------------------------------------------------------------------------
  void aSliderDragIsOneUndoStepAndLive() {
    Document document;
    document.open(project("input 2 | dense 8 tanh | dense 1 | mse"));
    InspectorPanel panel(document);
    panel.resize(264, 600);
    panel.setSelected("dense1");
    panel.show();
    QSignalSpy changes(&document, &Document::changed);
    auto* slider = panel.nodePage()->form()->row("units")->findChild<QSlider*>();
    const int y = slider->height() / 2;
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, y));
    for (int x = slider->width() / 2; x < slider->width() - 4; x += 6) QTest::mouseMove(slider, QPoint(x, y));
    QVERIFY2(changes.count() > 3, "the diagram follows while the hand moves");
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 4, y));
    const auto units = [&] { return document.analysis().nodes.at("dense1").params.integer("units"); };
    QVERIFY(units() > 100);
    QCOMPARE(lineOf(*panel.nodePage()->form(), "units")->text(), formatInteger(units()));
    QCOMPARE(document.undoStack()->count(), 1);
    document.undoStack()->undo();
    QCOMPARE(units(), std::int64_t{8});
    QCOMPARE(lineOf(*panel.nodePage()->form(), "units")->text(), QStringLiteral("8"));
  }

  void factsFollowFromTheLayer() {
    Document document;
    Project spirals = project("input 2 | dense 8 tanh | dense 8 tanh | dense 1 | binary_cross_entropy");
    spirals.plan.values.set("optimizer", std::string("adam"));
    document.open(spirals);
    InspectorPanel panel(document);
    panel.setSelected("dense2");
    const FactList& facts = *panel.nodePage()->facts();
    QCOMPARE(factOf(facts, "Input → output"), QStringLiteral("8 → 8"));
    QCOMPARE(factOf(facts, "Parameters"), QStringLiteral("64 + 8 = 72"));
    QCOMPARE(factOf(facts, "Memory"), spaced("1.1~KB")); // 72 * 4 numbers (weight, gradient, two of Adam) * 4 bytes = 1152
    const std::int64_t flops = document.analysis().nodes.at("dense2").inference.forwardFlops;
    QCOMPARE(factOf(facts, "Forward"), QStringLiteral("%1 FLOP / sample").arg(flops));
    QCOMPARE(panel.nodePage()->formula()->content().tex, QStringLiteral("y = W x + b"));
    QVERIFY(!panel.nodePage()->form()->row("classes") || panel.nodePage()->form()->row(NodePage::kFrozen));
  }

  void nameFrozenAndSwitchedOffReachTheDocument() {
    Document document;
    document.open(project("input 2 | dense 8 tanh | dense 1 | mse"));
    InspectorPanel panel(document);
    panel.setSelected("dense1");
    panel.show();
    ParamForm& form = *panel.nodePage()->form();
    QCOMPARE(lineOf(form, NodePage::kName)->placeholderText(), QStringLiteral("not named"));
    type(lineOf(form, NodePage::kName), "First");
    QCOMPARE(document.spec().find("dense1")->name, std::string("First"));
    QTest::keyClick(form.row(NodePage::kFrozen)->editor()->control(), Qt::Key_Space);
    QVERIFY(document.spec().find("dense1")->frozen);
    panel.setSelected("tanh1");
    QTest::keyClick(form.row(NodePage::kBypassed)->editor()->control(), Qt::Key_Space);
    QVERIFY(document.spec().find("tanh1")->bypassed);
    QCOMPARE(document.undoStack()->count(), 3);
  }

  void aRemovedLayerLeavesTheTrainingSettings() {
    Document document;
    document.open(project("input 2 | dense 8 tanh | dense 1 | mse"));
    InspectorPanel panel(document);
    panel.setSelected("tanh1");
    panel.show();
    QVERIFY(panel.nodePage()->isVisible());
    document.removeNodes({"tanh1"});
    QVERIFY(panel.trainingForm()->isVisible());
    QVERIFY(panel.selected().empty());
  }

  void everyLayerCanBeSelected() {
    for (const NodeDef* def : allNodes()) {
      Document document;
      document.open(project("input 4"));
      const Result<NodeId> id = document.insertAfter(def->key, "input1");
      QVERIFY2(id.ok(), def->key.c_str());
      InspectorPanel panel(document);
      panel.setSelected(*id);
      for (const ParamDef& param : def->params) QVERIFY2(panel.nodePage()->form()->row(param.key), param.key.c_str());
      QVERIFY2(panel.nodePage()->formula()->fault().isEmpty(), qPrintable(panel.nodePage()->formula()->fault()));
    }
  }

  // ---- issues ------------------------------------------------------------------------------------------------------------
  void anIssueIsRepairedByItsButton() {
    Document document;
    document.open(project("input 2 | dense 8 | dense 3 | softmax | softmax_cross_entropy"));
    QCOMPARE(issueSummary(document.analysis()), QStringLiteral("1 hint"));
    IssueList list(document);
    InspectorPanel panel(document);
    panel.setSelected("softmax1");
    QCOMPARE(panel.nodePage()->issueCards().size(), std::size_t{1});
    QCOMPARE(list.cards().size(), std::size_t{1});
    QVERIFY(list.cards().front()->sentence().startsWith(QStringLiteral("Softmax is applied twice")));
    list.resize(700, 200);
    list.show();
    QSignalSpy activated(&list, &IssueList::nodeActivated);
    QTest::mouseClick(list.cards().front(), Qt::LeftButton, {}, QPoint(40, 10));
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.at(0).at(0).value<NodeId>(), NodeId("softmax1"));
    QTest::keyClick(list.cards().front(), Qt::Key_Return);
    QCOMPARE(activated.count(), 2);
    QTest::mouseClick(list.cards().front()->findChild<QPushButton*>(), Qt::LeftButton);
    QVERIFY(document.spec().find("softmax1")->bypassed);
    QVERIFY(list.cards().empty());
    QVERIFY(panel.nodePage()->issueCards().empty());
    QCOMPARE(issueSummary(document.analysis()), QStringLiteral("No issues"));
  }

  void aMissingLossIsAddedByItsButton() {
    Document document;
    document.open(project("input 2 | dense 8 | dense 3"));
    IssueList list(document);
    list.resize(700, 200);
    list.show();
    const QList<QPushButton*> buttons = list.cards().front()->findChildren<QPushButton*>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons[0]->text(), QStringLiteral("Add softmax cross-entropy: one of several classes"));
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QCOMPARE(document.analysis().loss, NodeId("softmax_cross_entropy1"));
    QVERIFY(document.analysis().sound());
  }

  // ---- training ------------------------------------------------------------------------------------------------------------
  void onlyWhatTheOptimizerUsesIsShown_data() {
    QTest::addColumn<QString>("optimizer");
    for (const OptimizerDef& def : allOptimizers()) QTest::newRow(def.key.c_str()) << QString::fromStdString(def.key);
  }
  void onlyWhatTheOptimizerUsesIsShown() {
    QFETCH(QString, optimizer);
    Document document;
    document.open(project("input 2 | dense 1 | mse"));
    TrainingForm form(document);
    QVERIFY(document.setPlanValue("optimizer", optimizer.toStdString()).ok());
    const QStringList keys = keysOf(form);
    std::set<std::string> someUse;
    for (const OptimizerDef& def : allOptimizers()) someUse.insert(def.settings.begin(), def.settings.end());
    const std::vector<std::string>& used = findOptimizer(optimizer.toStdString())->settings;
    const std::set<std::string> ofOtherChoices{"decay_steps", "decay_factor", "min_rate", "init_size"};
    for (const ParamDef& def : planParams()) {
      const bool wanted = someUse.count(def.key) ? std::find(used.begin(), used.end(), def.key) != used.end() : !ofOtherChoices.count(def.key);
      QVERIFY2(keys.contains(QString::fromStdString(def.key)) == wanted, def.key.c_str());
    }
    QVERIFY(keys.contains("seed") && keys.contains("validation"));
    QVERIFY(!form.findChildren<QLabel*>().isEmpty());
  }

  void onlyWhatScheduleAndInitializerUseIsShown() {
    Document document;
    document.open(project("input 2 | dense 1 | mse"));
    TrainingForm form(document);
    const auto shown = [&](const char* key, const char* value) {
      if (!document.setPlanValue(key, value).ok()) return QStringList();
      QStringList found;
      for (const char* asked : {"decay_steps", "decay_factor", "min_rate", "init_size"})
        if (keysOf(form).contains(asked)) found << asked;
      return found;
    };
    QCOMPARE(shown("schedule", "cosine"), QStringList({"decay_steps", "min_rate"}));
    QCOMPARE(shown("schedule", "step"), QStringList({"decay_steps", "decay_factor", "min_rate"}));
    QCOMPARE(shown("schedule", "exponential"), QStringList({"decay_steps", "decay_factor", "min_rate"}));
    QCOMPARE(shown("schedule", "constant"), QStringList());
    QCOMPARE(shown("init", "normal"), QStringList({"init_size"}));
    QCOMPARE(shown("init", "constant"), QStringList({"init_size"}));
    QCOMPARE(shown("init", "he"), QStringList());
  }

  void whileItRunsOnlyLiveSettingsCanBeSet() {
    Document document;
    document.open(project("input 2 | dense 1 | mse"));
    TrainingForm form(document);
    form.resize(264, 800);
    form.show();
    QSignalSpy live(&form, &TrainingForm::liveChanged);
    type(lineOf(*form.formOf("rate"), "rate"), "0.05");
    QVERIFY2(live.isEmpty(), "nothing runs yet");
    form.setRunning(true);
    for (const char* key : {"rate", "l1", "l2"}) QVERIFY2(!form.formOf(key)->row(key)->isLocked(), key);
    for (const char* key : {"optimizer", "batch", "init", "seed", "steps", "shuffle", "validation"}) {
      ParamRow* row = form.formOf(key)->row(key);
      QVERIFY2(row->isLocked(), key);
      QVERIFY2(row->toolTip().contains(TrainingForm::runningReason()), key);
    }
    type(lineOf(*form.formOf("rate"), "rate"), "0.2");
    QVERIFY(!live.isEmpty());
    QCOMPARE(live.last().at(0).value<std::string>(), std::string("rate"));
    QCOMPARE(std::get<double>(live.last().at(1).value<ParamValue>()), 0.2);
    QCOMPARE(std::get<double>(*document.plan().values.find("rate")), 0.2);
    form.setRunning(false);
    QVERIFY(!form.formOf("batch")->row("batch")->isLocked());
  }

  void seedLimitsAndValidationReachTheDocument() {
    Document document;
    document.open(project("input 2 | dense 1 | mse"));
    TrainingForm form(document);
    form.resize(264, 800);
    form.show();
    type(lineOf(*form.formOf("seed"), "seed"), "17");
    QCOMPARE(document.plan().seed, std::uint64_t{17});
    QCOMPARE(lineOf(*form.formOf("steps"), "steps")->text(), QString());
    QCOMPARE(lineOf(*form.formOf("steps"), "steps")->placeholderText(), QStringLiteral("no limit"));
    type(lineOf(*form.formOf("steps"), "steps"), "800");
    QCOMPARE(std::get<std::int64_t>(*document.plan().values.find("steps")), std::int64_t{800});
    lineOf(*form.formOf("steps"), "steps")->selectAll();
    QTest::keyClick(lineOf(*form.formOf("steps"), "steps"), Qt::Key_Backspace);
    QTest::keyClick(lineOf(*form.formOf("steps"), "steps"), Qt::Key_Return);
    QVERIFY2(!document.plan().values.has("steps"), "an empty limit is none");
    type(lineOf(*form.formOf("validation"), "validation"), "0.1");
    QCOMPARE(document.data().shares.validation, 0.1);
  }

  // ---- language --------------------------------------------------------------------------------------------------------------
  void switchingTheLanguageChangesEveryLabel() {
    Document document;
    Project broken = project("input 2 | dense 8 | dense 3 | softmax | softmax_cross_entropy");
    broken.data.source = "spirals";
    document.open(broken);
    InspectorPanel panel(document);
    panel.setSelected("softmax1");
    IssueList list(document);
    DataPanel data(document);
    QTRY_VERIFY(data.dataset());
    QVERIFY(labelsOf(*panel.nodePage()->form()).contains(QStringLiteral("Name")));
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QCoreApplication::sendPostedEvents(); // Qt posts LanguageChange to top-level widgets
    const auto all = [](const QStringList& texts) {
      return !texts.isEmpty() && std::all_of(texts.begin(), texts.end(), [](const QString& text) { return text.startsWith(u'‹'); });
    };
    QTRY_VERIFY2(all(labelsOf(*panel.nodePage()->form())), qPrintable(labelsOf(*panel.nodePage()->form()).join(u'|')));
    for (const ParamForm* form : panel.trainingForm()->findChildren<ParamForm*>())
      QVERIFY2(all(labelsOf(*form)), qPrintable(labelsOf(*form).join(u'|')));
    QStringList facts;
    for (const Fact& fact : panel.nodePage()->facts()->content()) facts += fact.name;
    QVERIFY2(all(facts), qPrintable(facts.join(u'|')));
    QVERIFY(list.cards().front()->sentence().startsWith(u'‹'));
    QVERIFY(list.cards().front()->findChild<QPushButton*>()->text().startsWith(u'‹'));
    QVERIFY(all(labelsOf(*data.form())));
    QVERIFY(data.openButton()->text().startsWith(u'‹'));
    QVERIFY(data.sourceList()->currentText().startsWith(u'‹'));
    QCoreApplication::removeTranslator(&brackets);
    QTRY_VERIFY(labelsOf(*panel.nodePage()->form()).contains(QStringLiteral("Name")));
  }

  // ---- data ------------------------------------------------------------------------------------------------------------------
  void everyGeneratorIsMadeAndShown_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("kind");
    for (const GeneratorDef* def : allGenerators()) {
      const auto isOneOf = [&](std::initializer_list<const char*> keys) { return std::count(keys.begin(), keys.end(), def->key) > 0; };
      using Kind = DataPreview::Kind;
      const Kind kind = isOneOf({"line", "sine"})                                                                        ? Kind::Curve
                        : isOneOf({"digits", "shapes"})                                                                  ? Kind::Pictures
                        : isOneOf({"circle", "xor", "gaussians", "spirals", "moons", "painted", "plane", "bumps"})       ? Kind::Plane
                        : isOneOf({"echo", "adding", "parity"})                                                          ? Kind::Sequences
                        : isOneOf({"copy", "reverse", "sort", "brackets", "sums", "names", "grammar"})                   ? Kind::Tokens
                                                                                                                         : Kind::Table;
      QTest::newRow(def->key.c_str()) << QString::fromStdString(def->key) << static_cast<int>(kind);
    }
  }
  void everyGeneratorIsMadeAndShown() {
    QFETCH(QString, key);
    QFETCH(int, kind);
    Document document;
    document.open(project("input 2 | dense 1 | mse"));
    DataPanel panel(document);
    panel.resize(208, 800);
    panel.show();
    QVERIFY(!panel.dataset());
    QSignalSpy loaded(&panel, &DataPanel::datasetLoaded);
    panel.sourceList()->setCurrentIndex(panel.sourceList()->findData(key));
    emit panel.sourceList()->activated(panel.sourceList()->currentIndex());
    QCOMPARE(document.data().source, key.toStdString());
    QVERIFY2(!panel.dataset(), "made away from the GUI thread");
    QTRY_VERIFY_WITH_TIMEOUT(panel.dataset(), 20000);
    QCOMPARE(loaded.count(), 1);
    QCOMPARE(static_cast<int>(panel.preview()->kind()), kind);
    QVERIFY(!panel.progress()->isVisible());
    const Dataset& data = *panel.dataset();
    const auto& rows = panel.counts()->rows();
    QCOMPARE(rows.size(), static_cast<std::size_t>(data.classes() <= 11 ? data.classes() : 11) + 1); // ten, and the others in one row
    std::int64_t classSum = 0;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) classSum += rows[i].counts[0] + rows[i].counts[1] + rows[i].counts[2];
    std::int64_t counted = data.samples() * data.target.type.shape.count();
    std::vector<float> mask(static_cast<std::size_t>(data.target.type.shape.count()));
    for (std::int64_t i = 0; data.masked() && i < data.samples(); ++i) {
      data.mask.read(i, mask.data());
      counted -= std::count(mask.begin(), mask.end(), 0.0f);
    }
    if (data.classes() > 0) QCOMPARE(classSum, counted);
    QCOMPARE(rows.back().counts[2], data.test);
    QCOMPARE(panel.noteLines().size(), static_cast<qsizetype>(data.notes.size()));
    for (const ParamDef& def : findGenerator(key.toStdString())->params) QVERIFY2(panel.form()->row(def.key), def.key.c_str());
    QImage shown = panel.preview()->grab().toImage();
    const QRgb corner = shown.pixel(0, 0);
    int other = 0;
    for (int x = 0; x < shown.width(); ++x)
      for (int y = 0; y < shown.height(); ++y) other += shown.pixel(x, y) != corner;
    QVERIFY2(other > 200, "something is drawn");
  }

  void aSettingOfTheDataMakesThemAnew() {
    Document document;
    Project gaussians = project("input 2 | dense 1 | mse");
    gaussians.data.source = "gaussians";
    document.open(gaussians);
    DataPanel panel(document);
    panel.resize(264, 800);
    panel.show();
    QTRY_VERIFY(panel.dataset());
    const auto hash = panel.dataset()->hash;
    type(lineOf(*panel.form(), "points"), "240");
    QTRY_VERIFY(panel.dataset()->samples() == 240);
    QVERIFY(panel.dataset()->hash != hash);
    QCOMPARE(panel.dataset()->test, std::int64_t{60}); // a quarter
    type(lineOf(*panel.form(), "share.test"), "0.5");
    QTRY_COMPARE(panel.dataset()->test, std::int64_t{120});
    type(lineOf(*panel.form(), "data.seed"), "9");
    QCOMPARE(document.data().seed, std::uint64_t{9});
    QTRY_VERIFY(!panel.isLoading());
  }

  void aTableTellsItsColumnsItsRepeatedRowsAndItsScales() {
    QTemporaryDir folder;
    QFile file(folder.filePath("people.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("age,income,class\n");
    for (int i = 0; i < 40; ++i) file.write(QByteArray::number(20 + i % 10) + ',' + QByteArray::number(1000 * (20 + i % 10)) + ',' + (i % 2 ? "a" : "b") + '\n');
    file.close();
    Document document;
    Project project;
    project.spec = *parseLine("input 2 | dense 4 tanh | dense 1 | binary_cross_entropy");
    document.open(project);
    DataPanel panel(document);
    panel.allowPath(file.fileName().toStdString());
    DataSpec spec = *sniff(file.fileName().toStdString());
    spec.shares = {0.0, 0.25};
    document.setData(spec);
    QTRY_VERIFY(panel.facts() && panel.dataset() && panel.dataset()->samples() == 40);
    QCOMPARE(panel.columns()->columns().size(), std::size_t(2));
    QVERIFY2(panel.columns()->sentence(1).startsWith(QStringLiteral("income: mean ")), qPrintable(panel.columns()->sentence(1)));
    QVERIFY(std::abs(panel.columns()->columns()[1].mean - 1000 * panel.columns()->columns()[0].mean) < 1e-6);
    // Ten different rows, each four times: every test row was trained on.
    QVERIFY2(panel.leakText().startsWith(QStringLiteral("Of 10 test samples, 10 stand in the training part too")), qPrintable(panel.leakText()));
    QVERIFY(!panel.normalizeButton()->isHidden());
    panel.normalizeButton()->click();
    QVERIFY(document.spec().find("normalize1"));
    QCOMPARE(document.spec().into({"normalize1", "in"})[0]->from.node, NodeId("input1"));
    QVERIFY(panel.normalizeButton()->isHidden());
    document.undoStack()->undo();
    QVERIFY(!panel.normalizeButton()->isHidden());
  }

  void targetAndInputsOfATableAreChosenFromItsColumns() {
    QTemporaryDir folder;
    QFile file(folder.filePath("people.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("id,age,income,class\n");
    for (int i = 0; i < 40; ++i) file.write(QByteArray::number(i) + ',' + QByteArray::number(20 + i) + ".5," + QByteArray::number(7 * i % 40) + ".25," + (i % 2 ? "a" : "b") + '\n');
    file.close();
    Document document;
    document.open(project("input 3 | dense 1 | binary_cross_entropy"));
    DataPanel panel(document);
    panel.resize(264, 1200);
    panel.show();
    QVERIFY(panel.columnChoice()->isHidden());
    panel.allowPath(file.fileName().toStdString());
    document.setData(*sniff(file.fileName().toStdString()));
    QTRY_VERIFY(panel.dataset() && panel.columnChoice()->isVisible());
    QListWidget* list = panel.columnChoice()->list();
    QCOMPARE(list->count(), 3); // the target is none of them
    QVERIFY(!panel.form()->row("left_out"));
    // The box before "id" is clicked away.
    panel.ensureWidgetVisible(list);
    const QRect row = list->visualItemRect(list->item(0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(row.left() + 10, row.center().y()));
    QCOMPARE(std::get<std::string>(*document.data().params.find("left_out")), std::string("id"));
    QTRY_COMPARE(panel.dataset()->inputs[0].labels, (std::vector<std::string>{"age", "income"}));
    // Another by the keyboard.
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Space);
    QTRY_COMPARE(panel.dataset()->inputs[0].labels, (std::vector<std::string>{"income"}));
    document.undoStack()->undo();
    QTRY_COMPARE(list->item(1)->checkState(), Qt::Checked);
    // Another target: "class" would be a column of words now, and a button takes it out.
    auto* target = panel.form()->row("target")->findChild<QComboBox*>();
    QVERIFY(target);
    QCOMPARE(target->count(), 4);
    QCOMPARE(target->currentText(), QStringLiteral("class"));
    target->setFocus();
    QTest::keyClick(target, Qt::Key_Up);
    QCOMPARE(std::get<std::string>(*document.data().params.find("target")), std::string("income"));
    QVERIFY(!document.data().params.has("left_out"));
    QTRY_COMPARE(panel.repairButtons().size(), std::size_t{2});
    QVERIFY2(panel.errorText().contains("holds words"), qPrintable(panel.errorText()));
    QCOMPARE(panel.repairButtons()[1]->text(), QStringLiteral("Leave the column out"));
    QTest::mouseClick(panel.repairButtons()[1], Qt::LeftButton);
    QTRY_COMPARE(panel.dataset()->inputs[0].labels, (std::vector<std::string>{"id", "age"}));
    QVERIFY(panel.errorText().isEmpty() && panel.repairButtons().empty());
    QCOMPARE(panel.dataset()->task, DataTask::Regression);
  }

  void aBadRowIsLeftOutByItsButton() {
    QTemporaryDir folder;
    QFile file(folder.filePath("grades.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 30; ++i) file.write(i == 17 ? "1,2,3,4\n" : QByteArray::number(i) + ".5," + QByteArray::number(i * i) + ",0." + QByteArray::number(i) + '\n');
    file.close();
    Document document;
    document.open(project("input 2 | dense 1 | mse"));
    DataPanel panel(document);
    panel.show();
    panel.allowPath(file.fileName().toStdString());
    document.setData(*sniff(file.fileName().toStdString()));
    QTRY_COMPARE(panel.repairButtons().size(), std::size_t{1});
    QVERIFY2(panel.errorText().contains("Row 18 of grades.csv has 4 values"), qPrintable(panel.errorText()));
    QTest::mouseClick(panel.repairButtons()[0], Qt::LeftButton);
    QTRY_VERIFY(panel.dataset() && panel.dataset()->samples() == 29);
    QVERIFY(panel.errorText().isEmpty());
  }

  void readingIsStoppedByItsButtonAndTakenUpAgain() {
    Document document;
    Project slow = project("input 784 | dense 10 | softmax_cross_entropy");
    slow.data.source = "spirals";
    document.open(slow);
    DataPanel panel(document);
    panel.resize(264, 1200);
    panel.show();
    QTRY_VERIFY(panel.dataset());
    const DatasetPtr before = panel.dataset();
    QVERIFY(!panel.stopButton()->isVisible());
    DataSpec digits;
    digits.source = "digits";
    digits.params.set("images", std::int64_t{60'000});
    document.setData(digits);
    QTRY_VERIFY_WITH_TIMEOUT(panel.stopButton()->isVisible(), 20000);
    QSignalSpy loaded(&panel, &DataPanel::datasetLoaded);
    QTest::mouseClick(panel.stopButton(), Qt::LeftButton);
    QVERIFY2(panel.errorText().startsWith("Reading the data was stopped."), qPrintable(panel.errorText()));
    QVERIFY(!panel.stopButton()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!panel.isLoading(), 60000);
    QCOMPARE(loaded.size(), 0);
    QCOMPARE(panel.dataset(), before);
    QPushButton* again = nullptr;
    for (QPushButton* button : panel.findChildren<QPushButton*>())
      if (button->isVisible() && button->text() == QStringLiteral("Read these data")) again = button;
    QVERIFY(again);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(panel.dataset() && panel.dataset()->samples() == 60'000, 60000);
    QVERIFY(panel.errorText().isEmpty());
  }

  void whatCannotBeReadIsSaidAndTheLastDataStay() {
    Document document;
    Project spirals = project("input 2 | dense 1 | mse");
    spirals.data.source = "spirals";
    document.open(spirals);
    DataPanel panel(document);
    panel.show();
    QTRY_VERIFY(panel.dataset());
    const DatasetPtr before = panel.dataset();
    DataSpec missing;
    missing.source = "csv";
    missing.path = "no-such-file.csv";
    document.setData(missing);
    QTRY_VERIFY(!panel.errorText().isEmpty());
    QVERIFY2(panel.errorText().contains("no-such-file.csv"), qPrintable(panel.errorText()));
    QCOMPARE(panel.dataset(), before);
  }

  void dataOutsideTheProjectAreReadOnlyAfterConsent() {
    Document document;
    document.open(project("input 2 | dense 1 | mse"));
    DataPanel panel(document);
    panel.show();
    for (const char* path : {"/outside/data.csv", "../data.csv", "a/../../data.csv"}) {
      DataSpec outside;
      outside.source = "csv";
      outside.path = path;
      document.setData(outside);
      QVERIFY2(!panel.isLoading(), path);
      QVERIFY2(panel.errorText().contains("outside its folder"), qPrintable(panel.errorText()));
      panel.allowPath(path);
      QVERIFY2(panel.isLoading(), path);
      QTRY_VERIFY(!panel.isLoading());
    }
  }

  void theNewestOfManyWishesIsAnswered() {
    DataLoader loader;
    QSignalSpy loaded(&loader, &DataLoader::loaded);
    DataSpec spec;
    spec.source = "gaussians";
    for (std::int64_t points = 100; points <= 400; points += 20) {
      spec.params.set("points", points);
      loader.load(spec, {});
    }
    QTRY_VERIFY(!loader.isBusy());
    QCOMPARE(loaded.count(), 1);
    QCOMPARE(loaded.at(0).at(0).value<DatasetPtr>()->samples(), std::int64_t{400});
  }
};

QTEST_MAIN(TestInspector)
#include "test_inspector.moc"
