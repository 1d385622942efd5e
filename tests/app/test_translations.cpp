// The Chinese texts beside the English ones: all there, same places and keys, Chinese punctuation, the glossary's words.
#include "engine/lesson/glossary.h"
#include "ts_file.h"
#include "widgets/model/language.h"

#include <QRegularExpression>
#include <QTest>

using namespace glassbox;
using namespace glassbox::test;

namespace {

/// English sources whose glossary words are not prose, with the reason; keys and values of files stay as they are typed.
const QStringList kTermExceptions{
    "--log is \"%1\"; it must be steps or epochs.",                                                // values of an option
    "The target \"%1\" has %2 different whole numbers and is taken as classes; set task to regression to predict a number.", // a value of a file
    "There is no action \"%1\"; known are set, set_weight, network, run, reset, answer, sweep, fill.",          // keys of a lesson
};
/// English sources that end in a full stop because they are cut short.
const QStringList kAbbreviations{"valid."};

QStringList placesOf(const QString& text) {
  static const QRegularExpression place(QStringLiteral("%(?:n|L?\\d+)"));
  QStringList places;
  for (auto it = place.globalMatch(text); it.hasNext();) places << it.next().captured();
  places.sort();
  places.removeDuplicates(); // a name may be said twice
  return places;
}

int acceleratorsOf(const QString& text) {
  static const QRegularExpression key(QStringLiteral("&(?![&\\s])(?!#?\\w+;)"));
  QString once = text;
  return static_cast<int>(once.remove(QStringLiteral("&&")).count(key));
}

/// What a text ends with, the same letter for both languages.
QChar endOf(const QString& text) {
  const QString end = text.trimmed();
  if (end.endsWith(QStringLiteral("..."))) return u'…';
  const int at = end.isEmpty() ? -1 : static_cast<int>(QStringLiteral("：。？！，；").indexOf(end.back()));
  const QChar last = end.isEmpty() ? QChar() : at >= 0 ? QStringLiteral(":.?!,;").at(at) : end.back();
  return QStringLiteral(":.?!,;…").contains(last) ? last : QChar();
}

/// The source without what is typed and not spoken: `code`, --options, dense1.weight[0,0].
QString proseOf(QString source) {
  static const QRegularExpression typed(QStringLiteral("`[^`]*`|--\\w+|\\w+\\.\\w+(?:\\[[^\\]]*\\])?"));
  return source.replace(typed, QStringLiteral(" "));
}

QStringList faultsOf(const TsMessage& message, const Glossary& glossary) {
  static const QRegularExpression half(QStringLiteral("H\\s?[,.;:?!]\\s?H|H\\s?[,;:?!](?:\\s|$)|H\\.$|H\\(|\\)H|H\"|\"H").replace(u'H', QStringLiteral("[\\x{3400}-\\x{9FFF}]")));
  QStringList faults;
  if (!message.type.isEmpty()) faults << message.type;
  for (const QString& text : message.translations) {
    if (text.trimmed().isEmpty()) faults << QStringLiteral("empty");
    if (placesOf(text) != placesOf(message.source)) faults << QStringLiteral("other places: %1").arg(placesOf(text).join(u' '));
    if (acceleratorsOf(text) != acceleratorsOf(message.source)) faults << QStringLiteral("%1 keys (&)").arg(acceleratorsOf(text));
    if (endOf(text) != endOf(message.source) && !kAbbreviations.contains(message.source)) faults << QStringLiteral("ends otherwise");
    if (const auto found = half.match(text); found.hasMatch()) faults << QStringLiteral("half-width punctuation: %1").arg(found.captured());
    if (text.contains(QStringLiteral("  "))) faults << QStringLiteral("double space");
    if (!kTermExceptions.contains(message.source))
      for (const Text& fault : checkTerms(glossary, proseOf(message.source).toStdString(), text.toLower().toStdString())) faults << translated(fault);
  }
  if (message.source.contains(QStringLiteral("  "))) faults << QStringLiteral("double space in the English text");
  return faults;
}

} // namespace

