#include "widgets/stepper/decimals_chooser.h"

#include <QEvent>

namespace glassbox {
namespace {

constexpr std::optional<int> kChoices[] = {std::nullopt, 2, 4, 6};

} // namespace

DecimalsChooser::DecimalsChooser(QWidget* parent) : QComboBox(parent) {
  setProperty("compact", true);
  setSizeAdjustPolicy(QComboBox::AdjustToContents);
  for (std::size_t i = 0; i < std::size(kChoices); ++i) addItem({});
  name();
  connect(this, &QComboBox::activated, this, [this] { emit chosen(decimals()); });
}

void DecimalsChooser::name() {
  for (std::size_t i = 0; i < std::size(kChoices); ++i)
    setItemText(static_cast<int>(i), kChoices[i] ? tr("%1 decimals").arg(*kChoices[i]) : tr("automatic decimals"));
  setAccessibleName(tr("Decimals of the arrays"));
  setToolTip(tr("How many decimals the arrays show. A cell too narrow for them shows fewer; all of them are in its tooltip."));
}

std::optional<int> DecimalsChooser::decimals() const { return kChoices[static_cast<std::size_t>(currentIndex())]; }

void DecimalsChooser::setDecimals(std::optional<int> decimals) {
  for (std::size_t i = 0; i < std::size(kChoices); ++i)
    if (kChoices[i] == decimals) setCurrentIndex(static_cast<int>(i));
}

void DecimalsChooser::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) name();
  QComboBox::changeEvent(event);
}

} // namespace glassbox
