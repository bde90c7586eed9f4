"""Who holds an office when, in the report and on record (C131, C132, C202)."""
