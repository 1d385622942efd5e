// Work that takes a while and whose result the caller waits for: on another thread, so that the window stays alive.
#pragma once

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace glassbox {

/// Runs `work` on another thread and returns when it is done. Meanwhile the window paints and training is followed, but mouse
/// and keys wait; after half a second a small box over `parent` says `what`. `work` must not throw.
void runInBackground(QWidget* parent, const QString& what, const std::function<void()>& work);

template<class F> auto inBackground(QWidget* parent, const QString& what, F&& work) {
  std::optional<decltype(work())> result;
  runInBackground(parent, what, [&] { result.emplace(work()); });
  return std::move(*result);
}

} // namespace glassbox
