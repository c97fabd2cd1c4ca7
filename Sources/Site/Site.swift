// Room: Site.
