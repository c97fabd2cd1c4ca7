#pragma once
// Declared by <stdio.h> only under _GNU_SOURCE, which Swift's Glibc module does not set.
int renameat2(int, const char *, int, const char *, unsigned int);
static const unsigned int minhbach_rename_exchange = 2;  // RENAME_EXCHANGE of <linux/fs.h>
