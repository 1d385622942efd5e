#include "widgets/views/text_view.h"

#include "widgets/common/number_format.h"
#include "widgets/common/section_label.h"
#include "widgets/common/slider_field.h"
#include "widgets/common/theme_manager.h"
#include "widgets/model/language.h"
#include "widgets/plots/bar_plot.h"
#include "widgets/views/token_names.h"
#include "widgets/views/view_export.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextCursor>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace glassbox {
namespace {

constexpr double kWash = 0.55; // of the colour behind a token: the letters stay readable
const char* const kFields[] = {"temperature", "top_k", "top_p", "seed", "tokens"};

} // namespace

struct TextView::Model {
  std::optional<TextWriter> writer;
};

QString TextView::purpose() {
  return tr("The network goes on from your prompt, token by token, and shows what else it could have written.<br>Use it to hear how a "
            "language model learns, and what temperature, top-k and top-p do.");
}

TextView::TextView(QWidget* parent)
    : LookView(parent), m_prompt(new QLineEdit), m_generate(new QPushButton), m_continue(new QPushButton),
      m_textHead(new SectionLabel(SectionLabel::Kind::Section)), m_nextHead(new SectionLabel(SectionLabel::Kind::Section)),
      m_text(new QTextEdit), m_bars(new BarPlot), m_message(new QLabel) {
  const Theme& t = theme();
  for (QWidget* part : std::initializer_list<QWidget*>{m_prompt, m_text, m_bars}) part->setProperty("anyLanguage", true);  // text of the data
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(t.px(12), t.px(8), t.px(12), t.px(8));
  column->setSpacing(t.px(6));
  auto* row = new QHBoxLayout;
  row->setSpacing(t.px(8));
  m_labels["prompt"] = new QLabel;
  m_labels["prompt"]->setBuddy(m_prompt);
  row->addWidget(m_labels["prompt"]);
  row->addWidget(m_prompt, 1);
  row->addWidget(m_generate);
  row->addWidget(m_continue);
  column->addLayout(row);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(t.px(12));
  grid->setVerticalSpacing(t.px(4));
  for (int i = 0; i < 5; ++i) {
    const QString key = QLatin1String(kFields[i]);
    m_fields[key] = new SliderField;
    m_labels[key] = new QLabel;
    m_labels[key]->setBuddy(m_fields[key]->field());
    grid->addWidget(m_labels[key], i / 3, i % 3 * 2);
    grid->addWidget(m_fields[key], i / 3, i % 3 * 2 + 1);
    grid->setColumnStretch(i % 3 * 2 + 1, 1);
    connect(m_fields[key], &SliderField::valueChanged, this, [this] {
      if (!isWriting() && !m_tokens.empty()) work(0); // the bars follow the settings
    });
  }
  column->addLayout(grid);
  column->addWidget(m_message);
  auto* both = new QHBoxLayout;
  both->setSpacing(t.px(16));
  auto* left = new QVBoxLayout;
  left->addWidget(m_textHead);
  left->addWidget(m_text, 1);
  both->addLayout(left, 3);
  auto* right = new QVBoxLayout;
  right->addWidget(m_nextHead);
  right->addWidget(m_bars);
  right->addStretch(1);
  both->addLayout(right, 2);
  column->addLayout(both, 1);
  m_text->setReadOnly(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  m_message->setWordWrap(true);
  m_message->hide();
  m_bars->setClickable();
  offerExport(this, m_bars, [] { return title(); }, [this] { return csv(); }, [this] { return !m_next.empty(); });
  connect(m_generate, &QPushButton::clicked, this, &TextView::generate);
  connect(m_continue, &QPushButton::clicked, this, &TextView::goOn);
  connect(m_prompt, &QLineEdit::returnPressed, this, &TextView::generate);
  connect(m_bars, &BarPlot::itemClicked, this, &TextView::take);
  connect(&m_job, &SideJob::ended, this, &TextView::showButtons);
  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, &TextView::showText);
  retranslate();
}

TextView::~TextView() = default;

