"""The program folder, the Debian package and the archive for Linux desktops."""
