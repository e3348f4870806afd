"""Words, names and their forms, and a text made plain: what is known before any announcement is read."""
