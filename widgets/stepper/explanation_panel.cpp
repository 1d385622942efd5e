#include "widgets/stepper/explanation_panel.h"

#include "widgets/common/empty_state.h"
#include "widgets/common/icons.h"
#include "widgets/common/section_label.h"
#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_widget.h"
#include "widgets/model/language.h"

#include <QEvent>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace glassbox {
namespace {

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
  column()->addWidget(card);
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
  m_backRule = addRule();
  m_back = new QPushButton(widget());
  m_back->setIcon(icon("undo"));
  m_back->setProperty("compact", true);
  column()->addWidget(m_back, 0, Qt::AlignLeft);
  column()->addStretch(1);

  connect(m_unfold, &QPushButton::clicked, this, [this] {
    m_terms->setUnfolded(true);
    m_unfold->hide();
  });
  for (TermTable* table : {m_terms, m_arguments}) {
    connect(table, &TermTable::followed, m_stepper, &Stepper::follow);
    connect(table, &TermTable::hovered, this, &ExplanationPanel::pointedAt);
  }
  connect(m_back, &QPushButton::clicked, m_stepper, &Stepper::goBackToNumber);
  connect(m_stepper, &Stepper::elementChanged, this, &ExplanationPanel::explainElement);
  connect(m_stepper, &Stepper::viewChanged, this, &ExplanationPanel::explainElement);
  connect(m_stepper, &Stepper::failed, this, [this](const Error& error) { setNotice(translated(error)); });
  explainElement();
}

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
        const bool sample = axis == 0 && firstEntry && roleOf(*firstEntry) != ArrayRole::Weight && firstEntry->shape.rank() > 1 && firstEntry->shape[0] == view.trace.batch && firstEntry->kind != TraceKind::WeightGradient;
        parts << (sample ? tr("sample %1").arg(places[t][axis] + 1) : QString::number(places[t][axis]));
      }
      content.labels << parts.join(QStringLiteral(", "));
    }
  content.sum = QString::fromStdString(explanation.element.empty() ? m_stepper->element().toStdString() : explanation.element);
  return content;
}

void ExplanationPanel::write() {
  const bool shown = m_explanation.has_value();
  m_empty->setVisible(!shown);
  m_empty->setContent({QStringLiteral("search"), m_notice.isEmpty() ? tr("Click a number: its formula appears here.") : m_notice, QString()});
  for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_name, m_sentence, m_card, m_terms, m_remark}) part->setVisible(shown);
  m_back->setText(tr("Back to the number before"));
  m_backRule->setVisible(shown && m_stepper->canReturn());
  m_back->setVisible(shown && m_stepper->canReturn());
  const bool applied = shown && !m_explanation->arguments.empty();
  for (QWidget* part : std::initializer_list<QWidget*>{m_argumentsRule, m_argumentsTitle, m_arguments}) part->setVisible(applied);
  m_unfold->hide();
  if (!shown) return;
  const StepView& view = *m_stepper->view();
  const Result<ElementRef> ref = parseElement(m_stepper->element().toStdString());
  const TraceEntry& entry = *view.trace.find(ref->name);
  m_title->setText(elementTitle(entry));
  m_name->setText(m_stepper->element());
  m_sentence->setText(translated(m_explanation->sentence));
  m_card->setVisible(!m_explanation->formula.empty());
  FormulaContent formula;
  formula.tex = QString::fromStdString(m_explanation->formula);
  m_formula->setContent(formula);
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
  m_arguments->setContent(content);
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
