// Defines the exports of the addon. The only file that includes every layer.
#include <libtorrent/hasher.hpp>
#include <libtorrent/version.hpp>
#ifdef ADDON_STANDALONE
#include <openssl/crypto.h>
#endif

#include <string>

#include "classes/classes.h"
#include "classes/filters.h"
#include "convert/schema.h"
#include "guards/certificates.h"
#include "guards/file_names.h"
#include "node/fault_signals.h"
#include "node/keep_loaded.h"
#include "tables/alerts.h"
#include "tables/errors.h"
#include "tables/flags.h"
#include "tables/records.h"
#include "tables/settings.h"
#include "tables/unbound.h"

namespace binding {
namespace {

void describe_all_methods(JsonWriter& json) {
  describe_methods(json, "Session", session_methods());
  describe_methods(json, "TorrentHandle", torrent_handle_methods());
  describe_methods(json, "TorrentInfo", torrent_info_methods());
  describe_methods(json, "FileStorage", file_storage_methods());
  describe_methods(json, "CreateTorrent", create_torrent_methods());
  describe_methods(json, "IpFilter", ip_filter_methods());
  describe_methods(json, "PortFilter", port_filter_methods());
  describe_methods(json, "PeerClassTypeFilter", peer_class_type_filter_methods());
  describe_methods(json, "Functions", functions());
}

template <class Describe>
void section(JsonWriter& json, char const* name, Describe describe) {
  json.key(name).begin_object();
  describe(json);
  json.end_object();
}

std::string describe_everything() {
  JsonWriter json;
  json.begin_object();
  section(json, "alerts", describe_alerts);
  section(json, "records", describe_records);
  section(json, "enums", describe_enums);
  section(json, "flags", describe_flags);
  section(json, "settings", describe_settings);
  section(json, "errors", describe_errors);
  section(json, "methods", describe_all_methods);
  section(json, "coverage", describe_unbound);
  json.key("metrics").begin_array();
  describe_metrics(json);
  json.end_array().end_object();
  return json.take();
}

// Shared by the process, because the tables don't change.
std::string const& schema() {
  static auto const* text = new std::string(describe_everything());
  return *text;
}

std::string hash_of(std::string const& text) {
  auto const digest = lt::hasher(text).final();
  return hex_of(digest.data(), static_cast<std::size_t>(lt::sha1_hash::size()));
}

// In the order of their numbers.
napi_value names_of_factories(Environment& env) {
  napi_value result = nullptr;
  check(env.raw(), napi_create_array(env.raw(), &result));
  std::uint32_t number = 0;
  for (char const* const name : factory_names()) {
    check(env.raw(), napi_set_element(env.raw(), result, number++, js_string(env, name)));
  }
  return result;
}

napi_value get_schema(Conversion& cx, Call const&) { return js_string(cx, schema()); }

napi_value initialize(Conversion& cx, Call const& call) {
#define X(name, subject) #name,
  std::vector<char const*> const classes = {BINDING_CLASSES(X)};
#undef X
  cx.env().initialize(call.args[0], classes);
  return js_undefined(cx);
}

napi_value system_authorities(Conversion& cx, Call const&) {
  return js_boolean(cx, has_system_authorities());
}

void start(Environment& env, napi_value exports) {
  define_session(env, exports);
  define_torrent_handle(env, exports);
  define_torrent_info(env, exports);
  define_file_storage(env, exports);
  define_create_torrent(env, exports);
  define_filters(env, exports);
  define_functions(env, exports, functions());
  define_properties(
      env, exports,
      {method_descriptor<get_schema>("schema"), method_descriptor<initialize>("initialize"),
       method_descriptor<system_authorities>("hasSystemAuthorities")});
  set_property(env, exports, "schemaHash", js_string(env, hash_of(schema())));
  set_property(env, exports, "packageVersion", js_string(env, PACKAGE_VERSION));
  set_property(env, exports, "libtorrentVersion", js_string(env, LIBTORRENT_VERSION));
  set_property(env, exports, "factoryNames", names_of_factories(env));
  set_property(env, exports, "takesAuthorities", js_boolean(env, takes_authorities()));
}

}  // namespace
}  // namespace binding

// Versions of libtorrent 2.0 share a soname, and their structs have different layouts. So any call
// into another version than that of the headers may crash.
static void require_compiled_version(Napi::Env env) {
  std::string const found = lt::version();
  if (found == LIBTORRENT_VERSION) return;
  throw Napi::Error::New(env, "compiled against libtorrent " LIBTORRENT_VERSION
                              ", and the system's library is libtorrent " +
                                  found);
}

// Problem: OpenSSL frees its state in an exit handler, which runs before the one that ends
// sessions. Rule: a copy of OpenSSL that only this addon uses registers no such handler.
static void keep_openssl_until_exit() {
#ifdef ADDON_STANDALONE
  OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);
#endif
}

static Napi::Object start_addon(Napi::Env env, Napi::Object exports) {
  require_compiled_version(env);
  binding::keep_loaded();
  keep_openssl_until_exit();
  binding::use_utf8_file_names();
  binding::mark_javascript_thread();
  binding::start(binding::Environment::create(env, binding::translate_exception), exports);
  return exports;
}
NODE_API_MODULE(libtorrent_napi, start_addon)
