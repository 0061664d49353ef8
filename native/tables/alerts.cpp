#include "tables/alerts.h"

#include <array>
#include <cstring>

#include "convert/schema.h"
#include "tables/records.h"
#include "tables/status_parts.h"

namespace binding {
namespace {

// The time at which libtorrent made an alert. Unlike other times it is never null.
struct Timestamp {
  lt::time_point value;
};

}  // namespace

template <>
struct codec<Timestamp> {
  static napi_value to_js(Conversion& cx, Timestamp const& time) {
    return js_number(cx, milliseconds_of(cx, time.value));
  }
  static std::string ts() { return "number"; }
};

// A line of a log. Lines differ, so a search for an equal one in the batch would cost time in vain.
struct LogLine {
  char const* text;
};
template <>
struct codec<LogLine> {
  static napi_value to_js(Conversion& cx, LogLine const& line) { return js_string(cx, line.text); }
  static std::string ts() { return "string"; }
};

// The item that the DHT has under a key. Null for none.
struct FoundItem {
  lt::entry const& value;
};
template <>
struct codec<FoundItem> {
  static napi_value to_js(Conversion& cx, FoundItem const& item) {
    return binding::to_js(cx, item.value);
  }
  static std::string ts() { return ts_out<lt::entry>() + " | null"; }
};

// The names of the types whose alerts did not fit into the queue.
struct AlertTypes {
  decltype(lt::alerts_dropped_alert::dropped_alerts) const& bits;
};
template <>
struct codec<AlertTypes> {
  static napi_value to_js(Conversion& cx, AlertTypes const& types);
  static std::string ts() { return "ReadonlyArray<AlertType>"; }
};

namespace {

// The fields of an alert, and of the base classes of alerts.
template <class T>
struct alert_fields;

#define NO_FIELDS
#define F(member) visit(#member, &self_type::member);
#define C(member, expression) \
  visit(#member, computed([]([[maybe_unused]] self_type const& self) { return expression; }));
#define BASE(cpp_type, base, fields)             \
  template <>                                    \
  struct alert_fields<lt::cpp_type> {            \
    using self_type = lt::cpp_type;              \
    template <class Visitor>                     \
    static constexpr void each(Visitor& visit) { \
      base;                                      \
      fields                                     \
    }                                            \
  };
BASE(alert, , C(timestamp, Timestamp{self.timestamp()}))
BASE(torrent_alert, alert_fields<lt::alert>::each(visit), F(handle) F(torrent_name))
BASE(peer_alert, alert_fields<lt::torrent_alert>::each(visit), F(endpoint) F(pid))
BASE(tracker_alert, alert_fields<lt::torrent_alert>::each(visit), F(local_endpoint) F(tracker_url))
#define ALERT(cpp_type, base, fields) BASE(cpp_type, alert_fields<lt::base>::each(visit), fields)
#include "tables/alerts.inc"
#undef ALERT
#undef BASE
#undef C
#undef F
#undef NO_FIELDS

template <class T>
void put_fields(Conversion& cx, lt::alert const& alert, RecordBuffer& records) {
  FieldWriter<T> writer{cx, static_cast<T const&>(alert), records};
  alert_fields<T>::each(writer);
}

struct Bound {
  void (*put_fields)(Conversion&, lt::alert const&, RecordBuffer&) = nullptr;
  std::size_t factory = 0;
};

constexpr std::array<Bound, lt::num_alert_types> bind_alerts() {
  std::array<Bound, lt::num_alert_types> bound{};
#define ALERT(cpp_type, base, fields) \
  bound[lt::cpp_type::alert_type] =   \
      Bound{put_fields<lt::cpp_type>, static_cast<std::size_t>(Factory::cpp_type)};
#include "tables/alerts.inc"
#undef ALERT
  return bound;
}

constexpr auto bound_alerts = bind_alerts();

// A torrent could not be added, or a connection ended before the peer named its torrent.
template <class T>
constexpr bool may_lack_torrent =
    std::is_same_v<T, lt::add_torrent_alert> || std::is_same_v<T, lt::peer_blocked_alert> ||
    std::is_same_v<T, lt::peer_disconnected_alert> || std::is_same_v<T, lt::peer_error_alert> ||
    std::is_same_v<T, lt::peer_log_alert> || std::is_same_v<T, lt::performance_alert>;

template <class T>
struct AlertDescriber {
  JsonWriter& json;
  template <class Accessor>
  void operator()(char const* name, Accessor) {
    using type = field_type<T, Accessor>;
    bool const is_handle = std::is_same_v<type, lt::torrent_handle>;
    json.begin_object();
    json.key("cpp").value(name);
    json.key("name").value(camel_case(name));
    json.key("type").value(ts_out<type>() + (is_handle && may_lack_torrent<T> ? " | null" : ""));
    if constexpr (is_record_codec<type>::value) json.key("isRecord").value(true);
    json.end_object();
  }
};

char const* priority_name(lt::alert_priority priority) {
  switch (priority) {
    case lt::alert_priority::normal: return "normal";
    case lt::alert_priority::high: return "high";
    case lt::alert_priority::critical: return "critical";
    default: return "meta";
  }
}

template <class T>
void describe(JsonWriter& json, char const* cpp_name) {
  json.key(lt::alert_name(T::alert_type)).begin_object();
  json.key("cpp").value(cpp_name);
  json.key("id").value(T::alert_type);
  json.key("category").value(static_cast<double>(static_cast<std::uint32_t>(T::static_category)));
  json.key("priority").value(priority_name(T::priority));
  json.key("fields").begin_array();
  AlertDescriber<T> describer{json};
  alert_fields<T>::each(describer);
  json.end_array().end_object();
}

}  // namespace

napi_value codec<AlertTypes>::to_js(Conversion& cx, AlertTypes const& types) {
  ArrayBuilder names(cx);
  for (std::size_t i = 0; i < bound_alerts.size(); ++i) {
    if (bound_alerts[i].put_fields != nullptr && types.bits.test(i)) {
      names.push(cx.literal(lt::alert_name(static_cast<int>(i))));
    }
  }
  return names.finish();
}

void put_as_dropped(Conversion& cx, lt::alert const& alert, std::exception_ptr reason,
                    RecordBuffer& records) {
  napi_value text = error_value(cx, std::move(reason));
  if (text == nullptr) throw JsPending{};
  check(cx.raw(), napi_coerce_to_string(cx.raw(), text, &text));
  std::string const message = "dropped alerts: " + std::string(alert.what()) + " (" +
                              string_from_js(cx, text, Path("")) + ')';
  ArrayBuilder types(cx);
  types.push(cx.literal(alert.what()));
  put_number(cx, static_cast<std::size_t>(Factory::alerts_dropped_alert), records);
  records.push_back(js_string(cx, message));
  records.push_back(to_js(cx, Timestamp{alert.timestamp()}));
  records.push_back(types.finish());
}

// Before 2.0.12 a session_error_alert stores its text without the zero at which message() ends, so
// message() prints the memory behind it. The text is therefore made from the error.
static std::string message_of(lt::alert const& alert) {
#if LIBTORRENT_VERSION_NUM < 20012
  if (auto const* failed = lt::alert_cast<lt::session_error_alert>(&alert)) {
    auto const& error = failed->error;
    if (!error) return "session error: unknown error";
    return "session error: (" + std::to_string(error.value()) + ' ' + error.message() + ") " +
           lt::system_error(error).what();
  }
#endif
  return alert.message();
}

void put_alert(Conversion& cx, lt::alert const& alert, bool with_message, RecordBuffer& records) {
  auto const type = static_cast<std::size_t>(alert.type());
  if (type >= bound_alerts.size() || bound_alerts[type].put_fields == nullptr) return;
  auto const start = records.size();
  try {
    put_number(cx, bound_alerts[type].factory, records);
    records.push_back(with_message ? js_string(cx, message_of(alert)) : cx.literal(""));
    bound_alerts[type].put_fields(cx, alert, records);
  } catch (...) {
    records.resize(start);
    put_as_dropped(cx, alert, std::current_exception(), records);
  }
}

void describe_alerts(JsonWriter& json) {
#define ALERT(cpp_type, base, fields) describe<lt::cpp_type>(json, #cpp_type);
#include "tables/alerts.inc"
#undef ALERT
}

}  // namespace binding
