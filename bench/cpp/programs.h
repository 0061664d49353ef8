// The programs of the C++ competitor, each in a file of its own.
#pragma once

#include "words.h"

void alerts(Words const& words);
void calls(Words const& words);
void create_torrent(Words const& words);
void peer(Words const& words);
void sessions(Words const& words);
void startup(Words const& words);
void stream(Words const& words);
void torrents(Words const& words);
