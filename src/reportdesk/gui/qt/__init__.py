"""What Qt needs from us, apart from any report: background work, questions, keys, crashes."""
