"""The one door to the web: safe, polite, bounded. Everything else in this package is given documents."""
