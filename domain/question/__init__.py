"""Understanding questions: what is asked for, about which trainings and when; pure, and never words of an answer."""
