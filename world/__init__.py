"""Facts: situations, actors, relations, events, claims, sources, areas, series."""
