// Alerts as JS objects: tables/alerts.inc.
#pragma once

#include <libtorrent/alert.hpp>

#include "runtime/environment.h"

namespace binding {

namespace lt = libtorrent;
class JsonWriter;

// Null for a type that is not bound. The object's keys are: type, category, timestamp, message
// (when asked for), then the fields of the table.
napi_value alert_to_js(Environment& env, lt::alert const& alert, bool with_message);

void describe_alerts(JsonWriter& json);

}  // namespace binding
