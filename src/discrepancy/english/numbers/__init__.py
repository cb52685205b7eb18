"""What every numeral is worth, in digits or words: cardinals, ordinals, fractions, multiples."""
