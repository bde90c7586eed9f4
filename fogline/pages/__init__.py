"""What people look at: the annotated page of a report and the terminal's summary, over the same wording."""
