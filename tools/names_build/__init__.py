"""Parts of build_names.py, one file for each table in qa/text/data/names."""
