// Room: Markup.
