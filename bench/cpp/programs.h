// The programs of the C++ competitor, each in a file of its own.
#pragma once

#include "arguments.h"

void alerts(Arguments const& arguments);
void calls(Arguments const& arguments);
void create_torrent(Arguments const& arguments);
void peer(Arguments const& arguments);
void sessions(Arguments const& arguments);
void startup(Arguments const& arguments);
void stream(Arguments const& arguments);
void torrents(Arguments const& arguments);
