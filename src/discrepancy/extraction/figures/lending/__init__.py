"""What a figure that says too little takes from its neighbours: a unit, a noun, a direction."""
