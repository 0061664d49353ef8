// Alerts as JS objects: tables/alerts.inc.
#pragma once

#include <exception>

#include <libtorrent/alert.hpp>

#include "convert/record_buffer.h"

namespace binding {

namespace lt = libtorrent;
class JsonWriter;

// Appends the number of the factory, the message (`with_message`) and the fields of the table to
// the record buffer. Appends nothing for a type without a table line, or when it throws.
void put_alert(Conversion& cx, lt::alert const& alert, bool with_message, RecordBuffer& records);

// The same for an alert without a counterpart in JavaScript (a number beyond 2^53), which counts as
// dropped. So promises that wait for it reject, and data of a peer can't cause an
// uncaughtException.
void put_as_dropped(Conversion& cx, lt::alert const& alert, std::exception_ptr reason,
                    RecordBuffer& records);

void describe_alerts(JsonWriter& json);

}  // namespace binding
