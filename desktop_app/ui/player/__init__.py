"""Playing references and recorded clips."""
