#include "panels_program.h"

#include "app/actions.h"
#include "app/command_desk.h"
#include "app/settings_dialog.h"
#include "app/tour.h"
#include "stage.h"
#include "widgets/common/theme_manager.h"

#include <QLineEdit>

namespace glassbox::test {

void addProgramPanels(std::vector<Panel>& panels) {
  const auto add = [&](const char* name, auto show) { panels.push_back({QString::fromLatin1(name), show}); };
  add("settings", [](Stage& s, const Look& look) {
    SettingsDialog page(nullptr);
    page.setTongue(s.tongue());
    page.setRewindMegabytes(256);
    present(page, page.sizeHint());
    look(page);
  });
  const auto typed = [](const QString& text) {
    return [text](Stage& s, const Look& look) {
      CommandDesk* desk = s.spirals().commands();
      desk->open();
      desk->palette()->field()->setText(text);
      present(*desk->palette(), desk->palette()->size());
      look(*desk->palette());
      desk->palette()->hide();
    };
  };
  add("tour-offer", [](Stage& s, const Look& look) {
    s.welcome().tour()->offer();
    present(*s.welcome().tour()->card(), s.welcome().tour()->card()->size());
    look(*s.welcome().tour()->card());
    s.welcome().tour()->leave();
  });
  add("tour-run", [](Stage& s, const Look& look) {
    (*s.welcome().actions())[Do::Tour]->trigger();
    present(*s.welcome().tour()->card(), s.welcome().tour()->card()->size());
    look(*s.welcome().tour()->card());
    s.welcome().tour()->leave();
    (*s.welcome().actions())[Do::Welcome]->trigger();
  });
  add("commands", typed({}));
  add("commands-found", typed(QStringLiteral("dense")));
  add("commands-line", typed(QStringLiteral("input 2 | dense 8 tanh | dense 2 | softmax_cross_entropy")));
  add("commands-line-refused", typed(QStringLiteral("input 2 |")));
  add("commands-none", typed(QStringLiteral("42")));
}

} // namespace glassbox::test
