#include <algorithm>

#include "classes/classes.h"
#include "classes/torrent_summary.h"
#include "guards/guarded_disk.h"
#include "guards/piece_deadlines.h"
#include "tables/bounds.h"
#include "tables/methods.h"

namespace binding {
namespace {

// Returns the metadata, which bounds indices. In a job, they can't change before the call that
// follows. Throws while the torrent has no metadata.
std::shared_ptr<lt::torrent_info const> metadata_of(lt::torrent_handle const& handle) {
  auto info = handle.torrent_file();
  if (!info) throw lt::system_error(lt::errors::no_metadata);
  return info;
}

lt::download_priority_t clamped(lt::download_priority_t priority) {
  return std::min(priority, lt::top_priority);
}

std::vector<lt::download_priority_t> clamped(std::vector<lt::download_priority_t> priorities) {
  for (auto& priority : priorities) priority = clamped(priority);
  return priorities;
}

void refresh_priorities(lt::torrent_handle const& handle) {
  if (auto const deadlines = PieceDeadlines::find(handle)) deadlines->refresh();
}

void set_piece_priority(lt::torrent_handle const& handle, lt::piece_index_t piece,
                        lt::download_priority_t priority) {
  auto const deadlines = PieceDeadlines::find(handle);
  if (deadlines) {
    deadlines->set_priority(piece, priority);
  } else {
    handle.piece_priority(piece, priority);
  }
}

void prioritize_pieces(lt::torrent_handle const& handle,
                       std::vector<lt::download_priority_t> priorities) {
  auto const deadlines = PieceDeadlines::find(handle);
  if (deadlines) {
    deadlines->set_priorities(std::move(priorities));
  } else {
    handle.prioritize_pieces(priorities);
  }
}

void expect_file_priorities(lt::torrent_handle const& handle) {
  if (auto const deadlines = PieceDeadlines::find(handle)) deadlines->expect_file_priorities();
}

#if LIBTORRENT_VERSION_NUM >= 20012
void put_priorities_behind_deadlines(lt::torrent_handle const& handle,
                                     lt::add_torrent_params& params) {
  auto const deadlines = PieceDeadlines::find(handle);
  if (deadlines) deadlines->put_priorities_behind(params.piece_priorities);
}
#endif

// A torrent may end on another thread between both calls. That is no error.
bool is_in_session(TorrentInAnyState const& torrent) {
  try {
    return !torrent.removed && torrent.handle.in_session();
  } catch (lt::system_error const&) {
    return false;
  }
}

// Copies the result, because libtorrent's next result overwrites the memory that it points into.
std::vector<PartialPiece> download_queue(lt::torrent_handle const& handle) {
  std::vector<lt::partial_piece_info> queue;
  handle.get_download_queue(queue);
  return partial_pieces(queue);
}

#if LIBTORRENT_VERSION_NUM >= 20009
bool need_save_resume_data(lt::torrent_handle const& handle, lt::resume_data_flags_t flags) {
  return handle.need_save_resume_data(flags);
}
#else
bool need_save_resume_data(lt::torrent_handle const&, lt::resume_data_flags_t) {
  throw OutOfRange{
      "flags must be left out: they need libtorrent 2.0.9, this is " LIBTORRENT_VERSION};
}
#endif

// How many bytes ahead of a stream's position have deadlines, but always two pieces.
constexpr std::int64_t stream_window = 4 << 20;

// Between the deadlines of one piece and the next.
constexpr int deadline_step = 250;  // milliseconds

// Sets deadlines for the missing pieces that a stream reads next, where it has set none yet.
// `position` and `end` are offsets in the file. Does nothing without metadata, and for a range that
// the stream will refuse.
void set_stream_deadlines(lt::torrent_handle const& torrent, PieceDeadlines::Reader stream,
                          lt::file_index_t file, std::int64_t position, std::int64_t end) {
  auto const info = torrent.torrent_file();
  if (!info || file < lt::file_index_t(0) || file >= info->files().end_file()) return;
  end = std::min(end, info->files().file_size(file));
  if (position < 0 || position >= end) return;
  auto const piece_at = [&](std::int64_t offset) {
    return static_cast<int>((info->files().file_offset(file) + offset) / info->piece_length());
  };
  auto const ahead = std::max(stream_window, std::int64_t{2} * info->piece_length());
  int const first = piece_at(position);
  int const last = std::min(piece_at(position + ahead - 1), piece_at(end - 1));
  for (int piece = first; piece <= last; piece++) {
    if (torrent.have_piece(lt::piece_index_t(piece))) continue;
    PieceDeadlines::of(torrent)->expect_for(stream, lt::piece_index_t(piece),
                                            (piece - first) * deadline_step);
  }
}

Methods make_methods() {
  using Receiver = lt::torrent_handle;
  MethodTable<Receiver> table;
  MethodTable<TorrentInAnyState> any_state;
#define ANY_STATE(kind, name, ...) any_state.add(Kind::kind, #name, __VA_ARGS__, "");
#include "tables/torrent_handle.inc"
  Methods methods = any_state.take();
  for (auto& method : table.take()) methods.push_back(std::move(method));
  return methods;
}

Methods make_stream_methods() {
  MethodTable<lt::torrent_handle> table;
  table.set_internal(true);
  table.add(Kind::network_send, "set_stream_deadlines", set_stream_deadlines,
            "stream, file, position, end");
  table.add(
      Kind::network_send, "clear_stream_deadlines",
      [](lt::torrent_handle& h, PieceDeadlines::Reader stream) {
        if (auto const deadlines = PieceDeadlines::find(h)) deadlines->clear_for(stream);
      },
      "stream");
  return table.take();
}

}  // namespace

Methods const& torrent_handle_methods() {
  static auto const* methods = new Methods(make_methods());
  return *methods;
}

Methods const& stream_methods() {
  static auto const* methods = new Methods(make_stream_methods());
  return *methods;
}

}  // namespace binding
