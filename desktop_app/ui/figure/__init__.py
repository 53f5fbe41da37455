"""Drawing landmarks: avatar, hands, overlay, and the thread that paints them."""
