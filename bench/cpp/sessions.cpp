// What the constructor of a session takes.
#include <vector>

#include "programs.h"
#include "say.h"
#include "session.h"

void sessions(Words const& words) {
  int const count = words.number("count");
  std::vector<std::unique_ptr<lt::session>> opened;
  double const start = now();
  for (int i = 0; i < count; ++i) opened.push_back(open_session(words));
  double const wall = now() - start;
  for (auto& session : opened) session->abort();
  opened.clear();
  say("done", {{"each", wall / count}});
}
