// Alerts as JS objects: tables/alerts.inc.
#pragma once

#include <libtorrent/alert.hpp>

#include "marshal/tape.h"

namespace binding {

namespace lt = libtorrent;
class JsonWriter;

// Puts the number of the factory, the message (when asked for) and the fields of the table on the
// tape; nothing for a type that is not bound, or when it throws.
void put_alert(Environment& env, lt::alert const& alert, bool with_message, Tape& tape);

void describe_alerts(JsonWriter& json);

}  // namespace binding
