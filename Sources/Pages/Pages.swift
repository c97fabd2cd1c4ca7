// Room: Pages.
