// The name of a class as the screen writes it.
#pragma once

#include <QString>

#include <string>

namespace glassbox {

/// Names that the built-in data sets give by counting ("class 0") in the language in use; the user's own names as they are.
QString className(const std::string& name);

} // namespace glassbox
