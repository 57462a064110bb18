"""What people do to the shared facts of their team. Each act asks permission, runs in one transaction and is audited."""
