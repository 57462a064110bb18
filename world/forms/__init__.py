"""What people type on the pages about facts, checked for shape; rules are the services'."""
