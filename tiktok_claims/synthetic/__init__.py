"""Records and sentences made from templates."""
