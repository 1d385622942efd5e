// Generated text: the network goes on from a prompt, token by token, and shows what else it could have written.
#pragma once

#include "widgets/views/look_view.h"
#include "widgets/views/side_job.h"
#include "widgets/views/text_writer.h"

#include <map>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTextEdit;

namespace glassbox {

class BarPlot;
class SectionLabel;
class SliderField;

class TextView : public LookView {
  Q_OBJECT

 public:
  static constexpr const char* kKey = "text";
  static QString title() { return tr("Generated text"); }
  static QString purpose();
  static bool suits(const ProbeSubject& subject, const Analysis& analysis) { return TextWriter::suits(subject, analysis); }

  explicit TextView(QWidget* parent = nullptr);
  ~TextView() override;

  void setSubject(const ProbeSubject& subject) override;
  ProbeWish wish() const override;
  void setAnswer(const ProbeAnswer& answer) override;
  bool hasPicture() const override { return !m_tokens.empty(); }

  /// A token of the text, and the probability that the network gave it before it came; none for the first one.
  struct Shown {
    TokenId token = 0;
    std::optional<double> probability;
  };
  const std::vector<Shown>& tokens() const { return m_tokens; }
  const std::vector<NextToken>& next() const { return m_next; }
  QString text() const;
  bool isWriting() const { return m_job.isRunning(); }
  SamplerSettings settings() const;

  QLineEdit* prompt() const { return m_prompt; }
  SliderField* field(const QString& key) const { return m_fields.at(key); } ///< temperature, top_k, top_p, seed, tokens
  QPushButton* generateButton() const { return m_generate; }
  QPushButton* continueButton() const { return m_continue; }
  BarPlot* bars() const { return m_bars; }
  QString message() const;

 public slots:
  void generate();    ///< from the prompt; while it writes: stop
  void goOn();        ///< from the text that stands there
  void take(int bar); ///< puts one of the next tokens behind the text

 protected:
  void changeEvent(QEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  struct Model; // the writer, used by one job at a time

  void retranslate();
  void work(std::int64_t count);
  void fail(const Error& error);
  void showText();
  void append(const Shown& shown);
  void showNext();
  void showButtons();
  QByteArray csv() const;

  ProbeSubject m_subject;
  std::shared_ptr<Model> m_model;
  std::shared_ptr<const Buffer<float>> m_weights;
  std::int64_t m_step = 0, m_writtenAt = 0;
  std::vector<Shown> m_tokens;
  std::vector<NextToken> m_next;
  std::uint64_t m_round = 0; // what a job before the last reports is dropped
  QLineEdit* m_prompt;
  std::map<QString, SliderField*> m_fields;
  std::map<QString, QLabel*> m_labels;
  QPushButton *m_generate, *m_continue;
  SectionLabel *m_textHead, *m_nextHead;
  QTextEdit* m_text;
  BarPlot* m_bars;
  QLabel* m_message;
  SideJob m_job; // the last member: it ends before the rest goes
};

} // namespace glassbox
