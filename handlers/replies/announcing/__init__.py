"""What organisers see of an announcement that was read. Never imports telegram."""
