// Writes every panel as a picture. tests/shots.sh runs it; `shots --help` lists the themes, languages and sizes it knows.
#include "panels.h"
#include "stage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QPixmap>

#include <cstdio>

namespace {

using namespace glassbox;

constexpr std::pair<const char*, std::pair<ThemeMode, Contrast>> kThemes[] = {{"light", {ThemeMode::Light, Contrast::Normal}},
                                                                              {"dark", {ThemeMode::Dark, Contrast::Normal}},
                                                                              {"light-high", {ThemeMode::Light, Contrast::High}},
                                                                              {"dark-high", {ThemeMode::Dark, Contrast::High}}};

} // namespace

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  QCommandLineParser line;
  const QCommandLineOption themes("themes", "Of light, dark, light-high, dark-high (high contrast).", "list", "light,dark"), languages("languages", "Of en, zh_CN.", "list", "en,zh_CN"),
      percent("percent", "Text size, 80 to 200.", "number", "100"), presentation("presentation", "As in a presentation.");
  line.addOptions({themes, languages, percent, presentation});
  line.addPositionalArgument("folder", "Where the pictures go.", "[folder]");
  line.addPositionalArgument("part", "Only panels whose name holds it.", "[part]");
  line.addHelpOption();
  line.process(app);
  const QStringList words = line.positionalArguments();
  const QDir folder(words.value(0, QStringLiteral("shots")));
  if (!QDir().mkpath(folder.path())) {
    std::fprintf(stderr, "%s cannot be made.\n", qPrintable(folder.path()));
    return 1;
  }
  const TextSize size = line.isSet(presentation) ? TextSize::Presentation : TextSize::Normal;
  const int sized = line.value(percent).toInt();
  const QString suffix = size == TextSize::Presentation ? QStringLiteral("-presentation") : sized == 100 ? QString() : QStringLiteral("-%1").arg(sized);
  test::Stage stage;
  int pictures = 0, lost = 0;
  for (const auto& [theme, look] : kThemes)
    for (const auto tongue : {LanguageSwitch::Tongue::English, LanguageSwitch::Tongue::Chinese}) {
      const QString code = LanguageSwitch::code(tongue), name = QString::fromLatin1(theme);
      if (!line.value(themes).split(',').contains(name) || !line.value(languages).split(',').contains(code)) continue;
      stage.use(Theme(look.first, size, look.second, sized), tongue);
      for (const test::Panel& panel : test::allPanels()) {
        if (!panel.name.contains(words.value(1))) continue;
        int seen = 0;
        panel.show(stage, [&](QWidget& shown) {
          const QPixmap picture = shown.grab();
          seen += picture.save(folder.filePath(QStringLiteral("%1-%2-%3%4-%5x.png").arg(panel.name, name, code, suffix).arg(picture.devicePixelRatio())));
        });
        if (!seen) std::fprintf(stderr, "%s was not shown or could not be saved.\n", qPrintable(panel.name));
        pictures += seen;
        lost += !seen;
      }
    }
  std::printf("%d pictures in %s\n", pictures, qPrintable(folder.absolutePath()));
  return lost ? 1 : 0;
}
