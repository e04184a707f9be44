"""The migrations: numbered, each explained, each with its way back."""
