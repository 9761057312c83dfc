"""The program folder, the zip and the setup for Windows, made and tried on Debian."""
