"""What we rely on inside of MkDocs and static-i18n, and what builds languages side by side.

What is not public there is named in `private.py` and nowhere else; `tests/site/test_side_by_side.py` pins it.
"""
