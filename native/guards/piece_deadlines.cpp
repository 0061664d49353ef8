#include "guards/piece_deadlines.h"

#include <algorithm>
#include <mutex>

#include <libtorrent/alert_types.hpp>
#include <libtorrent/torrent_info.hpp>

namespace binding {
namespace {

// Shared by the process, because a handle is unique in it.
struct Tables {
  std::mutex mutex;
  std::map<lt::torrent_handle, std::weak_ptr<PieceDeadlines>> of;
};

// Leaked on purpose: sessions use it until the process ends.
Tables& tables() {
  static auto* const all = new Tables;
  return *all;
}

// Returns the priority that libtorrent derives: the highest one of the piece's files.
lt::download_priority_t priority_of_files(lt::torrent_info const& info, lt::piece_index_t piece,
                                          PieceDeadlines::Priorities const& of_files) {
  auto const& files = info.files();
  auto highest = lt::dont_download;
  for (auto const& slice : files.map_block(piece, 0, info.piece_size(piece))) {
    auto const file = static_cast<std::size_t>(static_cast<int>(slice.file_index));
    if (!files.pad_file_at(slice.file_index)) highest = std::max(highest, of_files.at(file));
  }
  return highest;
}

// Any thread of libtorrent. It has locked the alert mutex.
class ResumeData final : public lt::plugin {
 public:
  lt::feature_flags_t implemented_features() override { return alert_feature; }
  void on_alert(lt::alert const* alert) override {
    auto const* saved = lt::alert_cast<lt::save_resume_data_alert>(alert);
    if (saved == nullptr || saved->params.piece_priorities.empty()) return;
    auto const table = PieceDeadlines::find(saved->handle);
    if (!table) return;
    // Still writable: the network thread has just made it, and it can't be popped yet.
    auto& params = const_cast<lt::save_resume_data_alert*>(saved)->params;
    table->put_priorities_behind(params.piece_priorities);
  }
};

}  // namespace

std::shared_ptr<PieceDeadlines> PieceDeadlines::of(lt::torrent_handle const& torrent) {
  if (auto known = find(torrent)) return known;
  auto made = std::make_shared<PieceDeadlines>(torrent);
  {
    std::lock_guard<std::mutex> const lock(tables().mutex);
    tables().of[torrent] = made;
  }
  // On the network thread this takes effect at once. The torrent owns the table.
  auto handle = torrent;
  handle.add_extension([made](lt::torrent_handle const&, lt::client_data_t) { return made; });
  return made;
}

std::shared_ptr<PieceDeadlines> PieceDeadlines::find(lt::torrent_handle const& torrent) {
  std::lock_guard<std::mutex> const lock(tables().mutex);
  auto const found = tables().of.find(torrent);
  return found == tables().of.end() ? nullptr : found->second.lock();
}

PieceDeadlines::~PieceDeadlines() {
  std::lock_guard<std::mutex> const lock(tables().mutex);
  tables().of.erase(torrent_);
}

void PieceDeadlines::set(lt::piece_index_t piece, int milliseconds, lt::deadline_flags_t flags) {
  if (!has(piece)) {
    torrent_.set_piece_deadline(piece, milliseconds, flags);  // posts the error
    return;
  }
  add(own, piece, milliseconds, flags);
}

void PieceDeadlines::reset(lt::piece_index_t piece) {
  refresh();
  auto const found = pieces_.find(piece);
  if (found == pieces_.end()) return;
  cancel_own(*found);
  settle(found);
}

void PieceDeadlines::clear() {
  refresh();
  for (auto piece = pieces_.begin(); piece != pieces_.end();) {
    cancel_own(*piece);
    piece = settle(piece);
  }
}

void PieceDeadlines::expect_for(Reader reader, lt::piece_index_t piece, int milliseconds) {
  auto const found = pieces_.find(piece);
  bool const is_set = found != pieces_.end() && found->second.of.count(reader) != 0;
  if (!is_set) add(reader, piece, milliseconds, {});
}

void PieceDeadlines::clear_for(Reader reader) {
  refresh();
  for (auto piece = pieces_.begin(); piece != pieces_.end();) {
    piece = drop(piece->second, reader) ? settle(piece) : std::next(piece);
  }
}

void PieceDeadlines::set_priority(lt::piece_index_t piece, lt::download_priority_t priority) {
  refresh();
  auto const found = pieces_.find(piece);
  if (found == pieces_.end()) {
    torrent_.piece_priority(piece, priority);
    return;
  }
  auto& entry = found->second;
  entry.behind = priority;
  if (priority == lt::dont_download) cancel_own(*found);
  if (has_readers(entry)) {
    apply(*found);
  } else if (has_own(entry)) {
    torrent_.piece_priority(piece, priority);
  } else {
    settle(found);
  }
}

void PieceDeadlines::set_priorities(Priorities priorities) {
  refresh();
  for (auto& piece : pieces_) {
    auto& priority = priorities.at(static_cast<std::size_t>(static_cast<int>(piece.first)));
    piece.second.behind = priority;
    if (priority == lt::dont_download) cancel_own(piece);
    if (has_readers(piece.second)) priority = lt::top_priority;
  }
  torrent_.prioritize_pieces(priorities);
  for (auto piece = pieces_.begin(); piece != pieces_.end();) {
    // A piece that has only the deadline of setPieceDeadline() keeps the given priority.
    bool const is_own = has_own(piece->second) && !has_readers(piece->second);
    piece = is_own ? std::next(piece) : settle(piece);
  }
}

void PieceDeadlines::expect_file_priorities() {
  refresh();
  if (!pieces_.empty() && !file_priorities_) file_priorities_ = torrent_.get_file_priorities();
}

void PieceDeadlines::refresh() {
  if (pieces_.empty() && passed_.empty()) return;
  if (file_priorities_) take_file_priorities();
  for (auto const& [piece, behind] : passed_) {
    if (torrent_.piece_priority(piece) == lt::low_priority) torrent_.piece_priority(piece, behind);
  }
  passed_.clear();
  if (pieces_.empty()) file_priorities_.reset();
}

void PieceDeadlines::put_priorities_behind(Priorities& priorities) const {
  auto const put = [&](lt::piece_index_t piece, lt::download_priority_t priority) {
    auto const index = static_cast<std::size_t>(static_cast<int>(piece));
    if (index < priorities.size()) priorities[index] = priority;
  };
  for (auto const& [piece, entry] : pieces_) put(piece, entry.behind);
  for (auto const& [piece, behind] : passed_) put(piece, behind);
}

void PieceDeadlines::on_piece_pass(lt::piece_index_t piece) {
  auto const found = pieces_.find(piece);
  if (found == pieces_.end()) return;
  passed_.insert_or_assign(piece, found->second.behind);
  pieces_.erase(found);
}

bool PieceDeadlines::has(lt::piece_index_t piece) const {
  auto const info = torrent_.torrent_file();
  return info && piece >= lt::piece_index_t(0) && piece < info->end_piece();
}

void PieceDeadlines::add(Reader reader, lt::piece_index_t piece, int milliseconds,
                         lt::deadline_flags_t flags) {
  refresh();
  auto const [at, is_new] = pieces_.try_emplace(piece);
  auto& entry = at->second;
  drop(entry, reader);
  auto const deadline = lt::clock_type::now() + lt::milliseconds(milliseconds);
  entry.of[reader] = deadline;
  entry.in_order.insert(deadline);
  if (reader == own) {
    entry.flags = flags;
    entry.effective.reset();
  }
  if (!is_new) {
    apply(*at);
    return;
  }
  // libtorrent ignores a deadline for a piece that has passed. Only the priority shows that, so it
  // must be below top_priority before.
  entry.behind = torrent_.piece_priority(piece);
  bool const is_top = entry.behind == lt::top_priority;
  if (is_top) torrent_.piece_priority(piece, lt::low_priority);
  apply(*at);
  if (torrent_.piece_priority(piece) == lt::top_priority) return;
  if (is_top) torrent_.piece_priority(piece, lt::top_priority);
  pieces_.erase(at);
}

// Sets the earliest deadline of a piece in libtorrent.
void PieceDeadlines::apply(Pieces::value_type& piece) const {
  auto& entry = piece.second;
  auto const earliest = *entry.in_order.begin();
  if (entry.effective == earliest) return;
  entry.effective = earliest;
  auto const milliseconds = lt::total_milliseconds(earliest - lt::clock_type::now());
  torrent_.set_piece_deadline(piece.first, static_cast<int>(milliseconds), entry.flags);
}

// Updates a piece after one of its deadlines has ended. Returns the next piece.
PieceDeadlines::Pieces::iterator PieceDeadlines::settle(Pieces::iterator piece) {
  if (!piece->second.of.empty()) {
    apply(*piece);
    return std::next(piece);
  }
  torrent_.reset_piece_deadline(piece->first);
  torrent_.piece_priority(piece->first, piece->second.behind);
  return pieces_.erase(piece);
}

// Returns whether the reader had a deadline.
bool PieceDeadlines::drop(Piece& piece, Reader reader) {
  auto const found = piece.of.find(reader);
  if (found == piece.of.end()) return false;
  piece.in_order.erase(piece.in_order.find(found->second));
  piece.of.erase(found);
  return true;
}

void PieceDeadlines::cancel_own(Pieces::value_type& piece) const {
  if (!drop(piece.second, own)) return;
  piece.second.flags = {};
  piece.second.effective.reset();
  torrent_.reset_piece_deadline(piece.first);  // posts a read_piece alert if the flags request it
}

// Priorities of files replace those of all pieces, and end the deadlines where they are 0.
void PieceDeadlines::take_file_priorities() {
  auto now = torrent_.get_file_priorities();
  bool const came =
      now != *file_priorities_ || std::any_of(pieces_.begin(), pieces_.end(), [&](auto& piece) {
        return has_readers(piece.second) &&
               torrent_.piece_priority(piece.first) != lt::top_priority;
      });
  auto const info = torrent_.torrent_file();
  if (!came || !info) return;
  for (auto& [piece, behind] : passed_) behind = priority_of_files(*info, piece, now);
  for (auto& piece : pieces_) {
    piece.second.behind = priority_of_files(*info, piece.first, now);
    piece.second.effective.reset();
    if (has_readers(piece.second)) apply(piece);
  }
  file_priorities_ = std::move(now);
}

std::shared_ptr<lt::plugin> keep_deadlines_out_of_resume_data() {
  return std::make_shared<ResumeData>();
}

}  // namespace binding
