// The deadlines of a torrent's pieces, by the stream that set them, and the priorities behind them.
//
// Problem: libtorrent keeps one deadline for a piece. A second one replaces the first with its
// flags, and a reset ends the deadlines of all streams. A deadline gives its piece top_priority,
// and its end leaves low_priority, also where the piece had priority 0. Rule: every call that sets
// a deadline or a priority of a piece goes through this table. A piece has the earliest of its
// deadlines, and its own priority again when the last of them has ended.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/extensions.hpp>
#include <libtorrent/torrent_handle.hpp>

namespace binding {

namespace lt = libtorrent;

// Network thread only, except the destructor.
class PieceDeadlines final : public lt::torrent_plugin {
 public:
  using Reader = std::uint32_t;     // the number of a stream
  static constexpr Reader own = 0;  // torrent.setPieceDeadline()
  using Priorities = std::vector<lt::download_priority_t>;

  // Returns the table of a torrent. The first deadline makes it.
  static std::shared_ptr<PieceDeadlines> of(lt::torrent_handle const& torrent);
  // Null before the first deadline.
  static std::shared_ptr<PieceDeadlines> find(lt::torrent_handle const& torrent);

  explicit PieceDeadlines(lt::torrent_handle torrent) : torrent_(std::move(torrent)) {}
  PieceDeadlines(PieceDeadlines const&) = delete;
  PieceDeadlines& operator=(PieceDeadlines const&) = delete;
  ~PieceDeadlines() override;

  // The deadlines of torrent.setPieceDeadline().
  void set(lt::piece_index_t piece, int milliseconds, lt::deadline_flags_t flags);
  void reset(lt::piece_index_t piece);
  void clear();

  // A deadline that the reader has set before stays.
  void expect_for(Reader reader, lt::piece_index_t piece, int milliseconds);
  void clear_for(Reader reader);

  // A piece that a reader waits for keeps top_priority, and has `priority` afterwards.
  void set_priority(lt::piece_index_t piece, lt::download_priority_t priority);
  void set_priorities(Priorities priorities);

  // Called before priorities of files are set. They change those of pieces when the disk thread has
  // answered.
  void expect_file_priorities();

  // Gives passed pieces their priorities back, and applies new priorities of files.
  void refresh();

  // Replaces the priorities of pieces with deadlines by those behind them. Calls no libtorrent.
  void put_priorities_behind(Priorities& priorities) const;

  // Other pieces and peers are in an intermediate state here, so refresh() sets the priorities
  // later.
  void on_piece_pass(lt::piece_index_t piece) override;
  void tick() override { refresh(); }

 private:
  struct Piece {
    lt::download_priority_t behind;           // the deadlines
    std::map<Reader, lt::time_point> of;      // the deadline of each reader, and of `own`
    std::multiset<lt::time_point> in_order;   // the same deadlines
    lt::deadline_flags_t flags{};             // of the own one
    std::optional<lt::time_point> effective;  // in libtorrent; none when that may have ended
  };
  using Pieces = std::map<lt::piece_index_t, Piece>;

  bool has(lt::piece_index_t piece) const;
  void add(Reader reader, lt::piece_index_t piece, int milliseconds, lt::deadline_flags_t flags);
  void apply(Pieces::value_type& piece) const;
  Pieces::iterator settle(Pieces::iterator piece);
  static bool drop(Piece& piece, Reader reader);
  void cancel_own(Pieces::value_type& piece) const;
  static bool has_own(Piece const& piece) { return piece.of.count(own) != 0; }
  static bool has_readers(Piece const& piece) { return piece.of.size() > (has_own(piece) ? 1 : 0); }
  void take_file_priorities();

  lt::torrent_handle const torrent_;
  Pieces pieces_;
  std::map<lt::piece_index_t, lt::download_priority_t> passed_;  // since refresh()
  std::optional<Priorities> file_priorities_;  // the last known ones, while new ones are expected
};

// An extension of a session: resume data has the priorities behind deadlines, because streams and
// deadlines end with the session.
std::shared_ptr<lt::plugin> keep_deadlines_out_of_resume_data();

}  // namespace binding