void TextView::retranslate() {
  const auto set = [this](const char* key, SliderFieldContent content, const QString& label, const QString& help) {
    SliderField* field = m_fields[QLatin1String(key)];
    if (field->value() != 0 || content.zeroAllowed) content.value = m_labels[QLatin1String(key)]->text().isEmpty() ? content.value : field->value();
    content.name = label;
    field->setContent(content);
    field->setToolTip(QStringLiteral("<b>%1</b><br>%2").arg(label, help));
    m_labels[QLatin1String(key)]->setText(label);
  };
  set("temperature", {.least = 0, .most = 3, .value = 1, .step = 0.05}, tr("Temperature"),
      tr("The logits are divided by it before the softmax; 0 takes the most probable token.<br>Low: safe and repetitive, high: bold and faulty."));
  set("top_k", {.least = 0, .most = 100, .value = 0, .whole = true, .zeroAllowed = true}, tr("Top-k"),
      tr("Only so many of the most probable tokens may come; 0: all.<br>Use it to keep the least likely ones out."));
  set("top_p", {.least = 0.01, .most = 1, .value = 1, .step = 0.01}, tr("Top-p"),
      tr("Only the fewest tokens whose probabilities reach it may come; 1: all.<br>It cuts more where the network is sure."));
  set("seed", {.least = 1, .most = 1000, .value = 1, .whole = true}, tr("Seed"),
      tr("Decides the draw: the same seed gives the same text.<br>Change it to see another text of the same network."));
  set("tokens", {.least = 1, .most = 500, .value = 100, .whole = true}, tr("Tokens"), tr("How many tokens are written.<br>Stop ends it earlier."));
  m_labels["prompt"]->setText(tr("Prompt"));
  m_prompt->setAccessibleName(tr("Prompt"));
  m_prompt->setToolTip(tr("<b>Prompt</b> Enter<br>The text to go on from, in signs or words that the data have.<br>Begin as the data do: the network knows nothing else."));
  m_continue->setText(tr("Continue"));
  m_continue->setToolTip(tr("<b>Continue</b><br>Writes on behind the text that stands there.<br>Use it after you have chosen a token yourself."));
  m_text->setAccessibleName(tr("Text"));
  m_text->setPlaceholderText(tr("No text yet. Write a prompt and press Generate: the text appears here, token by token."));
  showButtons();
  showText();
  showNext();
}

void TextView::showButtons() {
  m_generate->setText(isWriting() ? tr("Stop") : tr("Generate"));
  m_generate->setToolTip(isWriting() ? tr("<b>Stop</b><br>Ends the writing after this token.<br>What is written stays.")
                                     : tr("<b>Generate</b><br>Goes on from the prompt with the newest weights.<br>Press it again while the network trains, to see it learn."));
  m_generate->setEnabled(m_weights != nullptr || isWriting());
  m_continue->setEnabled(!isWriting() && !m_tokens.empty() && m_weights);
}

void TextView::setSubject(const ProbeSubject& subject) {
  m_job.cancel();
  ++m_round;
  m_subject = subject;
  m_model = std::make_shared<Model>();
  m_weights.reset();
  m_tokens.clear();
  m_next.clear();
  m_message->hide();
  if (m_prompt->text().isEmpty() && subject.data && subject.data->tokenizer) { // a beginning that the data have
    const QStringList names = tokensOf(*subject.data, 0);
    std::vector<TokenId> first;
    for (const Field& field : subject.data->inputs) {
      if (field.type.element != Element::Token) continue;
      std::vector<float> values(static_cast<std::size_t>(field.type.shape.count()));
      field.read(0, values.data());
      for (std::size_t i = 0; i < std::min<std::size_t>(3, values.size()); ++i) first.push_back(static_cast<TokenId>(values[i]));
      break;
    }
    const QString begin = QString::fromStdString(subject.data->tokenizer->decode(first));
    if (!begin.contains(u'\n')) m_prompt->setText(begin);
  }
  showButtons();
  showText();
  showNext();
}

ProbeWish TextView::wish() const {
  ProbeWish wish;
  wish.weights = true;
  return wish;
}

void TextView::setAnswer(const ProbeAnswer& answer) {
  if (!answer.weights) return;
  const bool first = !m_weights;
  m_weights = answer.weights;
  m_step = answer.step;
  if (first) showButtons();
}

SamplerSettings TextView::settings() const {
  SamplerSettings out;
  out.temperature = m_fields.at("temperature")->value();
  out.topK = std::llround(m_fields.at("top_k")->value());
  out.topP = m_fields.at("top_p")->value();
  out.seed = static_cast<std::uint64_t>(std::llround(m_fields.at("seed")->value()));
  return out;
}

void TextView::generate() {
  if (isWriting()) {
    ++m_round;
    return m_job.cancel();
  }
  if (!m_weights || !m_subject.data) return;
  const Result<std::vector<TokenId>> tokens = m_subject.data->tokenizer->encode(m_prompt->text().toStdString());
  if (!tokens) return fail(tokens.error());
  if (tokens->empty()) return fail(Error(GB_TEXT("widgets", "The prompt is empty: write at least one sign to go on from.")));
  m_tokens.clear();
  for (const TokenId token : *tokens) m_tokens.push_back({token, {}});
  work(std::llround(m_fields.at("tokens")->value()));
}

void TextView::goOn() {
  if (!isWriting() && !m_tokens.empty()) work(std::llround(m_fields.at("tokens")->value()));
}

void TextView::take(int bar) {
  if (isWriting() || bar < 0 || bar >= static_cast<int>(m_next.size())) return;
  m_tokens.push_back({m_next[static_cast<std::size_t>(bar)].token, {}});
  work(0);
}

