// Room: Disclosure.
