"""A language on a phone: what a browser keeps of the site when its reader asks for it, to read without a connection."""
