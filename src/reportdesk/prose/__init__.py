"""What a report's words say: figures told in them, sentences that follow from figures."""
