"""Levers that make the built pages light: each does one thing to what stands in the site's folder, without MkDocs."""
