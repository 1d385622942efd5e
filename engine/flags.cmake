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

# Most of a build is reading headers of the library and of Qt: what nearly every file of a target includes is read once. Every file
# still includes what it uses, and the flavours for developers are built without.
set(glassboxStdHeaders <algorithm> <array> <cmath> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <span> <string>
  <string_view> <unordered_map> <utility> <variant> <vector>)
set(glassboxQtHeaders <QAbstractButton> <QApplication> <QBoxLayout> <QComboBox> <QEvent> <QGraphicsItem> <QImage> <QKeyEvent> <QLabel> <QLineEdit>
  <QMouseEvent> <QPainter> <QPushButton> <QScrollArea> <QString> <QStringList> <QTimer> <QWidget>)
function(glassbox_precompile target)
  if(GLASSBOX_FLAVOUR STREQUAL "release" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    if(ARGV1 STREQUAL "REUSE_FROM")
      target_precompile_headers(${target} ${ARGN})
    else()
      target_precompile_headers(${target} PRIVATE ${ARGN})
    endif()
    target_compile_options(${target} PRIVATE -fpch-preprocess)  # for ccache
  endif()
endfunction()
