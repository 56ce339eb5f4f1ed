"""Days in two calendars: the Julian (Old Style) and the Gregorian (New Style), in texts and in questions."""
