#include "widgets/stepper/explanation_panel.h"

#include "widgets/common/empty_state.h"
#include "widgets/common/number_format.h"
#include "widgets/common/section_label.h"
#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_widget.h"
#include "widgets/model/language.h"
#include "widgets/stepper/change_row.h"
#include "widgets/stepper/check_table.h"
#include "widgets/stepper/derivation_list.h"
#include "widgets/stepper/number_line.h"
#include "widgets/stepper/path_list.h"
#include "widgets/stepper/quiz_row.h"
#include "widgets/stepper/trail_row.h"

#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace glassbox {
namespace {

constexpr double kSteps[] = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7}; // of the differences

/// A number alone, as the table of a single term.
Explanation single(const TraceEntry& entry, std::size_t flat, const Text& sentence) {
  Explanation out;
  out.sentence = sentence;
  out.value = entry.values[flat];
  out.terms = {{{Factor{entry.values[flat], "", ""}}}};
  return out;
}

} // namespace

ExplanationPanel::ExplanationPanel(Stepper* stepper, QWidget* parent) : ScrollPage(parent), m_stepper(stepper) {
  const auto label = [this](FontRole font, ColorRole ink) {
    auto* made = new QLabel(widget());
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    setFontRole(made, font);
    setTextRole(made, ink);
    column()->addWidget(made);
    return made;
  };
  m_empty = new EmptyState(widget());
  column()->addWidget(m_empty);
  m_trail = new TrailRow(m_stepper, widget());
  column()->addWidget(m_trail);
  m_title = label(FontRole::Bold, ColorRole::Text);
  m_name = label(FontRole::Mono, ColorRole::Text3);
  m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_sentence = label(FontRole::Normal, ColorRole::Text2);
  column()->addSpacing(theme().px(8));
  auto* card = new QFrame(widget());
  m_card = card;
  card->setObjectName(QStringLiteral("formulaCard"));
  setFillRole(card, ColorRole::Raised);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(theme().px(12), theme().px(12), theme().px(12), theme().px(12));
  m_formula = new FormulaWidget(card);
  inside->addWidget(m_formula);
  m_numbers = new FormulaWidget(card);
  inside->addWidget(m_numbers);
  column()->addWidget(card);
  m_derivation = new DerivationList(widget());
  column()->addWidget(m_derivation);
  column()->addSpacing(theme().px(8));
  m_terms = new TermTable(widget());
  column()->addWidget(m_terms);
  m_unfold = new QPushButton(widget());
  m_unfold->setProperty("compact", true);
  m_unfold->setProperty("flat", true);
  column()->addWidget(m_unfold, 0, Qt::AlignLeft);
  m_remark = label(FontRole::Hint, ColorRole::Text3);
  m_argumentsRule = addRule();
  m_argumentsTitle = new SectionLabel(SectionLabel::Kind::Section, widget());
  column()->addWidget(m_argumentsTitle);
  m_arguments = new TermTable(widget());
  column()->addWidget(m_arguments);

  m_quiz = new QuizRow(m_stepper, widget());
  column()->addWidget(m_quiz);
  m_change = new ChangeRow(m_stepper, widget());
  column()->addWidget(m_change);

  m_checksRule = addRule();
  m_checksTitle = new SectionLabel(SectionLabel::Kind::Section, widget());
  column()->addWidget(m_checksTitle);
  column()->addSpacing(theme().px(4));
  m_step = new Segmented(widget());
  column()->addWidget(m_step, 0, Qt::AlignLeft);
  column()->addSpacing(theme().px(4));
  m_checks = new CheckTable(widget());
  column()->addWidget(m_checks);
  m_checkWord = label(FontRole::Hint, ColorRole::Text2);

  m_pathsRule = addRule();
  m_pathsTitle = new SectionLabel(SectionLabel::Kind::Section, widget());
  column()->addWidget(m_pathsTitle);
  column()->addSpacing(theme().px(4));
  m_paths = new PathList(widget());
  column()->addWidget(m_paths);

  column()->addStretch(1);

  connect(m_unfold, &QPushButton::clicked, this, [this] {
    m_terms->setUnfolded(true);
    m_unfold->hide();
  });
  for (TermTable* table : {m_terms, m_arguments}) {
    connect(table, &TermTable::followed, m_stepper, &Stepper::follow);
    connect(table, &TermTable::hovered, this, &ExplanationPanel::pointedAt);
  }
  connect(m_numbers, &FormulaWidget::linkActivated, m_stepper, &Stepper::follow);
  connect(m_numbers, &FormulaWidget::linkHovered, this, &ExplanationPanel::pointedAt);
  connect(m_stepper, &Stepper::quizChanged, this, &ExplanationPanel::write);
  connect(m_step, &Segmented::chosen, this, [this](int index) { m_stepper->setDifferenceStep(kSteps[index]); });
  connect(m_checks, &CheckTable::followed, m_stepper, &Stepper::follow);
  connect(m_paths, &PathList::followed, m_stepper, &Stepper::follow);
  connect(m_stepper, &Stepper::checksChanged, this, &ExplanationPanel::writeChecks);
  connect(m_stepper, &Stepper::pathsChanged, this, &ExplanationPanel::writePaths);
  connect(m_stepper, &Stepper::elementChanged, this, &ExplanationPanel::explainElement);
  connect(m_stepper, &Stepper::viewChanged, this, [this] {
    if (!m_stepper->view()) explainElement();  // else its element follows
  });
  connect(m_stepper, &Stepper::failed, this, [this](const Error& error) { setNotice(translated(error)); });
  explainElement();
}

