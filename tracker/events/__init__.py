"""What a text tells: who, where, what, how many, on whose word."""
