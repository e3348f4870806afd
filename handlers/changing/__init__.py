"""Organisers keep published trainings: change, call off, copy, and read who did what. Never imports storage."""
