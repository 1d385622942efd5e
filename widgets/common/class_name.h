// The name of a class as the screen writes it.
#pragma once

#include <QString>

#include <string>

namespace glassbox {

struct Dataset;

/// Names that the built-in data sets give by counting ("class 0") in the language in use; the user's own names as they are.
QString className(const std::string& name);

/// The name of class `index` of `data`. The words by which a generator calls its classes ("disc", "odd") are translated too; the
/// same word in a file of the user's is not. A class that has no name is called by its number.
QString className(const Dataset& data, int index);

} // namespace glassbox
