"""Comments, tasks and notifications on any object; rooms above register their kinds.

Empty until the first of them is built: the floor is kept so that no wall has to move for it."""
