"""What a page states of each training: hours, place, people, prices; and the draft made of it."""
