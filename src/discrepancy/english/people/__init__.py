"""What a text tells of people beside their names: what they are called, their posts, their sex."""
