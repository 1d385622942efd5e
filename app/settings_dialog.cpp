#include "app/settings_dialog.h"

#include "app/rewind_desk.h"
#include "app/settings.h"
#include "app/theme_choices.h"
#include "widgets/common/form_label.h"
#include "widgets/common/number_format.h"
#include "widgets/common/section_label.h"
#include "widgets/common/segmented.h"
#include "widgets/common/theme_manager.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace glassbox {
namespace {

constexpr int kPercents[] = {100, kLargeTextPercent}; // of the segments Normal and Large
constexpr int kPercentStep = 10;

QFormLayout* form() {
  auto* rows = new QFormLayout;
  rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  return rows;
}

} // namespace

SettingsDialog::SettingsDialog(QWidget* parent)
    : QDialog(parent), m_title(new QLabel(this)), m_lookHead(new SectionLabel(SectionLabel::Kind::Section, this)), m_workHead(new SectionLabel(SectionLabel::Kind::Section, this)), m_look(form()), m_work(form()),
      m_languageName(new FormLabel({}, this)), m_themeName(new FormLabel({}, this)), m_sizeName(new FormLabel({}, this)), m_stillName(new FormLabel({}, this)), m_memoryName(new FormLabel({}, this)),
      m_autosaveName(new FormLabel({}, this)), m_language(new QComboBox(this)), m_theme(new QComboBox(this)), m_sizes(new QWidget(this)), m_size(new Segmented(m_sizes)), m_percent(new QSpinBox(m_sizes)),
      m_still(new QCheckBox(this)), m_memory(new QComboBox(this)), m_autosave(new QLabel(this)), m_close(new QPushButton(this)) {
  setFontRole(m_title, FontRole::CardTitle);
  // A language is written in itself, so that whoever cannot read the page finds it.
  m_language->addItem(QStringLiteral("English"), static_cast<int>(LanguageSwitch::Tongue::English));
  m_language->addItem(QString::fromUtf8("中文"), static_cast<int>(LanguageSwitch::Tongue::Chinese));
  for (const ThemeChoice choice : kThemeChoices) m_theme->addItem(QString(), static_cast<int>(choice));
  m_percent->setRange(kLeastTextPercent, kMostTextPercent);
  m_percent->setSingleStep(kPercentStep);
  m_percent->setKeyboardTracking(false); // 1, 15, 150: only what is meant
  auto* sizes = new QHBoxLayout(m_sizes);
  sizes->setContentsMargins(0, 0, 0, 0);
  sizes->addWidget(m_size);
  sizes->addStretch(1);
  sizes->addWidget(m_percent);
  setTextRole(m_autosave, ColorRole::Text2);
  m_autosave->setWordWrap(true);
  m_close->setProperty("primary", true);
  m_close->setAutoDefault(false); // Enter ends what is typed into the field

  m_look->addRow(m_languageName, m_language);
  m_look->addRow(m_themeName, m_theme);
  m_look->addRow(m_sizeName, m_sizes);
  m_look->addRow(m_stillName, m_still);
  m_work->addRow(m_memoryName, m_memory);
  m_work->addRow(m_autosaveName, m_autosave);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_title);
  column->addWidget(m_lookHead);
  column->addLayout(m_look);
  column->addWidget(m_workHead);
  column->addLayout(m_work);
  column->addWidget(m_close, 0, Qt::AlignRight);

  ThemeManager& look = ThemeManager::ofApplication();
  connect(m_language, &QComboBox::activated, this, [this] { emit tongueChosen(static_cast<LanguageSwitch::Tongue>(m_language->currentData().toInt())); });
  connect(m_theme, &QComboBox::activated, this, [this, &look] {
    const auto choice = static_cast<ThemeChoice>(m_theme->currentData().toInt());
    Settings::setThemeChoice(choice);
    look.setChoice(choice);
  });
  const auto usePercent = [&look](int percent) {
    Settings::setTextPercent(percent);
    look.setTextPercent(percent);
  };
  connect(m_size, &Segmented::chosen, this, [usePercent](int size) { usePercent(kPercents[size]); });
  connect(m_percent, &QSpinBox::valueChanged, this, usePercent);
  connect(m_still, &QCheckBox::toggled, this, [&look](bool still) {
    Settings::setReduceMotion(still);
    look.setReduceMotion(still);
  });
  connect(m_memory, &QComboBox::activated, this, [this] { emit rewindMegabytesChosen(m_memory->currentData().toLongLong()); });
  connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
  connect(&look, &ThemeManager::changed, this, [this] {
    showLook();
    applySizes();
  });
  retranslate();
  showLook();
  applySizes();
}

// Hidden while it is whole: a field that is left says what was typed into it.
SettingsDialog::~SettingsDialog() { hide(); }

