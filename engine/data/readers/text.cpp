// Plain texts for language models: characters or GPT-2 tokens, windows of them, and the token that follows each.
#include "engine/data/readers/file.h"
#include "engine/data/readers/readers.h"
#include "engine/data/readers/text_encoding.h"
#include "engine/data/readers/tokenizer_files.h"
#include "engine/data/text_windows.h"
#include "engine/text/utf8.h"

namespace glassbox::readers {
namespace {

constexpr std::int64_t kBytesPerByte = 8; // of memory while reading: file, text, tokens in 32 and 16 bits

/// The start of a text in UTF-8 or GB18030, but not of something that has another use here.
bool looksLike(const Glimpse& glimpse) {
  if (glimpse.isFolder || glimpse.head.empty() || foreignKind(glimpse.head) || isTokenizerFile(glimpse.path)) return false;
  const std::string extension = glimpse.path.extension().string();
  const std::size_t first = glimpse.head.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return false;
  if (extension != ".txt" && (glimpse.head[first] == '{' || glimpse.head[first] == '[')) return false; // JSON: a project, a notebook
  const std::string_view head = glimpse.whole() ? std::string_view(glimpse.head) : withoutCutCharacter(glimpse.head);
  if (findBadUtf8(head) == std::string_view::npos) return true;
  std::string text;
  std::size_t bad = 0;
  // Cut off, the last character may be incomplete: up to three bytes.
  return fromGb18030(glimpse.head, text, bad) || (!glimpse.whole() && bad + 4 > glimpse.head.size());
}

Result<TokenizerPtr> tokenizerFor(const std::string& text, const std::filesystem::path& path, const Params& params,
                                  const LoadContext& context, std::vector<DataNote>& notes) {
  const std::string& kind = params.words("tokenizer");
  if (context.tokenizer) {
    if (context.tokenizer->kind() != kind)
      return Error(GB_TEXT("engine", "The weights were trained with a vocabulary of the kind \"%1\", and the data are set to \"%2\".")
                       .arg(context.tokenizer->kind())
                       .arg(kind),
                   path.string(), GB_TEXT("engine", "Set the tokens of the data to what the weights know, or use other weights."));
    notes.push_back(GB_TEXT("engine", "The vocabulary of %1 tokens comes from the weights.").arg(context.tokenizer->size()));
    return context.tokenizer;
  }
  if (kind == "characters") {
    const TokenizerPtr tokenizer = charactersOf(text);
    if (tokenizer->size() < 2)
      return Error(GB_TEXT("engine", "%1 holds only one character again and again: there is nothing to learn.").arg(fileName(path)),
                   path.string(), GB_TEXT("engine", "Choose another text."));
    notes.push_back(GB_TEXT("engine", "Each character is a token: the text has %1 different ones, those of the test part included.")
                        .arg(tokenizer->size()));
    return tokenizer;
  }
  Result<TokenizerPtr> tokenizer = readBytePairs(path.has_parent_path() ? path.parent_path() : ".");
  if (tokenizer)
    notes.push_back(GB_TEXT("engine", "The text is cut by the GPT-2 vocabulary beside it, of %1 tokens.").arg((*tokenizer)->size()));
  return tokenizer;
}

Result<Dataset> read(const std::filesystem::path& path, const Params& params, const LoadContext& context) {
  const Result<Glimpse> glimpse = glance(path);
  if (!glimpse) return glimpse.error();
  if (Result<void> fits = checkMemory(kBytesPerByte * glimpse->bytes, fileName(path)); !fits)
    return Error(fits.error().what, path.string(), fits.error().hint);
  Result<Buffer<std::uint8_t>> bytes = readWhole(path);
  if (!bytes) return bytes.error();
  std::vector<DataNote> notes;
  Result<std::string> text =
      decodeText({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, params.words("encoding"), path, notes);
  if (!text) return text.error();
  Result<TokenizerPtr> tokenizer = tokenizerFor(*text, path, params, context, notes);
  if (!tokenizer) return tokenizer.error();
  const std::int64_t window = params.integer("context");
  const bool every = params.words("windows") == "every";
  Result<Dataset> data = textWindows(*text, *std::move(tokenizer), window, every ? 1 : window);
  if (!data) {
    Error error = data.error();
    if (error.place.empty()) error.place = path.string();
    return error;
  }
  notes.push_back(
      GB_TEXT("engine", "The text has %1 tokens. The parts follow each other in it: training first, then validation, test last.")
          .arg(data->inputs[0].windows.tokens->size()));
  notes.push_back(
      every ? GB_TEXT("engine", "A training window of %1 tokens begins at every token, so one epoch sees each token %1 times.").arg(window)
            : GB_TEXT("engine", "The training windows of %1 tokens lie side by side.").arg(window));
  data->notes = std::move(notes);
  data->sourceBytes = static_cast<std::int64_t>(bytes->size());
  data->sourceHash = hashBytes(bytes->data(), bytes->size());
  return data;
}

} // namespace

const ReaderDef& text() {
  static const ReaderDef def{
      "text",
      GB_TEXT("engine", "Text"),
      GB_TEXT("engine", "A plain text from which a model learns to tell the next token. It is cut into characters or GPT-2 tokens; a "
                        "sample is a window of "
                        "them. Training, validation and test are different stretches of the text, in its order."),
      {integerParam("context", GB_TEXT("engine", "Context"),
                    GB_TEXT("engine", "Tokens in one window: how far back the model can look. Attention costs grow with its square."), 64,
                    1, 8192),
       choiceParam("tokenizer", GB_TEXT("engine", "Tokens"),
                   GB_TEXT("engine", "What one token is. Characters need no file and give a small vocabulary; GPT-2 tokens are whole words "
                                     "or parts of words, and need "
                                     "encoder.json and vocab.bpe in the text's folder."),
                   "characters", {{"characters", GB_TEXT("engine", "characters")}, {"gpt2", GB_TEXT("engine", "GPT-2 tokens")}}),
       choiceParam("windows", GB_TEXT("engine", "Training windows"),
                   GB_TEXT("engine", "Where windows begin. At every token, drawn in random order: the usual way for a GPT. Side by side: "
                                     "one epoch is one reading of the text."),
                   "every", {{"every", GB_TEXT("engine", "at every token")}, {"side_by_side", GB_TEXT("engine", "side by side")}}),
       choiceParam("encoding", GB_TEXT("engine", "Encoding"),
                   GB_TEXT("engine", "How the file's bytes stand for letters. Found by looking: UTF-8 where it is that, else GB18030."),
                   "auto",
                   {{"auto", GB_TEXT("engine", "found by looking")},
                    {"utf8", GB_TEXT("engine", "UTF-8")},
                    {"gb18030", GB_TEXT("engine", "GB18030")}})},
      looksLike,
      read,
      {0.0, 0.1}};
  return def;
}

} // namespace glassbox::readers
