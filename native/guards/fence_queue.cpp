#include "guards/fence_queue.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <boost/system/system_error.hpp>

namespace binding {
namespace {

lt::file_storage const& current_files(lt::storage_params const& params) {
  return params.mapped_files == nullptr ? params.files : *params.mapped_files;
}

// Compares names as libtorrent does: without regard to the case of ASCII letters.
bool same_name(lt::string_view a, lt::string_view b) {
  auto const lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char left, char right) { return lower(left) == lower(right); });
}

// Returns whether another file of the torrent has the path, on the disk or not yet.
bool is_taken_by_another(lt::file_storage const& files, std::string const& save_path,
                         lt::file_index_t file, std::filesystem::path const& target) {
  std::string const name = target.filename().u8string();
  for (auto const other : files.file_range()) {
    if (other == file || files.pad_file_at(other)) continue;
    bool const is_elsewhere = files.file_absolute_path(other);  // its name is the whole path
    if (!is_elsewhere && !same_name(files.file_name(other), name)) continue;
    auto const path = place_of(save_path, files.file_path(other));
    if (same_name(path.u8string(), target.u8string())) return true;
  }
  return false;
}

// Any thread. A new name that leads to the same file, as in another case, is not taken.
bool is_taken_on_disk(std::filesystem::path const& source, std::filesystem::path const& target) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(target, error))) return false;
  return !std::filesystem::equivalent(source, target, error);
}

lt::error_code taken() { return make_error_code(boost::system::errc::file_exists); }

}  // namespace

FenceQueue::FenceQueue(StorageSession& session, lt::storage_index_t storage,
                       lt::storage_params const& params)
    : session_(session), storage_(storage), files_(current_files(params)), save_path_(params.path) {
  session_.places.add(storage_, files_, save_path_, params.mapped_files != nullptr);
}

void FenceQueue::start(std::function<void()> job) {
  if (stopped_) {
    job();
  } else {
    append({std::nullopt, std::move(job)});
  }
}

void FenceQueue::start(Rename rename) {
  if (stopped_) {
    rename.start();
  } else {
    append({std::move(rename), {}});
  }
}

void FenceQueue::append(Job job) {
  waiting_.push_back(std::move(job));
  start_next();
}

void FenceQueue::start_next() {
  if (waiting_.empty()) return;
  auto const self = shared_from_this();  // a job that starts may remove the torrent
  while (!looking_up_ && !has_fence() && !waiting_.empty()) {
    Job job = std::move(waiting_.front());
    waiting_.pop_front();
    if (job.rename) {
      look_up(std::move(*job.rename));
    } else {
      job.start();
    }
  }
  session_.disk.submit_jobs();
}

void FenceQueue::look_up(Rename rename) {
  auto const target = place_of(save_path_, rename.name);
  if (is_taken_by_another(files_, save_path_, rename.file, target)) return rename.refuse(taken());
  if (rename.overwrites) return rename.start();
  if (session_.places.is_taken(storage_, target)) return rename.refuse(taken());
  auto const source = place_of(save_path_, files_.file_path(rename.file));
  try {
    if (!session_.lookups) session_.lookups.emplace(1);
  } catch (boost::system::system_error const& error) {
    return rename.refuse(error.code());  // the system has no thread left
  }
  looking_up_ = std::move(rename);
  boost::asio::post(*session_.lookups,
                    [&context = session_.context, source, target, queue = weak_from_this()] {
                      bool const is_taken = is_taken_on_disk(source, target);
                      boost::asio::post(context, [queue, is_taken] {
                        if (auto const self = queue.lock()) self->end_lookup(is_taken);
                      });
                    });
}

void FenceQueue::end_lookup(bool is_taken) {
  if (!looking_up_) return;  // stop() has refused it
  Rename const rename = std::move(*looking_up_);
  looking_up_.reset();
  if (is_taken) {
    rename.refuse(taken());
  } else {
    rename.start();
    session_.disk.submit_jobs();
  }
  start_next();
}

void FenceQueue::stop() {
  stopped_ = true;
  if (looking_up_) waiting_.push_front({std::exchange(looking_up_, {}), {}});
  for (auto& job : std::exchange(waiting_, {})) {
    if (job.rename) {
      job.rename->refuse(boost::asio::error::operation_aborted);
    } else {
      job.start();
    }
  }
}

lt::storage_error FenceQueue::collision(std::string const& save_path) const {
  auto const file = session_.places.collision(storage_, save_path);
  if (!file) return {};
  return {lt::errors::file_collision, *file, lt::operation_t::check_resume};
}

void FenceQueue::claim_files() {
  claimed_ = true;
  session_.places.accept(storage_);
}

lt::storage_error FenceQueue::claim() {
  if (claimed_ || stopped_) return {};
  auto const error = collision(save_path_);
  if (!error) claim_files();
  return error;
}

// Jobs of a removed torrent end after another torrent has its index.
void FenceQueue::moved(std::string const& save_path) {
  if (stopped_) return;
  save_path_ = save_path;
  session_.places.moved(storage_, save_path);
}

void FenceQueue::renamed(std::string const& name) {
  if (!stopped_) session_.places.renamed(storage_, name);
}

}  // namespace binding
