"""How well the tests test: the code changed bit by bit, and looked whether one notices (`make mutants`)."""
