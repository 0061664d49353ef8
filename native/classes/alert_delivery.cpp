#include "classes/alert_delivery.h"

#include <exception>
#include <utility>

#include "tables/alerts.h"

namespace binding {

void AlertDelivery::drop_references() noexcept {
  dispatch_.reset();
  list_.reset();
}

void AlertDelivery::subscribe(int alert_type, bool on) {
  copies_->subscribe(alert_type, on);
  subscribed_.set(static_cast<std::size_t>(alert_type), on);
}

void AlertDelivery::pop(lt::session& session) {
  list_.reset();
  copies_->begin_batch();
  session.pop_alerts(&popped_);
  delivered_ = 0;
}

// Delivers in batches, so that few handles exist at once, and the young generation collects the
// objects that listeners drop.
void AlertDelivery::deliver(Conversion& cx, bool in_parts) {
  RecordBuffer records;
  while (subscribed_.any() && delivered_ < popped_.size()) {
    Batch const batch(cx);
    records.clear();
    convert(cx, in_parts, records);
    // A listener may close the session, which delivers all alerts at once.
    if (!records.empty()) {
      report_uncaught(cx, [&] { cx.env().call(dispatch_.get(), records.size(), records.data()); });
    }
    if (waits()) return;
  }
}

void AlertDelivery::convert(Conversion& cx, bool in_parts, RecordBuffer& records) {
  constexpr std::size_t enough = 1024;  // values
  while (records.size() < enough && delivered_ < popped_.size()) {
    lt::alert const& alert = *popped_[delivered_];
    if (subscribed_.test(static_cast<std::size_t>(alert.type()))) {
      // An alert that can't be converted does not affect the others.
      bool is_whole = true;
      converting_ = true;
      report_uncaught(cx, [&] { is_whole = complete_list(cx, alert, in_parts, records); });
      converting_ = false;
      if (!is_whole) return;
    }
    list_.reset();
    ++delivered_;
  }
}

// Converts an alert, or a part of its list. Returns whether the alert was converted.
bool AlertDelivery::complete_list(Conversion& cx, lt::alert const& alert, bool in_parts,
                                  RecordBuffer& records) {
  auto const* const update = lt::alert_cast<lt::state_update_alert>(&alert);
  if (update == nullptr) {
    put_alert(cx, alert, with_messages_, records);
    return true;
  }
  try {
    if (!list_) list_.emplace(UpdatedStatuses(update->status));
    while (!list_->append_part(cx)) {
      if (in_parts) return false;
    }
  } catch (...) {
    put_as_dropped(cx, alert, std::current_exception(), records);
    return true;
  }
  cx.alert_list = list_->array();
  put_alert(cx, alert, with_messages_, records);
  cx.alert_list = nullptr;
  return true;
}

}  // namespace binding
