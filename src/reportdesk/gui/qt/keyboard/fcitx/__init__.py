"""Chinese input through fcitx 4, of which Qt 6 knows nothing: older government desktops have no other."""
