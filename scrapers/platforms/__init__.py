"""One module per platform: what to ask, and what the answer says. Pure: no module here does I/O."""
