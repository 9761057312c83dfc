"""What a menu entry, a key or a button does; each command asks the window through a `Shell`."""
