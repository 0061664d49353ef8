// The time that the constructor of a session takes.
#include <vector>

#include "emit.h"
#include "programs.h"
#include "session.h"

void sessions(Arguments const& arguments) {
  int const count = arguments.number("count");
  std::vector<std::unique_ptr<lt::session>> opened;
  double const start = now();
  for (int i = 0; i < count; ++i) opened.push_back(open_session(arguments));
  double const wall = now() - start;
  for (auto& session : opened) session->abort();
  opened.clear();
  emit("done", {{"each", wall / count}});
}
