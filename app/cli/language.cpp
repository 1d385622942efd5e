#include "app/cli/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace glassbox::cli {
namespace {

QString argument(const TextArg& arg) {
  if (auto words = std::get_if<std::string>(&arg.value)) return QString::fromStdString(*words);
  if (auto whole = std::get_if<std::int64_t>(&arg.value)) return QString::number(*whole);
  if (auto number = std::get_if<double>(&arg.value)) return QString::number(*number, 'g', 6);
  return QString::fromStdString(inUsersLanguage(std::get<std::vector<Text>>(arg.value).front()));
}

}  // namespace

void chooseLanguage() {
  if (QLocale::system().language() != QLocale::Chinese) return;
  auto* translator = new QTranslator(QCoreApplication::instance());
  if (translator->load(QStringLiteral(":/i18n/glassbox_zh_CN.qm"))) QCoreApplication::installTranslator(translator);
}

std::string inUsersLanguage(const Text& text) {
  std::vector<std::string> args;
  for (const TextArg& arg : text.args) args.push_back(argument(arg).toStdString());
  return fillPlaces(QCoreApplication::translate(text.context, text.source).toStdString(), args);
}

}  // namespace glassbox::cli
