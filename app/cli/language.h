// The command line in the user's language: by LC_ALL, LC_MESSAGES or LANG, English otherwise.
#pragma once

#include <string>

#include "engine/core/text.h"

namespace glassbox::cli {

/// Loads the translation for the user's locale. The application object must exist.
void chooseLanguage();

std::string inUsersLanguage(const Text& text);

}  // namespace glassbox::cli
