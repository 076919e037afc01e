"""Two rows that were one person become one, keep everything, and can be told apart again."""
