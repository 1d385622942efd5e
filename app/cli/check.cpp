// glassbox-cli check: is this file sound? What is wrong, and where.
#include <filesystem>

#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/picture_decoder.h"
#include "engine/data/readers/tokenizer_files.h"
#include "engine/io/gpt2_checkpoint.h"
#include "engine/io/project.h"
#include "engine/io/safetensors.h"
#include "engine/io/vocabulary.h"
#include "engine/graph/analysis.h"
#include "engine/lesson/lesson.h"

namespace glassbox::cli {
namespace {

namespace fs = std::filesystem;

Result<Text> checkProjectFile(const fs::path& path) {
  Result<Project> project = readProject(path);
  if (!project) return project.error();
  const Analysis analysis = analyse(project->spec);
  for (const Issue& issue : analysis.issues)
    if (issue.severity == Issue::Severity::Error) return Error(issue.error.what, path.string() + ", " + issue.error.place);
  if (Result<PlanValues> plan = planValues(project->plan); !plan) return Error(plan.error().what, path.string());
  if (!project->weights.file.empty())
    if (Result<TensorFile> weights = readProjectWeights(*project, path); !weights) return weights.error();
  return GB_TEXT("cli", "a project, %1 layers, %2 parameters").arg(project->spec.nodes.size()).arg(analysis.parameters);
}

Result<Text> checkWeights(const fs::path& path) {
  Result<TensorFile> file = readSafetensors(path);
  if (!file) return file.error();
  Result<TokenizerPtr> tokenizer = tokenizerOf(*file, path.string());
  if (!tokenizer) return tokenizer.error();
  if (*tokenizer) return GB_TEXT("cli", "weights, %1 tensors, with a vocabulary of %2 tokens").arg(file->tensors.size()).arg((*tokenizer)->size());
  return GB_TEXT("cli", "weights, %1 tensors").arg(file->tensors.size());
}

/// A file of the pair, or the folder that holds both.
bool isVocabulary(const fs::path& path) {
  std::error_code ignored;  // what cannot be looked at is none
  if (!fs::is_directory(path, ignored)) return isTokenizerFile(path);
  const auto has = [&](const char* name) { return fs::exists(path / name, ignored); };
  return (has("encoder.json") || has("vocab.json")) && (has("vocab.bpe") || has("merges.txt"));
}

Result<Text> checkVocabulary(const fs::path& path) {
  std::error_code ignored;
  Result<TokenizerPtr> tokenizer = readBytePairs(fs::is_directory(path, ignored) ? path : path.has_parent_path() ? path.parent_path() : ".");
  if (!tokenizer) return tokenizer.error();
  return GB_TEXT("cli", "a GPT-2 vocabulary, %1 tokens, %2 merges").arg((*tokenizer)->size()).arg((*tokenizer)->merges().size());
}

Result<Text> checkCheckpoint(const fs::path& path) {
  Result<Gpt2Checkpoint> checkpoint = readGpt2Checkpoint(path);
  if (!checkpoint) return checkpoint.error();
  return GB_TEXT("cli", "a GPT-2 checkpoint, %1 blocks, %2 parameters").arg(checkpoint->layers).arg(checkpoint->parameters);
}

Result<Text> checkData(const fs::path& path) {
  Result<DataSpec> spec = sniff(path);
  if (!spec) return spec.error();
  spec->shares = {0, 0};
  Result<DatasetPtr> data = load(*spec, {}, {decodePicture, nullptr});
  if (!data) return data.error();
  return GB_TEXT("cli", "data (%1), %2 samples of shape %3").arg(findReader(spec->source)->title).arg((*data)->samples()).arg((*data)->inputs[0].type.shape.str());
}

bool isLesson(const fs::path& path) {
  std::error_code ignored;  // what cannot be looked at is no lesson
  return path.filename() == "lesson.json" || fs::exists(path / "lesson.json", ignored);
}

/// Every fault is printed; the folder or its lesson.json may be named.
int checkLesson(const fs::path& path) {
  const fs::path whole = fs::absolute(path).lexically_normal();  // "." has no name, and places begin with the folder's
  const fs::path folder = whole.filename() == "lesson.json" ? whole.parent_path() : whole;
  const std::vector<Error> faults = lessonFaults(folder);
  for (const Error& fault : faults) refuse(fault);
  if (!faults.empty()) return kRefused;
  const Result<Lesson> lesson = loadLesson(folder);
  if (!lesson) return refuse(lesson.error());
  printLine(words(GB_TEXT("cli", "%1: sound: %2").arg(path.string()).arg(
      GB_TEXT("cli", "a lesson, %1 tasks, %2 questions; `glassbox-cli lessons verify` proves its answers").arg(lesson->tasks.size()).arg(lesson->questions.size()))));
  return kDone;
}

Result<Text> checkFile(const fs::path& path) {
  if (path.extension() == ".glassbox") return checkProjectFile(path);
  if (path.extension() == ".safetensors") return checkWeights(path);
  if (holdsCheckpoint(path)) return checkCheckpoint(path);
  if (isVocabulary(path)) return checkVocabulary(path);
  return checkData(path);
}

}  // namespace

int runCheck(const Words& all) {
  Result<Arguments> arguments = Arguments::parse(all, {});
  if (!arguments) return wrongUsage(arguments.error());
  if (arguments->positional().empty()) return wrongUsage(Error(GB_TEXT("cli", "`check` takes one file or more.")));
  int status = kDone;
  for (const std::string& file : arguments->positional()) {
    if (isLesson(file)) {
      if (checkLesson(file) != kDone) status = kRefused;
      continue;
    }
    Result<Text> found = checkFile(file);
    if (found) {
      printLine(words(GB_TEXT("cli", "%1: sound: %2").arg(file).arg(*found)));
    } else {
      Error error = found.error();
      if (error.place.empty()) error.place = file;
      status = refuse(error);
    }
  }
  return status;
}

}  // namespace glassbox::cli
