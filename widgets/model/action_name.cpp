#include "widgets/model/action_name.h"

#include "widgets/model/language.h"

#include <QAction>

namespace glassbox {
namespace {

constexpr const char* kName = "glassbox_name"; // property

struct Filled {
  const ChineseWords& words;
  QString operator()(const std::string& text) const { return QString::fromStdString(text); }
  QString operator()(std::int64_t number) const { return QString::number(number); }
  QString operator()(double number) const { return QString::number(number); }
  QString operator()(const std::vector<Text>& nested) const { return nested.empty() ? QString() : words.of(nested.front()); }
};

} // namespace

void nameAction(QAction* action, const Text& name) {
  action->setText(translated(name));
  action->setProperty(kName, QVariant::fromValue(name));
}

Text nameOf(const QAction* action) {
  const QVariant name = action->property(kName);
  return name.isValid() ? name.value<Text>() : Text{"", "%1", {}}.arg(action->text().toStdString());
}

ChineseWords::ChineseWords() {
  // Without the file the words stay English: that is what the screen shows then, too.
  (void)m_words.load(QStringLiteral(":/i18n/glassbox_%1.qm").arg(LanguageSwitch::code(LanguageSwitch::Tongue::Chinese)));
}

QString ChineseWords::of(const Text& text) const {
  const QString known = m_words.translate(text.context, text.source);
  const QString pattern = known.isEmpty() ? QString::fromUtf8(text.source) : known;
  std::vector<std::string> args;
  for (const TextArg& arg : text.args) args.push_back(std::visit(Filled{*this}, arg.value).toStdString());
  return QString::fromStdString(fillPlaces(pattern.toStdString(), args));
}

} // namespace glassbox
