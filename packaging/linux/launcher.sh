#!/bin/sh
# Starts reportdesk with the Python beside it; nothing of the machine's Python or Qt is looked at.
here=$(dirname "$(readlink -f "$0")")
unset PYTHONHOME PYTHONPATH PYTHONSTARTUP QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH LD_LIBRARY_PATH
exec "$here/runtime/bin/reportdesk-python" -I -m reportdesk "$@"