/// Writes `count` tokens, then works out what may come next and how probable each token of the text was.
void TextView::work(std::int64_t count) {
  if (!m_weights || !m_model) return;
  m_message->hide();
  const std::uint64_t round = ++m_round;
  m_writtenAt = m_step;
  std::vector<TokenId> text;
  for (const Shown& shown : m_tokens) text.push_back(shown.token);
  const auto report = [this, round](auto use) {
    QMetaObject::invokeMethod(this, [this, round, use] {
      if (round == m_round) use();
    });
  };
  m_job.start(
      [this, report, text, count, model = m_model, weights = m_weights, subject = m_subject, settings = settings()](const std::atomic<bool>& stop, const SideJob::Progress&) mutable {
        const auto refused = [&](const Error& error) { report([this, error] { fail(error); }); };
        if (!model->writer) {
          Result<TextWriter> writer = TextWriter::create(subject);
          if (!writer) return refused(writer.error());
          model->writer.emplace(std::move(*writer));
        }
        TextWriter& writer = *model->writer;
        if (!writer.setWeights(*weights)) return;
        const Result<std::vector<double>> known = writer.probabilities(text);
        if (!known) return refused(known.error());
        report([this, known = *known] {
          for (std::size_t i = 0; i < known.size() && i + 1 < m_tokens.size(); ++i) m_tokens[i + 1].probability = known[i];
          showText();
        });
        for (std::int64_t i = 0; i < count && !stop; ++i) {
          const Result<TextWriter::Written> written = writer.write(text, settings);
          if (!written) return refused(written.error());
          text.push_back(written->token);
          report([this, token = Shown{written->token, written->probability}] {
            m_tokens.push_back(token);
            append(token);
          });
        }
        if (stop) return;
        const Result<std::vector<NextToken>> next = writer.next(text, settings);
        if (!next) return refused(next.error());
        report([this, next = *next] {
          m_next = next;
          showNext();
        });
      },
      [this] { showNext(); });
  showButtons();
  showText();
}

void TextView::fail(const Error& error) {
  m_message->setText(translated(error));
  m_message->show();
}

QString TextView::message() const { return m_message->isHidden() ? QString() : m_message->text(); }

QString TextView::text() const {
  std::vector<TokenId> tokens;
  for (const Shown& shown : m_tokens) tokens.push_back(shown.token);
  return m_subject.data && m_subject.data->tokenizer ? QString::fromStdString(m_subject.data->tokenizer->decode(tokens)) : QString();
}

/// Behind each token the probability that the network gave it, light to deep.
void TextView::showText() {
  m_textHead->setContent(tr("Text"), m_tokens.empty() ? QString() : tr("step %1; the deeper, the more probable").arg(formatInteger(m_writtenAt)));
  m_text->clear();
  for (const Shown& shown : m_tokens) append(shown);
}

void TextView::append(const Shown& shown) {
  const Theme& t = theme();
  QTextCharFormat format;
  format.setFont(t.font(FontRole::LessonBody));
  format.setForeground(t.color(ColorRole::Text));
  if (shown.probability) {
    const QColor back = QColor::fromRgb(t.sequential(std::pow(std::clamp(*shown.probability, 0.0, 1.0), 0.8) * kWash));
    format.setBackground(back);
    format.setForeground(Theme::inkOn(back));
    format.setToolTip(tr("probability %1").arg(formatPercent(*shown.probability)));
  }
  QTextCursor cursor(m_text->document());
  cursor.movePosition(QTextCursor::End);
  cursor.insertText(QString::fromStdString(m_subject.data->tokenizer->decode({&shown.token, 1})), format);
  m_text->moveCursor(QTextCursor::End);
}

void TextView::showNext() {
  m_nextHead->setContent(tr("Next token"), m_next.empty() ? QString() : tr("click to take; gray: cut"));
  BarPlotContent content;
  content.percent = true;
  content.title = tr("Probabilities of the next token");
  for (const NextToken& next : m_next)
    content.items.push_back({tokenName(*m_subject.data, next.token), next.probability, next.kept ? ColorRole::Accent : ColorRole::Ctrl, false});
  m_bars->setContent(content);
  m_bars->setToolTip(tr("<b>Next token</b> Up, Down, Enter<br>The ten most probable tokens after temperature and cut.<br>Take another one than the draw did, and continue from there."));
  showButtons();
}

QByteArray TextView::csv() const {
  if (m_next.empty()) return {};
  QByteArray out = "token,text,probability,kept\n";
  for (const NextToken& next : m_next)
    out += QByteArray::number(next.token) + ',' + csvText(tokenName(*m_subject.data, next.token)) + ',' + csvNumber(next.probability) + ',' + (next.kept ? "1\n" : "0\n");
  return out;
}

void TextView::hideEvent(QHideEvent* event) {
  if (isWriting()) {
    ++m_round;
    m_job.cancel(); // what nobody reads is not written
  }
  LookView::hideEvent(event);
}

void TextView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

} // namespace glassbox
