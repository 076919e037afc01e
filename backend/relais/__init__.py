"""Relais: relations with bloggers and influencers."""

VERSION = "0.1.0"
