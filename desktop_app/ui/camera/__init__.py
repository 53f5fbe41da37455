"""The camera picture and what stands around it: source bar, headline, motion plot."""