class TestTranslations : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    Result<Glossary> glossary = loadGlossary(std::filesystem::path(GLASSBOX_SOURCE_DIR) / "resources" / "glossary.json");
    QVERIFY2(glossary, glossary ? "" : english(glossary.error()).c_str());
    m_glossary = *glossary;
    for (GlossaryTerm& term : m_glossary) term.chinese = QString::fromStdString(term.chinese).toLower().toStdString();
  }

  void eachFaultIsFound_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("translation");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char* what, const char* type, const char* source, const char* translation, const char* fault) {
      QTest::newRow(what) << QString::fromUtf8(type) << QString::fromUtf8(source) << QString::fromUtf8(translation) << QString::fromUtf8(fault);
    };
    row("nothing", "", "Row %1 of %2 has no value.", "%2 第 %1 行没有值。", "");
    row("not finished", "unfinished", "Save", "保存", "unfinished");
    row("gone from the program", "vanished", "Save", "保存", "vanished");
    row("no text", "", "Save", "", "empty");
    row("a place is lost", "", "Row %1 of %2", "第 %1 行", "other places: %1");
    row("the count is lost", "", "%n issue(s)", "有问题", "other places: ");
    row("a key is lost", "", "&Save", "保存", "0 keys (&)");
    row("an ampersand is no key", "", "Save && quit", "保存 && 退出", "");
    row("a colon is lost", "", "Name:", "名称", "ends otherwise");
    row("an ellipsis is lost", "", "Open…", "打开", "ends otherwise");
    row("a full stop is lost", "", "It is saved.", "已保存", "ends otherwise");
    row("a half-width comma", "", "If so, save it", "如果是,就保存", "half-width punctuation: 是,就");
    row("a half-width stop at the end", "", "It is saved.", "已保存.", "half-width punctuation: 存.");
    row("half-width brackets", "", "Save (now)", "保存(现在)", "half-width punctuation: 存(");
    row("a decimal point is none", "", "0.5 of it", "其中的 0.5", "");
    row("a double space", "", "Save it", "保存  它", "double space");
    row("a double space in English", "", "Save  it", "保存它", "double space in the English text");
    row("another word for a term", "", "The learning rate", "学习速度", "The English page speaks of \"learning rate\"; the Chinese page never says 学习率.");
    row("a word that must not be used", "", "How good it is", "精度", "The Chinese page says 精度; the glossary's word for \"accuracy\" is 准确率.");
    row("a term in code is no prose", "", "`run --epochs 3` and dense1.weight[0,0]", "`run --epochs 3` 和 dense1.weight[0,0]", "");
  }
  void eachFaultIsFound() {
    QFETCH(QString, type);
    QFETCH(QString, source);
    QFETCH(QString, translation);
    QFETCH(QString, fault);
    QCOMPARE(faultsOf({"test", source, {}, type, {translation}}, m_glossary).join(u'|'), fault);
  }

  void theTranslationsHaveNoFault() {
    QString unread;
    const std::vector<TsMessage> messages = readTs(&unread);
    QCOMPARE(unread, QString());
    QVERIFY2(messages.size() > 1000, "the file was not read to its end");
    int count = 0;
    for (const TsMessage& message : messages)
      for (const QString& fault : faultsOf(message, m_glossary)) {
        qWarning("%s: \"%s\" - \"%s\": %s", qPrintable(message.context), qPrintable(message.source), qPrintable(message.translations.join(u'|')), qPrintable(fault));
        ++count;
      }
    QCOMPARE(count, 0);
  }

  void noMessageIsGivenTwice() {
    QSet<QString> seen;
    for (const TsMessage& message : readTs()) {
      if (!message.comment.isEmpty()) continue; // told apart by its comment
      const QString key = message.context + u'|' + message.source;
      QVERIFY2(!seen.contains(key), qPrintable(key));
      seen << key;
    }
  }

  void everyExceptionIsStillNeeded() {
    QStringList sources;
    for (const TsMessage& message : readTs()) sources << message.source;
    for (const QString& exception : kTermExceptions + kAbbreviations) QVERIFY2(sources.contains(exception), qPrintable(exception));
  }

 private:
  Glossary m_glossary;
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
