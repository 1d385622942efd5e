// Tokens as heads, labels and pieces of a text: white space is made visible.
#pragma once

#include "engine/data/dataset.h"

#include <QString>
#include <QStringList>

namespace glassbox {

/// "␣" for a space, "⏎" for a line end; others as the vocabulary spells them, or their number.
QString tokenName(const Dataset& data, std::int64_t token);

/// The tokens of a sample's first field of tokens; empty where there is none.
QStringList tokensOf(const Dataset& data, std::int64_t row);

} // namespace glassbox
