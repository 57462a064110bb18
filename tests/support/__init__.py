"""What the suite stands on: servers, cloned databases, real processes."""
