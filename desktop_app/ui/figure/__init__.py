"""Painting landmarks: the avatar, the overlay on the camera picture, and the thread that paints them."""
