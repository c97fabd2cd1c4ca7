// Room: Downloads.
