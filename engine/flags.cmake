# Compiler flags of the flavours, shared by every target through the interface library glassbox_flags.
add_library(glassbox_flags INTERFACE)
target_include_directories(glassbox_flags INTERFACE ${PROJECT_SOURCE_DIR})

# No -ffast-math anywhere: a NaN must be seen. No contraction: a compiler's choice to fuse a
# multiply and an add would change the bits; kernels fuse by explicit intrinsics only.
target_compile_options(glassbox_flags INTERFACE
  # Kernels and main() are built for other levels: they set the property GLASSBOX_ARCH.
  -march=$<IF:$<BOOL:$<TARGET_PROPERTY:GLASSBOX_ARCH>>,$<TARGET_PROPERTY:GLASSBOX_ARCH>,x86-64-v2>
  -ffp-contract=off -fno-math-errno -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wno-missing-field-initializers)

if(GLASSBOX_FLAVOUR STREQUAL "release")
  target_compile_options(glassbox_flags INTERFACE -O2 -DNDEBUG)
elseif(GLASSBOX_FLAVOUR STREQUAL "dev")
  target_compile_options(glassbox_flags INTERFACE -O1 -g -Werror)
elseif(GLASSBOX_FLAVOUR STREQUAL "asan")
  target_compile_options(glassbox_flags INTERFACE -O1 -g1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined)
  target_link_options(glassbox_flags INTERFACE -fsanitize=address,undefined)
elseif(GLASSBOX_FLAVOUR STREQUAL "tsan")
  target_compile_options(glassbox_flags INTERFACE -O1 -g1 -fsanitize=thread)
  target_link_options(glassbox_flags INTERFACE -fsanitize=thread)
elseif(GLASSBOX_FLAVOUR STREQUAL "fuzz")
  target_compile_options(glassbox_flags INTERFACE -O1 -g1 -fsanitize=fuzzer-no-link,address,undefined)
  target_link_options(glassbox_flags INTERFACE -fsanitize=address,undefined)
endif()
