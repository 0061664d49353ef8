// The class TorrentHandle.
#include "classes/classes.h"
#include "convert/codec_libtorrent.h"
#include "tables/records.h"

namespace binding {

ObjectTag const torrent_handle_tag{{0x1c9d2b7a4f6e8035, 0x48414e444c454150}, "a TorrentHandle"};

namespace {

napi_value construct(Environment& env, Call const& call) {
  auto wrapped = adopt_pending<WrappedTorrent>(env);
  if (!wrapped) {
    throw_plain_error(env, "TypeError", "a TorrentHandle comes from a Session, not from new");
  }
  wrap(env, call.self, torrent_handle_tag, std::move(wrapped));
  return call.self;
}

// Also of a removed torrent or a closed session: its last state.
napi_value summary(Environment& env, Call const& call) {
  auto const& torrent = unwrap<WrappedTorrent>(env, call.self);
  Summary const known = torrent.summary ? torrent.summary->get() : Summary{};
  TorrentSummary result{known.name, known.info_hashes, {}};
  if (torrent.core->closed()) {
    result.state.end = "session_closed";
  } else if (!torrent.removed && torrent.handle.is_valid()) {
    result.state.state = known.state;
  }
  return to_js(env, result);
}

}  // namespace

receiver<lt::torrent_handle>::target receiver<lt::torrent_handle>::target_of(Environment& env,
                                                                             napi_value self) {
  auto const& torrent = unwrap<WrappedTorrent>(env, self);
  target result{torrent.core, &torrent, torrent.handle};
  require_usable(result);
  return result;
}

void receiver<lt::torrent_handle>::require_usable(target const& h) {
  h.core->session();  // throws when it is closed
  require_in_session(*h.wrapped);
}

receiver<TorrentInAnyState>::target receiver<TorrentInAnyState>::target_of(Environment& env,
                                                                           napi_value self) {
  auto const& torrent = unwrap<WrappedTorrent>(env, self);
  torrent.core->session();  // throws when it is closed
  return {torrent.core, &torrent, {torrent.handle, torrent.removed}};
}

void require_in_session(WrappedTorrent const& torrent) {
  if (torrent.removed || !torrent.handle.is_valid()) {
    throw lt::system_error(lt::errors::invalid_torrent_handle);
  }
}

napi_value codec<lt::torrent_handle>::to_js(Environment& env, lt::torrent_handle const& value) {
  if (env.owner == nullptr || value == lt::torrent_handle()) return js_null(env);
  return static_cast<SessionCore*>(env.owner)->handle_to_js(env, value);
}

static WrappedTorrent& torrent_from_js(Environment& env, napi_value value, Path const& path) {
  auto& torrent = unwrap<WrappedTorrent>(env, value, torrent_handle_tag, path);
  if (env.owner != nullptr && torrent.core.get() != env.owner) {
    throw_plain_error(env, "TypeError", path.text() + " belongs to another session");
  }
  require_in_session(torrent);
  return torrent;
}

lt::torrent_handle codec<lt::torrent_handle>::from_js(Environment& env, napi_value value,
                                                      Path const& path) {
  return torrent_from_js(env, value, path).handle;
}

TorrentToRemove codec<TorrentToRemove>::from_js(Environment& env, napi_value value,
                                                Path const& path) {
  return {&torrent_from_js(env, value, path)};
}

void define_torrent_handle(Environment& env, Napi::Object exports) {
  std::vector<napi_property_descriptor> own = {method_descriptor<summary>("summary")};
  for (auto const& method : stream_methods()) {
    own.push_back(method->descriptor(napi_default_method));
  }
  exports.Set("TorrentHandle",
              Napi::Value(env.raw(), define_class(env, "TorrentHandle", constructor<construct>,
                                                  torrent_handle_methods(), own)));
}

}  // namespace binding
