"""Tables of parameters that several algorithms share; the others stand in their algorithm's file."""
