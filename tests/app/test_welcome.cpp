// The welcome page: a card for each template that starts it, texts that follow the language, nothing cut off.
#include "app/example_picture.h"
#include "app/welcome_page.h"
#include "app/welcome_parts.h"
#include "engine/io/templates.h"
#include "widgets/common/elided_label.h"
#include "widgets/common/number_format.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace glassbox;

namespace {

/// Every text of the page and of the engine in brackets and a third longer: what stays plain was not translated.
class LongWords : public QTranslator {
 public:
  bool isEmpty() const override { return false; }
  QString translate(const char* context, const char* source, const char*, int) const override {
    const QString from = QString::fromLatin1(context);
    if (!from.startsWith(QLatin1String("glassbox::Welcome")) && from != QLatin1String("engine") && from != QLatin1String("ThemeChoices")) return {};
    const QString text = QString::fromUtf8(source);
    return QStringLiteral("[%1%2]").arg(text, QString(text.size() * 3 / 10, QLatin1Char('~')));
  }
};

WelcomeContent fullContent() {
  WelcomeContent content;
  content.lastProject = "my spirals";
  content.lastPath = QDir::homePath() + "/lab/spirals.glassbox";
  content.lastEdited = QDateTime(QDate::currentDate(), QTime(10, 42));
  content.lesson = WelcomeContent::LessonCard{"a-line", "A line that learns", 1, 20, 0, 24};
  return content;
}

QAbstractButton* cardOf(const QWidget& page, const std::string& name) {
  return page.findChild<QAbstractButton*>(QStringLiteral("example:") + QString::fromStdString(name));
}

QList<QAbstractButton*> cardsOf(const QWidget& page) { return page.findChildren<QAbstractButton*>(QRegularExpression("^example:")); }

QPushButton* buttonOf(const QWidget& page, const QString& text) {
  for (QPushButton* button : page.findChildren<QPushButton*>())
    if (button->text() == text) return button;
  return nullptr;
}

/// Shows the page, scrolled so that `widget` can be clicked.
void showAt(WelcomePage& page, QSize size, QWidget* widget = nullptr) {
  page.resize(size);
  page.show();
  QVERIFY(QTest::qWaitForWindowActive(&page));
  if (widget) page.findChild<QScrollArea*>()->ensureWidgetVisible(widget);
}

QPushButton* foldButton(const QWidget& page) { return page.findChild<QPushButton*>("examples"); }

/// Shows the examples that are not featured too.
void unfold(const QWidget& page) { foldButton(page)->click(); }

QStringList shownCards(const QWidget& page) {
  QStringList names;
  for (const QAbstractButton* card : cardsOf(page))
    if (card->isVisible()) names << card->objectName().mid(8);
  return names;
}

/// What of the page cannot be read: shortened or too narrow texts, and cards beyond the edge.
QStringList cutTexts(const WelcomePage& page) {
  QStringList cut;
  for (const ElidedLabel* label : page.findChildren<ElidedLabel*>())
    if (label->isVisible() && label->isElided()) cut << "shortened: " + label->text();
  for (const QLabel* label : page.findChildren<QLabel*>())
    if (label->isVisible() && !label->text().isEmpty() &&
        (label->width() < label->sizeHint().width() || label->height() < label->sizeHint().height()))
      cut << QString("label %1x%2 for \"%3\" that needs %4x%5")
                 .arg(label->width())
                 .arg(label->height())
                 .arg(label->text())
                 .arg(label->sizeHint().width())
                 .arg(label->sizeHint().height());
  for (const QPushButton* button : page.findChildren<QPushButton*>())
    if (button->isVisible() && button->width() < button->sizeHint().width()) cut << "button: " + button->text();
  for (const QComboBox* box : page.findChildren<QComboBox*>())
    if (box->width() < box->sizeHint().width())
      cut << QString("box %1: %2 wide, needs %3").arg(box->accessibleName()).arg(box->width()).arg(box->sizeHint().width());
  const auto* scroll = page.findChild<QScrollArea*>();
  if (scroll->horizontalScrollBar()->maximum() > 0)
    cut << QString("the page is %1 px too wide").arg(scroll->horizontalScrollBar()->maximum());
  for (const QAbstractButton* card : cardsOf(page))
    if (!scroll->widget()->rect().contains(QRect(card->mapTo(scroll->widget(), QPoint()), card->size())))
      cut << "outside the page: " + card->accessibleName();
  return cut;
}

} // namespace