QLineEdit* ExplanationPanel::changeField() const { return m_change->field(); }
QPushButton* ExplanationPanel::takeBackButton() const { return m_change->takeBackButton(); }
QLineEdit* ExplanationPanel::answerField() const { return m_quiz->answerField(); }
QPushButton* ExplanationPanel::showAnswerButton() const { return m_quiz->showAnswerButton(); }
QString ExplanationPanel::title() const { return m_title->text(); }
QString ExplanationPanel::sentence() const { return m_sentence->text(); }

void ExplanationPanel::setNotice(const QString& sentence) {
  m_notice = sentence;
  write();
}

void ExplanationPanel::explainElement() {
  m_explanation.reset();
  const StepViewPtr view = m_stepper->view();
  if (view) m_notice.clear();
  const Result<ElementRef> ref = parseElement(m_stepper->element().toStdString());
  const TraceEntry* entry = view && ref ? view->trace.find(ref->name) : nullptr;
  const std::int64_t flat = entry ? flatIndex(entry->shape, ref->index) : -1;
  if (flat >= 0) {
    if (entry->kind == TraceKind::Weight) {
      m_explanation = single(*entry, static_cast<std::size_t>(flat), GB_TEXT("stepper", "A parameter: it stays as it is during the step, and the update changes it."));
      const std::string name = entry->name, place = m_stepper->element().toStdString().substr(name.size());
      for (const char* more : {".grad", ".new"})
        if (const TraceEntry* other = view->trace.find(name + more)) m_explanation->arguments.push_back({other->values[static_cast<std::size_t>(flat)], other->name + place, ""});
    } else if (Result<Explanation> explanation = explain(view->trace, view->request, m_stepper->element().toStdString())) {
      m_explanation = std::move(*explanation);
    } else {
      m_notice = translated(explanation.error());
    }
  }
  write();
}

