"""Recording a reference: takes, their moving part, their quality, and how they are kept."""
