// Writes every panel as a picture, in both themes and both languages: shots OUTDIR [PART OF A NAME]. tests/shots.sh runs it.
#include "panels.h"
#include "stage.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

#include <cstdio>

int main(int argc, char** argv) {
  using namespace glassbox;
  QApplication app(argc, argv);
  const QStringList words = QApplication::arguments();
  const QDir folder(words.value(1, QStringLiteral("shots")));
  if (!QDir().mkpath(folder.path())) {
    std::fprintf(stderr, "%s cannot be made.\n", qPrintable(folder.path()));
    return 1;
  }
  test::Stage stage;
  int pictures = 0, lost = 0;
  for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark})
    for (const auto tongue : {LanguageSwitch::Tongue::English, LanguageSwitch::Tongue::Chinese}) {
      stage.use(mode, tongue);
      for (const test::Panel& panel : test::allPanels()) {
        if (!panel.name.contains(words.value(2))) continue;
        int seen = 0;
        panel.show(stage, [&](QWidget& shown) {
          const QPixmap picture = shown.grab();
          const QString file = QStringLiteral("%1-%2-%3-%4x.png")
                                   .arg(panel.name, mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light"), LanguageSwitch::code(tongue))
                                   .arg(picture.devicePixelRatio());
          seen += picture.save(folder.filePath(file));
        });
        if (!seen) std::fprintf(stderr, "%s was not shown or could not be saved.\n", qPrintable(panel.name));
        pictures += seen;
        lost += !seen;
      }
    }
  std::printf("%d pictures in %s\n", pictures, qPrintable(folder.absolutePath()));
  return lost ? 1 : 0;
}
