// Room: Charts.
