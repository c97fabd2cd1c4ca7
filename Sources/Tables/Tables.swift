// Room: Tables.
