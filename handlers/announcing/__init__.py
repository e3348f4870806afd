"""Announcing: organisers paste a text, look at what was read, correct it and publish. Never imports storage."""
