// Room: Publishing.
