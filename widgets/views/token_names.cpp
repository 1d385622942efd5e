#include "widgets/views/token_names.h"

#include "engine/text/pieces.h"

#include <vector>

namespace glassbox {

QString tokenName(const Dataset& data, std::int64_t token) {
  const auto id = static_cast<TokenId>(token);
  QString name;
  if (data.tokenizer && data.tokenizer->kind() == "words" && token < data.tokenizer->size()) // their text ends with a space
    name = QString::fromStdString(data.tokenizer->name(id));
  else if (data.tokenizer && token < data.tokenizer->size())
    name = QString::fromStdString(displayPieces(*data.tokenizer, {&id, 1})[0].text);
  else if (token >= 0 && token < static_cast<std::int64_t>(data.vocabulary.size()))
    name = QString::fromStdString(data.vocabulary[static_cast<std::size_t>(token)]);
  else
    name = QString::number(token);
  name.replace(u' ', QChar(0x2423)).replace(u'\n', QChar(0x23ce)).replace(u'\t', QChar(0x21e5));
  return name;
}

QStringList tokensOf(const Dataset& data, std::int64_t row) {
  for (const Field& field : data.inputs) {
    if (field.type.element != Element::Token || row < 0 || row >= data.samples()) continue;
    std::vector<float> values(static_cast<std::size_t>(field.type.shape.count()));
    field.read(row, values.data());
    QStringList names;
    for (const float v : values) names << tokenName(data, static_cast<std::int64_t>(v));
    return names;
  }
  return {};
}

} // namespace glassbox