TermTableContent ExplanationPanel::contentFor(const Explanation& explanation) const {
  const StepView& view = *m_stepper->view();
  TermTableContent content;
  content.explanation = explanation;
  std::vector<std::string> heads; // the arrays of the factors, while all terms have the same
  bool alike = true;
  std::vector<std::vector<std::int64_t>> places;
  const TraceEntry* firstEntry = nullptr;
  for (std::size_t t = 0; t < explanation.terms.size(); ++t) {
    std::vector<ArrayRole> roles;
    std::vector<std::string> arrays;
    places.emplace_back();
    for (const Factor& factor : explanation.terms[t].factors) {
      const Result<ElementRef> ref = factor.from.empty() ? Result<ElementRef>(Error(Text())) : parseElement(factor.from);
      const TraceEntry* entry = ref ? view.trace.find(ref->name) : nullptr;
      roles.push_back(entry ? roleOf(*entry) : ArrayRole::Forward);
      arrays.push_back(entry ? entry->name : std::string());
      if (entry && places.back().empty()) {
        places.back() = ref->index;
        if (t == 0) firstEntry = entry;
      }
    }
    content.roles.push_back(std::move(roles));
    if (t == 0) heads = arrays;
    alike = alike && arrays == heads;
  }
  if (alike && explanation.terms.size() > 1)
    for (std::size_t k = 0; k < heads.size(); ++k) {
      const TraceEntry* entry = view.trace.find(heads[k]);
      content.heads << (entry ? shortArrayTitle(*view.request.spec, *entry) : QString());
    }
  // Terms are told apart by the indices that vary among them: samples by number from 1, others as the elements are numbered.
  if (explanation.terms.size() > 1)
    for (std::size_t t = 0; t < places.size(); ++t) {
      QStringList parts;
      for (std::size_t axis = 0; axis < places[t].size(); ++axis) {
        const bool varies = std::any_of(places.begin(), places.end(), [&](const auto& other) { return axis < other.size() && other[axis] != places[t][axis]; });
        if (!varies) continue;
        const bool sample = axis == 0 && firstEntry && hasSamples(view, *firstEntry);
        parts << (sample ? tr("sample %1").arg(places[t][axis] + 1) : QString::number(places[t][axis]));
      }
      content.labels << parts.join(QStringLiteral(", "));
    }
  content.hidden = m_stepper->isHidden(m_stepper->element());
  content.sum = QString::fromStdString(explanation.element.empty() ? m_stepper->element().toStdString() : explanation.element);
  return content;
}

void ExplanationPanel::write() {
  const bool shown = m_explanation.has_value();
  m_empty->setVisible(!shown);
  m_empty->setContent({QStringLiteral("search"), m_notice.isEmpty() ? tr("Click a number: its formula appears here.") : m_notice, QString()});
  for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_name, m_sentence, m_card, m_derivation, m_terms, m_remark}) part->setVisible(shown);
  const QString numbers = shown ? numberLine(*m_explanation, m_stepper->isHidden(m_stepper->element())) : QString();
  const bool applied = shown && !m_explanation->arguments.empty() && numbers.isEmpty();
  for (QWidget* part : std::initializer_list<QWidget*>{m_argumentsRule, m_argumentsTitle, m_arguments}) part->setVisible(applied);
  m_unfold->hide();
  if (!shown) m_change->write(nullptr);
  m_quiz->write(shown);
  writeChecks();
  writePaths();
  if (!shown) return;
  const StepView& view = *m_stepper->view();
  const Result<ElementRef> ref = parseElement(m_stepper->element().toStdString());
  const TraceEntry& entry = *view.trace.find(ref->name);
  m_change->write(&entry);
  m_title->setText(elementTitle(entry));
  m_name->setText(m_stepper->element());
  m_sentence->setText(translated(m_explanation->sentence));
  m_card->setVisible(!m_explanation->formula.empty());
  FormulaContent formula;
  formula.tex = QString::fromStdString(m_explanation->formula);
  m_formula->setContent(formula);
  m_numbers->setVisible(!numbers.isEmpty());
  FormulaContent line;
  line.tex = numbers;
  line.size = 17;
  for (const Factor& argument : m_explanation->arguments) {
    const Result<ElementRef> from = parseElement(argument.from);
    if (const TraceEntry* origin = from ? view.trace.find(from->name) : nullptr) line.tints[argument.from] = tintOf(roleOf(*origin));
  }
  m_numbers->setContent(line);
  m_derivation->setLines(m_explanation->derivation);
  m_terms->setContent(contentFor(*m_explanation));
  m_unfold->setVisible(m_terms->isFoldable());
  m_unfold->setText(tr("Show all %1 terms").arg(m_explanation->terms.size()));
  m_remark->setText(m_explanation->terms.size() > 1 ? tr("Terms carry one digit more than the result, so that they add up. Click a number to follow it.") : tr("Click a number to follow it."));
  if (!applied) return;
  m_argumentsTitle->setContent(entry.kind == TraceKind::Weight ? tr("What becomes of it") : tr("Worked out from"));
  Explanation used;
  for (const Factor& argument : m_explanation->arguments) used.terms.push_back({{argument}});
  TermTableContent content = contentFor(used);
  content.sumless = true;
  if (used.terms.size() == 1)
    if (const Result<ElementRef> from = parseElement(used.terms[0].factors[0].from); from && view.trace.find(from->name)) content.labels << shortArrayTitle(*view.request.spec, *view.trace.find(from->name));
  m_arguments->setContent(content);
}

