// Formulas: what can be read and what is refused where; sizes beside MathJax's; pixels; links; text documents; words for screen readers.
#include "engine/layers/loss.h"
#include "engine/lesson/page.h"
#include "engine/trace/explain.h"
#include "engine/trace/gradient_check.h"
#include "engine/train/optimizers.h"
#include "tests/support/small_nets.h"
#include "widgets/common/theme_manager.h"
#include "widgets/formula/formula_text.h"
#include "widgets/formula/formula_widget.h"
#include "widgets/formula/math_table.h"
#include "widgets/formula/plain.h"
#include "widgets/formula/spoken.h"

#include <QAbstractTextDocumentLayout>
#include <QAccessible>
#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>
#include <QRawFont>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace glassbox;
using namespace glassbox::test;

namespace {

constexpr double kMu = 1.0 / 18;

FormulaLayout set(const char* tex, FormulaStyle style = FormulaStyle::Display, double maxWidth = 0) { return layOut(Formula(std::string_view(tex)), 1, style, maxWidth); }

/// The glyph of `c` in `layout`; fails the caller's comparison when it is not there.
FormulaGlyph glyphOf(const FormulaLayout& layout, char32_t c) {
  const GlyphId id = mathFont().glyph(c);
  for (const FormulaGlyph& glyph : layout.glyphs)
    if (glyph.id == id) return glyph;
  return {};
}

bool isSound(const FormulaLayout& layout) {
  const auto finite = [](double x) { return std::isfinite(x) && std::abs(x) < 1e6; };
  bool sound = finite(layout.width) && finite(layout.height) && finite(layout.depth);
  for (const FormulaGlyph& glyph : layout.glyphs) sound = sound && finite(glyph.x) && finite(glyph.y) && glyph.size > 0;
  for (const FormulaRule& rule : layout.rules) sound = sound && finite(rule.rect.x()) && finite(rule.rect.y()) && rule.rect.height() > 0;
  for (const FormulaLink& link : layout.links)
    for (const QRectF& rect : link.rects) sound = sound && finite(rect.x()) && finite(rect.width()) && rect.isValid();
  return sound;
}

/// The pixels that are not background, in device pixels.
QRect inkOf(const QImage& image, QRgb background = 0) {
  QRect ink;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (image.pixel(x, y) != background) ink |= QRect(x, y, 1, 1);
  return ink;
}

QImage blank(QSize size, double dense) {
  QImage image((QSizeF(size) * dense).toSize(), QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(dense);
  image.fill(Qt::white);
  return image;
}

QImage painted(const FormulaLayout& layout, QPointF origin, QSize size, double dense) {
  QImage image = blank(size, dense);
  QPainter painter(&image);
  paintFormula(painter, layout, origin, {Qt::black, nullptr});
  return image;
}

/// Networks in which every layer and loss stands, for all the formulas that a trace shows.
const char* const kNetworks[] = {
    "input 2 | dense 3 tanh | dense 1 | binary_cross_entropy",
    "input 4 | dense 6 relu | dropout 0.4 | dense 3 | softmax_cross_entropy",
    "input 3 | dense 4 sigmoid | dense 2 softmax | mse factor=0.5",
    "input 3 | h: dense 3 tanh | dense 3 | add h | dense 2 | softmax_cross_entropy",
    "input 2x6x5 | conv2d 3 kernel=3x2 stride=1x2 padding=1 bias=false | batch_norm | relu | max_pool2d 2 stride=1 | flatten | dense 2 | mse",
    "input 1x7x7 | conv2d 2 kernel=2 dilation=2 tanh | avg_pool2d 3 stride=2 padding=1 | global_avg_pool | dense 2 | softmax_cross_entropy",
    "input 12 | reshape 6x2 | conv1d 3 kernel=2 padding=1 tanh | batch_norm | global_avg_pool | dense 1 | mse",
    "input 1x2x3 | normalize | flatten | dense 2 | softmax_cross_entropy",
    "input 3 | dense 4 leaky_relu | elu 0.7 | dense 4 gelu | dense 1 | mse",
    "input 3 | dense 4 | gelu tanh | dense 3 silu | dense 2 softplus | mae",
    "input 3 | dense 4 tanh | dense 2 | huber delta=0.4",
    "input 3 | dense 8 tanh | dense 1 | hinge margin=0.3",
    "input 3 | dense 8 tanh | dense 4 | softmax_cross_entropy smoothing=0.2",
    "input 3 | h: dense 3 tanh | from input1 | dense 3 sigmoid | multiply h input1 | concat h input1 | dense 2 | mse",
    "input 2x2x3 | noise 0.2 | a: tanh | from input1 | concat a | flatten | dense 2 | softmax_cross_entropy",
    "input 2x3 | h: dense 3 tanh | multiply h | concat h axis=0 | flatten | dense 1 | mse",
    "input 4 element=tokens | embedding 3 tokens=5 | position_embedding 6 | layer_norm | dense 5 | softmax_cross_entropy",
    "input 3x4 | attention 2 | dense 2 | mse",
    "input 4x3 | attention causal=true bias=false output=false | mse",
    "input 3 element=tokens | embedding 4 tokens=6 | transformer_block 2 causal=true mlp=2 | dense 6 | softmax_cross_entropy",
    "input 4x3 | rnn 2 | dense 1 | mse",
    "input 4x3 | rnn 2 nonlinearity=relu last=false | dense 1 | mse",
    "input 4x3 | gru 2 last=false | dense 1 | mse",
    "input 4x3 | lstm 2 layers=2 | dense 1 | mse",
};

std::vector<const NodeDef*> allNodes() {
  std::vector<const NodeDef*> all(allLayers().begin(), allLayers().end());
  all.insert(all.end(), allLosses().begin(), allLosses().end());
  return all;
}

/// All the TeX that the engine shows, by where it is from.
std::map<std::string, std::string> formulasOfTheEngine() {
  std::map<std::string, std::string> all;
  for (const NodeDef* def : allNodes())
    if (!def->formula.empty()) all.emplace(def->formula, def->key);
  for (const OptimizerDef& def : allOptimizers()) all.emplace(def.formula, def.key);
  for (const char* line : kNetworks)
    for (const char* optimizer : {"sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"}) {
      if (optimizer != std::string("sgd") && line != kNetworks[0]) continue;
      TraceRequest request;
      request.spec = specOf(line);
      request.data = randomData(analyse(*request.spec), 6, 21);
      request.plan.values = {{"optimizer", std::string(optimizer)}, {"rate", 0.1}, {"batch", std::int64_t{3}}, {"shuffle", false}, {"l2", 0.01}};
      request.rows = {0, 1, 2};
      Result<Trace> trace = traceStep(request);
      if (!trace) qFatal("%s: %s", line, english(trace.error()).c_str());
      for (const TraceEntry& entry : trace->entries) {
        if (!entry.formula.empty()) all.emplace(entry.formula, entry.name);
        if (entry.kind == TraceKind::Weight) continue;
        const std::int64_t stride = std::max<std::int64_t>(1, entry.shape.count() / 24);
        for (std::int64_t flat = 0; flat < entry.shape.count(); flat += stride) {
          std::string element = entry.name + "[";
          std::vector<std::int64_t> index(static_cast<std::size_t>(entry.shape.rank()));
          std::int64_t rest = flat;
          for (int axis = entry.shape.rank() - 1; axis >= 0; --axis) index[static_cast<std::size_t>(axis)] = rest % entry.shape[axis], rest /= entry.shape[axis];
          for (std::size_t i = 0; i < index.size(); ++i) element += (i ? "," : "") + std::to_string(index[i]);
          Result<Explanation> e = explain(*trace, request, element + "]");
          if (!e) qFatal("%s: %s", element.c_str(), english(e.error()).c_str());
          if (!e->formula.empty()) all.emplace(e->formula, element + "]");
          for (const Term& term : e->terms)
            for (const Factor& factor : term.factors)
              if (!factor.tex.empty()) all.emplace(factor.tex, element + "]");
        }
      }
    }
  return all;
}

} // namespace

class TestFormula : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
    QVERIFY2(mathFont().fault().isEmpty(), "fonts-lmodern is not installed");
  }

  // ---- reading -----------------------------------------------------------------------------------------------------------------

  void aFaultSaysWhatAndWhere_data() {
    QTest::addColumn<QByteArray>("tex");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("words");
    QTest::newRow("an unknown command") << QByteArray("a + \\foo b") << 4 << "\\foo is not known";
    QTest::newRow("behind Chinese, in bytes") << QByteArray("\\text{损失} \\foo") << 14 << "\\foo is not known";
    QTest::newRow("an open brace") << QByteArray("\\frac{a}{b") << 8 << "is not closed";
    QTest::newRow("a closing brace too many") << QByteArray("a}") << 1 << "closes nothing";
    QTest::newRow("no denominator") << QByteArray("x = \\frac{a}") << 4 << "\\frac has nothing behind it";
    QTest::newRow("nothing raised") << QByteArray("x^") << 1 << "^ has nothing behind it";
    QTest::newRow("raised by a raised sign") << QByteArray("x^^2") << 1 << "^ has nothing behind it";
    QTest::newRow("two lower indices") << QByteArray("x_a_b") << 3 << "Two lower indices";
    QTest::newRow("two upper indices") << QByteArray("x^a^b") << 3 << "Two upper indices";
    QTest::newRow("a prime behind an index") << QByteArray("x^a'") << 3 << "before the upper index";
    QTest::newRow("left without right") << QByteArray("y + \\left( x") << 4 << "has no \\right";
    QTest::newRow("right without left") << QByteArray("x \\right)") << 2 << "has no \\left";
    QTest::newRow("left in braces") << QByteArray("{\\left( x} \\right)") << 1 << "has no \\right";
    QTest::newRow("no delimiter") << QByteArray("\\left x") << 6 << "is no delimiter";
    QTest::newRow("an unknown environment") << QByteArray("\\begin{tikz}x\\end{tikz}") << 0 << "\"tikz\" is not known";
    QTest::newRow("an open environment") << QByteArray("\\begin{matrix}x") << 0 << "has no \\end{matrix}";
    QTest::newRow("another environment closed") << QByteArray("\\begin{matrix}x\\end{cases}") << 15 << "is due";
    QTest::newRow("a column outside of a table") << QByteArray("a & b") << 2 << "separates columns";
    QTest::newRow("a row outside of a table") << QByteArray("a \\\\ b") << 2 << "begins a new row";
    QTest::newRow("an unknown colour") << QByteArray("\\color{pink}{x}") << 6 << "no colour \"pink\"";
    QTest::newRow("a dollar") << QByteArray("a $ b") << 2 << "\\$";
    QTest::newRow("a command between words") << QByteArray("\\text{a \\alpha}") << 8 << "between words";
    QTest::newRow("limits of nothing large") << QByteArray("x\\limits_a") << 1 << "large operator";
    QTest::newRow("a lone backslash") << QByteArray("x\\") << 1 << "ends with a backslash";
    QTest::newRow("bytes that are no text") << QByteArray("x + \xff") << 4 << "UTF-8";
    QTest::newRow("an open root") << QByteArray("\\sqrt[3{x}") << 0 << "not closed";
    QTest::newRow("too deep") << QByteArray(200, '{') + QByteArray(200, '}') << 100 << "deeper than 100";
    QTest::newRow("accents too deep") << QByteArray("\\hat").repeated(5000) + "x" << -1 << "longer than";
    QTest::newRow("too long") << QByteArray(20000, 'x') << 16384 << "longer than";
    QTest::newRow("deep accents") << QByteArray("\\hat").repeated(150) + " x" << -1 << "deeper than 100";
  }
  void aFaultSaysWhatAndWhere() {
    QFETCH(QByteArray, tex);
    QFETCH(int, at);
    QFETCH(QString, words);
    const ParsedTex parsed = parseTex(std::string_view(tex.constData(), static_cast<std::size_t>(tex.size())));
    QVERIFY(parsed.error && parsed.tree.empty());
    const QString said = QString::fromStdString(english(parsed.error->what));
    QVERIFY2(said.contains(words), qPrintable(said));
    if (at >= 0) QCOMPARE(static_cast<int>(parsed.error->at), at);
    QVERIFY(isSound(layOut(Formula(std::string_view(tex.constData(), static_cast<std::size_t>(tex.size()))), 20))); // the TeX is shown as it is
  }

  void primesColoursLinksAndNothingAreRead() {
    QVERIFY(!parseTex("").error);
    QVERIFY(!parseTex("f''^2_n + {}^2x' + x_i'^{(s)}").error);
    QVERIFY(!parseTex("\\sqrt[\\frac{1}{[a]}]{x} + [0, 1]").error);
    QVERIFY(!parseTex("\\left. \\frac{a}{b} \\right|_{x=0}").error);
    QVERIFY(!parseTex("\\begin{aligned} a &= b \\\\ \\end{aligned}").error);
    const ParsedTex link = parseTex("\\link{a b_1}{\\color{fwd}{x}}");
    QVERIFY(!link.error);
    QCOMPARE(link.tree[0].text, std::string("a b_1"));
    const ParsedTex escaped = parseTex("\\text{" + texEscaped("50 % of {x} \\ $") + "}");
    QVERIFY(!escaped.error);
    QCOMPARE(escaped.tree[0].text, std::string("50 % of {x} \\ $"));
  }

  // The engine has a list of its own, for `lessons verify` runs without a window.
  void whatALessonMayWriteIsWhatIsDrawn() {
    const std::vector<std::string> commands = texCommands();
    QVERIFY(commands.size() > 250 && std::adjacent_find(commands.begin(), commands.end()) == commands.end());
    for (const std::string& name : commands) {
      const ParsedTex parsed = parseTex("\\" + name);
      QVERIFY2(!parsed.error || !QString::fromStdString(english(parsed.error->what)).contains(QStringLiteral("not known")), name.c_str());
      if (name == "begin" || name == "end" || name == "left" || name == "right" || name == "link") continue;
      QVERIFY2(!checkFormula("\\" + name + " "), qPrintable("a lesson may not write \\" + QString::fromStdString(name)));
    }
    for (const std::string& name : texEnvironments()) {
      const std::string tex = "\\begin{" + name + "}a\\end{" + name + "}";
      QVERIFY2(!parseTex(tex).error && !checkFormula(tex), tex.c_str());
    }
    QFile source(QStringLiteral(GLASSBOX_SOURCE_DIR "/engine/lesson/page.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(source.readAll());
    const QString list = text.mid(text.indexOf(QStringLiteral("kCommands[] = {")), text.indexOf(QStringLiteral("kSigns")) - text.indexOf(QStringLiteral("kCommands[] = {")));
    static const QRegularExpression quoted(QStringLiteral("\"([A-Za-z]+)\""));
    int named = 0;
    for (auto at = quoted.globalMatch(list); at.hasNext(); ++named) {
      const std::string name = at.next().captured(1).toStdString();
      QVERIFY2(std::binary_search(commands.begin(), commands.end(), name), qPrintable("no drawing for \\" + QString::fromStdString(name)));
    }
    QVERIFY2(named > 250, qPrintable(QString::number(named)));
  }

  void everySignHasItsGlyph() {
    const GlyphId box = mathFont().glyph(U'□');
    for (const std::string& name : texCommands()) {
      if (name == "square") continue;
      const Formula formula("\\" + name);
      if (formula.error()) continue; // wants arguments
      for (const FormulaGlyph& glyph : layOut(formula, 20).glyphs) QVERIFY2(glyph.id != box, name.c_str());
    }
    for (const char* alphabet : {"mathbf", "boldsymbol", "mathcal", "mathbb", "mathfrak", "mathsf", "mathtt", "mathit", "mathrm"})
      for (char letter = 'A'; letter <= 'Z'; ++letter) {
        const Formula formula(std::string("\\") + alphabet + "{" + letter + "}");
        const FormulaLayout layout = layOut(formula, 20);
        QVERIFY2(layout.glyphs.size() == 1 && layout.glyphs[0].id.face == 0 && layout.glyphs[0].id.glyph != 0, formula.tex().c_str());
        const bool plain = std::string(alphabet) == "mathrm" || std::string(alphabet) == "mathit";
        if (!plain) QVERIFY2(layout.glyphs[0].id != layOut(Formula(std::string(1, letter)), 20).glyphs[0].id, formula.tex().c_str());
      }
  }

  void everyFormulaOfTheEngineIsDrawn() {
    const std::map<std::string, std::string> all = formulasOfTheEngine();
    QVERIFY2(all.size() >= 140, qPrintable(QString::number(all.size())));
    std::set<std::string> traced;
    for (const char* line : kNetworks) {
      const std::shared_ptr<const NetworkSpec> spec = specOf(line);
      for (const NodeSpec& node : spec->nodes) traced.insert(node.key);
    }
    for (const NodeDef* def : allNodes()) QVERIFY2(traced.count(def->key), qPrintable("no network of this test has " + QString::fromStdString(def->key)));
    for (const auto& [tex, from] : all) {
      const Formula formula(tex);
      QVERIFY2(formula.fault().isEmpty(), qPrintable(QStringLiteral("%1 of %2: %3").arg(QString::fromStdString(tex), QString::fromStdString(from), formula.fault())));
      const FormulaLayout layout = layOut(formula, 20);
      QVERIFY2(isSound(layout) && layout.width > 0, tex.c_str());
      for (const FormulaGlyph& glyph : layout.glyphs) QVERIFY2(glyph.id.face == 0, qPrintable("not a glyph of the math font in " + QString::fromStdString(tex)));
      QVERIFY(!spokenFormula(formula, LanguageSwitch::Tongue::English).isEmpty());
      QVERIFY(!spokenFormula(formula, LanguageSwitch::Tongue::Chinese).contains(u'\\'));
    }
  }

  void whateverIsTypedIsDrawnOrRefused() {
    const char* const pieces[] = {"\\frac", "\\sqrt", "\\sqrt[", "{", "}", "{", "}", "^", "_", "'", "\\left(", "\\right)", "\\left", "\\right", "\\middle|", "\\begin{matrix}", "\\end{matrix}",
                                  "\\begin{cases}", "\\end{cases}", "\\begin{aligned}", "\\end{aligned}", "&", "\\\\", "\\sum", "\\int", "\\limits", "\\hat", "\\vec", "\\widehat", "\\overline",
                                  "\\underbrace", "\\text{", "\\color{fwd}", "\\link{a}", "x", "W", "1", "+", "-", "=", ",", "(", ")", "[", "]", "|", "\\alpha", "\\displaystyle", "\\big(",
                                  "\\mathbf", "\\operatorname{f}", "\\quad", "\\!", "\\not", "\\foo", "\\", "$", "%", "~", " ", "中", "\xff", "\\dots", "\\max", "\\top", "\\\\", "\\binom", "\\overset"};
    std::mt19937 random(7);
    int drawn = 0;
    for (int n = 0; n < 20000; ++n) {
      std::string tex;
      const int length = 1 + static_cast<int>(random() % 14);
      for (int i = 0; i < length; ++i) tex += random() % 20 ? pieces[random() % std::size(pieces)] : std::string(1, static_cast<char>(random()));
      const Formula formula{std::string_view(tex)};
      if (formula.error()) {
        QVERIFY2(formula.error()->at <= tex.size() && !formula.error()->what.empty(), tex.c_str());
        continue;
      }
      ++drawn;
      QVERIFY2(isSound(layOut(formula, 20, n % 2 ? FormulaStyle::Display : FormulaStyle::InText, n % 3 ? 0 : 60)), tex.c_str());
      spokenFormula(formula, n % 2 ? LanguageSwitch::Tongue::English : LanguageSwitch::Tongue::Chinese);
      plainFormula(formula);
    }
    QVERIFY2(drawn > 1000, qPrintable(QString::number(drawn)));
  }

  // ---- setting -----------------------------------------------------------------------------------------------------------------

  void sizesAreMathJaxs() {
    QFile file(QStringLiteral(GLASSBOX_SOURCE_DIR "/tests/golden/formula_sizes.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject sizes = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(sizes.size() >= 150);
    // Where we keep to LaTeX, or to the font, and MathJax does not.
    const QStringList exceptions = {
        QStringLiteral("\\begin{aligned}"), // LaTeX puts 15 pt between the lines, MathJax 13 pt
        QStringLiteral("\\underline"),      // lines of 0.4 pt, as a fraction's bar; MathJax 0.6 pt
        QStringLiteral("\\overline"),
        QStringLiteral("\\delta\\left(|d| - \\frac{1}{2}\\,\\delta\\right)"), // the font has a parenthesis of 2.1 em, MathJax only 1.8 and 2.4
    };
    constexpr double kMedian = 0.03, kMost = 0.08;
    std::vector<double> widths, heights;
    for (auto at = sizes.begin(); at != sizes.end(); ++at) {
      const Formula formula(at.key());
      QVERIFY2(formula.fault().isEmpty(), qPrintable(at.key() + ": " + formula.fault()));
      const FormulaLayout layout = layOut(formula, 1);
      const QJsonArray theirs = at.value().toArray();
      const double width = std::abs(layout.width / theirs[0].toDouble() - 1);
      const double height = std::abs((layout.height + layout.depth) / (theirs[1].toDouble() + theirs[2].toDouble()) - 1);
      widths.push_back(width);
      heights.push_back(height);
      const bool excepted = std::any_of(exceptions.begin(), exceptions.end(), [&](const QString& part) { return at.key().contains(part); });
      QVERIFY2(excepted || (width <= kMost && height <= kMost),
               qPrintable(QStringLiteral("%1: %2 x %3 em, MathJax %4 x %5").arg(at.key()).arg(layout.width).arg(layout.height + layout.depth).arg(theirs[0].toDouble()).arg(theirs[1].toDouble() + theirs[2].toDouble())));
    }
    std::sort(widths.begin(), widths.end());
    std::sort(heights.begin(), heights.end());
    QVERIFY2(widths[widths.size() / 2] <= kMedian && heights[heights.size() / 2] <= kMedian,
             qPrintable(QStringLiteral("median of widths %1, of heights %2").arg(widths[widths.size() / 2]).arg(heights[heights.size() / 2])));
  }

  void atomsStandAsChapter18Says() {
    const double x = set("x").width;
    QCOMPARE(set("x+x").width, set("xx").width + mathFont().measure(mathFont().glyph(U'+')).advance + 8 * kMu);  // medium on both sides
    QCOMPARE(set("x=x").width, set("xx").width + mathFont().measure(mathFont().glyph(U'=')).advance + 10 * kMu); // thick
    QCOMPARE(set("-x").width, x + mathFont().measure(mathFont().glyph(U'−')).advance);                          // a sign without a left operand
    QCOMPARE(set("x\\,x").width, 2 * x + 3 * kMu);
    QCOMPARE(set("x,x").width, 2 * x + mathFont().measure(mathFont().glyph(U',')).advance + 3 * kMu);
    QCOMPARE(set("\\color{fwd}{x}\\color{bwd}{=}\\link{a}{x}").width, set("x=x").width); // colours and links are not there
    const FormulaLayout negative = set("x \\cdot \\link{a}{-2}");
    QCOMPARE(negative.width, set("x \\cdot {-}2").width); // a number's own minus keeps to its number
    const FormulaLayout tight = set("y_{x+x}"), loose = set("y + x + x");
    QVERIFY(tight.width < loose.width * 0.7); // no medium space in scripts
  }

  void scriptsFractionsAndRootsKeepTheFontsMeasures() {
    const FormulaLayout square = set("x^2"), text = set("x^2", FormulaStyle::InText), cramped = set("\\sqrt{x^2}", FormulaStyle::InText);
    QVERIFY(glyphOf(square, U'2').y < glyphOf(text, U'2').y); // display raises more
    QVERIFY(glyphOf(text, U'2').y < glyphOf(cramped, U'2').y); // under a root less
    QCOMPARE(glyphOf(square, U'2').size, 0.7);
    QCOMPARE(glyphOf(set("x_{i_2}"), U'2').size, 0.5);
    const FormulaLayout half = set("\\frac{1}{2}");
    QCOMPARE(half.rules.size(), std::size_t{1});
    QVERIFY(std::abs(half.rules[0].rect.center().y() + mathFont().constants().axisHeight) < 1e-9); // on the axis
    QVERIFY(half.rules[0].rect.left() > 0 && half.rules[0].rect.right() < half.width);
    QVERIFY(glyphOf(half, U'1').y < half.rules[0].rect.top() && glyphOf(half, U'2').y > half.rules[0].rect.bottom());
    QCOMPARE(glyphOf(set("\\frac{1}{2}", FormulaStyle::InText), U'1').size, 0.7);
    // An upper limit stands right of the lower one at a sign that leans.
    const FormulaLayout integral = set("\\int_0^1");
    QVERIFY(glyphOf(integral, U'1').x > glyphOf(integral, U'0').x);
    const FormulaLayout sum = set("\\sum_0^1"), beside = set("\\sum_0^1", FormulaStyle::InText);
    QVERIFY(sum.width < beside.width && sum.height > beside.height); // limits above and below, or beside
    QCOMPARE(set("\\sum\\limits_0^1", FormulaStyle::InText).lines, 1);
    QVERIFY(set("\\sqrt{\\frac{a}{b}}").height > set("\\frac{a}{b}").height);
  }

  void delimitersGrowWithoutGaps() {
    double before = 0;
    for (int rows = 1; rows <= 30; ++rows) {
      QByteArray tex = "\\left\\{ \\begin{matrix} 1";
      for (int i = 1; i < rows; ++i) tex += "\\\\ 1";
      tex += "\\end{matrix} \\right.";
      const FormulaLayout layout = set(tex.constData());
      const double total = layout.height + layout.depth;
      QVERIFY2(total > before, tex.constData());
      before = total;
      const QImage image = painted(layout.scaled(20), QPointF(4, layout.height * 20 + 4), QSize(80, static_cast<int>(total * 20) + 10), 1);
      // From its top to its foot the brace has ink at every height.
      const QImage brace = image.copy(0, 0, 4 + static_cast<int>(0.8 * 20), image.height());
      const QRect ink = inkOf(brace, qRgb(255, 255, 255));
      QVERIFY2(ink.height() >= total * 20 * 0.85 - 2, qPrintable(QStringLiteral("%1 rows: %2 of %3 pixels").arg(rows).arg(ink.height()).arg(total * 20)));
      for (int y = ink.top(); y <= ink.bottom(); ++y) {
        const QRect row = inkOf(brace.copy(0, y, brace.width(), 1), qRgb(255, 255, 255));
        QVERIFY2(!row.isEmpty(), qPrintable(QStringLiteral("%1 rows: nothing at height %2").arg(rows).arg(y)));
      }
    }
  }

  void aWideFormulaIsBrokenBeforeRelationsAndSigns() {
    const char* sum = "\\delta_1 = a \\cdot b + c \\cdot d + e \\cdot f + g \\cdot h + \\link{a}{i \\cdot j} + k \\cdot l";
    const FormulaLayout whole = set(sum), broken = set(sum, FormulaStyle::Display, 8);
    QCOMPARE(whole.lines, 1);
    QVERIFY(broken.lines >= 2 && broken.width <= 8);
    QCOMPARE(broken.glyphs.size(), whole.glyphs.size());
    QVERIFY(broken.depth > whole.depth);
    const FormulaLayout narrow = set(sum, FormulaStyle::Display, 0.1); // nothing fits: a term a line, and no endless loop
    QVERIFY(narrow.lines >= 5 && isSound(narrow));
    // Before a second formula, or before words, rather than before a sign; within brackets only where nothing else is.
    const FormulaLayout two = set("y = a + b, \\quad c = d + e", FormulaStyle::Display, 7);
    QCOMPARE(two.lines, 2);
    QVERIFY(glyphOf(two, 0x1D450).y > 1 && glyphOf(two, 0x1D450).x < 0.1); // c begins the second line
    const FormulaLayout words = set("y = x \\text{ for } x > 0", FormulaStyle::Display, 5);
    QVERIFY(glyphOf(words, U'f').y > 1 && glyphOf(words, U'=').y == 0 && glyphOf(words, U'>').y > 1);
    QVERIFY(set("f = (a + b + c)", FormulaStyle::Display, 4).awkward && !two.awkward);
    QCOMPARE(set("\\frac{a+b+c+d}{2}", FormulaStyle::Display, 1).lines, 1); // inside of a fraction nothing is broken
  }

  void aMissingOrBrokenFontIsSaid() {
    const MathFont none(QStringLiteral("/nowhere.otf"));
    QVERIFY(none.fault().contains(QStringLiteral("fonts-lmodern")));
    QVERIFY(std::isfinite(setFormula(parseTex("\\frac{\\hat{x}^2}{\\sqrt{y}} + \\sum_{i=1}^n \\left( x \\right) \\underbrace{a}_b").tree, none, {}).width));
    MathTable table;
    QVERIFY(!readMathTable({}, 1000, table));
    const QByteArray whole = QRawFont(MathFont::findFile(), 10).fontTable("MATH");
    QVERIFY(readMathTable(whole, 1000, table));
    for (qsizetype length = 0; length < whole.size(); length += 97) {
      MathTable part;
      readMathTable(whole.left(length), 1000, part); // cut anywhere: no crash
    }
    QVERIFY(table.constants.axisHeight > 0.2 && table.constants.axisHeight < 0.3);
  }

  // ---- painting ----------------------------------------------------------------------------------------------------------------

  void linksCoverTheirInk_data() {
    QTest::addColumn<double>("dense");
    QTest::newRow("1") << 1.0;
    QTest::newRow("1.5") << 1.5;
    QTest::newRow("2") << 2.0;
  }
  void linksCoverTheirInk() {
    QFETCH(double, dense);
    for (const char* tex : {"\\link{a}{x}", "\\link{a}{-0.31}", "\\link{a}{\\hat{f}_j^{(s)}}", "\\link{a}{\\frac{\\partial L}{\\partial w}}", "\\link{a}{\\sum_{i=1}^n x_i}", "\\link{a}{\\sqrt{x+1}}"}) {
      const Formula formula{std::string_view(tex)};
      const FormulaLayout layout = layOut(formula, 20);
      QCOMPARE(layout.links.size(), std::size_t{1});
      const QPointF origin(20, 50);
      const QRect ink = inkOf(painted(layout, origin, QSize(200, 100), dense), qRgb(255, 255, 255));
      QVERIFY2(!ink.isEmpty(), tex);
      QRectF link;
      for (const QRectF& rect : layout.links[0].rects) link |= rect;
      const QRectF covered = link.translated(origin).adjusted(-1, -1, 1, 1);
      const QRectF inkRect(ink.x() / dense, ink.y() / dense, ink.width() / dense, ink.height() / dense);
      QVERIFY2(covered.contains(inkRect), tex);
    }
    // The parts before and behind are not the link's.
    const FormulaLayout between = layOut(Formula(std::string_view("a + \\link{b}{b} + c")), 20);
    QVERIFY(between.links[0].rects[0].left() > 20 && between.links[0].rects[0].right() < between.width - 20);
    const FormulaLayout twice = layOut(Formula(std::string_view("\\link{b}{b} + \\link{b}{b} \\cdot \\link{o}{\\link{i}{x} + 1}")), 20);
    QCOMPARE(twice.links.size(), std::size_t{3});
    QCOMPARE(twice.links[0].rects.size(), std::size_t{2});
  }

  void paintingIsSharpAndInTheThemesColours() {
    const FormulaLayout layout = layOut(Formula(std::string_view("\\frac{\\color{fwd}{x}}{y}")), 20);
    for (const double dense : {1.0, 1.5, 2.0}) {
      const QImage image = painted(layout, QPointF(5, 30.3), QSize(40, 60), dense);
      // The bar is whole rows of full ink: no grey edge above or below.
      const int x = static_cast<int>((5 + layout.width / 2) * dense);
      int full = 0, grey = 0;
      for (int y = static_cast<int>(22 * dense); y < static_cast<int>(30 * dense); ++y) {
        const int value = qGray(image.pixel(x, y));
        full += value < 8;
        grey += value >= 8 && value < 247;
      }
      QVERIFY2(full >= 1 && grey == 0, qPrintable(QStringLiteral("ratio %1: %2 rows of ink, %3 grey").arg(dense).arg(full).arg(grey)));
    }
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
      const Theme colors(mode);
      QImage image = blank(QSize(40, 60), 2);
      QPainter painter(&image);
      paintFormula(painter, layout, QPointF(5, 30), {Qt::black, &colors});
      painter.end();
      bool found = false;
      for (int y = 0; y < image.height() && !found; ++y)
        for (int x = 0; x < image.width() && !found; ++x) found = image.pixel(x, y) == colors.color(ColorRole::Fwd).rgb();
      QVERIFY(found);
    }
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
      QPdfWriter writer(&buffer);
      writer.setResolution(300);
      QPainter painter(&writer);
      paintFormula(painter, layout.scaled(3), QPointF(100, 300), {Qt::black, nullptr});
    }
    QVERIFY(pdf.startsWith("%PDF") && pdf.size() > 1000);
  }

  // ---- in text -----------------------------------------------------------------------------------------------------------------

  void formulasStandOnTheLinesBaseline_data() {
    QTest::addColumn<QString>("tex");
    QTest::addColumn<bool>("fixed");
    QTest::newRow("a small letter") << "x" << false;
    QTest::newRow("a tall letter") << "L" << false;
    QTest::newRow("with a fraction that hangs below") << "x\\frac{a}{b_{j_k}}" << false;
    QTest::newRow("a tall root") << "x\\sqrt{\\frac{a}{b}}" << false;
    QTest::newRow("nearly all below") << "x_{i_{j_{k}}}" << false;
    QTest::newRow("in lines of fixed height") << "x_i" << true;
    QTest::newRow("a sum in lines of fixed height") << "L = \\sum_{i=1}^n x_i" << true;
  }
  void formulasStandOnTheLinesBaseline() {
    QFETCH(QString, tex);
    QFETCH(bool, fixed);
    QTextDocument document;
    document.setDefaultFont(theme().font(FontRole::LessonBody));
    document.setDocumentMargin(0);
    FormulaText::install(document);
    QTextCursor cursor(&document);
    cursor.insertText(QStringLiteral("a line before\nHH"));
    QTextBlockFormat block;
    block.setTopMargin(7);
    if (fixed) block.setLineHeight(24, QTextBlockFormat::FixedHeight);
    cursor.setBlockFormat(block);
    FormulaText::insert(cursor, tex, 17);
    document.setTextWidth(300);
    constexpr double kDense = 4;
    QImage image = blank(QSize(300, 160), kDense);
    QPainter painter(&image);
    document.drawContents(&painter);
    painter.end();
    const QTextBlock second = document.begin().next();
    const QTextLine line = second.layout()->lineAt(0);
    const double top = document.documentLayout()->blockBoundingRect(second).top() + line.y(), baseline = top + line.ascent();
    const double h = QFontMetricsF(document.defaultFont()).horizontalAdvance(QStringLiteral("HH"));
    const auto bottomBetween = [&](double from, double to) {
      int bottom = 0;
      for (int y = static_cast<int>(top * kDense); y < static_cast<int>((top + line.height() + 2) * kDense); ++y)
        for (int x = static_cast<int>(from * kDense); x < static_cast<int>(to * kDense); ++x)
          if (qGray(image.pixel(x, y)) < 128) bottom = std::max(bottom, y + 1);
      return bottom / kDense;
    };
    // The text's H and the formula's first letter (x reaches 0.01 em under the baseline) end at one height.
    const double first = layOut(Formula(tex.left(1)), 17, FormulaStyle::InText).width;
    const double text = bottomBetween(0, h - 1), formula = bottomBetween(h, h + first - 1);
    QVERIFY2(std::abs(text - baseline) <= 0.3 && std::abs(formula - text) <= 0.5, qPrintable(QStringLiteral("baseline %1, text %2, formula %3").arg(baseline).arg(text).arg(formula)));
    if (fixed) return; // as tall as it was told
    // And the line has the room that it needs.
    const FormulaLayout layout = layOut(Formula(tex), 17, FormulaStyle::InText);
    QVERIFY2(line.ascent() >= layout.height - 0.6 && line.descent() >= layout.depth - 0.6,
             qPrintable(QStringLiteral("line %1 + %2, formula %3 + %4").arg(line.ascent()).arg(line.descent()).arg(layout.height).arg(layout.depth)));
    QVERIFY2(line.height() <= std::max(24.0, layout.height + layout.depth + 12), qPrintable(QString::number(line.height())));
  }

  void aSelectionIsCopiedAsTex() {
    QTextDocument document;
    FormulaText::install(document);
    QTextCursor cursor(&document);
    cursor.insertText(QStringLiteral("The weight "));
    FormulaText::insert(cursor, QStringLiteral("w_1"), 17);
    cursor.insertText(QStringLiteral(" is:\n"), QTextCharFormat());
    FormulaText::insert(cursor, QStringLiteral("w = 2"), 20, FormulaStyle::Display);
    cursor.select(QTextCursor::Document);
    QCOMPARE(textWithTex(cursor), QStringLiteral("The weight $w_1$ is:\n$$w = 2$$"));
    cursor.setPosition(4);
    cursor.setPosition(12, QTextCursor::KeepAnchor);
    QCOMPARE(textWithTex(cursor), QStringLiteral("weight $w_1$"));
    QCOMPARE(spokenText(document), QStringLiteral("The weight w 1 is:\nw equals 2\n"));
    QVERIFY(formulaHtml(QStringLiteral("x"), 17, 2, 300).startsWith(QStringLiteral("<img src=\"data:image/png;base64,")));
  }

  void plainLines_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("plain");
    QTest::newRow("dense") << "$y = W x + b$"
                           << "y = Wx + b";
    QTest::newRow("sigmoid") << "$y = \\frac{1}{1 + e^{-x}}$"
                             << "y = 1/(1 + e⁻ˣ)";
    QTest::newRow("indices") << "$x_i^2 + x_{Q}$"
                             << "xᵢ² + x_Q";
    QTest::newRow("an index that stays large") << "$\\delta^{(l)}_{i,j}$"
                                               << "δ_(i,j)⁽ˡ⁾";
    QTest::newRow("accent, root, sign") << "$-\\hat{y} = \\sqrt{x}$"
                                        << "−ŷ = √x";
    QTest::newRow("function") << "$a = \\tanh(Wx) \\log p$"
                              << "a = tanh(Wx) log p";
    QTest::newRow("among words") << "Set $w$ to 5\\$."
                                 << "Set w to 5$.";
    QTest::newRow("a fault stays TeX") << "$\\foo$"
                                       << "\\foo";
  }
  void plainLines() {
    QFETCH(QString, words);
    QFETCH(QString, plain);
    QString got = withPlainFormulas(words);
    got.remove(QChar(0x2009));
    QCOMPARE(got, plain);
  }

  // ---- the widget --------------------------------------------------------------------------------------------------------------

  void linksAreFollowedByMouseAndKeyboard() {
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* widget = new FormulaWidget;
    column->addWidget(widget);
    widget->setTex(QStringLiteral("\\delta = \\link{a}{0.31} \\cdot \\link{b}{0.52} + \\link{c}{1}"));
    window.resize(400, 80);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QSignalSpy activated(widget, &FormulaWidget::linkActivated), hovered(widget, &FormulaWidget::linkHovered);
    QCOMPARE(widget->links(), (std::vector<std::string>{"a", "b", "c"}));
    const QPoint b = widget->linkRects("b").at(0).center().toPoint();
    QTest::mouseMove(widget, b);
    QCOMPARE(hovered.last().at(0).toString(), QStringLiteral("b"));
    QCOMPARE(widget->cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, b);
    QCOMPARE(activated.last().at(0).toString(), QStringLiteral("b"));
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, QPoint(2, 2));
    QCOMPARE(activated.count(), 1);
    widget->clearFocus();
    widget->setFocus(Qt::TabFocusReason);
    QCOMPARE(widget->currentLink(), std::string("a"));
    QTest::keyClick(widget, Qt::Key_Tab); // from the first link to the second
    QCOMPARE(widget->currentLink(), std::string("b"));
    QTest::keyClick(widget, Qt::Key_Right);
    QTest::keyClick(widget, Qt::Key_Right); // there is none behind the last
    QTest::keyClick(widget, Qt::Key_Return);
    QCOMPARE(activated.last().at(0).toString(), QStringLiteral("c"));
    QTest::keyClick(widget, Qt::Key_Left);
    QCOMPARE(widget->currentLink(), std::string("b"));
    QTest::keySequence(widget, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), widget->content().tex);
    widget->setTex(QStringLiteral("\\delta = \\link{a}{0.35}")); // other numbers; the link under the keyboard is gone
    QCOMPARE(widget->currentLink(), std::string());
    // A lit link is seen.
    const QImage before = widget->grab().toImage();
    widget->setLitLink("a");
    QVERIFY(widget->grab().toImage() != before);
  }

  void theWidgetWrapsFollowsTheThemeAndSpeaks() {
    FormulaWidget widget;
    widget.setTex(QStringLiteral("y = a + b + c + d + e + f + g + h + i + j"));
    QVERIFY(widget.hasHeightForWidth());
    QVERIFY(widget.heightForWidth(120) > widget.heightForWidth(1000));
    FormulaWidget brackets; // a little smaller, rather than broken within its brackets
    brackets.setTex(QStringLiteral("L = \\sum_{i} \\max(0,\\; c - s_{i}\\, x_{i})"));
    QCOMPARE(brackets.heightForWidth(brackets.sizeHint().width() - 12) <= brackets.sizeHint().height(), true);
    widget.resize(300, widget.heightForWidth(300));
    QCOMPARE(widget.accessibleName().left(15), QStringLiteral("y equals a plus"));
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&widget);
    QVERIFY(accessible);
    QCOMPARE(accessible->role(), QAccessible::Equation);
    QImage image = widget.grab().toImage();
    QVERIFY(!inkOf(image, image.pixel(0, 0)).isEmpty());
    ThemeManager::ofApplication().setChoice(ThemeChoice::Dark);
    const QImage dark = widget.grab().toImage();
    bool light = false;
    for (int y = 0; y < dark.height(); ++y)
      for (int x = 0; x < dark.width(); ++x) light = light || dark.pixel(x, y) == theme().color(ColorRole::Text).rgb();
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
    QVERIFY(light);
    const int normal = widget.sizeHint().width();
    ThemeManager::ofApplication().setTextSize(TextSize::Presentation);
    QVERIFY2(widget.sizeHint().width() > 1.35 * normal, qPrintable(QString::number(widget.sizeHint().width())));
    ThemeManager::ofApplication().setTextSize(TextSize::Normal);
  }

  void aFaultIsSaidUnderTheFormula() {
    FormulaWidget widget;
    widget.setTex(QStringLiteral("x + \\foo"));
    QVERIFY(widget.fault().contains(QStringLiteral("\\foo")) && widget.fault().contains(u'5'));
    const int with = widget.heightForWidth(200);
    widget.setTex(QStringLiteral("x + y"));
    QVERIFY(widget.fault().isEmpty());
    QVERIFY(widget.heightForWidth(200) < with);
    widget.setTex(QString());
    QVERIFY(widget.fault().isEmpty());
  }

  // ---- words -------------------------------------------------------------------------------------------------------------------

  void formulasAreReadAloud_data();
  void formulasAreReadAloud() {
    QFETCH(QString, tex);
    QFETCH(QString, words);
    QFETCH(QString, chinese);
    QCOMPARE(spokenFormula(Formula(tex), LanguageSwitch::Tongue::English), words);
    QCOMPARE(spokenFormula(Formula(tex), LanguageSwitch::Tongue::Chinese), chinese);
  }
};

