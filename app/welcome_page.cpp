#include "app/welcome_page.h"

#include "app/example_cards.h"
#include "app/example_picture.h"
#include "app/theme_choices.h"
#include "app/welcome_parts.h"
#include "engine/graph/analysis.h"
#include "engine/io/templates.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/icons.h"
#include "widgets/common/number_format.h"
#include "widgets/model/language.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <vector>

namespace glassbox {
namespace {

constexpr int kColumn = 1120, kSide = 40;
constexpr int kTopCardHeight = 148, kEmblem = 116;

// The examples that the page begins with, one of each kind; the others come behind them and are unfolded.
constexpr std::array kFeatured{"linear-regression", "xor", "mnist-mlp-128-64", "lenet-32", "rnn-echo", "attention-reverse", "gpt-sums", "autoencoder"};

std::vector<const TemplateDef*> examplesInOrder() {
  std::vector<const TemplateDef*> defs;
  for (const TemplateDef& def : allTemplates()) defs.push_back(&def);
  const auto place = [](const TemplateDef* def) { return std::find(kFeatured.begin(), kFeatured.end(), def->name) - kFeatured.begin(); };
  std::stable_sort(defs.begin(), defs.end(), [&](const TemplateDef* a, const TemplateDef* b) { return place(a) < place(b); });
  return defs;
}

QLabel* makeLabel(QWidget* parent, FontRole font, ColorRole color) {
  auto* label = new QLabel(parent);
  setFontRole(label, font);
  setTextRole(label, color);
  const auto setLine = [label, font] { label->setMinimumHeight(theme().lineHeight(font)); };
  setLine();
  QObject::connect(&ThemeManager::ofApplication(), &ThemeManager::changed, label, setLine);
  return label;
}

QPixmap rounded(const QPixmap& picture, qreal radius) {
  QPixmap out(picture.size());
  out.setDevicePixelRatio(picture.devicePixelRatio());
  out.fill(Qt::transparent);
  QPainter p(&out);
  p.setRenderHint(QPainter::Antialiasing);
  QPainterPath frame;
  frame.addRoundedRect(QRectF(QPointF(0, 0), picture.deviceIndependentSize()), radius, radius);
  p.setClipPath(frame);
  p.drawPixmap(0, 0, picture);
  return out;
}

// The sizes a sample passes through: "784-128-64-10". Of a network for pictures or sequences what goes in and what comes
// out: "3×32×32 → 10"; of more sizes than a card has room for also the narrowest: "784 → 16 → 784".
QString sizesText(const Analysis& network) {
  constexpr qsizetype kMostSizes = 4;
  const QString arrow = QStringLiteral(" → ");
  QStringList sizes;
  std::vector<std::int64_t> counts;
  bool lists = true;
  for (const NodeId& id : network.order) {
    const NodeAnalysis& node = network.nodes.at(id);
    const bool input = std::find(network.inputs.begin(), network.inputs.end(), id) != network.inputs.end();
    if ((!input && node.parameters == 0) || node.inference.outputs.empty()) continue;
    const Shape& shape = node.inference.outputs.front().shape;
    sizes << shapeText(shape);
    lists = lists && shape.rank() < 2;
    counts.push_back(shape.count());
  }
  if (!lists) return sizes.first() + arrow + sizes.last();
  if (sizes.size() <= kMostSizes) return sizes.join(QLatin1Char('-'));
  const auto narrowest = std::min_element(counts.begin() + 1, counts.end() - 1) - counts.begin();
  return sizes.first() + arrow + sizes[narrowest] + arrow + sizes.last();
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent), m_column(new QWidget(this)) {
  m_rows = new QVBoxLayout(m_column);
  m_rows->setSpacing(0);
  m_rows->addWidget(makeHeader());
  m_rows->addWidget(makeCards());
  m_rows->addWidget(makeExamples());
  m_rows->addWidget(makeLastRow());
  m_rows->addStretch(1);

  auto* inside = new QWidget(this);
  auto* across = new QHBoxLayout(inside);
  across->setContentsMargins(0, 0, 0, 0);
  across->addStretch(1);
  across->addWidget(m_column, 10'000); // all the room up to its maximum, the stretches share the rest
  across->addStretch(1);
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus); // the tab key goes from button to button
  scroll->setWidget(inside);
  setFillRole(scroll->viewport(), ColorRole::Panel);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(0);
  auto* line = new QWidget(this); // under the menu bar
  line->setFixedHeight(1);
  setFillRole(line, ColorRole::Line);
  all->addWidget(line);
  all->addWidget(scroll, 1);
  all->addWidget(new WelcomeStrip(this));

  connect(&ThemeManager::ofApplication(), &ThemeManager::changed, this, [this] {
    applySizes();
    showTheme();
  });
  applySizes();
  retranslate();
}

QWidget* WelcomePage::makeHeader() {
  auto* header = new QWidget(m_column);
  m_header = new QHBoxLayout(header);
  m_logo = new QLabel(header);
  m_title = makeLabel(header, FontRole::H1, ColorRole::Text);
  m_subtitle = makeLabel(header, FontRole::Normal, ColorRole::Text2);
  m_new = new QPushButton(icon("plus", ColorRole::Text), {}, header);
  m_open = new QPushButton(icon("file", ColorRole::Text), {}, header);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  words->addWidget(m_title);
  words->addWidget(m_subtitle);
  m_header->addWidget(m_logo);
  m_header->addLayout(words, 1);
  for (QPushButton* button : {m_new, m_open}) {
    button->setProperty("tall", true);
    button->setAutoDefault(true); // Enter presses it, as Space does
    m_header->addWidget(button);
  }
  connect(m_new, &QPushButton::clicked, this, &WelcomePage::newRequested);
  connect(m_open, &QPushButton::clicked, this, &WelcomePage::openRequested);
  return header;
}

QWidget* WelcomePage::makeCards() {
  m_cards = new QWidget(m_column);
  auto* row = new QHBoxLayout(m_cards);

  const auto makeButton = [this](WelcomeCard* card, const char* iconName) {
    auto* button = new QPushButton(icon(iconName, ColorRole::OnAccent), {}, card);
    button->setProperty("primary", true);
    button->setAutoDefault(true);
    card->setMain(button);
    return button;
  };

  m_continueCard = new WelcomeCard(m_cards);
  m_continueCard->setObjectName(QStringLiteral("continue"));
  m_picture = onCard(new QLabel(m_continueCard));
  m_continueHead = onCard(makeLabel(m_continueCard, FontRole::Hint, ColorRole::Text3));
  m_project = onCard(new ElidedLabel(m_continueCard));
  m_project->setLook(FontRole::CardTitle, ColorRole::Text);
  m_project->setElideMode(Qt::ElideMiddle);
  m_folder = onCard(new ElidedLabel(m_continueCard));
  m_folder->setLook(FontRole::Normal, ColorRole::Text2);
  m_folder->setElideMode(Qt::ElideMiddle);
  m_edited = onCard(makeLabel(m_continueCard, FontRole::Hint, ColorRole::Text3));
  m_continue = makeButton(m_continueCard, "play");
  auto* left = new QHBoxLayout(m_continueCard);
  auto* words = new QVBoxLayout;
  words->setSpacing(0);
  for (QWidget* line : std::initializer_list<QWidget*>{m_continueHead, m_project, m_folder, m_edited}) words->addWidget(line);
  words->addStretch(1);
  words->addWidget(m_continue, 0, Qt::AlignLeft);
  left->addWidget(m_picture);
  left->addLayout(words, 1);

  m_lessonCard = new WelcomeCard(m_cards);
  m_lessonCard->setObjectName(QStringLiteral("lessons"));
  m_lessonHead = onCard(makeLabel(m_lessonCard, FontRole::Hint, ColorRole::Text3));
  m_lessonsDone = onCard(makeLabel(m_lessonCard, FontRole::Hint, ColorRole::Text3));
  m_lesson = onCard(new ElidedLabel(m_lessonCard));
  m_lesson->setLook(FontRole::CardTitle, ColorRole::Text);
  m_minutes = onCard(makeLabel(m_lessonCard, FontRole::Normal, ColorRole::Text2));
  m_pills = onCard(new LessonPills(m_lessonCard));
  m_begin = makeButton(m_lessonCard, "book");
  auto* column = new QVBoxLayout(m_lessonCard);
  column->setSpacing(0);
  auto* head = new QHBoxLayout;
  head->addWidget(m_lessonHead, 1);
  head->addWidget(m_lessonsDone);
  column->addLayout(head);
  column->addWidget(m_lesson);
  column->addWidget(m_minutes);
  column->addStretch(1);
  column->addWidget(m_pills);
  column->addStretch(1);
  column->addWidget(m_begin, 0, Qt::AlignLeft);

  row->addWidget(m_continueCard, 1);
  row->addWidget(m_lessonCard, 1);
  connect(m_continue, &QPushButton::clicked, this, [this] { emit continueRequested(m_content.lastPath); });
  connect(m_begin, &QPushButton::clicked, this, [this] {
    if (m_content.lesson) emit lessonRequested(m_content.lesson->id);
  });
  return m_cards;
}

QWidget* WelcomePage::makeExamples() {
  auto* part = new QWidget(m_column);
  auto* column = new QVBoxLayout(part);
  auto* head = new QHBoxLayout;
  m_examplesHead = makeLabel(part, FontRole::CardTitle, ColorRole::Text);
  m_examplesHint = makeLabel(part, FontRole::Hint, ColorRole::Text3);
  head->addWidget(m_examplesHead, 1);
  head->addWidget(m_examplesHint);
  m_allExamples = new QPushButton(part);
  m_allExamples->setObjectName(QStringLiteral("examples"));
  m_allExamples->setProperty("flat", true);
  m_allExamples->setAutoDefault(true);
  head->addWidget(m_allExamples);
  column->addLayout(head);
  m_grid = new ExampleGrid(part);
  for (const TemplateDef* def : examplesInOrder()) {
    const QString name = QString::fromStdString(def->name);
    auto* card = new ExampleCard(name, m_grid);
    connect(card, &QAbstractButton::clicked, this, [this, name] { emit templateRequested(name); });
    m_grid->add(card);
    m_examples.emplace_back(def, card);
  }
  m_allExamples->setVisible(m_examples.size() > kFeatured.size());
  connect(m_allExamples, &QPushButton::clicked, this, [this] {
    m_unfolded = !m_unfolded;
    showExamples();
  });
  column->addWidget(m_grid);
  m_examplesPart = column;
  return part;
}

QWidget* WelcomePage::makeLastRow() {
  auto* row = new QWidget(m_column);
  auto* across = new QHBoxLayout(row);
  across->setContentsMargins(0, 0, 0, 0);
  m_data = new QPushButton(icon("table", ColorRole::Text), {}, row);
  m_data->setProperty("tall", true);
  m_data->setAutoDefault(true);
  m_languageName = makeLabel(row, FontRole::Normal, ColorRole::Text2);
  m_language = new QComboBox(row);
  // A language is written in itself, so that whoever cannot read the page finds it.
  m_language->addItem(QStringLiteral("English"), LanguageSwitch::code(LanguageSwitch::Tongue::English));
  m_language->addItem(QString::fromUtf8("中文"), LanguageSwitch::code(LanguageSwitch::Tongue::Chinese));
  m_themeName = makeLabel(row, FontRole::Normal, ColorRole::Text2);
  m_theme = new QComboBox(row);
  for (QComboBox* box : {m_language, m_theme}) box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_languageName->setBuddy(m_language);
  m_themeName->setBuddy(m_theme);
  across->addWidget(m_data);
  across->addStretch(1);
  across->addWidget(m_languageName);
  across->addWidget(m_language);
  across->addSpacing(theme().px(16));
  across->addWidget(m_themeName);
  across->addWidget(m_theme);
  connect(m_data, &QPushButton::clicked, this, &WelcomePage::openDataRequested);
  connect(m_language, &QComboBox::activated, this, [this] { emit languageChosen(m_language->currentData().toString()); });
  connect(m_theme, &QComboBox::activated, this, [this] { emit themeChosen(static_cast<ThemeChoice>(m_theme->currentData().toInt())); });
  return row;
}

void WelcomePage::setContent(const WelcomeContent& content) {
  m_content = content;
  showContinue();
  showLesson();
  applySizes();
}

QWidget* WelcomePage::lessonCard() const { return m_lessonCard; }

void WelcomePage::setLanguage(const QString& code) { m_language->setCurrentIndex(std::max(0, m_language->findData(code))); }

void WelcomePage::retranslate() {
  setAccessibleName(tr("Welcome"));
  m_title->setText(QStringLiteral("Glassbox"));
  m_subtitle->setText(tr("Build a network, train it, and look inside."));
  m_new->setText(tr("New network"));
  m_open->setText(tr("Open…"));
  m_continueHead->setText(tr("Continue"));
  m_continue->setText(tr("Continue", "button"));
  m_lessonHead->setText(tr("Lessons"));
  m_examplesHead->setText(tr("Examples"));
  m_examplesHint->setText(tr("One click builds the network and starts training"));
  for (const auto& [def, card] : m_examples) {
    const Result<NetworkSpec> spec = parseLine(def->line);
    QString line;
    if (spec) {
      const Analysis network = analyse(*spec);
      // One weight and one bias are the line of school mathematics: input, dense layer, loss and nothing between.
      const bool straightLine = network.parameters == 2 && spec->nodes.size() == 3 && spec->nodes.back().key == "mse";
      line =
          tr("%1 · %2 parameters").arg(straightLine ? QStringLiteral("y = wx + b") : sizesText(network), formatInteger(network.parameters));
    }
    card->setContent({translated(def->title), line, translated(def->help), tr("Train")});
  }
  showExamples();
  m_data->setText(tr("Your own data: tables, texts, pictures"));
  m_languageName->setText(tr("Language"));
  m_language->setAccessibleName(tr("Language"));
  m_themeName->setText(tr("Theme"));
  m_theme->setAccessibleName(tr("Theme"));
  showContinue();
  showLesson();
  showTheme();
}

void WelcomePage::showContinue() {
  const bool any = !m_content.lastPath.isEmpty();
  m_continueCard->setVisible(any);
  m_cards->setVisible(any || m_content.lesson);
  if (!any) return;
  const QFileInfo file(m_content.lastPath);
  m_project->setContent(m_content.lastProject.isEmpty() ? file.completeBaseName() : m_content.lastProject);
  QString folder = QDir::cleanPath(file.path());
  if (const QString home = QDir::homePath(); folder == home || folder.startsWith(home + QLatin1Char('/')))
    folder.replace(0, home.size(), QLatin1Char('~'));
  m_folder->setContent(QDir::toNativeSeparators(folder));
  // Written as numbers only: the same in every language.
  const QDateTime edited = m_content.lastEdited.toLocalTime();
  const QString time = edited.toString(QStringLiteral("HH:mm"));
  const qint64 daysAgo = edited.isValid() ? edited.date().daysTo(QDate::currentDate()) : -1;
  m_edited->setText(!edited.isValid() ? QString()
                    : daysAgo == 0    ? tr("Edited today, %1").arg(time)
                    : daysAgo == 1    ? tr("Edited yesterday, %1").arg(time)
                                      : tr("Edited on %1").arg(edited.toString(QStringLiteral("yyyy-MM-dd"))));
  m_continue->setAccessibleName(tr("Continue with %1").arg(m_project->text()));
  m_continueCard->setToolTip(QDir::toNativeSeparators(m_content.lastPath).toHtmlEscaped());
}

void WelcomePage::showLesson() {
  m_lessonCard->setVisible(m_content.lesson.has_value());
  m_cards->setVisible(!m_content.lastPath.isEmpty() || m_content.lesson);
  if (!m_content.lesson) return;
  const WelcomeContent::LessonCard& lesson = *m_content.lesson;
  m_lesson->setContent(QStringLiteral("%1 · %2").arg(lesson.number).arg(lesson.title));
  m_minutes->setText(lesson.minutes > 0 ? tr("About %1 minutes").arg(lesson.minutes) : QString());
  m_lessonsDone->setText(tr("%1 of %2 done").arg(lesson.done).arg(lesson.total));
  m_pills->setContent(lesson.done, lesson.total);
  m_pills->setAccessibleName(m_lessonsDone->text());
  m_begin->setText(lesson.done > 0 ? tr("Go on") : tr("Begin"));
  m_begin->setAccessibleName(tr("%1: lesson %2").arg(m_begin->text(), m_lesson->text()));
}

void WelcomePage::showExamples() {
  m_grid->setShown(m_unfolded ? m_examples.size() : kFeatured.size());
  m_allExamples->setText(m_unfolded ? tr("Fewer examples") : tr("All %1 examples").arg(m_examples.size()));
  m_allExamples->setIcon(icon(m_unfolded ? "up" : "down"));
}

/// The row is short: of high contrast stands here only what is chosen; the settings have all.
void WelcomePage::showTheme() {
  const ThemeChoice now = ThemeManager::ofApplication().choice();
  m_theme->clear();
  for (std::size_t i = 0; i < kThemeChoices.size(); ++i)
    if (i < kOrdinaryThemes || kThemeChoices[i] == now) m_theme->addItem(nameOf(kThemeChoices[i]), static_cast<int>(kThemeChoices[i]));
  m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(now)));
}

