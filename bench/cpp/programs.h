// The programs of the C++ contender, each in a file of its own.
#pragma once

#include "words.h"

void peer(Words const& words);
void startup(Words const& words);
