// Room: Observations.
