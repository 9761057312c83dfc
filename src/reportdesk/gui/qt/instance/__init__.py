"""One program for one clerk: a later start finds the first and hands its files over."""
