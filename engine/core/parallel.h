// Threads: a team that lives for a slice of training steps, and parallelFor for everything else. The one user of OpenMP.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <type_traits>

namespace glassbox {

/// Threads that take the fixed blocks of a problem. One OpenMP region holds them for a whole slice of steps; between
/// two calls of `blocks` they spin for up to 60 us and then sleep on a futex, because an OpenMP region costs up to
/// 77 us when its threads have gone to sleep, and libgomp's own spinning ruins a shared desktop.
///
/// The number of blocks follows from the problem's shape, never from the number of threads; which thread takes a block
/// is left to chance, so a block must not depend on another. That is what makes results the same for any team.
class Team {
 public:
  /// A team of one: `blocks` is a plain loop.
  Team() = default;
  Team(const Team&) = delete;
  Team& operator=(const Team&) = delete;

  int threads() const { return m_threads; }

  /// Calls work(0) ... work(count-1), each once, and returns when all are done. `work` must not throw.
  template<class F> void blocks(int count, const F& work) {
    if (m_threads == 1 || count <= 1) {
      for (int i = 0; i < count; ++i) work(i);
    } else {
      share(count, [](const void* f, int i) { (*static_cast<const F*>(f))(i); }, &work);
    }
  }

  /// Opens the region with `threads` threads, runs body(team) on the calling one and closes it. What `body` throws
  /// is thrown on after the region is closed.
  static void run(int threads, const std::function<void(Team&)>& body);

 private:
  using Call = void (*)(const void*, int);
  struct Shared;
  void share(int count, Call call, const void* work);

  int m_threads = 1;
  Shared* m_shared = nullptr;
};

/// Calls work(0) ... work(count-1) on up to `threads` threads; for one-off jobs such as reading or evaluation outside training.
void parallelFor(int count, int threads, const std::function<void(int)>& work);

/// Processors this program may use.
int availableThreads();

}  // namespace glassbox
