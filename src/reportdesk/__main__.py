"""`python -m reportdesk` is `reportdesk`."""

import sys

from reportdesk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
