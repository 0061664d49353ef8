// The C++ competitor: what a C++ program that uses the same libtorrent takes for the same work.
// usage: competitor PROGRAM NAME=VALUE...
#include <cstdio>
#include <exception>
#include <map>
#include <stdexcept>

#include <libtorrent/version.hpp>

#include "programs.h"

namespace {

void version(Arguments const&) { std::printf("libtorrent %s\n", libtorrent::version()); }

std::map<std::string, void (*)(Arguments const&)> const programs{
    {"alerts", alerts}, {"calls", calls},       {"create_torrent", create_torrent},
    {"peer", peer},     {"sessions", sessions}, {"startup", startup},
    {"stream", stream}, {"torrents", torrents}, {"version", version},
};

}  // namespace

int main(int argc, char** argv) try {
  auto const program = programs.find(argc < 2 ? "" : argv[1]);
  if (program == programs.end()) throw std::invalid_argument("no such program");
  program->second(Arguments(argc - 2, argv + 2));
  return 0;
} catch (std::exception const& error) {
  std::fprintf(stderr, "competitor: %s\n", error.what());
  return 1;
}
