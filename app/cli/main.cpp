// glassbox-cli: the same engine without a window.
#include "app/processor.h"

int runCommandLine(int argc, char** argv);

int main(int argc, char** argv) { return runCommandLine(argc, argv); }
