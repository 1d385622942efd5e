// Ten explanations of ten kinds as PDF, in both themes and languages, to be laid beside a textbook's page: explanations OUTDIR
#include "app/step_desk.h"
#include "stage.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

int main(int argc, char** argv) {
  using namespace glassbox;
  QApplication app(argc, argv);
  const QDir folder(QApplication::arguments().value(1, QStringLiteral("explanations")));
  if (!QDir().mkpath(folder.path())) {
    std::fprintf(stderr, "%s cannot be made.\n", qPrintable(folder.path()));
    return 1;
  }
  struct Wanted {
    const char* name;
    const char* network;  ///< a template
    const char* element;
  };
  const Wanted all[] = {{"01-weight-gradient", "xor", "dense1.weight.grad[0,1]"},
                        {"02-activation", "xor", "tanh1.out[0,0]"},
                        {"03-binary-cross-entropy", "xor", "dense2.grad[0,0]"},
                        {"04-convolution", "mnist-cnn", "conv2d1.out[0,0,12,12]"},
                        {"05-max-pooling", "mnist-cnn", "max_pool2d1.out[0,0,6,6]"},
                        {"06-softmax-cross-entropy", "mnist-softmax", "dense1.grad[0,3]"},
                        {"07-lstm-cell-gradient", "rnn-adding", "lstm1.cells.grad[0,3,1]"},
                        {"08-attention-scores", "attention-reverse", "attention1.scores.grad[0,0,1,2]"},
                        {"09-layer-norm", "gpt-sums", "layer_norm1.out[0,1,2]"},
                        {"10-adam-step", "spirals", "dense1.weight.new[0,0]"}};
  test::Stage stage;
  int lost = 0;
  for (const Wanted& wanted : all) {
    MainWindow& window = stage.welcome();
    window.document()->setModified(false);
    window.openTemplate(wanted.network, false);
    window.setCentre(MainWindow::Centre::Step);
    Stepper& stepper = *window.steps()->stepper();
    const auto* spec = &window.document()->spec();
    test::waitFor([&] { return stepper.view() && !stepper.isBusy() && *stepper.view()->request.spec == *spec; }, "a traced step");
    stepper.setRows({0, 1});
    test::waitFor([&] { return stepper.view() && stepper.view()->trace.batch == 2; }, "two samples");
    stepper.follow(QString::fromLatin1(wanted.element));
    if (stepper.element() != QString::fromLatin1(wanted.element)) {
      std::fprintf(stderr, "%s has no %s.\n", wanted.network, wanted.element);
      ++lost;
      continue;
    }
    const bool gradient = QString::fromLatin1(wanted.element).contains(QStringLiteral(".grad["));
    if (gradient) test::waitFor([&] { return !stepper.checks().rows.empty(); }, "differences");
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark})
      for (const auto tongue : {LanguageSwitch::Tongue::English, LanguageSwitch::Tongue::Chinese}) {
        stage.use(mode, tongue);
        test::present(window, {1280, 800});
        const QString file = QStringLiteral("%1-%2-%3.pdf").arg(QString::fromLatin1(wanted.name), mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light"), LanguageSwitch::code(tongue));
        lost += !window.steps()->exportPdf(folder.filePath(file)).ok();
      }
  }
  return lost ? 1 : 0;
}
