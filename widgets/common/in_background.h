// Work that takes a while and whose result the caller waits for: on another thread, so that the window stays alive.
#pragma once

#include "engine/core/memory.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

class QWidget;

namespace glassbox {

/// Runs `work` on another thread and returns when it is done. Meanwhile the window paints and training is followed, but mouse
/// and keys wait; after half a second a small box over `parent` says `what`. `work` must not throw.
void runInBackground(QWidget* parent, const QString& what, const std::function<void()>& work);

/// The same with a button in the box that ends the waiting: false. `work` may go on for a while then, so it holds what it needs.
bool runUnlessCancelled(QWidget* parent, const QString& what, const std::function<void()>& work);

/// The Result of `work`; where memory is short that is its error.
template<class F> auto inBackground(QWidget* parent, const QString& what, F&& work) {
  std::optional<decltype(work())> result;
  runInBackground(parent, what, [&] { result.emplace(withinMemory(work)); });
  return std::move(*result);
}

using Cancelled = std::atomic<bool>;

/// The Result of `work`, which holds all that it needs by value and is handed a Cancelled to look at; nothing: the user did not wait.
template<class F> auto unlessCancelled(QWidget* parent, const QString& what, F work) {
  struct Shared {
    Cancelled cancelled{false};
    std::optional<decltype(work(std::declval<const Cancelled&>()))> result;
  };
  const auto shared = std::make_shared<Shared>();
  const bool done = runUnlessCancelled(parent, what, [shared, work = std::move(work)] {
    shared->result.emplace(withinMemory([&] { return work(shared->cancelled); }));
  });
  if (done) return std::move(shared->result);
  shared->cancelled = true;
  return decltype(shared->result)();
}

} // namespace glassbox
