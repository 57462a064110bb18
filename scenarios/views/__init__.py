"""Pages about scenarios, versions, judgements and runs, all inside one situation."""
