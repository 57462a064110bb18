"""From facts and judgements to cells of the engine's input: one file for each kind of measure."""
