"""From documents and settings to findings: which checks run, running them, corpus passes, processes, suppression."""
