"""Outcomes to words: one module a conversation, every function pure; never imports telegram."""
