"""Practice of a sentence: the raised-hand signal, and the evaluation of attempts."""
