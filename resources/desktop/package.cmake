# The Debian package: `cmake --build build/release --target package_deb` writes build/release/glassbox_VERSION_ARCHITECTURE.deb.
# No scripts of ours: menu, file type and icon are entered by the triggers of desktop-file-utils, shared-mime-info and the themes.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME glassbox)
set(CPACK_PACKAGE_CONTACT "The Glassbox developers <glassbox@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop lab for learning deep learning")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Build neural networks, train them and look inside: the loss, the gradients
and what every neuron computes. A training step can be taken apart down to
the formula of each number. With lessons whose tasks are checked, in English
and Simplified Chinese; offline, on an ordinary processor (SSE4.2).
.
The command line glassbox-cli does the same without a window.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no linker knows of: the fonts of formulas, texts and Chinese, and Qt's own Chinese (its dialogs' buttons).
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-dejavu-core, fonts-lmodern, fonts-noto-cjk, qt6-translations-l10n")
include(CPack)

# Without the tests, which the target "package" would build.
add_custom_target(package_deb COMMAND ${CMAKE_CPACK_COMMAND} WORKING_DIRECTORY ${CMAKE_BINARY_DIR} USES_TERMINAL)
add_dependencies(package_deb glassbox glassbox-cli)
