// The list of all pictures that the Look tab knows, in the order of its tabs.
#pragma once

#include "widgets/views/look_view.h"

#include <span>

namespace glassbox {

struct LookEntry {
  const char* key;
  QString (*title)();
  QString (*purpose)();
  bool (*suits)(const ProbeSubject& subject, const Analysis& analysis);
  LookView* (*make)();
};

std::span<const LookEntry> allLooks();

/// What can be shown of a network on these data.
std::vector<const LookEntry*> looksFor(const ProbeSubject& subject);

} // namespace glassbox