void ExplanationPanel::setPrinting() {
  m_derivation->setUnfolded(true);
  for (QWidget* part : std::initializer_list<QWidget*>{m_trail, m_unfold, m_step, m_remark, m_derivation->button()}) part->hide();
  m_quiz->hideButtons();
  m_change->hideButtons();
}

void ExplanationPanel::writeChecks() {
  StepChecks checks = m_stepper->checks();
  std::erase_if(checks.rows, [this](const DifferenceCheck& check) { return m_stepper->isHidden(QString::fromStdString(check.element)); });
  const bool shown = m_explanation && !checks.rows.empty() && !m_stepper->isHidden(m_stepper->element());
  for (QWidget* part : std::initializer_list<QWidget*>{m_checksRule, m_checksTitle, m_step, m_checks, m_checkWord}) part->setVisible(shown);
  if (!shown) return;
  m_checks->setContent(checks);
  m_checksTitle->setContent(tr("Check by central difference"), m_checks->summary());
  QStringList steps;
  int now = 0;
  for (int i = 0; i < static_cast<int>(std::size(kSteps)); ++i) {
    steps << formatPower(static_cast<int>(std::lround(std::log10(kSteps[i]))));
    if (kSteps[i] == checks.step) now = i;
  }
  m_step->setContent({QStringLiteral("ε ="), steps, now});
  m_step->setToolTip(tr("(L(w + ε) − L(w − ε)) / 2ε, in double precision. Too large an ε sees the curve, too small a one sees only rounding."));
  QString word;
  // A weight is shown with the check of its gradient.
  const QString ofWeight = QString(checks.element).replace(QStringLiteral("["), QStringLiteral(".grad["));
  for (const DifferenceCheck& check : checks.rows)
    if (const QString element = QString::fromStdString(check.element); element == checks.element || element == ofWeight) word = translated(check.sentence);
  m_checkWord->setText(word);
}

void ExplanationPanel::writePaths() {
  const bool shown = m_explanation && m_stepper->paths() && !m_stepper->isHidden(m_stepper->element());
  for (QWidget* part : std::initializer_list<QWidget*>{m_pathsRule, m_pathsTitle, m_paths}) part->setVisible(shown);
  if (!shown) return;
  m_pathsTitle->setContent(tr("From the loss to here"), tr("the chain rule, link by link"));
  m_paths->setContent(m_stepper->paths());
}

void ExplanationPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) write();
  ScrollPage::changeEvent(event);
}

void ExplanationPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Backspace && m_stepper->canReturn()) return m_stepper->goBackToNumber();
  ScrollPage::keyPressEvent(event);
}

} // namespace glassbox
