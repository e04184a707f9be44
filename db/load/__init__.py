"""Loading files into the register."""
