// What the window keeps against a crash, and what an earlier start of the program left behind.
#pragma once

#include "app/recovery_slot.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace glassbox {

class RecoveryBar;

/// Owner: the main window. Folders lie in the learner's folder, so that nothing of a learner who is deleted stays.
class Recovery : public QObject {
  Q_OBJECT

 public:
  /// What a project of this title is called on the screen.
  using NameOf = std::function<QString(const std::string&)>;

  Recovery(NameOf nameOf, QWidget* window);
  ~Recovery() override;

  RecoveryBar* bar() const { return m_bar; }
  /// From now on in `folder`; offers what was left there.
  void use(const std::filesystem::path& folder);

  /// The words of what is offered, after a change of language.
  void retranslate();

  /// Writes the work to this program's own folder, from any thread.
  std::function<Result<void>(const ShelvedWork&)> writer(const QString& path);
  /// Nothing is open that could be lost.
  void clear();
  /// The program ends as it should.
  void close();

  /// The work that is offered becomes what this program keeps. Fails when it cannot be used; the next one is offered then.
  Result<ShelvedWork> adopt();
  /// The file that the adopted work belongs to.
  QString path() const;

 signals:
  void restoreAsked();
  void failed(const glassbox::Error& error);

 private:
  void offer();

  NameOf m_nameOf;
  std::filesystem::path m_folder;
  std::shared_ptr<RecoverySlot> m_slot;               ///< this program's; null: nothing has been kept yet
  std::vector<std::unique_ptr<RecoverySlot>> m_left;  ///< the first is offered
  RecoveryBar* m_bar;
};

} // namespace glassbox