void SettingsDialog::setTongue(LanguageSwitch::Tongue tongue) { m_language->setCurrentIndex(m_language->findData(static_cast<int>(tongue))); }

void SettingsDialog::setRewindMegabytes(std::int64_t megabytes) {
  m_megabytes = megabytes;
  showMemory();
}

void SettingsDialog::showMemory() {
  m_memory->clear();
  for (const std::int64_t choice : RewindDesk::memoryChoices()) m_memory->addItem(RewindDesk::memoryName(choice), QVariant::fromValue<qlonglong>(choice));
  if (m_memory->findData(QVariant::fromValue<qlonglong>(m_megabytes)) < 0) m_memory->addItem(RewindDesk::memoryName(m_megabytes), QVariant::fromValue<qlonglong>(m_megabytes)); // written into the file by hand
  m_memory->setCurrentIndex(m_memory->findData(QVariant::fromValue<qlonglong>(m_megabytes)));
}

/// May have been chosen elsewhere.
void SettingsDialog::showLook() {
  const ThemeManager& look = ThemeManager::ofApplication();
  m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(look.choice())));
  const QSignalBlocker quietSize(m_percent), quietMotion(m_still);
  m_percent->setValue(look.textPercent());
  m_still->setChecked(look.reduceMotion());
  m_size->setCurrent(look.textPercent() >= kLargeTextPercent ? 1 : 0);
}

void SettingsDialog::applySizes() {
  const Theme& t = theme();
  auto* column = static_cast<QVBoxLayout*>(layout());
  column->setContentsMargins(t.px(24), t.px(24), t.px(24), t.px(24));
  column->setSpacing(t.px(16));
  m_sizes->layout()->setSpacing(t.px(8));
  for (QFormLayout* rows : {m_look, m_work}) {
    rows->setHorizontalSpacing(t.px(8));
    rows->setVerticalSpacing(t.px(8));
  }
  m_percent->setMinimumWidth(t.px(88));
  setFixedWidth(t.px(480));
  adjustSize();
}

void SettingsDialog::retranslate() {
  setWindowTitle(tr("Settings"));
  m_title->setText(tr("What should the lab be like?"));
  m_lookHead->setContent(tr("Look and language"));
  m_workHead->setContent(tr("Your work"));
  const auto name = [](FormLabel* label, QWidget* field, const QString& text, const QString& tip) {
    label->setText(text);
    label->setBuddy(field);
    field->setAccessibleName(text);
    field->setToolTip(tip);
  };
  name(m_languageName, m_language, tr("Language"), tr("<b>Language</b><br>Switches all texts, lessons and tooltips at once.<br>Nothing is lost: read a lesson in one language and look a word up in the other."));
  name(m_themeName, m_theme, tr("Theme"), tr("<b>Theme</b><br>Colors of the whole program. High contrast draws texts at 7 : 1 and borders at 4.5 : 1.<br>Light for a projector, dark for the evening, high contrast for tired eyes or bright sun."));
  name(m_sizeName, m_percent, tr("Text size"), tr("<b>Text size</b><br>Size of all texts and controls, from 80 % to 200 %. In a presentation (F5) it is at least 140 %.<br>Read without leaning forward."));
  m_size->setContent({{}, {tr("Normal"), tr("Large")}, m_percent->value() >= kLargeTextPercent ? 1 : 0});
  m_size->setToolTip(tr("<b>Normal or large</b><br>100 % or 120 %.<br>Two sizes that fit most screens; the field beside takes any other."));
  m_percent->setSuffix(QString(kNoBreakSpace) + u'%');
  m_stillName->setText(tr("Motion"));
  m_still->setText(tr("Reduce motion"));
  m_still->setToolTip(tr("<b>Reduce motion</b><br>Nothing glides, folds or fades; in Step a sign stands in place of the moving dot.<br>For everybody whom moving pictures tire. Curves and weights follow the training all the same."));
  name(m_memoryName, m_memory, tr("Rewind memory"), tr("<b>Rewind memory</b><br>How much memory earlier steps of a run may take.<br>More memory: more places to go back to at once; the rest is computed again."));
  m_autosaveName->setText(tr("Autosave"));
  m_autosave->setText(tr("Always on: what you build and train is kept while you work, and offered after a crash or a power cut."));
  m_close->setText(tr("Close"));
  m_close->setToolTip(tr("<b>Close</b> Esc<br>Closes this page; what is chosen is kept already.<br>There is nothing to confirm."));
  for (int i = 0; i < m_theme->count(); ++i) m_theme->setItemText(i, nameOf(static_cast<ThemeChoice>(m_theme->itemData(i).toInt())));
  showMemory();
}

void SettingsDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

} // namespace glassbox
