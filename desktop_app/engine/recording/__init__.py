"""Recording references: review and storage of takes."""
