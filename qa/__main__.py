"""`python -m qa`, the same as the command `qa`."""

from qa.apps.cli.main import main

if __name__ == "__main__":
    main()
