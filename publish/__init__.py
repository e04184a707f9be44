"""What the world may download: the columns, one file per format, the manifest, the checks of a finished edition."""
