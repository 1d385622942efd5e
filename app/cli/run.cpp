// Chooses the command and catches what nobody else may: memory that is short.
#include <QCoreApplication>
#include <csignal>
#include <functional>
#include <map>
#include <new>

#include "app/cli/commands.h"
#include "app/cli/language.h"
#include "app/cli/output.h"
#include "engine/kernels/cpu.h"

int runCommandLine(int argc, char** argv);

namespace glassbox::cli {
namespace {

const std::map<std::string, std::function<int(const Words&)>>& commands() {
  static const std::map<std::string, std::function<int(const Words&)>> map{
      {"new", runNew}, {"train", runTrain}, {"eval", runEval}, {"trace", runTrace}, {"explain", runExplain}, {"gradcheck", runGradcheck},
      {"check", runCheck}, {"templates", runTemplates}, {"layers", runLayers}, {"lessons", runLessons}, {"grade", runGrade}, {"class", runClass}, {"sweep", runSweepCommand}, {"doctor", runDoctor}, {"export", runExport}, {"generate", runGenerate}, {"bench", runBench}};
  return map;
}

const char* const kUsage =
    "glassbox-cli new \"input 784 | dense 128 relu | dense 10 | softmax_cross_entropy\" [--set key=value ...]\n"
    "glassbox-cli train PROJECT [--data PATH [--target COLUMN]] [--weights W.safetensors] [--no-shuffle] [--epochs N|--steps N]\n"
    "                   [--set key=value ...] [--seed S] [--threads T] [--save OUT.safetensors] [--save-project OUT.glassbox]\n"
    "                   [--log steps|epochs] [--json]\n"
    "glassbox-cli eval PROJECT --weights W.safetensors [--data PATH] [--json]\n"
    "glassbox-cli trace PROJECT [--weights W] [--sample I ...] [--json]\n"
    "glassbox-cli explain PROJECT --element dense1.weight[1,2] [--weights W] [--sample I ...] [--json]\n"
    "glassbox-cli gradcheck PROJECT [--data PATH] [--json]\n"
    "glassbox-cli check FILE ...\n"
    "glassbox-cli templates [NAME] ; glassbox-cli layers [--json]\n"
    "glassbox-cli lessons [list|verify|show ID] [--json]\n"
    "glassbox-cli grade FILES ... --lesson ID|FOLDER --csv OUT [--seconds S (of one file)] [--threads T]\n"
    "glassbox-cli class REPORT.json|FOLDER ... --csv OUT\n"
    "glassbox-cli sweep PROJECT --vary key=v1,v2,... [--vary ...] [--seeds N] [--trials N] [--csv OUT] [--json]\n"
    "glassbox-cli doctor PROJECT [--data PATH [--target COLUMN]] [--set key=value ...] [--seed N] [--steps N] [--json]\n"
    "                   (a line for each finding: kind severity node evidence sentence explanation formula cure; nothing when all is well)\n"
    "glassbox-cli export PROJECT [--weights W] [--data PATH] --pytorch F.py | --csv F.csv\n"
    "glassbox-cli generate PROJECT --weights W --prompt TEXT [--tokens N (new ones)] [--temperature T] [--top-k K] [--top-p P] [--seed S]\n"
    "                   [--threads T] [--scores (of the prompt's tokens, nothing new)] [--json]\n"
    "A PROJECT may be a folder with a GPT-2 checkpoint: model.safetensors, vocab.json and merges.txt (or encoder.json and vocab.bpe).\n"
    "  generate FOLDER --prompt TEXT; train FOLDER --context N --data TEXT.txt --steps N --save-project OUT.glassbox fine-tunes it;\n"
    "  new FOLDER [--context N] --save-project OUT.glassbox only turns it into a project with weights beside it\n"
    "glassbox-cli bench [--workloads W1,W3 | --project PROJECT] [--threads N] [--min-time S]";

int run(const Words& all) {
  if (all.empty() || all[0] == "help" || all[0] == "--help") {
    printLine(kUsage);
    return all.empty() ? kWrongUsage : kDone;
  }
  if (Result<KernelSet> set = chooseKernelSet(); !set) return refuse(set.error());
  const auto at = commands().find(all[0]);
  if (at == commands().end()) return wrongUsage(Error(GB_TEXT("cli", "There is no command \"%1\".").arg(all[0])));
  try {
    return at->second(Words(all.begin() + 1, all.end()));
  } catch (const std::bad_alloc&) {
    return refuse(Error(GB_TEXT("cli", "There is not enough memory for this.")));
  }
}

}  // namespace
}  // namespace glassbox::cli

int runCommandLine(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a full disk is an answer of write, not a reason to end
  QCoreApplication app(argc, argv);
  glassbox::cli::chooseLanguage();
  const int status = glassbox::cli::run(glassbox::cli::Words(argv + 1, argv + argc));
  const glassbox::Result<void> written = glassbox::cli::finishOutput();
  return written ? status : glassbox::cli::refuse(written.error());
}
