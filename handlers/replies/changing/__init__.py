"""What organisers see when they change, call off and copy published trainings. Never imports telegram."""
