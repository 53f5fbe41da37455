"""SignMirror: recognise, practise and collect signs on your own computer."""

__version__ = "0.1.0"
