// glassbox: the lab.
#include "app/processor.h"

int runLab(int argc, char** argv);

int main(int argc, char** argv) { return runLab(argc, argv); }
