#include "widgets/model/language.h"

#include "widgets/common/number_format.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace glassbox {
namespace {

// "32x14x14" as the engine writes a shape; any other words stay as they are.
bool isShape(const std::string& words) {
  bool digit = false, times = false;
  for (const char c : words) {
    if (c >= '0' && c <= '9') {
      digit = true;
    } else if (c == 'x' && digit) {
      digit = false;
      times = true;
    } else {
      return false;
    }
  }
  return digit && times;
}

LanguageSwitch::Tongue& tongueInUse() {
  static LanguageSwitch::Tongue tongue = LanguageSwitch::Tongue::English;
  return tongue;
}

QString timesSign(const std::string& shape) { return QString::fromStdString(shape).replace(u'x', QChar(0x00D7)); }

struct ArgText {
  QString operator()(const std::string& words) const { return isShape(words) ? timesSign(words) : QString::fromStdString(words); }
  QString operator()(std::int64_t number) const { return formatInteger(number); }
  QString operator()(double number) const { return formatShort(number); }
  QString operator()(const std::vector<Text>& nested) const { return nested.empty() ? QString() : translated(nested.front()); }
};

} // namespace

QString translated(const Text& text) {
  if (text.empty()) return {};
  const QString pattern = QCoreApplication::translate(text.context, text.source);
  if (text.args.empty()) return pattern;
  std::vector<std::string> args;
  args.reserve(text.args.size());
  for (const TextArg& arg : text.args) args.push_back(std::visit(ArgText(), arg.value).toStdString());
  return QString::fromStdString(fillPlaces(pattern.toStdString(), args)); // all places at once: an argument may hold a %
}

QString translated(const Error& error) {
  QString out = translated(error.what);
  if (!error.place.empty()) out.prepend(QCoreApplication::translate("engine", "%1: ").arg(QString::fromStdString(error.place)));
  if (!error.hint.empty()) {
    const bool fullWidthStop = out.endsWith(QChar(0x3002)); // 。 carries its own space
    out += (fullWidthStop ? QString() : QStringLiteral(" ")) + translated(error.hint);
  }
  return out;
}

QString shapeText(const Shape& shape) { return timesSign(shape.str()); }

LanguageSwitch::Tongue LanguageSwitch::inUse() { return tongueInUse(); }

LanguageSwitch::LanguageSwitch(QObject* parent) : QObject(parent) {}

LanguageSwitch::~LanguageSwitch() {
  tongueInUse() = Tongue::English;
  QCoreApplication::removeTranslator(&m_own);
  QCoreApplication::removeTranslator(&m_qt);
}

LanguageSwitch::Tongue LanguageSwitch::ofDesktop() {
  return QLocale::system().language() == QLocale::Chinese ? Tongue::Chinese : Tongue::English;
}

QString LanguageSwitch::code(Tongue tongue) { return tongue == Tongue::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"); }

LanguageSwitch::Tongue LanguageSwitch::fromCode(const QString& code) {
  return code.startsWith(QLatin1String("zh")) ? Tongue::Chinese : Tongue::English;
}

void LanguageSwitch::use(Tongue tongue) {
  if (tongue == m_tongue) return;
  m_tongue = tongue;
  tongueInUse() = tongue;
  QCoreApplication::removeTranslator(&m_own);
  QCoreApplication::removeTranslator(&m_qt);
  if (tongue != Tongue::English) {
    const QString locale = code(tongue);
    // Qt's first, so that our own words win where both know a text.
    if (m_qt.load(QStringLiteral("qtbase_") + locale, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
      QCoreApplication::installTranslator(&m_qt);
    if (m_own.load(QStringLiteral(":/i18n/glassbox_") + locale + QStringLiteral(".qm"))) QCoreApplication::installTranslator(&m_own);
  }
  emit changed();
}

} // namespace glassbox
