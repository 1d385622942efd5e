// What stands between the parts of a sentence that is put together, in the language in use: ", " or “，”.
#pragma once

#include <QString>

namespace glassbox {

QString comma();
QString semicolon();
QString fullStop(); ///< between two sentences

} // namespace glassbox
