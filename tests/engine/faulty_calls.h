// A table of system calls in which the Nth call fails: what may fail is made to fail, at every call in turn.
#pragma once

#include <cerrno>
#include <memory>

#include "engine/io/file_calls.h"

/// How the chosen call fails.
struct Fault {
  int code = 0;         ///< errno of that one call; later calls work again
  bool killed = false;  ///< that call is half done and no later one has any effect, as after kill -9
};

class FaultyCalls {
 public:
  /// The call `number` (from 1) fails; 0: none. `shortWrites`: a write takes at most 7 bytes.
  FaultyCalls(int number, Fault fault, bool shortWrites = false) : m_number(number), m_fault(fault), m_short(shortWrites) {
    calls.open = [this](const char* path, int flags, mode_t mode) { return comes() ? ::open(path, flags, mode) : -1; };
    calls.close = [this](int file) {  // the system closes the files of a killed program too
      const bool works = comes();
      const int closed = ::close(file);
      return works ? closed : failed();
    };
    calls.fstat = [this](int file, struct stat* out) { return comes() ? ::fstat(file, out) : -1; };
    calls.lstat = [this](const char* path, struct stat* out) { return comes() ? ::lstat(path, out) : -1; };
    calls.read = [this](int file, void* to, std::size_t size) -> ssize_t { return comes() ? ::read(file, to, m_short && size > 7 ? 7 : size) : -1; };
    calls.write = [this](int file, const void* from, std::size_t size) -> ssize_t {
      const bool dead = m_dead;
      if (comes()) return ::write(file, from, m_short && size > 7 ? 7 : size);
      if (m_fault.killed && !dead && ::write(file, from, size / 2) < 0) return -1;
      return failed();
    };
    calls.fchmod = [this](int file, mode_t mode) { return comes() ? ::fchmod(file, mode) : -1; };
    calls.fsync = [this](int file) { return comes() ? ::fsync(file) : -1; };
    calls.rename = [this](const char* from, const char* to) { return comes() ? ::rename(from, to) : -1; };
    calls.unlink = [this](const char* path) { return comes() ? ::unlink(path) : -1; };
  }
  FaultyCalls(const FaultyCalls&) = delete;
  FaultyCalls& operator=(const FaultyCalls&) = delete;

  glassbox::FileCalls calls;
  /// True when the chosen call was made: with one more, there is none left to fail.
  bool reached() const { return m_count >= m_number; }
  int count() const { return m_count; }

 private:
  int failed() const {
    errno = m_fault.killed ? EIO : m_fault.code;
    return -1;
  }
  /// Counts a call; false when it is to fail, with errno set.
  bool comes() {
    ++m_count;
    if (m_dead || m_count == m_number) {
      m_dead = m_fault.killed;
      failed();
      return false;
    }
    return true;
  }

  int m_number;
  Fault m_fault;
  bool m_short;
  bool m_dead = false;
  int m_count = 0;
};