class TestWelcome : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    ThemeManager::ofApplication().dress(*qApp);
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
  }
  void cleanup() {
    ThemeManager::ofApplication().setTextSize(TextSize::Normal);
    ThemeManager::ofApplication().setTextPercent(100);
  }

  void thereIsOneCardForEachTemplate() {
    const WelcomePage page;
    QCOMPARE(cardsOf(page).size(), static_cast<qsizetype>(allTemplates().size()));
    for (const TemplateDef& def : allTemplates()) {
      const QAbstractButton* card = cardOf(page, def.name);
      QVERIFY2(card, def.name.c_str());
      QCOMPARE(card->accessibleName(), QString::fromStdString(english(def.title)));
      QVERIFY2(card->accessibleDescription().contains(QString::fromStdString(english(def.help))), def.name.c_str());
      QVERIFY2(hasExamplePicture(QString::fromStdString(def.name)),
               qPrintable(QString::fromStdString(def.name) + " has no picture of its own"));
    }
  }

  void aCardSaysHowLargeTheNetworkIs_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("line");
    const QString thin(kThinSpace);
    QTest::newRow("a line") << "linear-regression"
                            << "y = wx + b · 2 parameters";
    QTest::newRow("4(2+1) + 1(4+1)") << "xor"
                                     << "2-4-1 · 17 parameters";
    QTest::newRow("10(784+1)") << "mnist-softmax"
                               << "784-10 · 7" + thin + "850 parameters";
    QTest::newRow("dropout has no size") << "mnist-mlp-128"
                                         << "784-128-10 · 101" + thin + "770 parameters"; // 128 * 785 + 10 * 129
    QTest::newRow("two hidden layers") << "mnist-mlp-128-64"
                                       << "784-128-64-10 · 109" + thin + "386 parameters"; // + 64 * 129 + 10 * 65
    QTest::newRow("a picture and its classes") << "lenet-32"
                                               << "3×32×32 → 10 · 62" + thin + "006 parameters"; // 456 + 2416 + 48120 + 10164 + 850
    QTest::newRow("more sizes than there is room for") << "autoencoder"
                                                       << "784 → 16 → 784 · 205" + thin + "856 parameters"; // 128(785 + 17) + 16 * 129 + 784 * 129
    QTest::newRow("tokens and the scores of each") << "gpt-sums"
                                                   << "8 → 8×12 · 102" + thin + "156 parameters";
    QTest::newRow("a sequence and its answer") << "rnn-echo"
                                               << "11×1 → 1 · 321 parameters"; // 16(1+16) + 2 * 16 + 16 + 1
  }
  void aCardSaysHowLargeTheNetworkIs() {
    QFETCH(QString, name);
    QFETCH(QString, line);
    const WelcomePage page;
    QStringList texts;
    for (const ElidedLabel* label : cardOf(page, name.toStdString())->findChildren<ElidedLabel*>()) texts << label->text();
    QVERIFY2(texts.contains(line), qPrintable(texts.join(" | ")));
  }

  void everyPictureIsDrawnInBothThemes() {
    QList<QImage> seen;
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
      ThemeManager::ofApplication().setChoice(choice);
      for (const TemplateDef& def : allTemplates()) {
        const QImage picture = examplePicture(QString::fromStdString(def.name), QSize(256, 95), 2).toImage();
        QCOMPARE(picture.size(), QSize(512, 190));
        QVERIFY2(!seen.contains(picture), def.name.c_str());
        seen << picture;
      }
    }
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
    QCOMPARE(examplePicture("nothing of that name", QSize(256, 95), 1).toImage(), examplePicture("", QSize(256, 95), 1).toImage());
  }

  void aClickAnywhereOnACardAsksForItsTemplate() {
    WelcomePage page;
    page.setContent(fullContent());
    unfold(page);
    QSignalSpy asked(&page, &WelcomePage::templateRequested);
    for (const TemplateDef& def : allTemplates()) {
      QAbstractButton* card = cardOf(page, def.name);
      showAt(page, {1024, 719}, card);
      // On the window, so that what lies over the card gets the click: title, line and the Train button.
      for (const QPoint at : {card->rect().center(), card->rect().bottomLeft() + QPoint(20, -30), QPoint(card->width() - 30, 75)}) {
        QTest::mouseClick(page.window()->windowHandle(), Qt::LeftButton, {}, card->mapTo(page.window(), at));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.takeFirst().front().toString(), QString::fromStdString(def.name));
      }
    }
  }

  void theKeyboardAsksForATemplate_data() {
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << int(Qt::Key_Enter);
    QTest::newRow("Return") << int(Qt::Key_Return);
    QTest::newRow("Space") << int(Qt::Key_Space);
  }
  void theKeyboardAsksForATemplate() {
    QFETCH(int, key);
    WelcomePage page;
    unfold(page);
    QSignalSpy asked(&page, &WelcomePage::templateRequested);
    for (const TemplateDef& def : allTemplates()) {
      showAt(page, {1280, 751});
      cardOf(page, def.name)->setFocus(Qt::TabFocusReason);
      QTest::keyClick(page.window()->windowHandle(), static_cast<Qt::Key>(key));
      QCOMPARE(asked.size(), 1);
      QCOMPARE(asked.takeFirst().front().toString(), QString::fromStdString(def.name));
    }
  }

  void spaceOnACardIsNotTheWindowsShortcut() {
    WelcomePage page;
    QAction run(&page);
    run.setShortcut(QKeySequence(Qt::Key_Space));
    page.addAction(&run);
    QSignalSpy ran(&run, &QAction::triggered), asked(&page, &WelcomePage::templateRequested);
    showAt(page, {1280, 751});
    cardOf(page, "xor")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(page.window()->windowHandle(), Qt::Key_Space);
    QCOMPARE(ran.size(), 0);
    QCOMPARE(asked.size(), 1);
  }

  void tabReachesEveryControl() {
    WelcomePage page;
    page.setContent(fullContent());
    unfold(page);
    showAt(page, {1280, 751});
    QSet<QWidget*> reached;
    for (int i = 0; i < 40; ++i) {
      QTest::keyClick(page.window()->windowHandle(), Qt::Key_Tab);
      if (QApplication::focusWidget()) reached << QApplication::focusWidget();
    }
    QStringList missed;
    for (QPushButton* button : page.findChildren<QPushButton*>())
      if (button->focusPolicy() != Qt::NoFocus && !reached.contains(button)) missed << button->text();
    for (QAbstractButton* card : cardsOf(page))
      if (!reached.contains(card)) missed << card->accessibleName();
    for (QComboBox* box : page.findChildren<QComboBox*>())
      if (!reached.contains(box)) missed << box->accessibleName();
    QCOMPARE(missed.join(", "), QString());
    for (const QWidget* widget : reached)
      if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        QVERIFY(!button->accessibleName().isEmpty() || !button->text().isEmpty());
  }

  void arrowsWalkFromCardToCard() {
    WelcomePage page;
    showAt(page, {1280, 751}); // four to a row: xor stands second in the first one
    QStringList names = shownCards(page);
    cardOf(page, "xor")->setFocus(Qt::TabFocusReason);
    const auto press = [&](Qt::Key key) {
      QTest::keyClick(page.window()->windowHandle(), key);
      return QApplication::focusWidget()->objectName();
    };
    QCOMPARE(press(Qt::Key_Left), "example:linear-regression");
    QCOMPARE(press(Qt::Key_Right), "example:xor");
    QCOMPARE(press(Qt::Key_Down), "example:" + names[5]);
    QCOMPARE(press(Qt::Key_Down), "example:" + names[5]); // what is folded away has no focus
    QCOMPARE(press(Qt::Key_Up), "example:xor");
    QCOMPARE(press(Qt::Key_Up), "example:xor");
  }

  void eightAreFeaturedAndAButtonUnfoldsTheOthers() {
    WelcomePage page;
    showAt(page, {1280, 751});
    QCOMPARE(shownCards(page).size(), 8);
    QCOMPARE(shownCards(page).mid(0, 3), QStringList({"linear-regression", "xor", "mnist-mlp-128-64"}));
    const int folded = page.findChild<QScrollArea*>()->widget()->sizeHint().height();
    QPushButton* button = foldButton(page);
    QVERIFY(button && button->focusPolicy() & Qt::TabFocus);
    QCOMPARE(button->text(), QStringLiteral("All %1 examples").arg(allTemplates().size()));
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(page.window()->windowHandle(), Qt::Key_Space);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(shownCards(page).size(), static_cast<qsizetype>(allTemplates().size()));
    QCOMPARE(button->text(), QStringLiteral("Fewer examples"));
    QVERIFY(page.findChild<QScrollArea*>()->widget()->sizeHint().height() > folded);
    QCOMPARE(cutTexts(page).join(", "), QString());
    QTest::keyClick(page.window()->windowHandle(), Qt::Key_Return);
    QCOMPARE(shownCards(page).size(), 8);
  }

  void trainIsShownOnlyOnTheCardThatHasTheKeyboard() {
    WelcomePage page;
    showAt(page, {1280, 751});
    const QPushButton* train = cardOf(page, "xor")->findChild<QPushButton*>();
    QVERIFY(!train->isVisible());
    cardOf(page, "xor")->setFocus(Qt::TabFocusReason);
    QVERIFY(train->isVisible());
    cardOf(page, "rnn-echo")->setFocus(Qt::TabFocusReason);
    QVERIFY(!train->isVisible());
  }

  void theOtherButtonsSayWhatTheyAre() {
    WelcomePage page;
    page.setContent(fullContent());
    showAt(page, {1280, 751});
    QSignalSpy made(&page, &WelcomePage::newRequested), opened(&page, &WelcomePage::openRequested),
        data(&page, &WelcomePage::openDataRequested);
    QSignalSpy went(&page, &WelcomePage::continueRequested), lesson(&page, &WelcomePage::lessonRequested);
    for (const char* text : {"New network", "Open…", "Your own data: tables, texts, pictures", "Continue", "Begin"}) {
      QPushButton* button = buttonOf(page, QString::fromUtf8(text));
      QVERIFY2(button, text);
      button->click();
    }
    QCOMPARE(made.size(), 1);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(data.size(), 1);
    QCOMPARE(went.size(), 1);
    QCOMPARE(went.front().front().toString(), fullContent().lastPath);
    QCOMPARE(lesson.size(), 1);
    QCOMPARE(lesson.front().front().toString(), "a-line");
    QTest::mouseClick(page.findChild<QWidget*>("continue"), Qt::LeftButton, {}, QPoint(300, 20)); // the whole card is the button
    QTest::mouseClick(page.findChild<QWidget*>("lessons"), Qt::LeftButton, {}, QPoint(300, 20));
    QCOMPARE(went.size(), 2);
    QCOMPARE(lesson.size(), 2);
  }

  void languageAndThemeAreChosenByTheUserOnly() {
    WelcomePage page;
    showAt(page, {1280, 751});
    QSignalSpy language(&page, &WelcomePage::languageChosen), look(&page, &WelcomePage::themeChosen);
    const auto boxes = page.findChildren<QComboBox*>();
    QCOMPARE(boxes.size(), 2);
    page.setLanguage("zh_CN");
    QCOMPARE(boxes[0]->currentText(), QString::fromUtf8("中文"));
    QCOMPARE(boxes[1]->currentIndex(), 1); // light, as initTestCase chose
    ThemeManager::ofApplication().setChoice(ThemeChoice::Dark);
    QCOMPARE(boxes[1]->currentIndex(), 2);
    QCOMPARE(language.size() + look.size(), 0);
    QTest::keyClick(boxes[0], Qt::Key_Up);
    QCOMPARE(language.size(), 1);
    QCOMPARE(language.front().front().toString(), "en");
    QTest::keyClick(boxes[1], Qt::Key_Up);
    QCOMPARE(look.size(), 1);
    QCOMPARE(look.front().front().value<ThemeChoice>(), ThemeChoice::Light);
    ThemeManager::ofApplication().setChoice(ThemeChoice::Light);
  }

  void cardsWithoutContentAreNotThere() {
    WelcomePage page;
    showAt(page, {1280, 751});
    const QWidget* last = page.findChild<QWidget*>("continue");
    const QWidget* lessons = page.findChild<QWidget*>("lessons");
    QVERIFY(!last->isVisible() && !lessons->isVisible());
    WelcomeContent content = fullContent();
    page.setContent(content);
    QCoreApplication::sendPostedEvents();
    QVERIFY(last->isVisible() && lessons->isVisible());
    QCOMPARE(lessons->width(), (1120 - 16) / 2);
    content.lastPath.clear();
    page.setContent(content);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!last->isVisible());
    QCOMPARE(lessons->width(), 1120);
  }

  void aChangeOfLanguageChangesEveryText() {
    WelcomePage page;
    page.setContent(fullContent());
    showAt(page, {1280, 751});
    LongWords words;
    QVERIFY(QCoreApplication::installTranslator(&words));
    QCoreApplication::sendPostedEvents(); // LanguageChange
    QStringList plain;
    const auto check = [&plain](const QString& text) {
      if (!text.isEmpty() && !text.startsWith('[') && !text.startsWith("10 · ")) plain << text;
    };
    for (const QAbstractButton* card : cardsOf(page)) check(card->accessibleName());
    for (const QPushButton* button : page.findChildren<QPushButton*>()) check(button->text());
    for (const QLabel* label : page.findChildren<QLabel*>()) check(label->text());
    for (const ElidedLabel* label : page.findChildren<ElidedLabel*>()) check(label->text());
    for (int i = 0; i < 3; ++i) check(page.findChildren<QComboBox*>()[1]->itemText(i));
    const QStringList names{"Glassbox", "my spirals", QDir::toNativeSeparators("~/lab"), "1 · A line that learns"};
    for (const QString& name : names) plain.removeAll(name);
    QCoreApplication::removeTranslator(&words);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(plain.join(", "), QString());
    QVERIFY(buttonOf(page, "New network"));
  }

  void theStripAtTheBottomIsHiddenInAPresentation() {
    WelcomePage page;
    page.setContent(fullContent());
    showAt(page, {1280, 776});
    const auto* strip = page.findChild<WelcomeStrip*>();
    QCOMPARE(strip->geometry(), QRect(0, 752, 1280, 24));
    QStringList words;
    for (const QLabel* label : strip->findChildren<QLabel*>()) words << label->text();
    QCOMPARE(words, QStringList({"Works offline. Nothing leaves this computer.", QStringLiteral("Ctrl+N new · Ctrl+O open")}));
    ThemeManager::ofApplication().setTextSize(TextSize::Presentation);
    QVERIFY(!strip->isVisible());
    ThemeManager::ofApplication().setTextSize(TextSize::Normal);
    QVERIFY(strip->isVisible());
  }

  void nothingIsCutOff_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<TextSize>("text");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("longer");
    QTest::newRow("1280x800") << QSize(1280, 751) << TextSize::Normal << 100 << false;
    QTest::newRow("1024x768") << QSize(1024, 719) << TextSize::Normal << 100 << false;
    QTest::newRow("1024x768 in a language with longer words") << QSize(1024, 719) << TextSize::Normal << 100 << true;
    QTest::newRow("1024x768, large type") << QSize(1024, 719) << TextSize::Normal << kLargeTextPercent << false;
    QTest::newRow("1280x800, presentation") << QSize(1280, 751) << TextSize::Presentation << 100 << false;
    QTest::newRow("1920x1080") << QSize(1920, 1031) << TextSize::Normal << 100 << false;
  }
  void nothingIsCutOff() {
    QFETCH(QSize, size);
    QFETCH(TextSize, text);
    QFETCH(int, percent);
    QFETCH(bool, longer);
    LongWords words;
    if (longer) QVERIFY(QCoreApplication::installTranslator(&words));
    ThemeManager::ofApplication().setTextSize(text);
    ThemeManager::ofApplication().setTextPercent(percent);
    WelcomePage page;
    page.setContent(fullContent());
    unfold(page);
    showAt(page, size);
    for (const QAbstractButton* card : cardsOf(page)) const_cast<QAbstractButton*>(card)->setFocus(); // the Train button is seen
    QCoreApplication::sendPostedEvents();
    const QStringList cut = cutTexts(page);
    QCoreApplication::removeTranslator(&words);
    QCOMPARE(cut.join(", "), QString());
  }
};

QTEST_MAIN(TestWelcome)
#include "test_welcome.moc"
