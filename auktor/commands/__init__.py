"""The commands, a file each: options and words; the work is done by the rooms below."""
