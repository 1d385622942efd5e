#include "engine/data/readers/text_encoding.h"

#include <iconv.h>

#include <cerrno>

#include "engine/data/readers/file.h"
#include "engine/text/utf8.h"

namespace glassbox {

bool fromGb18030(std::string_view bytes, std::string& out, std::size_t& bad) {
  const iconv_t converter = iconv_open("UTF-8", "GB18030");
  bad = 0;
  if (converter == reinterpret_cast<iconv_t>(-1)) return false; // a system without the table
  std::string from(bytes);
  char* in = from.data();
  std::size_t left = from.size();
  std::string block(65536, '\0');
  out.clear();
  bool fine = true;
  while (left > 0 && fine) {
    char* to = block.data();
    std::size_t room = block.size();
    const std::size_t done = iconv(converter, &in, &left, &to, &room);
    fine = done != static_cast<std::size_t>(-1) || errno == E2BIG;
    out.append(block.data(), block.size() - room);
  }
  iconv_close(converter);
  bad = bytes.size() - left;
  return fine;
}

Result<std::string> decodeText(std::string_view bytes, const std::string& encoding, const std::filesystem::path& path,
                               std::vector<DataNote>& notes) {
  const std::string name = fileName(path), place = path.string();
  const Text save = GB_TEXT("engine", "Save it as plain text in UTF-8.");
  if (bytes.empty()) return Error(GB_TEXT("engine", "%1 is empty.").arg(name), place, GB_TEXT("engine", "Choose a file with text."));
  if (std::optional<Text> foreign = foreignKind(bytes.substr(0, 65536)))
    return Error(GB_TEXT("engine", "%1 is %2, not a plain text.").arg(name).arg(*foreign), place, save);
  if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos)
    return Error(GB_TEXT("engine", "%1 is not a text: byte %2 is zero.").arg(name).arg(zero + 1), place, save);

  std::string text;
  const std::size_t bad = encoding == "gb18030" ? 0 : findBadUtf8(bytes);
  if (encoding != "gb18030" && bad == std::string_view::npos) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
      bytes.remove_prefix(3);
      notes.push_back(GB_TEXT("engine", "The text is UTF-8; the byte order mark in front was taken away."));
    } else {
      notes.push_back(GB_TEXT("engine", "The text is UTF-8."));
    }
    text = bytes;
  } else if (encoding == "utf8") {
    return Error(GB_TEXT("engine", "%1 is not a text in UTF-8: byte %2 does not fit.").arg(name).arg(bad + 1), place,
                 GB_TEXT("engine", "Set the encoding to GB18030, or save it as UTF-8."));
  } else {
    std::size_t stop = 0;
    if (!fromGb18030(bytes, text, stop))
      return Error(encoding == "auto" ? GB_TEXT("engine", "%1 is neither UTF-8 (byte %2 does not fit) nor GB18030 (byte %3 does not fit).")
                                            .arg(name)
                                            .arg(bad + 1)
                                            .arg(stop + 1)
                                      : GB_TEXT("engine", "%1 is not a text in GB18030: byte %2 does not fit.").arg(name).arg(stop + 1),
                   place, save);
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3); // 84 31 95 33
    notes.push_back(encoding == "auto"
                        ? GB_TEXT("engine", "The text is not UTF-8 and was read as GB18030; if its letters look wrong, save it as UTF-8.")
                        : GB_TEXT("engine", "The text is read as GB18030."));
  }
  if (text.find_first_not_of(" \t\r\n") == std::string::npos)
    return Error(GB_TEXT("engine", "%1 holds only empty lines.").arg(name), place, GB_TEXT("engine", "Choose a file with text."));
  if (text.find("\r\n") != std::string::npos)
    notes.push_back(GB_TEXT("engine", "The lines end with CR and LF; both are kept as characters of the text."));
  return text;
}

} // namespace glassbox
