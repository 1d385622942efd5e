#include "every_panel.h"

#include "panels.h"
#include "stage.h"

namespace glassbox::test {

QStringList faultsOfEveryPanel(Stage& stage, const Words& words, const Theme& look, LanguageSwitch::Tongue tongue) {
  const QString part = qEnvironmentVariable("GLASSBOX_PANEL");
  const bool usualSize = look == Theme(look.mode(), TextSize::Normal, look.contrastLevel()); // larger letters have the same colors
  QStringList faults;
  stage.use(look, tongue);
  for (const Panel& panel : allPanels()) {
    if (!panel.name.contains(part)) continue;
    bool seen = false;
    panel.show(stage, [&](QWidget& shown) {
      seen = true;
      const Sight sight(shown);
      QStringList found = cutTexts(sight, words) + overlaps(sight) + untranslated(sight, tongue, words);
      if (usualSize) found += paleTexts(sight);
      for (const QString& fault : found) faults << panel.name + QStringLiteral(": ") + fault;
    });
    if (!seen) faults << panel.name + QStringLiteral(" was not shown");
  }
  for (const QString& fault : faults) qWarning("%s", qPrintable(fault)); // one by one: a long message would be cut
  return faults;
}

} // namespace glassbox::test
