"""Shapes of people and what belongs to them."""