void TestFormula::formulasAreReadAloud_data() {
  QTest::addColumn<QString>("tex");
  QTest::addColumn<QString>("words");
  QTest::addColumn<QString>("chinese");
  const auto row = [](const char* tex, const char* words, const char* chinese) {
    QTest::newRow(tex) << QString::fromUtf8(tex) << QString::fromUtf8(words) << QString::fromUtf8(chinese);
  };
  row("y = W x + b",
      "y equals W x plus b",
      "y 等于 W x 加 b");
  row("\\frac{\\partial L}{\\partial w_{12}} = \\sum_{s=1}^{3} \\delta_1^{(s)} \\cdot x_2^{(s)}",
      "the partial derivative of L with respect to w 12 equals the sum from s equals 1 to 3 of delta 1 superscript s times x 2 superscript s",
      "L 对 w 12 的偏导数 等于 s 从 1 到 3 求和，德尔塔 1 上标 s 乘以 x 2 上标 s");
  row("w \\leftarrow w - \\eta\\, \\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\epsilon}",
      "w becomes w minus eta times the fraction m hat over the square root of v hat plus epsilon, end fraction",
      "w 更新为 w 减 伊塔 乘以 分式，分子 m 帽，分母 根号 v 帽 加 艾普西隆，分式结束");
  row("y = x\\,\\Phi(x), \\quad \\Phi(x) = \\frac{1}{2}\\left(1 + \\mathrm{erf}\\frac{x}{\\sqrt{2}}\\right)",
      "y equals x times capital phi of x, capital phi of x equals one half times open parenthesis 1 plus erf x over the square root of 2 close parenthesis",
      "y 等于 x 乘以 大写斐 x，大写斐 x 等于 二分之一 乘以 左括号 1 加 erf 根号 2 分之 x 右括号");
  row("y = \\mathrm{softmax}\\left(\\frac{q\\,k^{\\top}}{\\sqrt{d}}\\right) v",
      "y equals softmax open parenthesis the fraction q k transpose over the square root of d, end fraction, close parenthesis v",
      "y 等于 softmax 左括号 分式，分子 q k 的转置，分母 根号 d，分式结束，右括号 v");
  row("y_{ij} = \\max_{u,v} x_{i+u,\\,j+v}",
      "y i j equals the maximum over u, v of x sub i plus u, j plus v, end sub",
      "y i j 等于 对 u、v 取最大值，x 下标 i 加 u，j 加 v");
  row("f'(x) = 1 \\text{ for } x > 0, \\text{ else } 0",
      "f prime of x equals 1 for x is greater than 0, else 0",
      "f 撇 x 等于 1 for x 大于 0，else 0");
  row("L = \\frac{1}{n} \\sum_{i=1}^{n} (\\hat{y}_i - y_i)^2",
      "L equals 1 over n times the sum from i equals 1 to n of open parenthesis y hat i minus y i close parenthesis squared",
      "L 等于 n 分之一 乘以 i 从 1 到 n 求和，左括号 y 帽 i 减 y i 右括号 的平方");
  row("\\sum_i w_i x_i",
      "the sum over i of w i times x i",
      "对 i 求和，w i 乘以 x i");
  row("y = \\frac{1}{1 + e^{-x}}",
      "y equals the fraction 1 over 1 plus e to the power of minus x, end fraction",
      "y 等于 分式，分子 1，分母 1 加 e 的 负 x 次方，分式结束");
  row("p_j = \\frac{e^{x_j}}{\\sum_i e^{x_i}}",
      "p j equals the fraction e to the power of x j over the sum over i of e to the power of x i, end fraction",
      "p j 等于 分式，分子 e 的 x j 次方，分母 对 i 求和，e 的 x i 次方，分式结束");
  row("\\ell = -\\log p_t",
      "l equals minus log p t",
      "l 等于 负 log p t");
  row("\\delta_1 = -0.08631 \\cdot 0.80 \\cdot (1 - 0.6107^2) = -0.04330",
      "delta 1 equals minus 0.08631 times 0.80 times open parenthesis 1 minus 0.6107 squared close parenthesis equals minus 0.04330",
      "德尔塔 1 等于 负 0.08631 乘以 0.80 乘以 左括号 1 减 0.6107 的平方 右括号 等于 负 0.04330");
  row("\\|W\\|^2 = \\sum_{i,j} w_{ij}^2",
      "the norm of W, squared equals the sum over i, j of w i j squared",
      "W 的范数 的平方 等于 对 i、j 求和，w i j 的平方");
  row("|x - t|",
      "the absolute value of x minus t, end absolute value",
      "x 减 t 整体的绝对值");
  row("\\sqrt{x^2 + y^2}",
      "the square root of x squared plus y squared, end root",
      "根号下 x 的平方 加 y 的平方，根号结束");
  row("\\sqrt[3]{x}",
      "the cube root of x",
      "三次根号 x");
  row("x \\in \\mathbb{R}^{n \\times m}",
      "x in R n by m",
      "x 属于 R n 乘 m");
  row("e \\sim N(0, \\sigma^{2})",
      "e is distributed as N of 0, sigma squared",
      "e 服从 N 左括号 0，西格马 的平方 右括号");
  row("p(x \\mid \\theta) \\approx 0.5",
      "p of x given theta is approximately 0.5",
      "p 左括号 x 给定 西塔 右括号 约等于 0.5");
  row("\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1",
      "the limit as x goes to 0 of the fraction sin x over x, end fraction, equals 1",
      "当 x 趋于 0 时的极限，分式，分子 sin x，分母 x，分式结束，等于 1");
  row("\\int_0^1 x^2\\, dx = \\frac{1}{3}",
      "the integral from 0 to 1 of x squared d x equals 1 over 3",
      "从 0 到 1 积分，x 的平方 d x 等于 3 分之一");
  row("\\frac{d y}{d x}",
      "the derivative of y with respect to x",
      "y 对 x 的导数");
  row("\\prod_{j \\neq i} x_j",
      "the product over j is not equal to i of x j",
      "对 j 不等于 i 连乘，x j");
  row("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
      "the 2 by 2 matrix, row 1: a, b; row 2: c, d, end matrix",
      "2 行 2 列矩阵，第 1 行：a，b；第 2 行：c，d，矩阵结束");
  row("f(x) = \\begin{cases} x & x > 0 \\\\ 0 & x \\le 0 \\end{cases}",
      "f of x equals by cases: x, x is greater than 0; 0, x is less than or equal to 0",
      "f x 等于 分段函数：x，x 大于 0；0，x 小于等于 0");
  row("\\mathbf{W}^\\top \\mathbf{x}",
      "bold W transpose times bold x",
      "粗体 W 的转置 乘以 粗体 x");
  row("\\vec{v} \\cdot \\bar{u}",
      "vector v times u bar",
      "向量 v 乘以 u 拔");
  row("h_t = \\tanh(W x_t + U h_{t-1})",
      "h t equals tanh open parenthesis W x t plus U h sub t minus 1, end sub, close parenthesis",
      "h t 等于 tanh 左括号 W x t 加 U h 下标 t 减 1，右括号");
  row("\\binom{n}{k}",
      "n choose k",
      "从 n 中取 k 的组合数");
  row("\\nabla f(x) \\ne 0",
      "the gradient of f of x is not equal to 0",
      "梯度 f x 不等于 0");
  row("\\arg\\max_i p_i",
      "the argument of the maximum over i of p i",
      "对 i 取最大值点，p i");
  row("a := b, \\ldots",
      "a is defined as b, and so on",
      "a 定义为 b，等等");
  row("x^{n+1}",
      "x to the power of n plus 1, end power",
      "x 的 n 加 1 次方");
  row("\\frac{a+b}{2}",
      "the fraction a plus b over 2, end fraction",
      "分式，分子 a 加 b，分母 2，分式结束");
  row("\\underbrace{a + b}_{\\text{sum}}",
      "a plus b, which is sum",
      "a 加 b（sum）");
  row("\\log(1 + e^{x}) - t\\, x",
      "log open parenthesis 1 plus e to the power of x close parenthesis minus t x",
      "log 左括号 1 加 e 的 x 次方 右括号 减 t x");
  row("\\frac{\\partial L}{\\partial W_{nk}} = \\sum_{s} \\frac{\\partial L}{\\partial y_{n}^{(s)}}\\, x_{k}^{(s)}",
      "the partial derivative of L with respect to W n k equals the sum over s of the partial derivative of L with respect to y n superscript s times x k superscript s",
      "L 对 W n k 的偏导数 等于 对 s 求和，L 对 y n 上标 s 的偏导数 乘以 x k 上标 s");
}

QTEST_MAIN(TestFormula)
#include "test_formula.moc"
