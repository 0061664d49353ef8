// Alerts as JS objects: tables/alerts.inc.
#pragma once

#include <libtorrent/alert.hpp>

#include "convert/record_buffer.h"

namespace binding {

namespace lt = libtorrent;
class JsonWriter;

// Appends the number of the factory, the message (`with_message`) and the fields of the table to
// the record buffer. Appends nothing for a type without a table line, or when it throws.
void put_alert(Conversion& cx, lt::alert const& alert, bool with_message, RecordBuffer& records);

void describe_alerts(JsonWriter& json);

}  // namespace binding
