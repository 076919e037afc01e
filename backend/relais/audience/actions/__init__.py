"""What is done with statistics."""
