// Passes the alerts of a session to lib/.
#pragma once

#include <bitset>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include <libtorrent/alert_types.hpp>
#include <libtorrent/session.hpp>

#include "guards/info_copies.h"
#include "tables/status_parts.h"

namespace binding {

// JS thread.
//
// Problem: a state_update may have the status of all torrents. Its conversion would block the event
// loop.
// Rule: its list is converted in parts. Until the list is whole, this alert and later ones wait, so
// alerts keep their order.
class AlertDelivery {
 public:
  explicit AlertDelivery(bool with_messages) : with_messages_(with_messages) {}

  // `dispatch` receives every batch of alerts.
  void set_dispatch(Ref dispatch) { dispatch_ = std::move(dispatch); }
  void drop_references() noexcept;

  // The extension that makes copies of objects that alerts refer to.
  std::shared_ptr<InfoCopies> const& copies() const { return copies_; }

  // Starts or ends the delivery of alerts of this type.
  void subscribe(int alert_type, bool on);

  // Takes the alerts that the session has posted. Problem: this ends the alerts that were taken
  // before. Rule: those were delivered.
  void pop(lt::session& session);

  // Delivers the alerts that were taken. With `in_parts`, it converts one part of a long list at
  // most; waits() is true when more is left.
  void deliver(Conversion& cx, bool in_parts);

  // Whether alerts wait for the rest of a list, which deliver() converts in a later turn.
  bool waits() const { return list_.has_value(); }

  // Whether an alert is being converted.
  bool converting() const { return converting_; }

 private:
  void convert(Conversion& cx, bool in_parts, RecordBuffer& records);
  bool complete_list(Conversion& cx, lt::alert const& alert, bool in_parts, RecordBuffer& records);

  bool const with_messages_;
  bool converting_ = false;
  std::bitset<lt::num_alert_types> subscribed_;
  std::vector<lt::alert*> popped_;                    // libtorrent's, until the next pop_alerts()
  std::size_t delivered_ = 0;                         // of popped_
  std::optional<ListInParts<UpdatedStatuses>> list_;  // of the next alert
  Ref dispatch_;
  std::shared_ptr<InfoCopies> const copies_ = std::make_shared<InfoCopies>();
};

}  // namespace binding
