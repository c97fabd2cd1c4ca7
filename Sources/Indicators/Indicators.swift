// Room: Indicators.
