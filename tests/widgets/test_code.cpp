// The colours of Python: which words are what.
#include "widgets/code/python_tokens.h"

#include <QTest>

using namespace glassbox;

namespace {

/// "k:class n:Network", the first letter of each kind and the words.
QString read(const QString& line, const QString& open = {}) {
  QStringList out;
  for (const PythonToken& token : pythonTokens(line, open).tokens) {
    const char* const letters = "k1s#n";
    out << QChar::fromLatin1(letters[static_cast<int>(token.kind)]) + QStringLiteral(":") + line.mid(token.start, token.length);
  }
  return out.join(u' ');
}

} // namespace

class TestCode : public QObject {
  Q_OBJECT

private slots:
  void wordsAreWhatTheyAre_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("tokens");
    QTest::newRow("a class and its name") << "class Network(nn.Module):" << "k:class n:Network";
    QTest::newRow("a member") << "        self.dense1 = nn.Linear(2, 8)" << "1:2 1:8";
    QTest::newRow("a number with an exponent") << "rate = 1e-05 * .5" << "1:1e-05 1:.5";
    QTest::newRow("a comment ends the line") << "x = x  # (batch, 3) 'no string'" << "#:# (batch, 3) 'no string'";
    QTest::newRow("a number sign in a string is no comment") << "a = '#' + \"it\\\"s\"  # yes" << "s:'#' s:\"it\\\"s\" #:# yes";
    QTest::newRow("a formatted string") << "print(f'step {step + 1}')" << "s:'step {step + 1}'";
    QTest::newRow("a keyword within a name is none") << "format_in = is_not" << "";
    QTest::newRow("several keywords") << "return 1 if not x else None" << "k:return 1:1 k:if k:not k:else k:None";
  }
  void wordsAreWhatTheyAre() {
    QFETCH(QString, line);
    QFETCH(QString, tokens);
    QCOMPARE(read(line), tokens);
  }

  void aStringOfSeveralLinesGoesOnUntilItsQuotes() {
    const QString quotes = QStringLiteral("\"\"\"");
    QCOMPARE(pythonTokens(QStringLiteral("    \"\"\"Tensors by name."), {}).open, quotes);
    QCOMPARE(read(QStringLiteral("and if"), quotes), QStringLiteral("s:and if"));
    QCOMPARE(pythonTokens(QStringLiteral("and if"), quotes).open, quotes);
    QCOMPARE(read(QStringLiteral("end\"\"\" if"), quotes), QStringLiteral("s:end\"\"\" k:if"));
    QCOMPARE(pythonTokens(QStringLiteral("\"\"\"One line.\"\"\""), {}).open, QString());
  }
};

QTEST_GUILESS_MAIN(TestCode)
#include "test_code.moc"
