"""What a learner did: tries kept in a database, what is due, lessons, figures. No Qt, no threads, no words."""
