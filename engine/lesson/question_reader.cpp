#include "engine/lesson/question_reader.h"

#include <algorithm>
#include <map>

#include "engine/lesson/answer_json.h"
#include "engine/lesson/lesson_reader.h"

namespace glassbox {
namespace {

constexpr double kLargest = 1e30;
constexpr std::size_t kMostCorners = 200;

const std::map<std::string, QuestionKind>& kinds() {
  static const std::map<std::string, QuestionKind> all{{"number", QuestionKind::Number}, {"choice", QuestionKind::Choice}, {"curve", QuestionKind::Curve}, {"region", QuestionKind::Region}};
  return all;
}

void readChoices(JsonReader& from, Question& question) {
  from.require("choices");
  const auto choices = from.array("choices");
  if (!choices) return;
  if (choices->size() < 2) from.faults().report(*choices, GB_TEXT("engine", "A choice needs at least two possibilities."));
  choices->forEach([&](JsonValue item) { question.choices.push_back(JsonReader::textOf(item, "choices", from.faults())); });
}

/// "circle", "rectangle" or "polygon" with its numbers.
Region readRegion(JsonValue value, const PictureBox& picture, JsonFaults& faults) {
  JsonReader from(value, faults);
  Region region;
  region.id = readLessonId(from, "id");
  struct FormRule {
    std::string_view key;
    Region::Form form;
    std::size_t least, most;  ///< numbers
  };
  static constexpr FormRule rules[] = {{"circle", Region::Form::Circle, 3, 3}, {"rectangle", Region::Form::Rectangle, 4, 4}, {"polygon", Region::Form::Polygon, 6, 2 * kMostCorners}};
  int given = 0;
  for (const FormRule& rule : rules) {
    const auto list = from.array(rule.key);
    if (!list) continue;
    ++given;
    region.form = rule.form;
    region.numbers.clear();
    list->forEach([&](JsonValue item) { region.numbers.push_back(JsonReader::numberOf(item, rule.key, -kLargest, kLargest, faults)); });
    const std::size_t count = region.numbers.size();
    const bool sized = rule.form == Region::Form::Polygon || (count == rule.most && region.numbers[2] > 0 && region.numbers.back() > 0);
    if (faults.ok() && (count < rule.least || count > rule.most || (rule.form == Region::Form::Polygon && count % 2 != 0) || !sized))
      faults.report(*list, GB_TEXT("engine", "A circle is [x, y, radius], a rectangle [x, y, width, height], a polygon [x, y] of each of its 3 to %1 corners in one list; radius, width and height are larger than 0.").arg(kMostCorners));
    if (faults.ok() && !picture.holds(region.bounds())) faults.report(*list, GB_TEXT("engine", "The region \"%1\" reaches beyond the picture.").arg(region.id));
  }
  from.finish();
  if (faults.ok() && given != 1) faults.report(value, GB_TEXT("engine", "A region has one form: \"circle\", \"rectangle\" or \"polygon\"."));
  return region;
}

void readPicture(JsonReader& from, const std::filesystem::path& folder, Question& question) {
  JsonFaults& faults = from.faults();
  question.picture = from.text("picture");
  from.require("regions");
  const auto regions = from.array("regions");
  if (!faults.ok() || !regions) return;
  const JsonValue at = *from.value().find("picture");
  if (!isPictureName(question.picture))
    return faults.report(at, GB_TEXT("engine", "\"%1\" is not the name of a picture in the lesson's folder: letters, digits, - and _, ending in .svg, without a path.").arg(question.picture.substr(0, 60)));
  const Result<std::string> drawing = readDrawing(folder, question.picture);
  if (!drawing) return faults.report(at, drawing.error().what);
  question.picturePlace = pictureBox(*drawing);
  if (!question.picturePlace) return faults.report(at, GB_TEXT("engine", "%1 tells no coordinates: its first tag needs a viewBox.").arg(question.picture));
  if (regions->size() < 2) faults.report(*regions, GB_TEXT("engine", "A choice needs at least two possibilities."));
  regions->forEach([&](JsonValue item) {
    if (!faults.ok()) return;
    Region region = readRegion(item, *question.picturePlace, faults);
    if (faults.ok() && std::find(question.choices.begin(), question.choices.end(), region.id) != question.choices.end())
      faults.report(*item.find("id"), GB_TEXT("engine", "The id \"%1\" is given twice.").arg(region.id));
    question.choices.push_back(region.id);
    question.regions.push_back(std::move(region));
  });
}

}  // namespace

Question readLessonQuestion(JsonValue value, const std::filesystem::path& folder, JsonFaults& faults) {
  JsonReader from(value, faults);
  Question question;
  question.id = readLessonId(from, "id");
  const std::string kind = from.text("kind");
  const auto known = kinds().find(kind);
  if (faults.ok() && known == kinds().end()) faults.report(*value.find("kind"), GB_TEXT("engine", "\"kind\" is \"%1\"; it should be number, choice, curve or region.").arg(kind.substr(0, 60)));
  if (!faults.ok()) return question;
  question.kind = known->second;
  question.predict = from.flag("predict", false);
  if (question.kind == QuestionKind::Choice) readChoices(from, question);
  if (question.kind == QuestionKind::Region) readPicture(from, folder, question);
  if (question.kind == QuestionKind::Curve) {
    question.axes = readAxes(from);
    if (faults.ok() && !question.predict) faults.report(value, GB_TEXT("engine", "A curve is drawn before the run: \"predict\" should be true."));
  }
  from.finish();
  return question;
}

AnswerValue readModelAnswer(const Question& question, JsonValue with, JsonFaults& faults) {
  if (question.kind == QuestionKind::Number) return JsonReader::numberOf(with, "with", -kLargest, kLargest, faults);
  if (question.kind == QuestionKind::Curve) return DrawnCurve{question.axes, readHeights(with, question.axes, "with", faults)};
  const std::string choice = JsonReader::textOf(with, "with", faults);
  if (faults.ok()) checkLessonChoice(question, choice, with, faults);
  return choice;
}

}  // namespace glassbox
