#include "widgets/stepper/sample_choice.h"

#include "widgets/common/segmented.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"
#include "widgets/stepper/entered_text.h"
#include "widgets/stepper/stepper.h"

#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace glassbox {
namespace {

constexpr double kPaces[] = {0.5, 1, 2, 4};

} // namespace

SampleChoice::SampleChoice(const SampleChoiceContent& content, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_content(content), m_first(new SliderField(this)), m_count(new Segmented(this)),
      m_source(new Segmented(this)), m_own(new QWidget(this)), m_edit(new QPlainTextEdit(m_own)), m_fault(new QLabel(m_own)), m_take(new QPushButton(m_own)) {
  setAttribute(Qt::WA_DeleteOnClose);
  setFrameShape(QFrame::Box);
  setFillRole(this, ColorRole::Raised);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(theme().px(12), theme().px(12), theme().px(12), theme().px(12));
  grid->setHorizontalSpacing(theme().px(8));
  grid->setVerticalSpacing(theme().px(8));
  int row = 0;
  const auto add = [&](const QString& name, QWidget* field, const QString& why) {
    auto* label = new QLabel(name, this);
    setTextRole(label, ColorRole::Text2);
    label->setToolTip(why);
    field->setToolTip(why);
    field->setAccessibleName(name);
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row++, 1);
    return label;
  };
  m_source->setContent({QString(), {tr("the data"), tr("my own numbers")}, content.entered ? 1 : 0});
  add(tr("Samples from"), m_source, tr("Rows of the data, or numbers that you type: an example from a book, say."));
  SliderFieldContent first;
  first.most = static_cast<double>(std::max<std::int64_t>(0, content.samples - 1));
  first.value = static_cast<double>(content.first);
  first.whole = true;
  first.name = tr("First sample");
  m_first->setContent(first);
  m_first->setMinimumWidth(theme().px(220));
  m_ofRows = {add(tr("First sample"), m_first, tr("Number of the sample in the data, from 0.")), m_first};
  QStringList counts;
  for (int i = 1; i <= Stepper::kMostSamples; ++i) counts << QString::number(i);
  m_count->setContent({QString(), counts, content.count - 1});
  m_ofRows.push_back(add(tr("Samples"), m_count, tr("How many samples the step has: their gradients are averaged, as the loss is.")));
  m_ofRows.push_back(m_count);
  auto* own = new QVBoxLayout(m_own);
  own->setContentsMargins(0, 0, 0, 0);
  own->setSpacing(theme().px(4));
  auto* how = new QLabel(tr("One sample a line: the inputs, an arrow, the target. Classes are numbered from 0."), m_own);
  how->setWordWrap(true);
  setTextRole(how, ColorRole::Text2);
  own->addWidget(how);
  m_edit->setPlainText(content.text);
  m_edit->setFont(theme().font(FontRole::Mono));
  m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
  m_edit->setTabChangesFocus(true);
  m_edit->setAccessibleName(tr("Samples, one a line"));
  m_edit->setToolTip(tr("<b>Samples of your own</b><br>A line for each, such as “0.5, -0.25 → 1”.<br>Ask what the network would learn from just these."));
  m_edit->setFixedHeight(theme().px(96));
  own->addWidget(m_edit);
  m_fault->setWordWrap(true);
  m_fault->setTextFormat(Qt::PlainText);
  setTextRole(m_fault, ColorRole::Err);
  own->addWidget(m_fault);
  m_take->setText(tr("Take these"));
  m_take->setToolTip(tr("Takes one step apart for these samples. The data stay as they are."));
  own->addWidget(m_take, 0, Qt::AlignRight);
  grid->addWidget(m_own, row++, 0, 1, 2);
  auto* precision = new Segmented(this);
  precision->setContent({QString(), {tr("double"), tr("float")}, content.precision == Precision::Double ? 0 : 1});
  add(tr("Precision"), precision, tr("Double shows 15 digits and lets differences agree closely; float is what training computes with."));
  auto* pace = new Segmented(this);
  QStringList paces;
  int now = 1;
  for (int i = 0; i < static_cast<int>(std::size(kPaces)); ++i) {
    paces << QString::number(kPaces[i]);
    if (kPaces[i] == content.pace) now = i;
  }
  pace->setContent({QString(), paces, now});
  add(tr("Stops a second"), pace, tr("How fast Play walks through the step."));
  connect(m_source, &Segmented::chosen, this, [this](int index) {
    if (index == 0) chooseRows();
    showSource();
  });
  connect(m_take, &QPushButton::clicked, this, &SampleChoice::takeSamples);
  showSource();
  connect(m_first, &SliderField::valueChanged, this, &SampleChoice::chooseRows);
  connect(m_count, &Segmented::chosen, this, &SampleChoice::chooseRows);
  connect(precision, &Segmented::chosen, this, [this](int index) { emit precisionChosen(index == 0 ? Precision::Double : Precision::Single); });
  connect(pace, &Segmented::chosen, this, [this](int index) { emit paceChosen(kPaces[index]); });
}

QString SampleChoice::fault() const { return m_fault->text(); }

void SampleChoice::setFault(const QString& sentence) {
  m_fault->setText(sentence);
  showSource();
}

void SampleChoice::showSource() {
  const bool own = m_source->current() == 1;
  for (QWidget* part : m_ofRows) part->setVisible(!own);
  m_own->setVisible(own);
  m_fault->setVisible(!m_fault->text().isEmpty());
  adjustSize();
}

void SampleChoice::takeSamples() {
  Result<std::vector<EnteredSample>> samples = readSamples(m_edit->toPlainText(), Stepper::kMostSamples);
  setFault(samples ? QString() : translated(samples.error()));
  if (samples) emit samplesEntered(*samples);
}

void SampleChoice::chooseRows() {
  const auto first = static_cast<std::int64_t>(m_first->value());
  std::vector<std::int64_t> rows;
  for (int i = 0; i <= m_count->current() && first + i < m_content.samples; ++i) rows.push_back(first + i);
  if (!rows.empty()) emit rowsChosen(rows);
}

void SampleChoice::openUnder(QWidget* button) {
  adjustSize();
  const QPoint corner = button->mapToGlobal(QPoint(button->width() - width(), button->height() + 4));
  move(corner);
  show();
  m_first->setFocus();
}

} // namespace glassbox
