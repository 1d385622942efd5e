// The messages of the translation file, as the tests read them.
#pragma once

#include <QFile>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

#include <vector>

namespace glassbox::test {

struct TsMessage {
  QString context, source, comment, type; ///< type: "unfinished", "vanished", "obsolete"; empty: finished
  QStringList translations;      ///< more than one for plural forms
};

/// All messages of resources/i18n/glassbox_zh_CN.ts. Empty when it cannot be read, with a line in `fault`.
inline std::vector<TsMessage> readTs(QString* fault = nullptr) {
  QFile file(QStringLiteral(GLASSBOX_SOURCE_DIR "/resources/i18n/glassbox_zh_CN.ts"));
  std::vector<TsMessage> messages;
  if (!file.open(QIODevice::ReadOnly)) {
    if (fault) *fault = file.errorString();
    return messages;
  }
  QXmlStreamReader xml(&file);
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("name")) {
      context = xml.readElementText();
    } else if (xml.name() == QLatin1String("message")) {
      messages.push_back({context, {}, {}, {}, {}});
    } else if (xml.name() == QLatin1String("source")) {
      messages.back().source = xml.readElementText();
    } else if (xml.name() == QLatin1String("comment")) {
      messages.back().comment = xml.readElementText();
    } else if (xml.name() == QLatin1String("translation")) {
      messages.back().type = xml.attributes().value(QLatin1String("type")).toString();
      // Of plural forms only the text of the whole element would come; they are read one by one.
      QString text;
      while (xml.readNext() != QXmlStreamReader::EndElement || xml.name() != QLatin1String("translation")) {
        if (xml.atEnd()) break;
        if (xml.isStartElement() && xml.name() == QLatin1String("numerusform")) messages.back().translations << xml.readElementText();
        else if (xml.isCharacters()) text += xml.text();
      }
      if (messages.back().translations.isEmpty()) messages.back().translations << text;
    }
  }
  if (xml.hasError() && fault) *fault = xml.errorString();
  return messages;
}

} // namespace glassbox::test