void WelcomePage::applySizes() {
  const Theme& t = theme();
  m_column->setMaximumWidth(t.px(kColumn) + 2 * t.px(kSide));
  m_rows->setContentsMargins(t.px(kSide), t.px(kSide), t.px(kSide), t.px(24));
  m_header->setSpacing(t.px(16));
  // The gap below a part is its own, so that it goes with a part that is hidden.
  m_header->setContentsMargins(0, 0, 0, t.px(32));
  m_cards->layout()->setContentsMargins(0, 0, 0, t.px(28) - WelcomeCard::kShadow);
  m_cards->layout()->setSpacing(t.px(16));
  for (WelcomeCard* card : {m_continueCard, m_lessonCard})
    card->layout()->setContentsMargins(t.px(16), t.px(16), t.px(16), t.px(16) + WelcomeCard::kShadow);
  m_continueCard->layout()->setSpacing(t.px(20));
  m_examplesPart->setContentsMargins(0, 0, 0, t.px(28));
  m_examplesPart->setSpacing(t.px(4)); // the button in the heading brings air of its own
  m_logo->setFixedSize(t.px(48), t.px(48));
  m_logo->setPixmap(logoPixmap(t.px(48), devicePixelRatioF()));
  for (WelcomeCard* card : {m_continueCard, m_lessonCard}) card->setFixedHeight(t.px(kTopCardHeight) + WelcomeCard::kShadow);
  m_picture->setFixedSize(t.px(kEmblem), t.px(kEmblem));
  m_picture->setPixmap(rounded(examplePicture(m_content.lastProject, m_picture->size(), devicePixelRatioF()), t.px(4)));
  m_language->setMinimumWidth(t.px(120));
  m_theme->setMinimumWidth(t.px(148));
}

void WelcomePage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void WelcomePage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  applySizes();   // the screen, and with it the density of its pixels, is known now
  showContinue(); // "today" may have passed
  showTheme();    // may have been chosen elsewhere
}

} // namespace glassbox
