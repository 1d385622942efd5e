// Aligned row-major buffers, batch first, and the views that layers and kernels work on.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <utility>

#include "engine/core/shape.h"

namespace glassbox {

/// Cache line and widest vector of the kernels, in bytes; every arena slot starts on such a border.
inline constexpr std::size_t kAlignment = 64;

/// Memory of zeros; `start` is aligned to kAlignment, free() takes `block` back.
struct ZeroedMemory {
  void* block = nullptr;
  void* start = nullptr;
};

/// At least `bytes` of zeros, or throws std::bad_alloc. Where they are many, the system gives a page when it is first touched.
ZeroedMemory allocateZeroed(std::size_t bytes);

/// Owns `size` elements of a plain type, zeroed, aligned to 64 bytes. Copies copy the elements; a copy into a
/// buffer of the same size takes no memory.
template<class T> class Buffer {
 public:
  Buffer() = default;
  explicit Buffer(std::size_t size) : m_data(allocate(size)), m_size(size) {}
  Buffer(const Buffer& other) : Buffer(other.m_size) { copyFrom(other); }
  Buffer(Buffer&& other) noexcept : m_data(std::move(other.m_data)), m_size(std::exchange(other.m_size, 0)) {}
  Buffer& operator=(const Buffer& other) {
    if (this == &other) return *this;
    if (m_size != other.m_size) *this = Buffer(other.m_size);
    copyFrom(other);
    return *this;
  }
  Buffer& operator=(Buffer&& other) noexcept {
    m_data = std::move(other.m_data);
    m_size = std::exchange(other.m_size, 0);
    return *this;
  }

  std::size_t size() const { return m_size; }
  bool empty() const { return m_size == 0; }
  T* data() { return m_data.get(); }
  const T* data() const { return m_data.get(); }
  T& operator[](std::size_t i) { return m_data.get()[i]; }
  const T& operator[](std::size_t i) const { return m_data.get()[i]; }
  T* begin() { return data(); }
  T* end() { return data() + m_size; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + m_size; }
  operator std::span<T>() { return {data(), m_size}; }
  operator std::span<const T>() const { return {data(), m_size}; }

 private:
  struct Free {
    void* block = nullptr;
    void operator()(T*) const { std::free(block); }
  };
  static std::unique_ptr<T, Free> allocate(std::size_t size) {
    if (size == 0) return {};
    const ZeroedMemory memory = allocateZeroed(size * sizeof(T));
    return {static_cast<T*>(memory.start), Free{memory.block}};
  }
  void copyFrom(const Buffer& other) {
    if (m_size) std::memcpy(data(), other.data(), m_size * sizeof(T));
  }

  std::unique_ptr<T, Free> m_data;
  std::size_t m_size = 0;
};

/// A buffer with the shape it is to be read in (the batch, if there is one, is the first axis).
struct Tensor {
  Shape shape;
  Buffer<float> data;

  Tensor() = default;
  explicit Tensor(const Shape& s) : shape(s), data(static_cast<std::size_t>(s.count())) {}
};

}  // namespace glassbox
