// The commands of glassbox-cli; each takes the words behind its name and returns the exit status.
#pragma once

#include <string>
#include <vector>

namespace glassbox::cli {

using Words = std::vector<std::string>;

int runNew(const Words& words);
int runTrain(const Words& words);
int runEval(const Words& words);
int runExport(const Words& words);
int runTrace(const Words& words);
int runExplain(const Words& words);
int runGradcheck(const Words& words);
int runCheck(const Words& words);
int runTemplates(const Words& words);
int runLayers(const Words& words);
int runLessons(const Words& words);
int runSweepCommand(const Words& words);
int runDoctor(const Words& words);
int runGenerate(const Words& words);
int runGrade(const Words& words);
int runClass(const Words& words);
int runBench(const Words& words);

}  // namespace glassbox::cli
