// The class TorrentHandle.
#include "classes/classes.h"
#include "classes/torrent_bytes.h"
#include "convert/codec_libtorrent.h"
#include "tables/records.h"

namespace binding {

ObjectTag const torrent_handle_tag{{0x1c9d2b7a4f6e8035, 0x48414e444c454150}, "a TorrentHandle"};

namespace {

napi_value construct(Conversion& cx, Call const& call) {
  auto wrapped = adopt_pending<WrappedTorrent>(cx);
  if (!wrapped) {
    throw_plain_error(cx, "TypeError", "a TorrentHandle comes from a Session, not from new");
  }
  wrap(cx, call.self, torrent_handle_tag, std::move(wrapped), 0, &WrappedTorrent::object);
  return call.self;
}

// Returns the last state also for a removed torrent or a closed session.
napi_value summary(Conversion& cx, Call const& call) {
  auto const& torrent = unwrap<WrappedTorrent>(cx, call.self);
  Summary const known = torrent.summary ? torrent.summary->get() : Summary{};
  TorrentSummary result{known.name, known.info_hashes, {}};
  if (torrent.core->closed()) {
    result.state.end = "session_closed";
  } else if (!torrent.removed && torrent.handle.is_valid()) {
    result.state.state = known.state;
  }
  return to_js(cx, result);
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

napi_value codec<lt::torrent_handle>::to_js(Conversion& cx, lt::torrent_handle const& value) {
  if (cx.session() == nullptr || value == lt::torrent_handle()) return js_null(cx);
  return cx.session()->handle_to_js(cx, value);
}

static WrappedTorrent& torrent_from_js(Conversion& cx, napi_value value, Path const& path) {
  auto& torrent = unwrap<WrappedTorrent>(cx, value, torrent_handle_tag, path);
  if (cx.session() != nullptr && torrent.core.get() != cx.session()) {
    throw_plain_error(cx, "TypeError", path.text() + " belongs to another session");
  }
  require_in_session(torrent);
  return torrent;
}

lt::torrent_handle codec<lt::torrent_handle>::from_js(Conversion& cx, napi_value value,
                                                      Path const& path) {
  return torrent_from_js(cx, value, path).handle;
}

TorrentToRemove codec<TorrentToRemove>::from_js(Conversion& cx, napi_value value,
                                                Path const& path) {
  return {&torrent_from_js(cx, value, path)};
}

void define_torrent_handle(Environment& env, napi_value exports) {
  std::vector<napi_property_descriptor> own = {method_descriptor<summary>("_summary"),
                                               method_descriptor<read_bytes>("_readBytes")};
  for (auto const& method : stream_methods()) {
    own.push_back(method->descriptor(napi_default_method));
  }
  define_class(env, exports, "TorrentHandle", constructor<construct>, torrent_handle_methods(),
               std::move(own));
}

}  // namespace binding
