#include "classes/scan.h"

#ifndef _WIN32
#include <sys/stat.h>
#endif

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "convert/path.h"
#include "convert/utf8.h"
#include "tables/errors.h"

namespace binding {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(lt::error_code const& error, std::string const& file,
                       std::string const& message = {}) {
  throw FileError{error, escape_non_utf8(file), message, lt::operation_t::file_stat};
}

[[noreturn]] void fail(int error, std::string const& file, std::string const& message = {}) {
  fail(lt::error_code(error, lt::system_category()), file, message);
}

// Resolves a path as path.resolve() of Node.js does.
fs::path resolved(std::string const& path) {
  std::error_code error;
  fs::path const absolute = fs::absolute(path, error).lexically_normal();
  if (error) fail(error.value(), path);
  fs::path result = absolute.has_filename() ? absolute : absolute.parent_path();
  if (result.has_filename()) return result;
  throw OutOfRange{"path must have a last part, which names the torrent, got \"" + path + '"'};
}

#ifdef _WIN32

// There are no bits of permission there, and names are Unicode: libtorrent's own scan does.
class Scan {
 public:
  Scan(lt::create_flags_t flags, ScanFilter const& accepts) : flags_(flags), accepts_(accepts) {}

  // `name` is the path in the torrent, which libtorrent takes from `path`, too.
  void add(std::string const& path, std::string const&) {
    auto const accepts = [this](std::string const& entry) {
      bool const is_accepted = accepts_(entry);
      is_whole_ = is_whole_ && is_accepted;
      return is_accepted;
    };
    lt::add_files(files_, path, accepts, flags_);
  }

  lt::file_storage take() { return std::move(files_); }
  bool is_whole() const { return is_whole_; }

 private:
  lt::create_flags_t const flags_;
  ScanFilter const& accepts_;
  lt::file_storage files_;
  bool is_whole_ = true;
};

#else

class Scan {
 public:
  Scan(lt::create_flags_t flags, ScanFilter const& accepts) : flags_(flags), accepts_(accepts) {}

  // `name` is the path in the torrent.
  void add(std::string const& path, std::string const& name) {
    if (!accepts_(escape_non_utf8(path))) {
      is_whole_ = false;
      return;
    }
    if (!is_utf8(path)) {
      fail(EILSEQ, path, "the name is not UTF-8, as in a torrent it must be");
    }
    struct ::stat status {};
    if (::lstat(path.c_str(), &status) != 0) fail(errno, path);
    // Read from a link also when the link is followed. libtorrent does so, and the bit is part of
    // the info-hash.
    bool const is_executable = (status.st_mode & S_IXUSR) != 0;
    bool const follows = S_ISLNK(status.st_mode) && !(flags_ & lt::create_torrent::symlinks);
    if (follows && ::stat(path.c_str(), &status) != 0) fail(errno, path);
    if (S_ISDIR(status.st_mode)) {
      add_directory(path, name, {status.st_dev, status.st_ino});
    } else {
      add_file(path, name, status, is_executable);
    }
  }

  lt::file_storage take() { return std::move(files_); }
  bool is_whole() const { return is_whole_; }

 private:
  using Identity = std::pair<dev_t, ino_t>;

  // Sorts, because the system lists a directory in any order, and the order is part of a v1
  // info-hash.
  void add_directory(std::string const& path, std::string const& name, Identity const& identity) {
    // Only a link can lead back to a directory above. Other links to directories are followed.
    if (std::find(above_.begin(), above_.end(), identity) != above_.end()) {
      fail(ELOOP, path, "the directory contains itself, by way of a link");
    }
    std::vector<std::string> entries;
    std::error_code error;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end;) {
      entries.push_back(entry->path().filename().string());
      entry.increment(error);
    }
    if (error) fail(error.value(), path);
    std::sort(entries.begin(), entries.end());
    above_.push_back(identity);
    for (auto const& entry : entries) {
      std::string const below = '/' + entry;
      add(path + below, name + below);
    }
    above_.pop_back();
  }

  void add_file(std::string const& path, std::string const& name, struct ::stat const& status,
                bool is_executable) {
    bool const is_link = S_ISLNK(status.st_mode);
    if (!is_link && !S_ISREG(status.st_mode)) {
      fail(ENOTSUP, path, "neither a file nor a directory");
    }
    lt::file_flags_t flags{};
    if (is_link) flags |= lt::file_storage::flag_symlink;
    if (is_executable && !(flags_ & lt::create_torrent::no_attributes)) {
      flags |= lt::file_storage::flag_executable;
    }
    std::string const target = is_link ? link_target(path) : std::string();
    files_.add_file(name, is_link ? 0 : status.st_size, flags, status.st_mtime, target);
  }

  static std::string link_target(std::string const& path) {
    std::error_code error;
    std::string target = fs::read_symlink(path, error).string();
    if (error) fail(error.value(), path);
    if (is_utf8(target)) return target;
    fail(EILSEQ, path,
         "the target of the link is not UTF-8, as in a torrent it must be: \"" +
             escape_non_utf8(target) + '"');
  }

  lt::create_flags_t const flags_;
  ScanFilter const& accepts_;
  lt::file_storage files_;
  std::vector<Identity> above_;
  bool is_whole_ = true;
};

#endif

}  // namespace

lt::file_storage scan(std::string const& path, lt::create_flags_t flags,
                      ScanFilter const& accepts) {
  fs::path const root = resolved(path);
  Scan scan(flags, accepts);
  scan.add(root.string(), root.filename().string());
  auto files = scan.take();
  if (files.num_files() > 0) return files;
  fail(lt::errors::make_error_code(lt::errors::no_files_in_torrent), root.string(),
       scan.is_whole() ? "there are no files in the directory" : "filter leaves no file");
}

}  // namespace binding
