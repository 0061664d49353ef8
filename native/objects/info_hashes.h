// The info-hashes of torrents, for the JS thread.
//
// libtorrent reads them without a lock, and writes them on the network thread when the metadata of
// a magnet link arrives: a hybrid torrent gains its other hash. So a torrent that is added without
// metadata is followed, and the JS thread reads the copy of the follower.
#pragma once

#include <memory>

#include <libtorrent/client_data.hpp>
#include <libtorrent/extensions.hpp>
#include <libtorrent/info_hash.hpp>
#include <libtorrent/torrent_handle.hpp>

namespace binding {

namespace lt = libtorrent;

// An extension for session_handle::add_extension(). Network thread.
std::shared_ptr<lt::torrent_plugin> follow_info_hashes(lt::torrent_handle const& torrent,
                                                       lt::client_data_t);

// Any thread.
lt::info_hash_t info_hashes_of(lt::torrent_handle const& torrent);

}  // namespace binding
