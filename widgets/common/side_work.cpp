#include "widgets/common/side_work.h"

#include <ctime>
#include <sys/resource.h>

namespace glassbox {

void stepBehind() { setpriority(PRIO_PROCESS, 0, 10); }  // 0: of this thread alone

double processorSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

} // namespace glassbox
